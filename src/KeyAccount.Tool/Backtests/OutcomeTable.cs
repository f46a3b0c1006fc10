using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Tool.Backtests;

/// <summary>A table of scores or facts as of a day, and what happened later; one account a row.</summary>
internal static class OutcomeTable
{
    private const int NamedFaults = 5;

    private static readonly Field Account = new("accountId") { OtherNames = ["account", "id"] };
    private static readonly Field ScoredOn = new("scoredOn", FieldKind.Date) { OtherNames = ["asOf", "date"] };
    private static readonly Field OutcomeOn = new("outcomeOn", FieldKind.Date) { OtherNames = ["until"] };
    private static readonly Field Score = new("score", FieldKind.Number);
    private static readonly Field Band = new("band") { OtherNames = ["tier"] };
    private static readonly Field Event = new("outcome", IsNeeded: true) { OtherNames = ["event"] };
    private static readonly Field Money = new("outcome", FieldKind.Number, IsNeeded: true) { OtherNames = ["amount"] };
    private static readonly Field Probability = new("probability", FieldKind.Number);
    private static readonly Field Weight = new("weight", FieldKind.Number);

    private static readonly string[] Yes = ["true", "yes", "1", "y", "是", "有"];
    private static readonly string[] No = ["false", "no", "0", "n", "否", "无", "無"];

    /// <summary>The fields that a title can be given for.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. new[] { Account, ScoredOn, OutcomeOn, Score, Band, Event, Probability, Weight }.Select(field => field.Name),
        .. AccountValue.Standard.Criteria.Select(criterion => criterion.Key),
    ];

    public static (IReadOnlyList<BacktestRow> Rows, BacktestColumns Columns) Read(
        TableSource source, TableReading reading, IReadOnlyDictionary<string, string> titles,
        Scorecard<AccountValueFacts, AccountTier> model, bool areAmounts, bool isModelAsked)
    {
        var outcome = areAmounts ? Money : Event;
        Field[] criteria =
        [
            .. model.Criteria.Select(criterion => new Field(
                criterion.Key, criterion.Scale.Kind == ScaleKind.Levels ? FieldKind.Text : FieldKind.Number)),
        ];
        var table = FieldTable.Open(
            source, reading, [Account, ScoredOn, OutcomeOn, Score, Band, outcome, Probability, Weight, .. criteria], titles);
        var columns = new BacktestColumns
        {
            AreAmounts = areAmounts,
            HasScores = table.Has(Score),
            HasBands = table.Has(Band),
            HasCriteria = Array.Exists(criteria, table.Has),
            HasWeights = table.Has(Weight),
            HasProbabilities = !areAmounts && table.Has(Probability),
            HasScoredOn = table.Has(ScoredOn),
            HasOutcomeOn = table.Has(OutcomeOn),
        };
        columns = columns with { IsModelAsked = isModelAsked && columns.HasCriteria };
        if (columns is { HasScores: false, HasBands: false, HasCriteria: false })
        {
            throw new ToolException(
                $"{source.Name}: it has neither score nor band nor a criterion of {model.Id} "
                + $"({string.Join(", ", criteria.Select(field => field.Name))}); --column score=TITLE names a column.");
        }

        var (rows, faults, all) = (new List<BacktestRow>(), new List<RowException>(), 0L);
        table.ReadAll(
            row =>
            {
                var (scored, known) = (DateOf(row, ScoredOn), DateOf(row, OutcomeOn));
                if (known <= scored)
                {
                    throw row.Fault(
                        OutcomeOn,
                        $"{LocalDatePattern.Iso.Format(known!.Value)} is not after {LocalDatePattern.Iso.Format(scored!.Value)}, the day "
                        + "of the score, which has seen it");
                }

                rows.Add(new()
                {
                    ScoredOn = scored,
                    OutcomeOn = known,
                    Score = table.Has(Score) ? (double?)row.Number(Score)?.Value : null,
                    Band = table.Has(Band) ? BandOf(row, model) : null,
                    Happened = !areAmounts && Happened(row),
                    Amount = areAmounts ? Within(row, Money, 0, null) ?? throw row.Fault(Money, "an amount is needed") : 0,
                    Probability = table.Has(Probability) ? (double?)Within(row, Probability, 0, 1) : null,
                    Weight = table.Has(Weight) ? (double?)Within(row, Weight, 0, null) : null,
                    Raw =
                    [
                        .. model.Criteria.Select(
                            (criterion, i) => table.Has(criteria[i]) ? RawOf(row, criteria[i], criterion) : double.NaN),
                    ],
                });
            },
            fault =>
            {
                all++;
                if (faults.Count < NamedFaults)
                    faults.Add(fault);
            });
        if (all > 0)
        {
            throw new ToolException(
                $"{source.Name}: {all} {(all == 1 ? "row" : "rows")} cannot be read:\n"
                + string.Join("\n", faults.Select(fault => fault.Message)) + (all > faults.Count ? "\n…" : ""));
        }

        return rows.Count > 0 ? (rows, columns) : throw new NothingToDoException($"{source.Name} has no rows.");

        LocalDate? DateOf(FieldTable.FieldRow row, Field field) =>
            table.Has(field) ? row.Date(field) ?? throw row.Fault(field, "a date is needed") : null;
    }

    private static bool Happened(FieldTable.FieldRow row)
    {
        var text = row.Needed(Event);
        return Yes.Contains(text, StringComparer.OrdinalIgnoreCase)
            || (No.Contains(text, StringComparer.OrdinalIgnoreCase) ? false : throw row.Fault(
                Event, "it must be yes or no (true or false, 1 or 0, 是 or 否); --money says that it is an amount"));
    }

    private static decimal? Within(FieldTable.FieldRow row, Field field, decimal low, decimal? high)
    {
        if (row.Number(field)?.Value is not { } number)
            return null;
        return number >= low && !(number > high)
            ? number
            : throw row.Fault(
                field, high is null ? Invariant($"it must be at least {low}") : Invariant($"it must be between {low} and {high}"));
    }

    private static int? BandOf(FieldTable.FieldRow row, Scorecard<AccountValueFacts, AccountTier> model)
    {
        if (row.Text(Band) is not { } text)
            return null;
        for (var i = 0; i < model.Bands.InOrder.Count; i++)
        {
            var band = model.Bands.InOrder[i].Band;
            if (string.Equals(band.Name, text, StringComparison.OrdinalIgnoreCase)
                || Core.Terms.Language.All.Any(tag => band.DisplayName(tag) == text))
            {
                return i;
            }
        }

        throw row.Fault(Band, $"it must be one of {string.Join(", ", model.Bands.InOrder.Select(each => each.Band.Name))}");
    }

    private static double RawOf(FieldTable.FieldRow row, Field field, Criterion<AccountValueFacts> criterion)
    {
        if (criterion.Scale.Kind != ScaleKind.Levels)
            return (double?)row.Number(field)?.Value ?? double.NaN;
        if (row.Text(field) is not { } text)
            return double.NaN;
        foreach (var knot in criterion.Scale.Knots)
        {
            if (criterion.LevelName(knot.Raw) is { } name
                && (Core.Terms.Language.All.Any(tag => string.Equals(name.In(tag), text, StringComparison.OrdinalIgnoreCase))
                    || text == Invariant($"{knot.Raw}")))
            {
                return knot.Raw;
            }
        }

        throw row.Fault(
            field, $"it must be one of {string.Join(", ", criterion.Scale.Knots.Select(knot => criterion.LevelName(knot.Raw)?.En))}");
    }
}
