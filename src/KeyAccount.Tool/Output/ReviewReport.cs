using System.Globalization;
using CsvHelper;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Output;

/// <summary>A reviewed portfolio for programs: JSON with every reason, CSV with a row an account.</summary>
internal static class ReviewReport
{
    public static Report Of(PortfolioReview review, ReviewModels models) => new(
        output => JsonText.Write(output, review.WriteTo),
        output => WriteCsv(review, output),
        (console, language) => new ReviewTable(review, models, new(console, language)).Write());

    private static void WriteCsv(PortfolioReview review, TextWriter output)
    {
        using var csv = CsvWriter.Create(output, new() { NewLine = "\n" }, leaveOpen: true);
        csv.WriteHeader("id", "name", "annualPurchases", "rank", "revenueTier", "tier", "isOverridden", "score", "band", "coverage", "nextBand", "criterion", "from", "to");
        foreach (var account in review.Accounts)
        {
            var path = account.Paths.Count > 0 ? account.Paths[0] : null;
            csv.WriteRecord(
                account.Id,
                account.Name,
                Shown(account.AnnualPurchases),
                Shown(account.Rank),
                account.RevenueTier?.Name ?? "",
                account.Tier.Tier?.Name ?? "",
                account.Tier.Override is null ? "false" : "true",
                Shown(account.Value.Score),
                account.Value.Band?.Name ?? "",
                Shown(account.Value.Coverage),
                account.NextBand?.Name ?? "",
                path?.Key ?? "",
                Shown(path?.From),
                Shown(path?.To));
        }
    }

    private static string Shown(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
