namespace KeyAccount.Core.Planning;

/// <summary>The share of a target in the effort.</summary>
/// <param name="Id">The target.</param>
/// <param name="Units">The units of effort.</param>
/// <param name="Value">The value that they bring.</param>
/// <param name="NextValue">The value that one more unit would add; null if the target can have no more.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MatchShare(string Id, int Units, double Value, double? NextValue);
