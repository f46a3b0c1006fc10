namespace KeyAccount.Core.Needs;

/// <summary>How many needs lie at one depth of the iceberg, and what the open ones are worth.</summary>
/// <param name="Depth">The depth; null for needs of which nobody has said how deep they lie.</param>
/// <param name="Needs">How many there are.</param>
/// <param name="Open">How many of them are not met.</param>
/// <param name="Value">What the valued ones are worth in a year.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DepthTotal(NeedDepth? Depth, long Needs, long Open, decimal Value);
