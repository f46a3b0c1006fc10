using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Estimation;

/// <summary>Fits the weights of a scorecard to outcomes: what happened to accounts after they were scored.</summary>
/// <remarks>
/// <para>A logistic model over the points of the criteria, with coefficients that are not negative, add up to one once normalised, and are
/// drawn towards the present weights. How strongly is found by trying it on later days: for each of them, weights that were learnt from
/// the days before, of which the outcome was known by then. Of strengths that do about as well, within one standard error, the strongest
/// is taken.</para>
/// <para>The last day is held out. The weights that are proposed are the ones that were held against it, and not fitted once more. Pure
/// functions, safe to call from any thread.</para>
/// </remarks>
public static class ScorecardWeights
{
    // From the present weights to the data alone; in between each is a third or less of the one before.
    private static readonly double[] Strengths = [10, 1, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0001];

    // A strength is a rough figure: with more accounts it would not be told better.
    private const int MostTried = 40_000;

    private const decimal Grain = 0.0001m;

    // What is not known of most accounts is their score in the fit: its weight would be a copy of the others.
    private const double LeastKnown = 0.5;

    internal static readonly TextTable Texts =
        TextTable.FromResources(typeof(ScorecardWeights).Assembly, "KeyAccount.Core.Estimation.Texts");

    /// <summary>Fits the weights of a scorecard.</summary>
    /// <typeparam name="TFacts">The facts of the scorecard.</typeparam>
    /// <typeparam name="TBand">Its bands.</typeparam>
    /// <param name="scorecard">The scorecard with the present weights.</param>
    /// <param name="columns">The columns of the accounts as they were when scored, as <c>ScoreColumns</c> takes them; an account that was
    /// scored on several days has a row for each.</param>
    /// <param name="events">Whether the event happened to the account since, by row.</param>
    /// <param name="scoredOn">The day of the scores of each row.</param>
    /// <param name="outcomeOn">The day by which the outcome of each row was known; empty if that is not known: then it must have been
    /// known by the next day of scores.</param>
    /// <param name="options">The options, also when to refuse the fit; null for <see cref="WeightFitOptions.Default"/>.</param>
    /// <returns>The weights, or the reason why there are none. Unrated rows are left out. What is not known of an account counts as its
    /// score where the policy shares the weight, else as the policy has it. A criterion that is not known of half of the accounts keeps
    /// its present weight.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scorecard"/> or <paramref name="columns"/> is null.</exception>
    /// <exception cref="ArgumentException">Columns are missing or without accounts, a value is infinite or not a level, the lengths differ,
    /// or an outcome is not after its score.</exception>
    public static WeightFit Fit<TFacts, TBand>(
        Scorecard<TFacts, TBand> scorecard,
        IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns,
        ReadOnlyMemory<bool> events,
        ReadOnlyMemory<LocalDate> scoredOn,
        ReadOnlyMemory<LocalDate> outcomeOn = default,
        WeightFitOptions? options = null)
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        options ??= WeightFitOptions.Default;
        var scored = new ScoredColumns<TFacts, TBand>(scorecard, columns, nameof(columns));

        // It checks lengths and dates, and names the row.
        ScoredOutcomes.SameLength(scoredOn.Length, scored.Scores.Length, nameof(scoredOn));
        var outcomes = new ScoredOutcomes(scored.Scores, events) { ScoredOn = scoredOn, OutcomeOn = outcomeOn };
        int[] rated = [.. Enumerable.Range(0, scored.Scores.Length).Where(row => !double.IsNaN(scored.Scores[row]))];
        var (days, known) = (scoredOn.ToArray(), outcomeOn.ToArray());
        LocalDate[] dates = [.. rated.Select(row => days[row]).Distinct().Order()];
        if (dates.Length < 3)
            return Refused(WeightFitOutcome.TooFewDates, "Estimation.weights.tooFewDates", dates.Length);
        var last = dates[^1];
        int[] heldOut = [.. rated.Where(row => days[row] == last)];
        var learnt = Before(last, rated);
        var (count, happened) = (learnt.Length, learnt.Count(row => events.Span[row]));
        int[] free =
        [
            .. Enumerable.Range(0, scorecard.Criteria.Count).Where(
                i => learnt.Count(row => !double.IsNaN(scored.Points[i][row])) >= LeastKnown * count),
        ];
        var needed = options.EventsPerWeight * free.Length;
        if (Math.Min(happened, count - happened) < needed || IsTooFew(heldOut))
            return TooFew(heldOut);
        var share = free.Sum(i => scorecard.Criteria[i].Weight);
        if (!(share > 0))
            return NothingTells();
        var points = PointsOf(scorecard, scored, free);
        bool[] targets = [.. events.ToArray().Select(each => each != options.EventsAtLowScores)];
        double[] present = [.. free.Select(i => scorecard.Criteria[i].Weight / share)];
        var strength = StrengthOf(
            points, targets, present, dates[1..^1].TakeLast(options.MostFolds), days, learnt, Before, free.Length);
        if (strength is not { } pull)
            return Refused(WeightFitOutcome.TooFewDates, "Estimation.weights.tooFewDates", dates.Length) with { HeldOutOn = last };
        var fitted = new WeightLikelihood(points, targets, learnt, present).Minimize(pull, null);
        var sum = fitted.Skip(1).Sum();
        if (!(sum > 1e-6))
            return NothingTells();
        double[] weights = [.. scorecard.Criteria.Select(criterion => criterion.Weight)];
        for (var i = 0; i < free.Length; i++)
            weights[free[i]] = share * fitted[i + 1] / sum;
        weights = InForce(weights, free);
        var settings = new ScorecardSettings
        {
            Criteria = scorecard.Criteria.Select((criterion, i) => (criterion.Key, Weight: weights[i])).ToDictionary(
                each => each.Key, each => new CriterionSettings { Weight = each.Weight }, StringComparer.Ordinal),
            Groups = scorecard.Settings.Groups.Keys.ToDictionary(group => group, _ => 1.0, StringComparer.Ordinal),
        };
        var turn = options.EventsAtLowScores ? -1 : 1;
        var scores = new double[scored.Scores.Length];
        scorecard.With(settings).ScoreColumns(columns, scores);

