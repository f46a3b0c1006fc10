using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The effect of one step of a lever on one facet.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Facet">The facet that it raises.</param>
/// <param name="Points">The points by which one step raises it; above 0 and at most 100.</param>
/// <param name="Provenance">The provenance of the effect.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FacetEffect(SwitchingCostLever Lever, CostFacet Facet, double Points, Provenance? Provenance = null)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"FacetEffect {{ Lever = {Lever}, Facet = {Facet}, Points = {Points}, Provenance = {Provenance} }}");
}
