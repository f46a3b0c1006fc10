using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>Where one of the four points of strategic cooperation stands.</summary>
/// <param name="Point">The point.</param>
/// <param name="Score">Its points, 0 … 100, over what is known; null if nothing is.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CooperationStanding(CooperationPoint Point, double? Score)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"CooperationStanding {{ Point = {Point}, Score = {Score} }}");
}
