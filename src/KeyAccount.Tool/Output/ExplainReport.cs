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
