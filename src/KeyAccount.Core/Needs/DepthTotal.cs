namespace KeyAccount.Core.Needs;

/// <summary>The number of needs at one depth of the iceberg, and the value of the open ones.</summary>
/// <param name="Depth">The depth; null for needs whose depth is not stated.</param>
/// <param name="Needs">The number of needs.</param>
/// <param name="Open">The number of needs that are not met.</param>
/// <param name="Value">The yearly value of the needs that are valued.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DepthTotal(NeedDepth? Depth, long Needs, long Open, decimal Value);
