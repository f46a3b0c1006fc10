using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The strength of a lever with one customer, and the effect of one more step.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Strength">The present strength, 0 … 100: the mean of the facets it raises, weighted by how strongly it raises each; null if
/// none of them is known.</param>
/// <param name="StrengthRange">The range of the strength: with unknown facets at 0 and at 100.</param>
/// <param name="Gain">The gain of one step in the score of the barrier; null if the barrier is unrated. A facet that is not known cannot be
/// raised and adds nothing.</param>
/// <param name="Reaches">The level of the barrier after the step; null if it is unrated.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record LeverStanding(
    SwitchingCostLever Lever, double? Strength, ScoreRange StrengthRange, double? Gain, BarrierLevel? Reaches)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"LeverStanding {{ Lever = {Lever}, Strength = {Strength}, StrengthRange = {StrengthRange}, Gain = {Gain}, Reaches = {Reaches} }}");
}
