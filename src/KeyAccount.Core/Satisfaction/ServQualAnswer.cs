using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>One respondent's answer to one item.</summary>
/// <param name="Item">The key of the item.</param>
/// <param name="Expectation">What is expected, in points of the scale; null where not answered.</param>
/// <param name="Perception">What is perceived, in points of the scale; null where not answered.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ServQualAnswer(
    [property: Privacy(Privacy.Code)] string Item,
    [property: FactRange(1, double.PositiveInfinity, FactUnit.Number)] double? Expectation,
    [property: FactRange(1, double.PositiveInfinity, FactUnit.Number)] double? Perception)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServQualAnswer {{ Item = {Item}, Expectation = {Expectation}, Perception = {Perception} }}");
}
