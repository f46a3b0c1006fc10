using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>Spearman's rank correlation of two figures, such as quota and potential, or pay and result.</summary>
/// <param name="Value">Spearman's ρ, −1 … 1: 1 for the same order, −1 for the reverse. Null below
/// <see cref="LeastCount"/> pairs, and where one of the figures is the same for all.</param>
/// <param name="Count">The number of pairs.</param>
/// <param name="Interval">The interval of ρ, by Fisher's transformation with the standard error √(1.06 / (n − 3)); null if ρ is null, 1 or
/// −1.</param>
/// <remarks>ρ is the correlation of the ranks; equal figures share the mean of their ranks. Immutable, with value equality.</remarks>
public sealed record RankCorrelation(double? Value, int Count, ConfidenceInterval? Interval)
{
    /// <summary>The least number of pairs: 5. Provenance: <c>LibraryDefault</c>.</summary>
    public const int LeastCount = 5;

    /// <summary>The rank correlation of pairs.</summary>
    /// <param name="pairs">The pairs, in any order; finite.</param>
    /// <param name="confidence">The confidence level of the interval; above 0, at most 0.999999.</param>
    /// <returns>The correlation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, or <paramref name="confidence"/> is outside its range; the
    /// message names the pair by its index.</exception>
    public static RankCorrelation Of(
        IReadOnlyList<(double First, double Second)> pairs, double confidence = ConfidenceInterval.DefaultConfidence) =>
        Of(pairs, confidence, pairs?.Count ?? 0);

    /// <summary>The same of pairs that do not all stand alone: the interval is that of fewer.</summary>
    internal static RankCorrelation Of(IReadOnlyList<(double First, double Second)> pairs, double confidence, int independent)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ConfidenceInterval.Check(confidence);
        for (var i = 0; i < pairs.Count; i++)
        {
            Guard.Between(pairs[i].First, double.MinValue, double.MaxValue, Invariant($"pairs[{i}].First"));
            Guard.Between(pairs[i].Second, double.MinValue, double.MaxValue, Invariant($"pairs[{i}].Second"));
        }

        if (pairs.Count < LeastCount)
            return new(null, pairs.Count, null);
        var (first, second) = (RanksOf([.. pairs.Select(pair => pair.First)]), RanksOf([.. pairs.Select(pair => pair.Second)]));
        var mean = (pairs.Count + 1) / 2.0;
        double together = 0, one = 0, other = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            var (x, y) = (first[i] - mean, second[i] - mean);
            (together, one, other) = (together + (x * y), one + (x * x), other + (y * y));
        }

        if (one == 0 || other == 0)
            return new(null, pairs.Count, null);
        var value = Math.Clamp(together / Math.Sqrt(one * other), -1, 1);
        if (Math.Abs(value) == 1 || independent < LeastCount)
            return new(value, pairs.Count, null);
        var (middle, half) = (
            Math.Atanh(value), ConfidenceInterval.Quantile(confidence) * Math.Sqrt(1.06 / (independent - 3)));
        return new(value, pairs.Count, new(Math.Tanh(middle - half), Math.Tanh(middle + half), confidence));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"RankCorrelation {{ Value = {Value}, Count = {Count}, Interval = {Interval} }}");

    // From 1; equal figures share the mean of their places.
    private static double[] RanksOf(double[] figures)
    {
        var order = Enumerable.Range(0, figures.Length).OrderBy(i => figures[i]).ToArray();
        var ranks = new double[figures.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to + 1 < order.Length && figures[order[to + 1]] == figures[order[from]])
                to++;
            for (var i = from; i <= to; i++)
                ranks[order[i]] = ((from + to) / 2.0) + 1;
            from = to + 1;
        }

        return ranks;
    }
}
