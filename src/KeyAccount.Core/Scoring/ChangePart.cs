namespace KeyAccount.Core.Scoring;

/// <summary>One part of a change of a score.</summary>
/// <param name="Key">The key of the criterion.</param>
/// <param name="Cause">What it comes from.</param>
/// <param name="Points">How much of the change it is, in points of the score, with six places.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ChangePart(string Key, ChangeCause Cause, decimal Points);
