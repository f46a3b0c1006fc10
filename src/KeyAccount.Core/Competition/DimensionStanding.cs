namespace KeyAccount.Core.Competition;

/// <summary>The standing of us and a rival on a dimension.</summary>
/// <param name="Benchmark">The ratings, with their evidence.</param>
/// <param name="Weight">The weight of the dimension among the rated ones; these weights sum to 1.</param>
/// <param name="RelativeGap">(our rating − its rating) · weight · number of rated dimensions: in rating points where all weigh alike, more
/// where the dimension weighs more. To six decimal places; negative if the rival is ahead.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DimensionStanding(RivalBenchmark Benchmark, double Weight, double RelativeGap);
