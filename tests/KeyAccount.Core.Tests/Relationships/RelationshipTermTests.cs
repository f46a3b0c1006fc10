using KeyAccount.Core.Relationships;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Relationships;

public class RelationshipTermTests
{
    private const string Hans = "zh-Hans";

    [Fact]
    public void S003_five_levels_of_the_relationship() =>
        LadderLevel.InOrder.Select(level => (level.Name, level.Value, level.DisplayName(Hans))).Should().Equal(
            ("CR1", 1, "铁杆支持者"), ("CR2", 2, "友善者"), ("CR3", 3, "中立者"), ("CR4", 4, "对手铁杆支持者"), ("CR5", 5, "我方死敌"));

    [Fact]
    public void S001_stances_in_traditional_characters() =>
        Stance.InOrder.Select(stance => (stance.Name, stance.DisplayName("zh-Hant"))).Should().Equal(
            ("Supporter", "支持者"), ("Neutral", "中立者"), ("Opponent", "反對者"));

    [Fact]
    public void S002_three_dimensions() =>
        OkeDimension.InOrder.Select(dimension => (dimension.DisplayName(Hans), dimension.Description(Hans))).Should().Equal(
            ("组织客户关系", "牵引市场长远发展的发动机。"), ("关键客户关系", "项目成功的关键。"), ("普遍客户关系", "建立良好市场拓展氛围的基础。"));

    [Fact]
    public void S002_levels_of_the_organisational_relationship() =>
        OrganisationLevel.InOrder.Select(level => (level.Name, level.Value, level.DisplayName(Hans))).Should().Equal(
            ("Vendor", 1, "参与者"), ("Supplier", 2, "供应商"), ("KeySupplier", 3, "关键供应商"), ("StrategicPartner", 4, "战略合作伙伴"));

    [Fact]
    public void S002_levels_and_elements_of_the_relationship_with_key_decision_makers()
    {
        KeyRelationshipLevel.InOrder.Select(level => (level.Name, level.Value, level.DisplayName(Hans))).Should().Equal(
            ("Contact", 1, "接触"), ("Acceptance", 2, "接受"), ("Favour", 3, "有好感"), ("Support", 4, "支持不排他"), ("ExclusiveSupport", 5, "支持并排他"));
        KeyElement.InOrder.Select(element => element.DisplayName(Hans)).Should()
            .Equal("全方位的立体支撑", "关键项目支持", "战略合作伙伴关系", "竞争排他性支持");
    }

    [Fact]
    public void S002_levels_and_elements_of_the_extensive_relationship()
    {
        ExtensiveLevel.InOrder.Select(level => (level.Name, level.Value, level.DisplayName(Hans))).Should()
            .Equal(("Poor", 1, "差"), ("Fair", 2, "中"), ("Good", 3, "良"), ("Excellent", 4, "优"));
        ExtensiveElement.InOrder.Select(element => element.DisplayName(Hans)).Should().Equal("品牌忠诚度提升", "信息渠道通畅", "技术评标领先", "交付成功与改善盈利");
    }

    [Fact]
    public void S002_activities_for_a_point_a_line_a_plane() =>
        ActivityReach.InOrder.Select(reach => (reach.DisplayName(Hans), reach.Description(Hans))).Should().Equal(
            ("点", "针对个人的公关活动策划与邀请。"), ("线", "针对客户单项业务线的公关活动策划与邀请。"), ("面", "针对客户整体的大型营销活动策划和组织。"));

    [Fact]
    public void Every_scale_has_its_own_direction()
    {
        LadderLevel.CR1.Direction.Should().Be(TermDirection.LowestIsBest);
        LadderLevel.CR1.IsAtLeast(LadderLevel.CR2).Should().BeTrue();
        LadderLevel.CR5.IsAtLeast(LadderLevel.CR4).Should().BeFalse();
        OrganisationLevel.KeySupplier.IsAtLeast(OrganisationLevel.Supplier).Should().BeTrue();
        OrganisationLevel.Vendor.IsAtLeast(OrganisationLevel.StrategicPartner).Should().BeFalse();
        KeyRelationshipLevel.ExclusiveSupport.IsAtLeast(KeyRelationshipLevel.Support).Should().BeTrue();
        ExtensiveLevel.Poor.IsAtLeast(ExtensiveLevel.Fair).Should().BeFalse();
        RelationshipStrength.Strong.IsAtLeast(RelationshipStrength.Weak).Should().BeTrue();
        ContractForm.OrderByOrder.IsAtLeast(ContractForm.FrameworkAgreement).Should().BeFalse();
    }

    [Fact]
    public void The_stored_identifiers_of_our_own_terms_never_change()
    {
        RelationshipStrength.InOrder.Select(each => (each.Name, each.Value))
            .Should().Equal(("Weak", 1), ("Developing", 2), ("Solid", 3), ("Strong", 4));
        ContractForm.InOrder.Select(each => (each.Name, each.Value)).Should()
            .Equal(("OrderByOrder", 1), ("FrameworkAgreement", 2), ("LongTermAgreement", 3), ("StrategicAgreement", 4));
        LevelAgreement.InOrder.Select(each => (each.Name, each.Value))
            .Should().Equal(("Consistent", 1), ("KeyAboveLadder", 2), ("KeyBelowLadder", 3), ("Unknown", 4));
        Stance.InOrder.Select(each => (each.Name, each.Value)).Should().Equal(("Supporter", 1), ("Neutral", 2), ("Opponent", 3));
        KeyElement.InOrder.Select(each => (each.Name, each.Value)).Should()
            .Equal(("AllRoundSupport", 1), ("KeyProjectSupport", 2), ("StrategicPartnership", 3), ("ExclusiveSupport", 4));
        ExtensiveElement.InOrder.Select(each => (each.Name, each.Value)).Should()
            .Equal(("BrandLoyalty", 1), ("InformationChannels", 2), ("TechnicalEvaluation", 3), ("DeliveryAndProfit", 4));
        OkeDimension.InOrder.Select(each => (each.Name, each.Value))
            .Should().Equal(("Organisation", 1), ("KeyDecisionMakers", 2), ("Extensive", 3));
        ActivityReach.InOrder.Select(each => (each.Name, each.Value)).Should().Equal(("Point", 1), ("Line", 2), ("Plane", 3));
    }
}
