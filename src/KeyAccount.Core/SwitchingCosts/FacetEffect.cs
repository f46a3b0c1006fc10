using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>What one step of a lever does to one facet.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Facet">A facet it raises.</param>
/// <param name="Points">By how many points one step raises it; above 0 and at most 100.</param>
/// <param name="Provenance">Where the effect comes from.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FacetEffect(SwitchingCostLever Lever, CostFacet Facet, double Points, Provenance? Provenance = null)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"FacetEffect {{ Lever = {Lever}, Facet = {Facet}, Points = {Points}, Provenance = {Provenance} }}");
}
