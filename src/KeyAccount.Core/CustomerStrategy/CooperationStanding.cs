using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The score of one of the four points of strategic cooperation.</summary>
/// <param name="Point">The point.</param>
/// <param name="Score">The score of the point, 0 … 100, over what is known; null if nothing is known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CooperationStanding(CooperationPoint Point, double? Score)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"CooperationStanding {{ Point = {Point}, Score = {Score} }}");
}
