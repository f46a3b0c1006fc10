namespace KeyAccount.Core.Reviews;

/// <summary>A fact of an account that was changed for a what-if.</summary>
/// <param name="Path">The place of the fact in the account file.</param>
/// <param name="Before">The present value, as JSON; null if it is not known.</param>
/// <param name="After">The value after the edit, as JSON; null if it would not be known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record EditedFact(string Path, string? Before, string? After);
