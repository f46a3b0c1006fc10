using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Stakeholders;

public class StakeholderTermTests
{
    private const string Hans = "zh-Hans";

    [Fact]
    public void S003_three_key_roles() =>
        StakeholderRole.InOrder.Select(role => (role.Name, role.Value, role.DisplayName(Hans)))
            .Should().Equal(("KDM", 1, "关键决策者"), ("KI", 2, "关键影响者"), ("KU", 3, "关键使用者"));

    [Fact]
    public void S001_layers_of_the_management_and_how_deep_a_relationship_goes()
    {
        ManagementLevel.InOrder.Select(level => (level.Name, level.Value, level.DisplayName(Hans)))
            .Should().Equal(("Top", 1, "高层"), ("Middle", 2, "中层"), ("Base", 3, "基层"));
        RelationshipDepth.InOrder.Select(depth => (depth.Name, depth.Value, depth.DisplayName(Hans), depth.Level)).Should().Equal(
            ("Root", 1, "基层生根", ManagementLevel.Base), ("Blossom", 2, "中层开花", ManagementLevel.Middle),
            ("Fruit", 3, "高层结果", ManagementLevel.Top));
    }

    [Fact]
    public void S001_politics_in_traditional_characters() =>
        TieKind.InOrder.Select(kind => (kind.Name, kind.Value, kind.DisplayName("zh-Hant"), kind.IsMutual)).Should().Equal(
            ("ReportsTo", 1, "匯報", false), ("Influences", 2, "影響", false), ("Alliance", 3, "聯盟", true), ("Opposition", 4, "對立", true),
            ("Kinship", 5, "裙帶", true));

    [Fact]
    public void S002_seven_values() =>
        CustomerValue.InOrder.Select(value => (value.Name, value.Value, value.DisplayName(Hans))).Should().Equal(
            ("Economic", 1, "经济价值"), ("Time", 2, "时间价值"), ("Quality", 3, "质量价值"), ("Advisory", 4, "顾问价值"), ("CorporateImage", 5, "企业形象价值"),
            ("Political", 6, "政治价值"),
            ("Relationship", 7, "关系价值"));

    [Fact]
    public void S002_hidden_decision_chain() =>
        ChainVisibility.InOrder.Select(chain => (chain.Name, chain.Value, chain.DisplayName(Hans)))
            .Should().Equal(("Visible", 1, "显性决策链"), ("Hidden", 2, "隐性决策链"));

    [Fact]
    public void S001_DISC() =>
        PersonalityStyle.InOrder.Select(style => (style.Name[..1], style.Value)).Should().Equal(("D", 1), ("I", 2), ("S", 3), ("C", 4));

    [Fact]
    public void The_stored_identifiers_of_the_topics_never_change() =>
        OpenTopic.InOrder.Select(topic => (topic.Name, topic.Value)).Should().Equal(
            ("DecisionMode", 1), ("Decider", 2), ("People", 3), ("Layer", 4), ("Coach", 5), ("Ladder", 6), ("Role", 7),
            ("ManagementLevel", 8), ("Chain", 9), ("Values", 10),
            ("Style", 11), ("Ties", 12), ("Competitor", 13));
}
