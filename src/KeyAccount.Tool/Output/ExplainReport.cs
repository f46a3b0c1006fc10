using System.Globalization;
using CsvHelper;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Output;

/// <summary>One account with every reason: JSON with all of it, CSV with a row a criterion.</summary>
internal static class ExplainReport
{
    public static Report Of(AccountReview account, string currency, ReviewModels models) => new(
        output => JsonText.Write(output, account.WriteTo),
        output => WriteCsv(account, output),
        (console, language) => new ExplainTable(account, currency, models, new(console, language)).Write());

    private static void WriteCsv(AccountReview account, TextWriter output)
    {
        using var csv = CsvWriter.Create(output, new() { NewLine = "\n" }, leaveOpen: true);
        csv.WriteHeader("criterion", "group", "raw", "points", "weight", "value");
        foreach (var part in account.Value.Contributions)
            csv.WriteRecord(part.Key, part.Group ?? "", Shown(part.Raw), Shown(part.Points), Shown(part.Weight), Shown(part.Value));
    }

    private static string Shown(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
