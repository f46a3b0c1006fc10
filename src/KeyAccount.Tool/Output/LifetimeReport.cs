using System.Text.Json;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Estimation;
using KeyAccount.Tool.Lifetimes;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Output;

/// <summary>Purchase models and what they expect: JSON and CSV with every account, for a person its document.</summary>
internal static class LifetimeReport
{
    private const int AccountsInBrief = 15;
    private const int AccountsInFull = 50;

    public static Report Of(LifetimeAnalysis analysis, Detail detail, Action<Utf8JsonWriter> reading) => new(
        output => JsonText.Write(output, json => WriteJson(analysis, json, reading)),
        output => WriteCsv(analysis, output),
        language => Describe(analysis, detail, language));

    private static Document Describe(LifetimeAnalysis analysis, Detail detail, string language)
    {
        var shown = analysis.Accounts.Take(detail == Detail.Brief ? AccountsInBrief : AccountsInFull).ToArray();
        var left = analysis.Accounts.Count - shown.Length;
        return new(language, Text("Lifetime.Title", new DateCell(analysis.AsOf).Display(language)),
        [
            new Section(Text("Lifetime.Models"), [.. Models()]),
            new Section(
                Text("Lifetime.Accounts"),
                [
                    new Paragraph(Text(
                        "Lifetime.Totals",
                        new NumberCell(analysis.Accounts.Count),
                        NumberCell.Of(analysis.Accounts.Sum(account => account.ProbabilityAlive)),
                        NumberCell.Of(analysis.Accounts.Sum(account => account.ExpectedOrders)))),
                    .. analysis.Accounts[0].ExpectedMoney is null ? (Block[])[] :
                    [
                        new Paragraph(Text(
                            "Lifetime.Money",
                            NumberCell.Of(analysis.Accounts.Sum(account => account.ExpectedMoney), 0, analysis.Currency))),
                    ],
                    new Table(
                        [
                            new(Text("Lifetime.Account")), Number("Lifetime.RepeatOrders"),
                            Number("Lifetime.Silence", Text("Lifetime.Days")),
                            Number("Lifetime.Alive", "%"), Number("Lifetime.Orders"), Number("Lifetime.Brings", analysis.Currency),
                        ],
                        [
                            .. shown.Select(account => new TableRow(
                            [
                                new TextCell(account.Summary.AccountId, RunStyle.Name), new NumberCell(account.Summary.Orders),
                                NumberCell.Of(Silence(account)), NumberCell.Of(100 * account.ProbabilityAlive),
                                NumberCell.Of(account.ExpectedOrders, 1), NumberCell.Of(account.ExpectedMoney),
                            ])),
                        ]),
                    .. left > 0 ? (Block[])[new Paragraph(Text("Lifetime.More", new NumberCell(left)), Tone.Note)] : [],
                ]),
            .. Calibration(),
            .. analysis.Profits is { } profits
                ? (Block[])[Part(profits.Describe(account => account.Id, analysis.Currency, language))]
                : [],
        ]);

        string Text(string key, params object?[] arguments) => ToolText.Of(
            key, language, [.. arguments.Select(argument => argument is Cell cell ? cell.Display(language) : argument)]);

        TableColumn Number(string key, string? unit = null) => TableColumn.Number(Text(key), unit);

        IEnumerable<Block> Models()
        {
            yield return new Paragraph(Text("Lifetime.Chosen", analysis.Chosen.Name));
            yield return new Table(
                [
                    new(Text("Lifetime.Model")), new(Text("Lifetime.Parameters")), Number("Lifetime.LogLikelihood"), Number("Lifetime.Aic"),
                    new(Text("Lifetime.Outcome")),
                ],
                [
                    .. analysis.Orders.Select(fit => new TableRow(
                    [
                        fit.Name, Listed(fit.Parameters), NumberCell.Of(fit.LogLikelihood, 2), NumberCell.Of(fit.Aic, 2),
                        fit.Reason?.In(language) ?? Text("Lifetime.Fitted"),
                    ])),
                    new(
                    [
                        Text("Lifetime.GammaGamma"), Listed(analysis.Spend.Parameters), NumberCell.Of(analysis.Spend.LogLikelihood, 2),
                        NumberCell.Of(analysis.Spend.Aic, 2), analysis.Spend.Reason?.In(language) ?? Text("Lifetime.Fitted"),
                    ]),
                ]);
            yield return new Paragraph(
                analysis.Spend.SpendCorrelation is { } correlation
                    ? Text("Lifetime.Correlation", NumberCell.Of(correlation, 2)) : Text("Lifetime.Unit"), Tone.Note);
        }

        IEnumerable<Block> Calibration()
        {
            if (analysis.Calibration is not { } held)
            {
                yield return new Section(
                    Text("Lifetime.Calibration"),
                    [new Paragraph(Text("Lifetime.NotCalibrated", new DateCell(analysis.Split)), Tone.Note)]);
                yield break;
            }

            var document = held.Result.Describe(language);
            yield return new Section(
                document.Title,
                [
                    new Paragraph(
                        Text("Lifetime.Calibrated", held.Fit.Name, new DateCell(analysis.Split), new DateCell(analysis.AsOf)), Tone.Note),
                    .. document.Blocks,
                ]);
        }
    }

    private static Section Part(Document document) => new(document.Title, document.Blocks);

