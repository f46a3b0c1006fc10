using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>A warning about a fact of an account that is possible but unlikely, or that another fact contradicts. Somebody should check it
/// before relying on the review.</summary>
/// <param name="Path">The place of the fact in the account file, such as <c>value.marketGrowthRate</c>.</param>
/// <param name="Value">The value; null if the warning is not about a single number.</param>
/// <param name="UsualMinimum">The smallest usual value; null if there is none.</param>
/// <param name="UsualMaximum">The largest usual value; null if there is none.</param>
/// <param name="Message">The warning in a sentence.</param>
/// <remarks>Immutable; equal when every part is. The usual ranges are in <see cref="FactRangeAttribute"/>.</remarks>
public sealed record FactWarning(string Path, double? Value, double? UsualMinimum, double? UsualMaximum, Text Message)
{
    /// <summary>Creates a warning that a fact contradicts another one, with a sentence of the library that begins with the path.</summary>
    internal static FactWarning Of(string path, string text, params object?[] arguments) =>
        new(path, null, null, null, TextTable.Library[$"Reviews.FactWarning.{text}"].With([path, .. arguments]));
}
