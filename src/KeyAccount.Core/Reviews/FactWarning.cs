using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>A fact of an account that is possible and unlikely, or that another fact contradicts: somebody should look at it before the
/// review is believed.</summary>
/// <param name="Path">Its place in the account file, such as <c>value.marketGrowthRate</c>.</param>
/// <param name="Value">The value; null where it is not a number of one fact.</param>
/// <param name="UsualMinimum">The smallest value that is usual; null where there is none.</param>
/// <param name="UsualMaximum">The largest value that is usual; null where there is none.</param>
/// <param name="Message">The warning in a sentence.</param>
/// <remarks>Immutable; equal when every part is. The usual ranges are in <see cref="FactRangeAttribute"/>.</remarks>
public sealed record FactWarning(string Path, double? Value, double? UsualMinimum, double? UsualMaximum, Text Message)
{
    /// <summary>A warning that a fact contradicts another one: a sentence of the library, which begins with the path.</summary>
    internal static FactWarning Of(string path, string text, params object?[] arguments) =>
        new(path, null, null, null, TextTable.Library[$"Reviews.FactWarning.{text}"].With([path, .. arguments]));
}
