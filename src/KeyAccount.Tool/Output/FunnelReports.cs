using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Terms;

namespace KeyAccount.Tool.Output;

/// <summary>A sales funnel: JSON with all of it, CSV with a row a stage, and its document for a person.</summary>
internal static partial class FunnelReports
{
    public static Report Of(FunnelReport funnel, Detail detail) => new(
        output => JsonText.Write(output, json => JsonSerializer.Serialize(json, funnel, FunnelJson.Default.FunnelReport)),
        output => WriteCsv(funnel, output),
        language => funnel.Describe(language, detail));

    private static void WriteCsv(FunnelReport funnel, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader(
            "stage", "openDeals", "openAmount", "conversion", "wentOn", "closed", "winOdds", "priorWinOdds", "medianDays",
            "stuckAfterDays");
        foreach (var stage in funnel.Stages)
        {
#pragma warning disable MA0011 // the writer's own provider is the invariant culture
            csv.WriteField(stage.Stage.Name);
            csv.WriteField(stage.OpenDeals);
            csv.WriteField(stage.OpenAmount);
            csv.WriteField(stage.Conversion?.Mean);
            csv.WriteField(stage.Conversion?.Successes);
            csv.WriteField(stage.Conversion?.Trials);
            csv.WriteField(stage.WinOdds);
            csv.WriteField(stage.PriorWinOdds);
            csv.WriteField(stage.MedianDays);
            csv.WriteField(stage.StuckAfterDays);
#pragma warning restore MA0011
            csv.EndRecord();
        }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        Converters = [typeof(LocalDateJsonConverter), typeof(YearMonthJsonConverter)],
        GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(FunnelReport))]
    private sealed partial class FunnelJson : JsonSerializerContext;
}
