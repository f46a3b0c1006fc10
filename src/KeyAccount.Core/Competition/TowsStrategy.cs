namespace KeyAccount.Core.Competition;

/// <summary>A candidate for a strategy: an internal entry paired with an external one.</summary>
/// <param name="Pair">The parts that are paired.</param>
/// <param name="Inside">A strength or a weakness.</param>
/// <param name="Outside">An opportunity or a threat.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TowsStrategy(TowsPair Pair, SwotEntry Inside, SwotEntry Outside);
