using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>Models of the barrier around a customer: what it would cost the customer to leave (《大客戶戰略客戶關係管理》: 为客户建立壁垒的方式：转换成本).</summary>
/// <remarks>
/// <para>The eight facets are Burnham, Frels &amp; Mahajan 2003, JAMS 31:109–126; so is that a type is the mean of its facets. No scored
/// example is published: every weight, cut and policy is a <c>LibraryDefault</c>.</para>
/// <para>For the barrier against a competitor, see <see cref="CompetitorBarrier"/>.</para>
/// </remarks>
public static class SwitchingCost
{
    /// <summary>The step of advice: 10 points of a facet. Provenance: <c>LibraryDefault</c>.</summary>
    public const double Step = 10;

    private static readonly Provenance Ours = Provenance.LibraryDefault("no published weights, cuts or policy for missing facets");

    /// <summary>Eight facets in four main costs, which count the same; a cost is the mean of its facets.</summary>
    public static Scorecard<SwitchingCostFacts, BarrierLevel> Standard { get; } = Of(
        "switchingCost.standard",
        facet => facet.MainCost.Key,
        Provenance.LibraryDefault(
            "the facet is Burnham, Frels & Mahajan 2003's; its main cost, and that the four count the same, are ours"));

    /// <summary>Eight facets in the three types of the literature, which count the same; a type is the mean of its facets.</summary>
    public static Scorecard<SwitchingCostFacts, BarrierLevel> ThreeTypes { get; } = Of(
        "switchingCost.threeTypes",
        facet => facet.Type.Key,
        Provenance.LibraryDefault("facet and type are Burnham, Frels & Mahajan 2003's; that the three types count the same is ours"));

    /// <summary>An assessment for a person: the barrier, each of its four costs, and every facet.</summary>
    /// <param name="assessment">An assessment by <paramref name="model"/>.</param>
    /// <param name="model">The model; <see cref="Standard"/> if none is given.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> or <paramref name="language"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="assessment"/> is by another model, or one without the four costs.</exception>
    public static Documents.Document Describe(
        Assessment<BarrierLevel> assessment, Scorecard<SwitchingCostFacts, BarrierLevel>? model = null,
        string language = Language.English) => SwitchingCostDocuments.Of(assessment, model ?? Standard, language);

    /// <summary>The four main costs in an assessment by <see cref="Standard"/>.</summary>
    /// <param name="assessment">The assessment, by a model whose groups are the main costs.</param>
    /// <returns>Each main cost with its score, in the order of the term.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    /// <exception cref="ArgumentException">The assessment has no such groups.</exception>
    public static IReadOnlyList<BarrierPart<MainCost>> ByMainCost(Assessment<BarrierLevel> assessment) =>
        BarrierPart<MainCost>.All(MainCost.InOrder, cost => cost.Key, assessment);

    /// <summary>The three types of costs in an assessment by <see cref="ThreeTypes"/>.</summary>
    /// <param name="assessment">The assessment, by a model whose groups are the types.</param>
    /// <returns>Each type with its score, in the order of the term.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    /// <exception cref="ArgumentException">The assessment has no such groups.</exception>
    public static IReadOnlyList<BarrierPart<CostType>> ByType(Assessment<BarrierLevel> assessment) =>
        BarrierPart<CostType>.All(CostType.InOrder, type => type.Key, assessment);

    // A weight of 1/n in a group of n makes the group the mean of its facets, and groups of the same weight count the same.
    private static Scorecard<SwitchingCostFacts, BarrierLevel> Of(string id, Func<CostFacet, string> group, Provenance provenance)
    {
        var model = Scorecard.For<SwitchingCostFacts, BarrierLevel>(id).From(Ours);
        foreach (var facets in CostFacet.InOrder.GroupBy(group, StringComparer.Ordinal))
        {
            model.Group(facets.Key, 1, g =>
            {
                foreach (var facet in facets)
                {
                    g.Criterion(
                        facet.Key,
                        1.0 / facets.Count(),
                        facet.Measure,
                        Scale.Linear((0, 0), (100, 100)),
                        Step,
                        facet.Label,
                        TextTable.Library["SwitchingCosts.unit.points"],
                        provenance,
                        Controllability.Influenceable);
                }
            });
        }

        return model
            .MissingData(MissingData.Renormalize, 0.5)
            .Bands((0, BarrierLevel.Low), (40, BarrierLevel.Medium), (70, BarrierLevel.High))
            .Build();
    }
}
