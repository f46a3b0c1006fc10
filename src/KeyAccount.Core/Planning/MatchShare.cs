namespace KeyAccount.Core.Planning;

/// <summary>What a target gets.</summary>
/// <param name="Id">The target.</param>
/// <param name="Units">The units of effort.</param>
/// <param name="Value">What they bring.</param>
/// <param name="NextValue">What one more unit would add; null if it can have none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MatchShare(string Id, int Units, double Value, double? NextValue);
