using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
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
    private const int NamedTitles = 10;

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

    /// <summary>The fields beside the criteria.</summary>
    public static IReadOnlyList<string> OwnNames { get; } =
        [.. new[] { Account, ScoredOn, OutcomeOn, Score, Band, Event, Probability, Weight }.Select(field => field.Name)];

    /// <summary>The fields that a title can be given for.</summary>
    public static IReadOnlyList<string> Names => [.. OwnNames, .. AccountValue.Standard.Criteria.Select(criterion => criterion.Key)];

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
            HasAccounts = table.Has(Account),
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
                "it has neither score nor band nor a criterion of "
                + $"{model.Id} ({string.Join(", ", criteria.Select(field => field.Name))}); --column score=TITLE names a column.");
        }

        var (rows, faults, all, repeated) = (new List<BacktestRow>(), new List<RowException>(), 0L, 0);
        var seen = new Dictionary<(string Id, LocalDate? On), (BacktestRow Row, string Where)>();
        var (outside, scoredRows, largest, areWhole) = (new List<RowException>(), 0, 0.0, true);
        (string Currency, string Where)? money = null;
        var shares = new ShareColumn[criteria.Length];
        var today = ToolClock.Today;
        table.ReadAll(
            row =>
            {
                var (scored, known) = (DateOf(row, ScoredOn), DateOf(row, OutcomeOn));
                if (known <= scored)
                {
                    throw row.Fault(
                        OutcomeOn,
                        $"{LocalDatePattern.Iso.Format(known!.Value)} is not after {LocalDatePattern.Iso.Format(scored!.Value)}, the day "
                        + "of the score: a score must not know its outcome");
                }

                if (known > today)
                {
                    throw row.Fault(
                        OutcomeOn, $"it is after today, {LocalDatePattern.Iso.Format(today)}: the outcome cannot be known yet");
                }

                if (known is null && scored >= today)
                {
                    throw row.Fault(
                        ScoredOn,
                        $"it must be before today, {LocalDatePattern.Iso.Format(today)}: what comes after it cannot be known yet");
                }

                var read = new BacktestRow
                {
                    Account = columns.HasAccounts ? row.Needed(Account) : null,
                    ScoredOn = scored,
                    OutcomeOn = known,
                    Score = table.Has(Score) ? (double?)row.Number(Score)?.Value : null,
                    Band = table.Has(Band) ? BandOf(row, model) : null,
                    Happened = !areAmounts && Happened(row),
                    Amount = areAmounts ? AmountOf(row) : 0,
                    Probability = table.Has(Probability) ? (double?)Within(row, Probability, 0, 1) : null,
                    Weight = table.Has(Weight) ? (double?)Within(row, Weight, 0, null) : null,
                    Raw =
                    [
                        .. model.Criteria.Select(
                            (criterion, i) => table.Has(criteria[i]) ? RawOf(row, criteria[i], criterion, ref shares[i]) : double.NaN),
                    ],
                };
                if (IsRepeated(row, read))
                {
                    repeated++;
                    return;
                }

                if (columns.AreTold && !columns.HasBands && read.Score is { } score)
                    LookAt(row, score);
                rows.Add(read);
            },
            fault =>
            {
                all++;
                if (faults.Count < NamedFaults)
                    faults.Add(fault);
            });

        // Most of them, or nothing but fractions: another scale. A few: slips.
        var areOther = scoredRows > 0 && (2 * outside.Count >= scoredRows || (largest <= 1 && !areWhole));
        if (!areOther && all == 0)
            (faults, all) = ([.. outside.Take(NamedFaults)], outside.Count);
        if (all > 0)
        {
            throw new ToolException(
                $"{all} {(all == 1 ? "row" : "rows")} cannot be read:\n"
                + string.Join("\n", faults.Select(fault => fault.Message)) + (all > faults.Count ? "\n…" : ""));
        }

        return rows.Count > 0
            ? (rows, columns with { AreOnScale = !areOther, Currency = money?.Currency, Notes = [.. Notes()], Unread = Unread() })
            : throw new NothingToDoException("it has no rows.");

        LocalDate? DateOf(FieldTable.FieldRow row, Field field) =>
            table.Has(field) ? row.Date(field) ?? throw row.Fault(field, "a date is needed") : null;

        decimal AmountOf(FieldTable.FieldRow row)
        {
            if (row.Number(Money) is not { } number)
                throw row.Fault(Money, "an amount is needed");
            if (number.Currency is { } currency)
            {
                money ??= (currency, row.Where);
                if (money.Value.Currency != currency)
                {
                    throw row.Fault(
                        Money, $"it is in {currency}, and that of {money.Value.Where} in {money.Value.Currency}; "
                        + "amounts are compared in one currency only");
                }
            }

            return Within(row, Money, 0, null)!.Value;
        }

        // The same account on the same day is one, however often it is written.
        bool IsRepeated(FieldTable.FieldRow row, BacktestRow read)
        {
            if (read.Account is not { } id || seen.TryAdd((id, read.ScoredOn), (read, row.Where)))
                return false;
            var (first, where) = seen[(id, read.ScoredOn)];
            return (first with { Raw = read.Raw }).Equals(read) && first.Raw.SequenceEqual(read.Raw)
                ? true
                : throw row.Fault(
                    Account,
                    read.ScoredOn is { } day
                        ? $"{where} contradicts it on {LocalDatePattern.Iso.Format(day)}; keep the row that is right"
                        : $"{where} contradicts it; keep one row, or name the day of each score in a column scoredOn");
        }

        void LookAt(FieldTable.FieldRow row, double score)
        {
            scoredRows++;
            largest = Math.Max(largest, Math.Abs(score));
            areWhole &= score == Math.Floor(score);
            if (score is not (>= 0 and <= 100))
            {
                outside.Add(row.Fault(
                    Score, $"it must be between 0 and 100, as the scores of {model.Id} are; a column band lets scores be any numbers"));
            }
        }

        // With the field that is probably meant.
        IEnumerable<(string Title, string? Field)> Titles()
        {
            var open = new[] { Account, ScoredOn, OutcomeOn, Score, Band, Probability, Weight }.Concat(criteria)
                .Where(field => !table.Has(field)).Select(field => field.Name).ToArray();
            return table.Unread.Select(title => (SafeText.Line(title.Trim(), 60), LookAlikes.Nearest(title.Trim(), open)));
        }

        string Unread() => string.Join(", ", Titles().OrderBy(each => each.Field is null).Take(NamedTitles).Select(
            each => each.Field is null ? each.Title : $"{each.Title} (is it {each.Field}?)"));

        IEnumerable<Text> Notes()
        {
            foreach (var note in table.NotesOnUnread([Account, ScoredOn, OutcomeOn, Score, Band, Probability, Weight, .. criteria]))
                yield return note;
            if (repeated > 0)
                yield return ToolText.TextOf("Backtest.Repeated", repeated);
            if (!columns.HasAccounts && rows.Select(row => row.ScoredOn).Distinct().Count() > 1)
                yield return ToolText.TextOf("Backtest.NoIds");
            for (var i = 0; i < criteria.Length; i++)
            {
                if (shares[i] is { Largest: > 0 and <= 1, HasFraction: true } share)
                {
                    yield return ToolText.TextOf(
                        "Backtest.Fractions", criteria[i].Name, Invariant($"{share.Largest}"), Invariant($"{100 * share.Largest:0.####}"));
                }
            }

            if (areOther)
                yield return ToolText.TextOf("Backtest.OtherScale", model.Id);
            else if (columns is { AreTold: true, HasBands: false })
                yield return ToolText.TextOf("Backtest.ValueBands", model.Id);
            if (columns.AreOurs && model.Caps.Count > 0)
                yield return ToolText.TextOf("Backtest.Caps", string.Join(", ", model.Caps.Select(cap => cap.Key)));
        }
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
        if (TermWord.Of<AccountTier>(text) is { } band && model.Bands.InOrder.Any(each => each.Band == band))
            return model.Bands.IndexOf(band);
        throw row.Fault(Band, $"it must be one of {string.Join(", ", model.Bands.InOrder.Select(each => each.Band.Name))}");
    }

    private static double RawOf(
        FieldTable.FieldRow row, Field field, Criterion<AccountValueFacts> criterion, ref ShareColumn share)
    {
        if (criterion.Scale.Kind != ScaleKind.Levels)
            return NumberOf(row, field, criterion, ref share);
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

    // A per cent may have its sign; a number without one is in the unit of the criterion.
    private static double NumberOf(
        FieldTable.FieldRow row, Field field, Criterion<AccountValueFacts> criterion, ref ShareColumn share)
    {
        var isPercent = criterion.Unit.En == "%";
        var hasSign = isPercent && row.Text(field) is [.., '%' or '％'];
        if ((hasSign ? row.Percent(field) : row.Number(field)?.Value) is not { } number)
            return double.NaN;
        var value = (double)number;
        if (!(value >= criterion.Minimum && value <= criterion.Maximum))
        {
            var (low, high) = (criterion.Minimum, criterion.Maximum);
            throw row.Fault(
                field,
                "it must be " + (double.IsInfinity(high) ? Invariant($"at least {low}")
                    : double.IsInfinity(low) ? Invariant($"at most {high}")
                    : Invariant($"between {low} and {high}")) + (criterion.Unit.En is { Length: > 0 } unit ? $" ({unit})" : ""));
        }

        if (isPercent)
            share = new(hasSign ? double.PositiveInfinity : Math.Max(share.Largest, Math.Abs(value)), share.HasFraction || value % 1 != 0);
        return value;
    }

    /// <summary>What the numbers of a column of per cents look like: fractions are at most 1.</summary>
    private readonly record struct ShareColumn(double Largest, bool HasFraction);
}
