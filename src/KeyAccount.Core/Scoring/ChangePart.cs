namespace KeyAccount.Core.Scoring;

/// <summary>A part of the change of a score.</summary>
/// <param name="Key">The key of the criterion.</param>
/// <param name="Cause">The cause of the part.</param>
/// <param name="Points">The size of the part, in points of the score, with six places.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ChangePart(string Key, ChangeCause Cause, decimal Points);
