namespace KeyAccount.Core.Scoring;

/// <summary>One cap of a scorecard in an assessment.</summary>
/// <param name="Key">The key of the cap.</param>
/// <param name="State">What it did.</param>
/// <param name="Holds">Whether its condition holds; null when that is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AppliedCap(string Key, CapState State, bool? Holds);
