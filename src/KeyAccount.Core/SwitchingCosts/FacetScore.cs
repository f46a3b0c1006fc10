using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The result of a survey for one facet.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Mean">The mean on the scale of the survey, 1 … k; null if nobody has answered.</param>
/// <param name="Points">The mean as points: (mean − 1)/(k − 1) · 100; null if nobody has answered.</param>
/// <param name="Respondents">The number of respondents with an answer to at least one item of the facet.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FacetScore(CostFacet Facet, double? Mean, double? Points, int Respondents)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"FacetScore {{ Facet = {Facet}, Mean = {Mean}, Points = {Points}, Respondents = {Respondents} }}");
}
