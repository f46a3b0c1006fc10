namespace KeyAccount.Core.Competition;

/// <summary>A candidate for a strategy: something of ours beside something outside.</summary>
/// <param name="Pair">Which parts are paired.</param>
/// <param name="Inside">A strength or a weakness.</param>
/// <param name="Outside">An opportunity or a threat.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TowsStrategy(TowsPair Pair, SwotEntry Inside, SwotEntry Outside);
