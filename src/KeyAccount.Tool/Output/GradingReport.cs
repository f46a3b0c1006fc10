using System.Globalization;
using System.Text.Json;
using KeyAccount.Core.Grading;

namespace KeyAccount.Tool.Output;

/// <summary>A graded portfolio: for programs JSON and CSV with every account, for a person its document; revenue is exact.</summary>
internal static class GradingReport
{
    /// <summary>The share of how many of the largest accounts is given.</summary>
    private static readonly int[] Largest = [1, 5];

    public static string CodeOf(ParetoRule rule) => rule switch
    {
        ParetoRule.Crossing => "crossing",
        ParetoRule.Inclusive => "inclusive",
        _ => "head-count",
    };

    public static Report Of(ParetoGrading<string> grading, Core.Terms.Text title, Action<Utf8JsonWriter>? reading = null) => new(
        output => WriteJson(grading, output, reading),
        output => WriteCsv(grading, output),
        language => new(language, title.In(language), grading.Describe(id => id, language: language).Blocks));

    public static void WriteJson(ParetoGrading<string> grading, TextWriter output, Action<Utf8JsonWriter>? reading = null) =>
        JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("rule", CodeOf(grading.Rule));
        json.WriteStartObject("cuts");
        json.WriteNumber("a", grading.Cuts.A);
        json.WriteNumber("b", grading.Cuts.B);
        json.WriteEndObject();
        json.WriteNumber("total", grading.Total);
        json.WriteNumber("gini", grading.Gini);
        WriteShare(json, "herfindahl", grading.Herfindahl);
        json.WriteStartObject("shareOfLargest");
        foreach (var count in Largest)
            WriteShare(json, count.ToString(CultureInfo.InvariantCulture), grading.ShareOfLargest(count));
        json.WriteEndObject();
        json.WriteStartObject("tiers");
        foreach (var tier in AccountTier.InOrder)
            json.WriteNumber(tier.Name, grading.CountOf(tier));
        json.WriteEndObject();
        reading?.Invoke(json);
        json.WriteStartArray("accounts");
        foreach (var account in grading.Accounts)
        {
            json.WriteStartObject();
            json.WriteString("id", account.Account);
            json.WriteNumber("revenue", account.Revenue);
            json.WriteNumber("share", account.Share);
            json.WriteNumber("cumulativeShare", account.CumulativeShare);
            json.WriteNumber("rank", account.Rank);
            json.WriteString("tier", account.Tier.Name);
            json.WriteEndObject();
            if (json.BytesPending > 1 << 16)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static void WriteCsv(ParetoGrading<string> grading, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader("id", "revenue", "share", "cumulativeShare", "rank", "tier");
        foreach (var account in grading.Accounts)
        {
#pragma warning disable MA0011 // the writer's own provider is the invariant culture
            csv.WriteField(CsvText.Cell(account.Account));
            csv.WriteField(account.Revenue);
            csv.WriteField(account.Share);
            csv.WriteField(account.CumulativeShare);
            csv.WriteField(account.Rank);
            csv.WriteField(account.Tier.Name);
#pragma warning restore MA0011
            csv.EndRecord();
        }
    }

    private static void WriteShare(Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
