using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>Where one of the four points of strategic cooperation stands.</summary>
/// <param name="Point">The point.</param>
/// <param name="Score">Its points, 0 … 100, over what is known; null where nothing is.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record CooperationStanding(CooperationPoint Point, double? Score)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"CooperationStanding {{ Point = {Point}, Score = {Score} }}");
}
