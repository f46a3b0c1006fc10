using KeyAccount.Core.Estimation;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Backtests;

/// <summary>The comparison of scores with outcomes: the verdict, and, if the criteria are known, the contribution of each, how the accounts
/// have moved, and weights that the outcomes support.</summary>
internal sealed record Backtest(
    ScoreValidation Validation, CriteriaWorth? Worth, ScoreStability? Stability, WeightFit? Weights, RocAreaDifference? Against,
    string? Unit)
{
    /// <summary>Compares rows with their outcomes.</summary>
    /// <param name="rows">The rows; of them, all have the same columns.</param>
    /// <param name="model">The model of the criteria and bands.</param>
    /// <param name="columns">Which columns they have.</param>
    /// <param name="options">How.</param>
    public static Backtest Of(
        IReadOnlyList<BacktestRow> rows, Scorecard<AccountValueFacts, AccountTier> model, BacktestColumns columns,
        ValidationOptions options)
    {
        var criteria = model.Criteria.Select((criterion, i) => (criterion.Key, Column: Array.ConvertAll([.. rows], row => row.Raw[i])))
            .ToDictionary(each => each.Key, each => (ReadOnlyMemory<double>)each.Column, StringComparer.Ordinal);
        var ours = new double[rows.Count];
        if (columns.HasCriteria)
            model.ScoreColumns(criteria, ours);
        double[] scores = columns.AreTold ? [.. rows.Select(row => row.Score ?? double.NaN)]
            : columns.HasCriteria ? ours
            : [.. rows.Select(row => (double?)row.Band ?? double.NaN)];
        CheckRated(rows, scores, model, columns);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] accounts = columns.HasAccounts
            ? [.. rows.Select(row => numbers.TryAdd(row.Account!, numbers.Count) ? numbers.Count - 1 : numbers[row.Account!])]
            : [];
        bool[] events = columns.AreAmounts ? [] : [.. rows.Select(row => row.Happened)];
        var outcomes = columns.AreAmounts
            ? new ScoredOutcomes(scores, rows.Select(row => row.Amount).ToArray())
            {
                Weights = Weights(), Bands = Bands(), ScoredOn = ScoredOn(), OutcomeOn = OutcomeOn(), Accounts = accounts,
            }
            : new ScoredOutcomes(scores, events)
            {
                Weights = Weights(), Bands = Bands(), ScoredOn = ScoredOn(), OutcomeOn = OutcomeOn(), Accounts = accounts,
                Probabilities = Probabilities(),
            };
        var validation = columns.HasBands || columns.AreOnScale
            ? ScoreValidation.Of(outcomes, model.Bands, options)
            : ScoreValidation.Of(outcomes, options);
        var canTell = columns.HasCriteria && !columns.AreAmounts && HasBoth(ours);
        return new(
            validation,
            canTell ? CriteriaWorth.Of(model, criteria, events, options, accounts) : null,
            columns is { HasCriteria: true, HasScoredOn: true } ? StabilityOf(rows, model, options) : null,
            canTell && columns.HasScoredOn
                ? ScorecardWeights.Fit(
                    model, criteria, events, ScoredOn(), OutcomeOn(),
                    new() { EventsAtLowScores = options.EventsAtLowScores, Confidence = options.Confidence })
                : null,
            canTell && columns.IsModelAsked && columns.HasScores ? Compared() : null,
            columns.Currency);

        ReadOnlyMemory<double> Weights() => columns.HasWeights ? rows.Select(row => row.Weight ?? 1).ToArray() : default;

        ReadOnlyMemory<double> Probabilities() =>
            columns.HasProbabilities ? rows.Select(row => row.Probability ?? double.NaN).ToArray() : default;

        ReadOnlyMemory<int> Bands() =>
            columns.HasBands && !columns.IsModelAsked ? rows.Select(row => row.Band ?? -1).ToArray() : default;

        ReadOnlyMemory<LocalDate> ScoredOn() => columns.HasScoredOn ? rows.Select(row => row.ScoredOn!.Value).ToArray() : default;

        ReadOnlyMemory<LocalDate> OutcomeOn() => columns.HasOutcomeOn ? rows.Select(row => row.OutcomeOn!.Value).ToArray() : default;

        bool HasBoth(double[] rated) =>
            rows.Where((_, i) => !double.IsNaN(rated[i])).Select(row => row.Happened).Distinct().Count() == 2;

        // The model that is asked, against what was told at the time.
        RocAreaDifference? Compared()
        {
            var turn = options.EventsAtLowScores ? -1 : 1;
            double[] told = [.. rows.Select(row => turn * (row.Score ?? double.NaN))];
            double[] both = [.. told.Select((score, i) => double.IsNaN(score) ? double.NaN : ours[i])];
            return HasBoth(both)
                ? RocAreaDifference.Of([.. ours.Select(score => turn * score)], told, events, default, options.Confidence, accounts)
                : null;
        }
    }

    // Without an account that counts there is nothing to hold against anything.
    private static void CheckRated(
        IReadOnlyList<BacktestRow> rows, double[] scores, Scorecard<AccountValueFacts, AccountTier> model, BacktestColumns columns)
    {
        if (columns.HasWeights && rows.All(row => row.Weight == 0))
        {
            throw new ToolException(
                "column weight is 0 in every row, so that no account counts; give one a weight above 0, or remove the column.");
        }

        if (rows.Where((row, i) => !double.IsNaN(scores[i]) && !(columns.HasWeights && row.Weight == 0)).Any())
            return;
        var unread = columns.Unread.Length == 0 ? "" : $" Columns that are not read: {columns.Unread}.";
        if (!columns.AreOurs)
        {
            throw new ToolException(
                $"column {(columns.AreTold ? "score" : "band")} is empty in every row that counts; one account must be rated. "
                + $"--column {(columns.AreTold ? "score" : "band")}=TITLE names another column.{unread}");
        }

        var known = model.Criteria.Select((criterion, i) => (criterion.Key, Count: rows.Count(row => !double.IsNaN(row.Raw[i]))))
            .Where(each => each.Count > 0).Select(each => $"{each.Key} in {each.Count} of {rows.Count} rows").ToArray();
        throw new ToolException(
            $"no account has a score: {model.Id} needs more criteria than are known "
            + $"({(known.Length == 0 ? "none" : string.Join(", ", known))}); fill their columns "
            + $"({string.Join(", ", model.Criteria.Select(criterion => criterion.Key))}), or name them with --column FIELD=TITLE.{unread}");
    }

    private static ScoreStability? StabilityOf(
        IReadOnlyList<BacktestRow> rows, Scorecard<AccountValueFacts, AccountTier> model, ValidationOptions options)
    {
        var (first, last) = (rows.Min(row => row.ScoredOn), rows.Max(row => row.ScoredOn));
        return first == last ? null : ScoreStability.Of(model, On(first), On(last), options);

        Dictionary<string, ReadOnlyMemory<double>> On(LocalDate? day)
        {
            BacktestRow[] then = [.. rows.Where(row => row.ScoredOn == day)];
            return model.Criteria.Select((criterion, i) => (criterion.Key, Column: Array.ConvertAll(then, row => row.Raw[i])))
                .ToDictionary(each => each.Key, each => (ReadOnlyMemory<double>)each.Column, StringComparer.Ordinal);
        }
    }
}
