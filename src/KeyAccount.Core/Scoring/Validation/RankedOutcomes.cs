using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The scores of accounts with the event and of those without it, each sorted. Everything that depends only on ranks is one pass
/// over both.</summary>
internal sealed class RankedOutcomes
{
    private readonly double[] _events;
    private readonly double[] _others;
    private readonly double[] _eventWeights;
    private readonly double[] _otherWeights;

    private RankedOutcomes(double[] events, double[] others, double[] eventWeights, double[] otherWeights) =>
        (_events, _others, _eventWeights, _otherWeights) = (events, others, eventWeights, otherWeights);

    // Two short sorts are less work than one of all, and nothing must be carried along.
    public static RankedOutcomes Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> events, ReadOnlySpan<double> weights)
    {
        ScoredOutcomes.SameLength(events.Length, scores.Length, nameof(events));
        if (!weights.IsEmpty)
            ScoredOutcomes.CheckWeights(weights, scores.Length);
        int rated = 0, happened = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            ScoredOutcomes.CheckScore(scores[i], i, nameof(scores));
            if (!Counts(i, scores, weights))
                continue;
            rated++;
            happened += events[i] ? 1 : 0;
        }

        if (happened == 0 || happened == rated)
        {
            throw new ArgumentException(
                Invariant($"events is {(happened > 0 ? "true" : "false")} for all {rated} accounts that are rated and have a weight; ")
                + "a comparison needs accounts of both kinds.",
                nameof(events));
        }

        var (yes, no) = (new double[happened], new double[rated - happened]);
        var (yesWeights, noWeights) = weights.IsEmpty ? ([], []) : (new double[happened], new double[rated - happened]);
        int nextYes = 0, nextNo = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (!Counts(i, scores, weights))
                continue;
            if (!weights.IsEmpty)
                (events[i] ? yesWeights : noWeights)[events[i] ? nextYes : nextNo] = weights[i];
            (events[i] ? yes : no)[events[i] ? nextYes++ : nextNo++] = scores[i];
        }

        Sort(yes, yesWeights);
        Sort(no, noWeights);
        return new(yes, no, yesWeights, noWeights);

        static bool Counts(int i, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights) =>
            !double.IsNaN(scores[i]) && (weights.IsEmpty || weights[i] > 0);
    }

    public RocArea Area(double confidence)
    {
        var (allEvents, allOthers) = (TotalOf(_events, _eventWeights), TotalOf(_others, _otherWeights));
        var sum = 0.0;
        for (var tie = Ties(); tie.MoveNext();)
            sum += tie.Events * (tie.OthersBelow + (tie.Others / 2));
        var area = sum / allEvents / allOthers;
        double ofEvents = 0, ofOthers = 0;
        for (var tie = Ties(); tie.MoveNext();)
        {
            ofEvents += tie.SquaredEvents * Squared(((tie.OthersBelow + (tie.Others / 2)) / allOthers) - area);
            ofOthers += tie.SquaredOthers * Squared(1 - ((tie.EventsBelow + (tie.Events / 2)) / allEvents) - area);
        }

        double? error = _events.Length < 2 || _others.Length < 2
            ? null
            : Math.Sqrt(
                (ofEvents / SpreadOf(allEvents, _events, _eventWeights)) + (ofOthers / SpreadOf(allOthers, _others, _otherWeights)));
        return new(area, error, IntervalOf(area, error, 0, confidence), _events.Length, _others.Length);
    }

    /// <summary>The Kolmogorov–Smirnov distance: the largest distance between the two cumulative shares, and the score at which it
    /// occurs.</summary>
    public (double Distance, double At) Distance()
    {
        var (allEvents, allOthers) = (TotalOf(_events, _eventWeights), TotalOf(_others, _otherWeights));
        var (distance, at) = (0.0, Math.Min(_events[0], _others[0]));
        for (var tie = Ties(); tie.MoveNext();)
        {
            var apart = Math.Abs(((tie.EventsBelow + tie.Events) / allEvents) - ((tie.OthersBelow + tie.Others) / allOthers));
            if (apart > distance)
                (distance, at) = (apart, tie.Score);
        }

        return (Math.Min(1, distance), at);
    }

    /// <summary>The normal interval around a figure, limited to its possible values.</summary>
    public static ConfidenceInterval? IntervalOf(double value, double? error, double lowest, double confidence)
    {
        if (error is not > 0)
            return null;
        var half = ConfidenceInterval.Quantile(confidence) * error.Value;
        return new(Math.Max(lowest, value - half), Math.Min(1, value + half), confidence);
    }

    public static double Squared(double x) => x * x;

    // (Σw)² − Σw²: of equal weights n² − n, which is what the sum of squares is divided by for the variance of a mean.
    private static double SpreadOf(double total, double[] scores, double[] weights)
    {
        double squares = scores.Length;
        if (weights.Length > 0)
        {
            squares = 0;
            foreach (var weight in weights)
                squares += weight * weight;
        }

        return (total * total) - squares;
    }

    private static double TotalOf(double[] scores, double[] weights) => weights.Length == 0 ? scores.Length : weights.Sum();

    private static void Sort(double[] scores, double[] weights)
    {
        if (weights.Length == 0)
            Array.Sort(scores);
        else
            Array.Sort(scores, weights);
    }

    private TieReader Ties() => new(this);

    /// <summary>The accounts with the same score, and the weight of those below.</summary>
    private struct TieReader(RankedOutcomes ranked)
    {
        private readonly double[] _events = ranked._events;
        private readonly double[] _others = ranked._others;
        private readonly double[] _eventWeights = ranked._eventWeights;
        private readonly double[] _otherWeights = ranked._otherWeights;
        private int _event;
        private int _other;

        public double Score { get; private set; }

        public double EventsBelow { get; private set; }

        public double OthersBelow { get; private set; }

        public double Events { get; private set; }

        public double Others { get; private set; }

        public double SquaredEvents { get; private set; }

        public double SquaredOthers { get; private set; }

        public bool MoveNext()
        {
            (EventsBelow, OthersBelow) = (EventsBelow + Events, OthersBelow + Others);
            if (_event == _events.Length && _other == _others.Length)
                return false;
            Score = _event == _events.Length ? _others[_other]
                : _other == _others.Length ? _events[_event]
                : Math.Min(_events[_event], _others[_other]);
            (Events, SquaredEvents) = Read(_events, _eventWeights, ref _event, Score);
            (Others, SquaredOthers) = Read(_others, _otherWeights, ref _other, Score);
            return true;
        }

        private static (double Sum, double Squares) Read(double[] scores, double[] weights, ref int next, double score)
        {
            var first = next;
            if (weights.Length == 0)
            {
                while (next < scores.Length && scores[next] == score)
                    next++;
                return (next - first, next - first);
            }

            double sum = 0, squares = 0;
            for (; next < scores.Length && scores[next] == score; next++)
                (sum, squares) = (sum + weights[next], squares + (weights[next] * weights[next]));
            return (sum, squares);
        }
    }
}
