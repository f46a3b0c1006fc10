namespace KeyAccount.Core.Scoring;

/// <summary>A cap of a scorecard and its effect in an assessment.</summary>
/// <param name="Key">The key of the cap.</param>
/// <param name="State">The effect of the cap.</param>
/// <param name="Holds">Whether its condition holds; null if that is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AppliedCap(string Key, CapState State, bool? Holds);
