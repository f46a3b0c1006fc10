namespace KeyAccount.Core.Reviews;

/// <summary>A fact of an account that was changed for a what-if.</summary>
/// <param name="Path">Its place in the account file.</param>
/// <param name="Before">What it is, as JSON; null where it is not known.</param>
/// <param name="After">What it would be, as JSON; null where it would not be known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record EditedFact(string Path, string? Before, string? After);
