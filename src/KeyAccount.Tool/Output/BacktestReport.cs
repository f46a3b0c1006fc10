using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Scoring.Validation;
using KeyAccount.Tool.Backtests;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>Scores compared with outcomes: JSON with everything, CSV with a row for each group, and a document with pictures.</summary>
internal static class BacktestReport
{
    public static Report Of(Backtest backtest, Detail detail) => new(
        output => JsonText.Write(output, json => WriteJson(backtest, json)),
        output => WriteCsv(backtest.Validation, output),
        language => Describe(backtest, detail, language));

    private static Document Describe(Backtest backtest, Detail detail, string language)
    {
        var validation = backtest.Validation.Describe(language, backtest.Unit);
        return new(language, validation.Title,
        [
            .. validation.Blocks,
            .. Part(backtest.Against?.Describe(language)),
            .. Part(backtest.Worth?.Describe(language)),
            .. Part(backtest.Stability?.Describe(language)),
            .. Part(backtest.Weights?.Describe(language)),
            new Section(
                ToolText.Of("Backtest.Cautions", language),
                [
                    new BulletList(
                    [
                        new ListItem(ToolText.Of("Backtest.LookAhead", language)),
                        new ListItem(ToolText.Of("Backtest.Survivors", language)),
                        new ListItem(ToolText.Of("Backtest.Selection", language)),
                    ]),
                ]),
        ]);

        // What a page folds has no place on a screen.
        IEnumerable<Section> Part(Document? document) => document is null ? [] :
        [
            new(document.Title, [.. document.Blocks.Where(block => detail == Detail.Full || block is not Section { IsDetail: true })]),
        ];
    }

    private static void WriteJson(Backtest backtest, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Write("validation", backtest.Validation, BacktestJson.Default.ScoreValidation);
        Write("againstToldScore", backtest.Against, BacktestJson.Default.RocAreaDifference);
        Write("criteria", backtest.Worth, BacktestJson.Default.CriteriaWorth);
        Write("stability", backtest.Stability, BacktestJson.Default.ScoreStability);
        Write("weights", backtest.Weights, BacktestJson.Default.WeightFit);
        json.WriteEndObject();

        void Write<T>(string name, T? value, JsonTypeInfo<T> type)
            where T : class
        {
            json.WritePropertyName(name);
            if (value is null)
                json.WriteNullValue();
            else
                JsonSerializer.Serialize(json, value, type);
        }
    }

    private static void WriteCsv(ScoreValidation validation, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader(
            "kind", "group", "lowest", "highest", "accounts", "events", "share", "outcome", "low", "high", "lift", "capture",
            "cumulativeShare", "cumulativeCapture", "promised");
        foreach (var band in validation.Bands)
            WriteRow("band", band);
        foreach (var group in validation.Tenths)
            WriteRow("group", group);
        WriteRow("rated", validation.Rated);
        if (validation.Unrated is { } unrated)
            WriteRow("unrated", unrated);

        void WriteRow(string kind, OutcomeGroup group)
        {
#pragma warning disable MA0011 // the writer's own provider is the invariant culture
            csv.WriteField(kind);
            csv.WriteField(CsvText.Cell(group.Name.En));
            csv.WriteField(group.Lowest);
            csv.WriteField(group.Highest);
            csv.WriteField(group.Accounts);
            csv.WriteField(group.Events);
            csv.WriteField(group.Share);
            csv.WriteField(group.Outcome);
            csv.WriteField(group.Interval?.Low);
            csv.WriteField(group.Interval?.High);
            csv.WriteField(group.Lift);
            csv.WriteField(group.Capture);
            csv.WriteField(group.CumulativeShare);
            csv.WriteField(group.CumulativeCapture);
            csv.WriteField(group.Promised);
#pragma warning restore MA0011
            csv.EndRecord();
        }
    }
}
