using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Tests.SwitchingCosts;

/// <summary>Facts for the tests, facet by facet in the order of the term.</summary>
internal static class Facets
{
    public static Gen<double?[]> Known { get; } = Gen.Choose(0, 1000).Select(tenths => (double?)(tenths / 10.0))
        .ArrayOf(CostFacet.InOrder.Count);

    public static Gen<double?[]> Any { get; } = Gen.Frequency(
        (3, Gen.Choose(0, 1000).Select(tenths => (double?)(tenths / 10.0))), (1, Gen.Constant((double?)null)))
            .ArrayOf(CostFacet.InOrder.Count);

    public static SwitchingCostFacts Of(params double?[] points) => new()
    {
        EconomicRisk = points[0],
        Evaluation = points[1],
        Learning = points[2],
        SetUp = points[3],
        BenefitLoss = points[4],
        MonetaryLoss = points[5],
        PersonalRelationship = points[6],
        BrandRelationship = points[7],
    };

    public static SwitchingCostFacts All(double? points) => Of([.. Enumerable.Repeat(points, CostFacet.InOrder.Count)]);

    public static int IndexOf(CostFacet facet) => facet.Value - 1;
}
