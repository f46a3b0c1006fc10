using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Stakeholders;

public class StakeholderTablesTests
{
    [Fact]
    public void Both_tables_answer_every_combination()
    {
        StakeholderTables.Inside.Verify().IsSound.Should().BeTrue();
        StakeholderTables.Reach.Verify().IsComplete.Should().BeTrue();
    }

    [Theory]
    [InlineData(null, null, nameof(InsideStep.LearnStance))]
    [InlineData(nameof(LadderLevel.CR1), null, nameof(InsideStep.AskFacts))]
    [InlineData(nameof(LadderLevel.CR2), null, nameof(InsideStep.AskFacts))]
    [InlineData(nameof(LadderLevel.CR2), nameof(InsideHelp.Insider), nameof(InsideStep.AskAdvice))]
    [InlineData(nameof(LadderLevel.CR1), nameof(InsideHelp.Coach), nameof(InsideStep.Protect))]
    [InlineData(nameof(LadderLevel.CR3), nameof(InsideHelp.Insider), nameof(InsideStep.WinTrust))]
    [InlineData(nameof(LadderLevel.CR4), nameof(InsideHelp.Coach), nameof(InsideStep.DoNotRely))]
    [InlineData(nameof(LadderLevel.CR5), null, nameof(InsideStep.DoNotRely))]
    public void An_insider_becomes_a_coach_step_by_step(string? ladder, string? help, string step) =>
        StakeholderTables.Inside.Decide(new()
        {
            Ladder = ladder is null ? null : LadderLevel.FromName(ladder), Help = help is null ? null : InsideHelp.FromName(help),
        }).Advice!.Name.Should().Be(step);

    [Fact]
    public void Who_is_marked_as_both_is_a_coach()
    {
        var person = new Stakeholder { Id = "p", Influence = 1 };
        person.Help.Should().BeNull();
        (person with { IsInsider = true }).Help.Should().Be(InsideHelp.Insider);
        (person with { IsInsider = true, IsCoach = true }).Help.Should().Be(InsideHelp.Coach);
    }

    [Fact]
    public void The_way_to_a_person_comes_from_the_map()
    {
        Stakeholder friend = new() { Id = "friend", Influence = 1, Ladder = LadderLevel.CR1 };
        Stakeholder head = new() { Id = "head", Influence = 5, Role = StakeholderRole.KDM, ManagementLevel = ManagementLevel.Top };
        Stakeholder user = new() { Id = "user", Influence = 1 };
        var tied = People.Map([friend, head, user], [new Tie("friend", "head", TieKind.Influences)]);
        StakeholderTables.ReachOf(tied, "head").Advice.Should().Be(ReachWay.Introduction);
        StakeholderTables.ReachOf(tied, "user").Advice.Should().Be(ReachWay.PeopleAround);
        StakeholderTables.ReachOf(tied, "user", hasMatter: true, hasEvent: true).Advice.Should().Be(ReachWay.OwnMatter);
        StakeholderTables.ReachOf(tied, "user", hasMatter: false, hasEvent: true).Advice.Should().Be(ReachWay.Event);
        StakeholderTables.ReachOf(People.Map([friend, head], []), "head").Advice.Should().Be(ReachWay.SameRank);
        FluentActions.Invoking(() => StakeholderTables.ReachOf(tied, "nobody")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Each_role_says_how_to_recognise_and_how_to_move_it()
    {
        foreach (var language in Language.All)
        {
            StakeholderRole.InOrder.SelectMany(role => new[] { role.HowToRecognise.In(language), role.HowToMove.In(language) }).Should()
                .OnlyHaveUniqueItems().And.HaveCount(6);
        }
    }
}
