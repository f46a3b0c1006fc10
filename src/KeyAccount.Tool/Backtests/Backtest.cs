using KeyAccount.Core.Estimation;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using NodaTime;

namespace KeyAccount.Tool.Backtests;

/// <summary>What came of scores that were held against outcomes: the verdict, and, where the criteria are known, what each is worth, how
/// the accounts have moved, and weights that the outcomes speak for.</summary>
internal sealed record Backtest(
    ScoreValidation Validation, CriteriaWorth? Worth, ScoreStability? Stability, WeightFit? Weights, RocAreaDifference? Against,
    string? Unit)
{
    /// <summary>Holds rows against their outcomes.</summary>
    /// <param name="rows">The rows; of them, all have the same columns.</param>
    /// <param name="model">The model of the criteria and bands.</param>
    /// <param name="columns">Which columns they have.</param>
    /// <param name="options">How.</param>
    /// <param name="unit">What money is counted in.</param>
    public static Backtest Of(
        IReadOnlyList<BacktestRow> rows, Scorecard<AccountValueFacts, AccountTier> model, BacktestColumns columns,
        ValidationOptions options, string? unit)
    {
        var criteria = model.Criteria.Select((criterion, i) => (criterion.Key, Column: Array.ConvertAll([.. rows], row => row.Raw[i])))
            .ToDictionary(each => each.Key, each => (ReadOnlyMemory<double>)each.Column, StringComparer.Ordinal);
        var ours = new double[rows.Count];
        if (columns.HasCriteria)
            model.ScoreColumns(criteria, ours);
        double[] scores = columns.HasScores && !columns.IsModelAsked ? [.. rows.Select(row => row.Score ?? double.NaN)]
            : columns.HasCriteria ? ours
            : [.. rows.Select(row => (double?)row.Band ?? double.NaN)];
        bool[] events = columns.AreAmounts ? [] : [.. rows.Select(row => row.Happened)];
        var outcomes = columns.AreAmounts
            ? new ScoredOutcomes(scores, rows.Select(row => row.Amount).ToArray())
            {
                Weights = Weights(), Bands = Bands(), ScoredOn = ScoredOn(), OutcomeOn = OutcomeOn(),
            }
            : new ScoredOutcomes(scores, events)
            {
                Weights = Weights(), Bands = Bands(), ScoredOn = ScoredOn(), OutcomeOn = OutcomeOn(), Probabilities = Probabilities(),
            };
        var validation = columns.HasBands || scores.All(score => double.IsNaN(score) || score is >= 0 and <= 100)
            ? ScoreValidation.Of(outcomes, model.Bands, options)
            : ScoreValidation.Of(outcomes, options);
        var canTell = columns.HasCriteria && !columns.AreAmounts && HasBoth(ours);
        return new(
            validation,
            canTell ? CriteriaWorth.Of(model, criteria, events, options) : null,
            columns is { HasCriteria: true, HasScoredOn: true } ? StabilityOf(rows, model, options) : null,
            canTell && columns.HasScoredOn
                ? ScorecardWeights.Fit(
                    model, criteria, events, ScoredOn(), OutcomeOn(),
                    new() { EventsAtLowScores = options.EventsAtLowScores, Confidence = options.Confidence })
                : null,
            canTell && columns.IsModelAsked && columns.HasScores ? Compared() : null,
            unit);

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
                ? RocAreaDifference.Of([.. ours.Select(score => turn * score)], told, events, default, options.Confidence)
                : null;
        }
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
