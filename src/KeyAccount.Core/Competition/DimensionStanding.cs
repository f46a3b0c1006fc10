namespace KeyAccount.Core.Competition;

/// <summary>How we and a rival stand on a dimension.</summary>
/// <param name="Benchmark">The ratings, with what they rest on.</param>
/// <param name="Weight">The weight of the dimension among those that are rated; together they sum to 1.</param>
/// <param name="RelativeGap">(our rating − its rating) · weight · number of rated dimensions: in rating points where all weigh alike, more
/// where the dimension weighs more. To six decimal places; negative if the rival is ahead.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DimensionStanding(RivalBenchmark Benchmark, double Weight, double RelativeGap);