    private static double Silence(LifetimeAccount account) =>
        Math.Round((account.Summary.Age - account.Summary.LastOrder) * Core.LifetimeValue.RepeatPurchaseOptions.Default.DaysPerUnit);

    private static string Listed(IReadOnlyList<FittedParameter> parameters) => string.Join(", ", parameters.Select(parameter =>
        FormattableString.Invariant($"{Symbol(parameter.Name)} {parameter.Value:0.###}")
        + (parameter.StandardError is { } error ? FormattableString.Invariant($" ± {error:0.###}") : "")));

    // As the papers write them.
    private static string Symbol(string name) => name switch
    {
        "Alpha" => "α",
        "Beta" => "β",
        "Gamma" => "γ",
        _ => name.ToLowerInvariant(),
    };

    private static void WriteJson(LifetimeAnalysis analysis, Utf8JsonWriter json, Action<Utf8JsonWriter> reading)
    {
        json.WriteStartObject();
        json.WriteString("asOf", LocalDatePattern.Iso.Format(analysis.AsOf));
        json.WriteString("currency", analysis.Currency);
        json.WriteString("chosen", analysis.Chosen.Name);
        json.WriteStartArray("models");
        foreach (var fit in analysis.Orders)
            WriteFit(json, fit.Name, fit.Outcome, fit.Reason?.En, fit.Parameters, fit.LogLikelihood, fit.Aic, null);
        var spend = analysis.Spend;
        WriteFit(
            json, "gamma-gamma", spend.Outcome, spend.Reason?.En, spend.Parameters, spend.LogLikelihood, spend.Aic, spend.SpendCorrelation);
        json.WriteEndArray();
        json.WriteString("split", LocalDatePattern.Iso.Format(analysis.Split));
        if (analysis.Calibration is { } held)
        {
            json.WriteStartObject("calibration");
            json.WriteString("model", held.Fit.Name);
            json.WriteNumber("expected", held.Result.Expected);
            json.WriteNumber("actual", held.Result.Actual);
            WriteNumber(json, "error", held.Result.Error);
            WriteNumber(json, "meanAbsoluteError", double.IsNaN(held.Result.MeanAbsoluteError) ? null : held.Result.MeanAbsoluteError);
            json.WriteStartArray("groups");
            foreach (var group in held.Result.Groups)
            {
                json.WriteStartObject();
                json.WriteNumber("repeatOrders", group.Orders);
                json.WriteNumber("accounts", group.Accounts);
                json.WriteNumber("expected", group.Expected);
                json.WriteNumber("actual", group.Actual);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("calibration");
        }

        if (analysis.Profits is { } profits)
        {
            json.WriteStartObject("profits");
            json.WriteNumber("accounts", profits.Points.Count);
            json.WriteNumber("total", profits.Total);
            json.WriteNumber("peak", profits.Peak);
            json.WriteNumber("losingMoney", profits.LosingMoney);
            json.WriteNumber("loss", profits.Loss);
            json.WriteEndObject();
        }

        reading(json);
        json.WriteStartArray("accounts");
        foreach (var account in analysis.Accounts)
        {
            json.WriteStartObject();
            json.WriteString("id", account.Summary.AccountId);
            json.WriteNumber("repeatOrders", account.Summary.Orders);
            json.WriteNumber("lastOrder", account.Summary.LastOrder);
            json.WriteNumber("age", account.Summary.Age);
            json.WriteNumber("probabilityAlive", account.ProbabilityAlive);
            json.WriteNumber("expectedOrders", account.ExpectedOrders);
            WriteNumber(json, "expectedSpend", account.ExpectedSpend);
            WriteNumber(json, "expectedMoney", account.ExpectedMoney);
            json.WriteEndObject();
            if (json.BytesPending > 1 << 16)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFit(
        Utf8JsonWriter json, string name, FitOutcome outcome, string? reason, IReadOnlyList<FittedParameter> parameters,
        double? logLikelihood, double? aic, double? correlation)
    {
        json.WriteStartObject();
        json.WriteString("model", name);
        json.WriteString("outcome", outcome.ToString());
        if (reason is not null)
            json.WriteString("reason", reason);
        json.WriteStartObject("parameters");
        foreach (var parameter in parameters)
        {
            json.WriteStartObject(parameter.Name);
            json.WriteNumber("value", parameter.Value);
            WriteNumber(json, "standardError", parameter.StandardError);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteNumber(json, "logLikelihood", logLikelihood);
        WriteNumber(json, "aic", aic);
        if (correlation is { } known)
            json.WriteNumber("spendCorrelation", known);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known && double.IsFinite(known))
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static void WriteCsv(LifetimeAnalysis analysis, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader(
            "id", "repeatOrders", "lastOrder", "age", "meanSpend", "probabilityAlive", "expectedOrders", "expectedSpend", "expectedMoney");
        foreach (var account in analysis.Accounts)
        {
#pragma warning disable MA0011 // the writer's own provider is the invariant culture
            csv.WriteField(CsvText.Cell(account.Summary.AccountId));
            csv.WriteField(account.Summary.Orders);
            csv.WriteField(account.Summary.LastOrder);
            csv.WriteField(account.Summary.Age);
            csv.WriteField(account.Summary.MeanSpend);
            csv.WriteField(account.ProbabilityAlive);
            csv.WriteField(account.ExpectedOrders);
            csv.WriteField(account.ExpectedSpend);
            csv.WriteField(account.ExpectedMoney);
#pragma warning restore MA0011
            csv.EndRecord();
        }
    }
}