        // What the fitted weights leave unrated cannot be compared.
        int[] both = [.. heldOut.Where(row => !double.IsNaN(scores[row]))];
        if (IsTooFew(both))
            return TooFew(both);
        return new()
        {
            Outcome = WeightFitOutcome.Fitted,
            Settings = settings,
            Weights = ValueList.Of(scorecard.Criteria.Select(
                (criterion, i) => new FittedWeight(criterion.Key, criterion.Label, criterion.Weight, weights[i])
                {
                    IsKept = !free.Contains(i),
                })),
            Strength = pull,
            Accounts = count,
            Events = happened,
            HeldOutOn = last,
            HeldOut = RocAreaDifference.Of(
                [.. heldOut.Select(row => turn * scores[row])], [.. heldOut.Select(row => turn * scored.Scores[row])],
                [.. heldOut.Select(row => events.Span[row])], default, options.Confidence),
        };

        bool IsTooFew(int[] rows)
        {
            var held = rows.Count(row => events.Span[row]);
            return Math.Min(held, rows.Length - held) < options.EventsPerWeight;
        }

        WeightFit TooFew(int[] rows)
        {
            var held = rows.Count(row => events.Span[row]);
            return Refused(
                WeightFitOutcome.TooFewEvents, "Estimation.weights.tooFewEvents",
                happened, count - happened, needed, held, rows.Length - held, options.EventsPerWeight)
                with { Accounts = count, Events = happened, HeldOutOn = last };
        }

        WeightFit NothingTells() => Refused(WeightFitOutcome.NothingTells, "Estimation.weights.nothingTells")
            with { Accounts = count, Events = happened, HeldOutOn = last };

        // What was scored before a day, and had its outcome by then.
        int[] Before(LocalDate day, int[] rows) => [.. rows.Where(row => days[row] < day && (known.Length == 0 || known[row] <= day))];
    }

    private static WeightFit Refused(WeightFitOutcome outcome, string key, params object?[] arguments) =>
        new() { Outcome = outcome, Reason = Texts[key].With(arguments) };

    private static double? StrengthOf(
        double[] points, bool[] targets, double[] present, IEnumerable<LocalDate> tried, LocalDate[] days, int[] learnt,
        Func<LocalDate, int[], int[]> before, int least)
    {
        var losses = new List<double[]>();
        foreach (var day in tried)
        {
            int[] rows = Thinned(before(day, learnt));
            int[] later = Thinned([.. learnt.Where(row => days[row] == day)]);
            var happened = rows.Count(row => targets[row]);
            if (later.Length == 0 || Math.Min(happened, rows.Length - happened) < least)
                continue;
            var likelihood = new WeightLikelihood(points, targets, rows, present);
            var loss = new double[Strengths.Length];
            double[]? at = null;
            for (var i = 0; i < Strengths.Length; i++)
            {
                at = likelihood.Minimize(Strengths[i], at);
                loss[i] = likelihood.Loss(at, later);
            }

            losses.Add(loss);
        }

        if (losses.Count == 0)
            return null;
        var best = Enumerable.Range(0, Strengths.Length).MinBy(i => losses.Sum(loss => loss[i]));
        return Strengths[Enumerable.Range(0, best + 1).First(i => IsAsGood(losses, i, best))];
    }

    // The loss more than the best is within its standard error over the days.
    private static bool IsAsGood(List<double[]> losses, int strength, int best)
    {
        double[] more = [.. losses.Select(loss => loss[strength] - loss[best])];
        var mean = more.Average();
        return mean <= 0
            || (more.Length > 1
                && mean <= Math.Sqrt(more.Sum(each => (each - mean) * (each - mean)) / (more.Length - 1) / more.Length));
    }

    private static int[] Thinned(int[] rows)
    {
        var every = (rows.Length + MostTried - 1) / MostTried;
        return every <= 1 ? rows : [.. rows.Where((_, i) => i % every == 0)];
    }

    private static double[] PointsOf<TFacts, TBand>(
        Scorecard<TFacts, TBand> scorecard, ScoredColumns<TFacts, TBand> scored, int[] free)
        where TBand : class
    {
        var (count, assumed) = (free.Length, scorecard.Arithmetic.AssumedPoints);
        var points = new double[scored.Scores.Length * count];
        for (var i = 0; i < count; i++)
        {
            for (var row = 0; row < scored.Scores.Length; row++)
            {
                var one = scored.Points[free[i]][row];
                points[(row * count) + i] = (double.IsNaN(one) ? assumed[free[i]] ?? scored.Scores[row] : one) / 100;
            }
        }

        return points;
    }

    // In whole hundredths of a per cent that add up to 1: the largest that was fitted takes what rounding leaves.
    private static double[] InForce(double[] weights, int[] free)
    {
        decimal[] rounded =
        [
            .. weights.Select((weight, i) => free.Contains(i)
                ? Math.Round((decimal)weight / Grain, MidpointRounding.AwayFromZero) * Grain : (decimal)weight),
        ];
        rounded[free.MaxBy(i => rounded[i])] += 1 - rounded.Sum();
        return Array.ConvertAll(rounded, weight => (double)weight);
    }
}
