using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Relationships;
using NodaTime;

namespace KeyAccount.Core.Tests.Relationships;

/// <summary>The four steps with a person, and the snowball from person to organisation.</summary>
public class RelationshipBuildingTests
{
    private static readonly LocalDate Day = new(2026, 3, 1);

    [Fact]
    public void Every_event_has_one_answer() => RelationshipBuilding.Transitions.Verify().IsSound.Should().BeTrue();

    [Fact]
    public void The_next_step_is_the_first_without_evidence_and_what_is_reached_supports_a_level()
    {
        var (state, seen) = (RelationshipCase.Empty, new List<(string? Next, string? Level)>());
        foreach (var step in RelationshipStep.InOrder)
        {
            seen.Add((state.Next?.Name, state.Supports?.Name));
            state.NextSteps().Single().Key.Should().Be(step.Name);
            state = state.Apply(Shown(step)).Case;
        }

        seen.Should().Equal(("BuildTrust", null), ("LearnNeeds", "CR3"), ("MeetNeeds", "CR3"), ("DevelopBond", "CR2"));
        (state.Next, state.Supports, state.NextSteps().Count).Should().Be((null, LadderLevel.CR1, 0));
        state.ToLadder().Should().Be(new LadderEntry(LadderLevel.CR1, Day, "DevelopBond"));
        RelationshipCase.Empty.ToLadder().Should().BeNull();
        new RelationshipCase(state.History).Should().Be(state);
    }

    [Fact]
    public void A_step_that_skips_comes_too_early_and_says_what_is_next()
    {
        var refused = RelationshipCase.Empty.Apply(Shown(RelationshipStep.MeetNeeds));
        (refused.IsAccepted, refused.RuleId, refused.Case).Should().Be((false, "skips", RelationshipCase.Empty));
        refused.Reason.En.Should().Be("meet the needs comes too early: the next step is “build trust”. Show that first.");
        var trusted = RelationshipCase.Empty.Apply(Shown(RelationshipStep.BuildTrust)).Case;
        trusted.Apply(Shown(RelationshipStep.BuildTrust)).RuleId.Should().Be("confirm");
        trusted.Apply(new(BuildingEventKind.Shown, RelationshipStep.LearnNeeds, Day.PlusDays(-1), "x")).RuleId.Should().Be("earlier");
        trusted.Apply(new(BuildingEventKind.Lost, RelationshipStep.LearnNeeds, Day, "x")).RuleId.Should().Be("nothingToLose");
        FluentActions.Invoking(() => new RelationshipCase([Shown(RelationshipStep.DevelopBond)])).Should().Throw<ArgumentException>()
            .WithMessage("history[0] is refused: *");
    }

    [Fact]
    public void Lost_trust_takes_the_steps_that_build_on_it()
    {
        var state = RelationshipStep.InOrder.Aggregate(RelationshipCase.Empty, (before, step) => before.Apply(Shown(step)).Case);
        state = state.Apply(new(BuildingEventKind.Lost, RelationshipStep.LearnNeeds, Day.PlusDays(9), "new duties")).Case;
        (state.Reached.Count, state.Next, state.Supports).Should().Be((1, RelationshipStep.LearnNeeds, LadderLevel.CR3));
    }

    [Fact]
    public void Any_events_replay_to_the_same_case() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        drawn =>
        {
            var state = RelationshipCase.Empty;
            foreach (var each in drawn ?? [])
            {
                state = state.Apply(new(
                    each % 3 == 0 ? BuildingEventKind.Lost : BuildingEventKind.Shown, RelationshipStep.InOrder[each / 3 % 4], Day, "x")).Case;
            }

            return new RelationshipCase(state.History).Equals(state) && state.Reached.Select((each, at) => each.Step.Value == at + 1).All(is_ => is_);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_snowball_grows_from_a_person_to_the_organisation()
    {
        SnowballPerson Of(string id, string department, string layer, int month, double influence = 1) => new()
        {
            Id = id, Department = department, Layer = layer, Influence = influence, Ladder = new([new(LadderLevel.CR2, new(2025, month, 1), "x")]),
        };
        SnowballPerson[] people =
        [
            Of("a", "purchasing", "Middle", 2, 5), Of("b", "purchasing", "Middle", 5, 3), Of("c", "production", "Base", 8, 1),
            Of("d", "management", "Top", 11, 1),
            new() { Id = "e", Department = "finance", Ladder = new([new(LadderLevel.CR3, new(2025, 1, 1), "x")]) },
        ];
        var ball = Snowball.Of(people, new(2025, 12, 31), 4);
        ball.Points.Select(point => (point.People, point.Departments, point.Layers, point.Scope)).Should().Equal(
            (0, 0, 0, null), (1, 1, 1, SnowballScope.Person), (2, 1, 1, SnowballScope.Team), (3, 2, 2, SnowballScope.Department),
            (4, 3, 3, SnowballScope.Company));
        ball.Points[1].OrganisationIndex.Should().Be(0, "everything hangs on one person");
        ball.Points[^1].OrganisationIndex.Should().BeApproximately(0.5, 1e-12, "the strongest holds 5 of 10");
        ball.GrowthPerQuarter.Should().Be(1);
        Snowball.Of([people[0] with { Until = new(2025, 6, 30) }], new(2025, 12, 31), 4).Points.Select(point => point.People)
            .Should().Equal(0, 1, 1, 0, 0);
    }

    [Fact]
    public void The_words_of_the_source_are_there_and_no_more()
    {
        NineCharacterRule.InOrder.Should().HaveCount(3);
        PraiseLevel.InOrder.Should().HaveCount(5);
        string.Concat(RelationshipSecret.InOrder.Select(secret => secret.DisplayName("en"))).Should().Be("GCLF");
    }

    private static BuildingEvent Shown(RelationshipStep step) => new(BuildingEventKind.Shown, step, Day, step.Name);
}
