using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.CustomerStrategy;

public class DecisionChainTests
{
    [Fact]
    public void The_weightiest_bone_and_person_stand_first_and_what_is_not_known_last()
    {
        var chain = new DecisionChain(
        [
            new() { Name = "Ann", Bone = "Purchasing", Role = StakeholderRole.KDM, Stance = Stance.Supporter, Influence = 2 },
            new() { Name = "Bo", Bone = "Technology", Stance = Stance.Opponent, Influence = 4 },
            new() { Name = "Cy", Bone = "Purchasing", Chain = ChainVisibility.Hidden, Influence = 3 },
            new() { Name = "Di", Bone = " ", Influence = 99 },
        ]);
        var figure = chain.ToFigure();
        figure.Bones.Select(bone => bone.Label).Should().Equal("Purchasing", "Technology", "Not known");
        figure.Bones[0].Items.Select(item => (item.Label, item.IsDashed)).Should().Equal(("Cy", true), ("Ann", false));
        figure.Groups.Should().Equal(Stance.InOrder.Select(stance => stance.DisplayName(Language.English)));
        var hidden = ChainVisibility.Hidden.DisplayName(Language.English);
        chain.ToText().Split('\n').Should().Equal(
            "╲ Purchasing", $" ┊ ○ Cy ({hidden})",
            $" ├ ● Ann ({StakeholderRole.KDM.DisplayName("en")}, {Stance.Supporter.DisplayName("en")})",
            "╲ Technology", $" ├ ■ Bo ({Stance.Opponent.DisplayName("en")})", "╲ Not known", " ├ ○ Di", "═══▶ Decision", "");
        foreach (var language in Language.All)
            chain.ToFigure(language).Name.Should().NotBeEmpty();
    }

    [Fact]
    public void An_empty_chain_is_a_head_without_bones() => new DecisionChain([]).ToText().Should().Be("═══▶ Decision\n");

    [Theory]
    [InlineData("a\nb", "a b")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("\u202Egnp.exe", "\uFFFDgnp.exe")]
    [InlineData("<script>", "<script>")]
    [InlineData("👩\u200D👧", "👩\u200D👧")]
    public void A_hostile_name_stays_on_its_line_and_steers_no_terminal(string name, string shown)
    {
        var text = new DecisionChain([new() { Name = name, Bone = name }]).ToText();
        text.Split('\n').Should().Equal($"╲ {shown}", $" ├ ○ {shown}", "═══▶ Decision", "");
    }

    [Fact]
    public void A_person_without_a_name_is_refused() =>
        FluentActions.Invoking(() => new DecisionChainPerson { Name = " " }).Should().Throw<ArgumentException>();
}
