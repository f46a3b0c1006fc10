using System.Globalization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The models of this room.</summary>
internal static class SwitchingCostsRoom
{
    private static readonly Provenance Burnham = Provenance.Literature("Burnham, Frels & Mahajan 2003, JAMS 31:109-126");
    private static readonly Provenance MainCosts =
        Provenance.LibraryDefault($"{SourceTitle.Selling} speaks of four main costs and names none; the grouping is ours");

    public static IReadOnlyList<IModel> Models { get; } =
    [
        SwitchingCost.Standard,
        SwitchingCost.ThreeTypes,
        new ModelConstants(
            "switchingCost.facets",
            [
                .. CostFacet.InOrder.Select(facet => new ModelDefault($"mainCost[\"{facet}\"]", facet.MainCost.Name, MainCosts)),
                .. CostFacet.InOrder.Select(facet => new ModelDefault($"type[\"{facet}\"]", facet.Type.Name, Burnham)),
                new ModelDefault(
                    nameof(SwitchingCost.Step),
                    SwitchingCost.Step.ToString(CultureInfo.InvariantCulture),
                    Provenance.LibraryDefault("a tenth of the scale is what an action can be expected to move")),
            ]),
        new ModelConstants(
            "switchingCost.survey",
            new ModelDefault("facet", "mean of its items, reversed items k + 1 - x", Burnham),
            new ModelDefault(
                "respondents", "each counts the same", Provenance.LibraryDefault("no weights of respondents are published"))),
        SwitchingCostLevers.Standard,
        CompetitorBarrier.Standard,
        new ModelConstants(
            "switchingCost.inMoney",
            new ModelDefault(
                "units",
                "bought evenly over the days of the contract",
                Provenance.LibraryDefault("the simplest reading of a contract without a call-off plan"))),
        BarrierPolicy.Standard,
    ];
}
