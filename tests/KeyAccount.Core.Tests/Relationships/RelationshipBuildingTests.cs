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

    [Fact]
    public void The_scope_of_those_won_by_departments_and_layers()
    {
        SnowballScope? Scope(params (string? Department, string? Layer)[] won)
        {
            SnowballPerson[] people =
            [
                .. won.Select((each, i) => new SnowballPerson
                {
                    Id = $"{i}", Department = each.Department, Layer = each.Layer, Ladder = new([new(LadderLevel.CR2, Day, "x")]),
                }),
            ];
            return Snowball.Of(people, Day, 1).Points[^1].Scope;
        }

        Scope().Should().BeNull();
        Scope((null, " ")).Should().Be(SnowballScope.Person);
        Scope(("a", "x"), ("a", "x")).Should().Be(SnowballScope.Team);
        Scope(("a", "x"), ("b", "x")).Should().Be(SnowballScope.Department, "of two departments");
        Scope(("a", "x"), ("a", "y")).Should().Be(SnowballScope.Department, "of two layers");
        Scope(("a", "x"), ("b", "x"), ("c", "y")).Should().Be(SnowballScope.Department, "three departments are too few layers");
        Scope(("a", "x"), ("b", "y"), ("b", "z")).Should().Be(SnowballScope.Department, "three layers are too few departments");
        Scope(("a", "x"), ("b", "y"), ("c", "z")).Should().Be(SnowballScope.Company);
    }

    [Fact]
    public void Growth_is_from_the_first_quarter_to_the_last_and_without_influence_nothing_hangs_on_anyone()
    {
        var known = new SnowballPerson { Id = "a", Influence = 0, Ladder = new([new(LadderLevel.CR1, new(2020, 1, 1), "x")]) };
        var ball = Snowball.Of([known], Day, 2);
        ball.GrowthPerQuarter.Should().Be(0, "one from the first to the last");
        ball.Points.Should().OnlyContain(point => point.OrganisationIndex == null);
        new Snowball([ball.Points[0]]).GrowthPerQuarter.Should().BeNull("there is nothing to compare with");
        Snowball.Of([known with { Influence = double.MaxValue }, known with { Id = "b", Influence = double.MaxValue }], Day, 1)
            .Points[^1].OrganisationIndex.Should().BeNull("the sum is no number");
    }

    [Fact]
    public void A_snowball_of_nothing_or_beyond_the_calendar_is_refused()
    {
        FluentActions.Invoking(() => Snowball.Of(null!, Day)).Should().Throw<ArgumentNullException>().WithParameterName("people");
        FluentActions.Invoking(() => Snowball.Of([null!], Day)).Should().Throw<ArgumentNullException>().WithParameterName("people");
        FluentActions.Invoking(() => Snowball.Of([], Day, 0)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("quarters");
        FluentActions.Invoking(() => Snowball.Of([], Day, 401)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("quarters");
        Snowball.Of([], new(3, 1, 1), 4).Points.Should().HaveCount(5);
        FluentActions.Invoking(() => Snowball.Of([], new(2, 12, 31), 4)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("asOf is 0002-12-31; 4 quarters before it are outside the calendar.*");
        FluentActions.Invoking(() => new SnowballPerson { Id = "a", Influence = -1 }).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Influence is -1; it must be finite and at least 0.*");
    }

    [Fact]
    public void An_event_needs_its_kind_its_step_and_its_evidence()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentException>().WithParameterName(parameter);
        Refused("kind", () => _ = new BuildingEvent(null!, RelationshipStep.BuildTrust, Day, "x"));
        Refused("step", () => _ = new BuildingEvent(BuildingEventKind.Shown, null!, Day, "x"));
        Refused("evidence", () => _ = new BuildingEvent(BuildingEventKind.Shown, RelationshipStep.BuildTrust, Day, " "));
        Refused("happened", () => RelationshipCase.Empty.Apply(null!));
        Refused("lowest", () => _ = new ExtensiveRelationship(null!, ExtensiveLevel.Poor, [], []));
        Refused("highest", () => _ = new ExtensiveRelationship(ExtensiveLevel.Poor, null!, [], []));
    }

    [Fact]
    public void An_event_before_the_last_names_the_day_of_the_last()
    {
        var refused = RelationshipCase.Empty.Apply(Shown(RelationshipStep.BuildTrust)).Case
            .Apply(new(BuildingEventKind.Shown, RelationshipStep.LearnNeeds, Day.PlusDays(-1), "x"));
        refused.Reason.En.Should().Contain("2026-03-01").And.Contain("2026-02-28");
    }
}
