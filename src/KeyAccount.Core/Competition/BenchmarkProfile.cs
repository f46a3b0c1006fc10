using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>A benchmark of us and a rival on the eight dimensions.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record BenchmarkProfile
{
    /// <summary>Our score over the dimensions that are rated for both; 1 … 4.</summary>
    public required double Ours { get; init; }

    /// <summary>The score of the rival over the same dimensions; 1 … 4.</summary>
    public required double Theirs { get; init; }

    /// <summary>The share of the weight of all eight dimensions that is rated for both, as a fraction.</summary>
    public required double Coverage { get; init; }

    /// <summary>The dimensions that are rated for both, in their order.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<DimensionStanding> Dimensions { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<DimensionStanding>.Empty;

    /// <summary>How we and a rival stand.</summary>
    /// <param name="benchmarks">The ratings; of a dimension that is rated twice, the first.</param>
    /// <param name="weights">The weight of each dimension, such as from an AHP; they must sum to 1 (±10⁻⁹). Null for equal weights.</param>
    /// <returns>The profile: the weights of the rated dimensions are divided by their sum. Null if no dimension is rated for
    /// both.</returns>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentException">A dimension has no weight, or the weights do not sum to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    public static BenchmarkProfile? Of(
        IReadOnlyList<RivalBenchmark> benchmarks, IReadOnlyDictionary<BenchmarkDimension, double>? weights = null)
    {
        Guard.NoNull(benchmarks);
        var all = BenchmarkDimension.InOrder.ToDictionary(dimension => dimension, dimension =>
            weights is null ? 1.0 / BenchmarkDimension.InOrder.Count
            : weights.TryGetValue(dimension, out var weight) ? weight
            : throw new ArgumentException(
                $"weights has no weight for {dimension}; it must have one for each dimension.", nameof(weights)));
        _ = CompetitiveProfile.Shares([.. all.Values], ProfileWeights.SumToOne);
        RivalBenchmark[] rated =
        [
            .. benchmarks.Where(each => each.Ours is not null && each.Theirs is not null && all[each.Dimension] > 0)
                .DistinctBy(each => each.Dimension).OrderBy(each => each.Dimension.Value),
        ];
        if (rated.Length == 0)
            return null;
        double[] known = [.. rated.Select(each => all[each.Dimension])];
        var shares = CompetitiveProfile.Shares(known, ProfileWeights.Normalize);
        return new()
        {
            Ours = CompetitiveProfile.Score(known, [.. rated.Select(each => each.Ours!.Value)], ProfileWeights.Normalize),
            Theirs = CompetitiveProfile.Score(known, [.. rated.Select(each => each.Theirs!.Value)], ProfileWeights.Normalize),
            Coverage = ScoreRounding.Round(known.Sum()),
            Dimensions =
            [
                .. rated.Select((each, i) => new DimensionStanding(
                    each, shares[i], ScoreRounding.Round((each.Ours!.Value - each.Theirs!.Value) * shares[i] * rated.Length))),
            ],
        };
    }

    /// <summary>Our lead over the rival on a dimension.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>The relative gap; null if the dimension is not rated for both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimension"/> is null.</exception>
    public double? GapOn(BenchmarkDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return Dimensions.FirstOrDefault(each => each.Benchmark.Dimension == dimension)?.RelativeGap;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both scores and the coverage.</returns>
    public override string ToString() => Invariant($"BenchmarkProfile {{ Ours = {Ours}, Theirs = {Theirs}, Coverage = {Coverage} }}");
}
