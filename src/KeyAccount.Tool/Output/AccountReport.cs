using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Output;

/// <summary>One reviewed account: JSON with all of it, CSV, and for a person its document in two depths.</summary>
internal static class AccountReport
{
    /// <summary>What matters first, in CSV its row.</summary>
    public static Report Of(AccountReview account, PortfolioReviewRun run, ReviewModels models, ReviewSnapshot? earlier) => new(
        output => JsonText.Write(output, account.WriteTo),
        output => ReviewReport.WriteCsv([account], output, run.HasPlans),
        language => Describe(account, run, models, language, Detail.Brief, earlier));

    /// <summary>A group on one page, in JSON and CSV with its members; on paper with every action of theirs.</summary>
    public static Report Of(
        RankedGroup ranked, GroupReview group, PortfolioReviewRun run, ReviewModels models, ReviewSnapshot? earlier, bool isPage,
        Detail detail) => new(
        output => JsonText.Write(output, group.WriteTo),
        output => ReviewReport.WriteCsv([group.Group, .. group.Members], output, run.HasPlans),
        language => isPage ? run.DescribeGroup(ranked, language, earlier)
            : group.Describe(new(models, run.Currency, language), detail, earlier));

    /// <summary>Every reason, with the figures of its facts; in CSV a row a criterion.</summary>
    public static Report Explained(AccountReview account, PortfolioReviewRun run) => new(
        output => JsonText.Write(output, (account with { Portrait = run.PortraitOf(account) }).WriteTo),
        output => WriteParts(account, output),
        language => run.DescribeAccount(account, language, hasPortrait: true));

    /// <summary>A group with every reason, as one account; in CSV a row a criterion.</summary>
    public static Report Explained(RankedGroup ranked, GroupReview group, PortfolioReviewRun run) => new(
        output => JsonText.Write(output, (group with { Group = group.Group with { Portrait = run.PortraitOf(ranked) } }).WriteTo),
        output => WriteParts(group.Group, output),
        language => run.DescribeGroup(ranked, language, hasPortrait: true));

    private static Document Describe(
        AccountReview account, PortfolioReviewRun run, ReviewModels models, string language, Detail detail,
        ReviewSnapshot? earlier = null) =>
        account.Describe(new(models, run.Currency, language), detail, earlier, run.Accounts.Count);

    private static void WriteParts(AccountReview account, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader("criterion", "group", "raw", "points", "weight", "value");
        foreach (var part in account.Value.Contributions)
        {
#pragma warning disable MA0011 // the writer's own provider is the invariant culture
            csv.WriteField(part.Key);
            csv.WriteField(part.Group ?? "");
            csv.WriteField(part.Raw);
            csv.WriteField(part.Points);
            csv.WriteField(part.Weight);
            csv.WriteField(part.Value);
#pragma warning restore MA0011
            csv.EndRecord();
        }
    }
}
