using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Rules;
using NodaTime;

namespace KeyAccount.Core.Tests.Planning;

public class PlanCaseTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);
    private static readonly Objective Share = new("share", "Raise our share", ObjectiveDirection.Raise, 20, 30);
    private static readonly PlanVersion First = new([Share], [new() { Id = "m", ObjectiveId = "share", Statement = "Second source" }]);

    [Fact]
    public void The_transitions_are_complete_and_every_rule_is_reached()
    {
        var proof = PlanTransitions.Standard.Verify();
        proof.Gaps.Should().BeEmpty();
        PlanTransitions.Standard.Rules.Should().OnlyContain(rule => rule.Provenance != null);
    }

    [Fact]
    public void A_plan_goes_round_the_cycle_and_keeps_its_versions()
    {
        var second = new PlanVersion([new("share", "Raise our share", ObjectiveDirection.Raise, 26, 35), new("nps", "Ask more often", ObjectiveDirection.Raise)], First.Measures);
        var plan = After(
            PlanEvent.Agreed(First, Start), PlanEvent.Checked([new("share", 26)], Start.PlusDays(90)), PlanEvent.Decided("aim higher", Start.PlusDays(95)),
            PlanEvent.Renewed(Start.PlusDays(96)), PlanEvent.Agreed(second, Start.PlusDays(100)));
        (plan.Phase, plan.Versions.Count, plan.Current).Should().Be((PlanPhase.Do, 2, second));
        plan.Changes().Single().Select(change => change.Id).Should().Equal("nps", "share");
        plan.Changes()[0][0].Before.Should().BeNull();
        plan.Progress.Should().BeEmpty("the second version is not checked yet");
        JsonSerializer.Deserialize<PlanCase>(JsonSerializer.Serialize(plan)).Should().Be(plan);
    }

    [Fact]
    public void A_check_needs_a_figure_for_every_objective_and_no_other()
    {
        var plan = After(PlanEvent.Agreed(First, Start));
        var refused = plan.Apply(PlanEvent.Checked([], Start.PlusDays(90)));
        (refused.IsAccepted, refused.RuleId).Should().Be((false, "check.noFigures"));
        refused.Reason.En.Should().EndWith("for no other: share.");
        refused.Case.Should().BeSameAs(plan);
        plan.Apply(PlanEvent.Checked([new("share", 25), new("other", 1)], Start.PlusDays(90))).Reason.En.Should().EndWith("for no other: other.");
        var checkedPlan = plan.Apply(PlanEvent.Checked([new("share", 25)], Start.PlusDays(90))).Case;
        checkedPlan.Progress.Should().Equal(new ObjectiveProgress("share", 25, 0.5));
    }

    [Fact]
    public void What_does_not_follow_is_refused_with_its_rule()
    {
        var plan = After();
        plan.Apply(PlanEvent.Agreed(new([]), Start)).RuleId.Should().Be("agree.noObjective");
        plan.Apply(PlanEvent.Decided("x", Start)).RuleId.Should().Be("notNow");
        plan.Apply(PlanEvent.Agreed(First, Start.PlusDays(-1))).RuleId.Should().Be("earlier");
        var closed = After(
            PlanEvent.Agreed(First, Start), PlanEvent.Checked([new("share", 30)], Start), PlanEvent.Decided("done", Start), PlanEvent.Closed("reached", Start));
        (closed.HasEnded, closed.NextSteps(Start).Count).Should().Be((true, 0));
        closed.Apply(PlanEvent.Renewed(Start)).RuleId.Should().Be("closed");
        FluentActions.Invoking(() => new PlanCase("p", Start, [PlanEvent.Renewed(Start)])).Should().Throw<ArgumentException>().WithMessage("history[0].kind is refused:*");
    }

    [Fact]
    public void The_next_step_is_due_a_quarter_after_the_plan_was_agreed()
    {
        var plan = After(PlanEvent.Agreed(First, Start));
        plan.NextSteps(Start.PlusDays(90)).Single().Should().Match<CaseStep>(step => step.Key == "Do" && step.DueOn == Start.PlusDays(90) && !step.IsOverdue);
        plan.NextSteps(Start.PlusDays(91)).Single().IsOverdue.Should().BeTrue();
        After().NextSteps(Start).Single().DueOn.Should().Be(Start.PlusDays(14));
    }

    [Fact]
    public void Replaying_any_history_gives_the_same_plan() => Check.One(Seeded.Cases(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        var plan = After();
        for (var i = 0; i < 20; i++)
        {
            var on = Start.PlusDays(random.Next(200));
            plan = plan.Apply(random.Next(5) switch
            {
                0 => PlanEvent.Agreed(random.Next(4) == 0 ? new([]) : First, on),
                1 => PlanEvent.Checked(random.Next(2) == 0 ? [] : [new("share", random.Next(40))], on),
                2 => PlanEvent.Decided("d", on),
                3 => PlanEvent.Renewed(on),
                _ => PlanEvent.Closed("c", on),
            }).Case;
        }

        new PlanCase(plan.Id, plan.OpenedOn, plan.History).Should().Be(plan);
        new PlanCase(plan.Id, plan.OpenedOn, plan.History).Phase.Should().Be(plan.Phase);
    }));

    [Fact]
    public void Parts_that_do_not_go_with_the_kind_are_refused()
    {
        FluentActions.Invoking(() => new PlanEvent(PlanEventKind.Agreed, Start)).Should().Throw<ArgumentException>().WithParameterName("version");
        FluentActions.Invoking(() => new PlanEvent(PlanEventKind.Renewed, Start, version: First)).Should().Throw<ArgumentException>().WithParameterName("version");
        FluentActions.Invoking(() => new PlanEvent(PlanEventKind.Decided, Start, " ")).Should().Throw<ArgumentException>().WithParameterName("note");
        FluentActions.Invoking(() => new PlanEvent(PlanEventKind.Renewed, Start, figures: [new("a", 1)])).Should().Throw<ArgumentException>().WithParameterName("figures");
        FluentActions.Invoking(() => PlanEvent.Checked([new("a", 1), new("a", 2)], Start)).Should().Throw<ArgumentException>().WithMessage("figures has 'a' more than once*");
        FluentActions.Invoking(() => new PlanVersion([Share], [new() { Id = "m", ObjectiveId = "nps", Statement = "s" }])).Should().Throw<ArgumentException>().WithMessage("measures[0].objectiveId is 'nps'; there is no such objective, only 'share'.*");
    }

    private static PlanCase After(params PlanEvent[] events) => events.Aggregate(new PlanCase("p", Start), (plan, happened) =>
    {
        var result = plan.Apply(happened);
        result.IsAccepted.Should().BeTrue(result.Reason.En);
        return result.Case;
    });
}
