using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

public class ClassificationTests
{
    [Fact]
    public void S004_industries_and_what_they_pay_attention_to() =>
        CustomerIndustry.InOrder.Select(industry => (industry.DisplayName("zh-Hans"), industry.Description("zh-Hans"))).Should().Equal(
            ("制造业客户", "注重成本效益。"), ("金融业客户", "关注合规与安全。"), ("互联网客户", "重视创新与速度。"), ("政府机构", "强调稳定与流程。"));

    [Fact]
    public void S004_stages_of_cooperation_from_potential_to_strategic()
    {
        CooperationStage.InOrder.Select(stage => stage.DisplayName("zh-Hans")).Should().Equal("潜在客户", "新客户", "成熟客户", "战略客户");
        CooperationStage.Strategic.IsAtLeast(CooperationStage.Mature).Should().BeTrue();
        CooperationStage.Potential.IsAtLeast(CooperationStage.New).Should().BeFalse();
    }

    [Fact]
    public void S004_modes_of_decision() =>
        DecisionMode.InOrder.Select(mode => mode.DisplayName("zh-Hans")).Should().Equal("集中决策型", "分散决策型", "混合决策型");

    [Fact]
    public void S000_three_depths_of_service()
    {
        ServiceDepth.InOrder.Select(depth => depth.DisplayName("zh-Hans")).Should().Equal("救火服务", "防火服务", "增值服务");
        ServiceDepth.ValueAdding.IsAtLeast(ServiceDepth.FirePrevention).Should().BeTrue();
    }

    [Fact]
    public void The_pyramid_has_its_best_level_at_the_top() =>
        ValuePyramidLevel.Platinum.IsAtLeast(ValuePyramidLevel.Lead).Should().BeTrue();

    [Fact]
    public void Factors_and_sponsors_rise()
    {
        FactorLevel.High.IsAtLeast(FactorLevel.None).Should().BeTrue();
        SponsorLevel.Board.IsAtLeast(SponsorLevel.SalesManager).Should().BeTrue();
    }
}
