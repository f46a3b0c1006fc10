using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>One respondent's answer to one item.</summary>
/// <param name="Item">The key of the item.</param>
/// <param name="Expectation">The expectation, in points of the scale; null if not answered.</param>
/// <param name="Perception">The perception, in points of the scale; null if not answered.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServQualAnswer(
    [property: Privacy(Privacy.Code)] string Item,
    [property: FactRange(1, double.PositiveInfinity, FactUnit.Number)] double? Expectation,
    [property: FactRange(1, double.PositiveInfinity, FactUnit.Number)] double? Perception)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServQualAnswer {{ Item = {Item}, Expectation = {Expectation}, Perception = {Perception} }}");
}
