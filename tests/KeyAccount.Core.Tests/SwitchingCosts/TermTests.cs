using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Tests.SwitchingCosts;

public class TermTests
{
    [Fact]
    public void S000_five_ways_to_raise_switching_costs() =>
        SwitchingCostLever.InOrder.Select(lever => lever.DisplayName("zh-Hans"))
            .Should().Equal("产品和技术依赖", "服务依赖", "流程依赖", "专有资产依赖", "情感与品牌依赖");

    [Fact]
    public void S001_two_barriers_against_the_competitor() =>
        CompetitorBarrierKind.InOrder.Select(kind => kind.DisplayName("zh-Hant")).Should().Equal("技術壁壘", "商務壁壘");

    [Fact]
    public void Burnham_Frels_and_Mahajan_2003_eight_facets_in_three_types() =>
        CostFacet.InOrder.Select(facet => (facet, facet.Type)).Should().Equal(
            (CostFacet.EconomicRisk, CostType.Procedural),
            (CostFacet.Evaluation, CostType.Procedural),
            (CostFacet.Learning, CostType.Procedural),
            (CostFacet.SetUp, CostType.Procedural),
            (CostFacet.BenefitLoss, CostType.Financial),
            (CostFacet.MonetaryLoss, CostType.Financial),
            (CostFacet.PersonalRelationship, CostType.Relational),
            (CostFacet.BrandRelationship, CostType.Relational));

    [Fact]
    public void Our_four_main_costs_group_the_eight_facets() =>
        CostFacet.InOrder.Select(facet => (facet, facet.MainCost)).Should().Equal(
            (CostFacet.EconomicRisk, MainCost.Risk),
            (CostFacet.Evaluation, MainCost.Procedural),
            (CostFacet.Learning, MainCost.Procedural),
            (CostFacet.SetUp, MainCost.Procedural),
            (CostFacet.BenefitLoss, MainCost.Financial),
            (CostFacet.MonetaryLoss, MainCost.Financial),
            (CostFacet.PersonalRelationship, MainCost.Relational),
            (CostFacet.BrandRelationship, MainCost.Relational));

    [Fact]
    public void Barriers_rise_from_low_to_high()
    {
        BarrierLevel.InOrder.Should().Equal(BarrierLevel.Low, BarrierLevel.Medium, BarrierLevel.High);
        BarrierLevel.High.IsAtLeast(BarrierLevel.Medium).Should().BeTrue();
        BarrierLevel.Low.IsAtLeast(BarrierLevel.Medium).Should().BeFalse();
    }

    [Fact]
    public void Only_the_new_suppliers_part_is_not_the_customers() =>
        SwitchingCostPart.InOrder.Where(part => !part.IsBorneByCustomer).Should().Equal(SwitchingCostPart.NewSupplier);
}
