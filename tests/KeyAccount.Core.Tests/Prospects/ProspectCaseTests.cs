using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Prospects;

public class ProspectCaseTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);

    [Fact]
    public void S000_five_steps_have_twelve_key_actions()
    {
        ProspectStep.InOrder.Should().HaveCount(5);
        KeyAction.InOrder.Should().HaveCount(12);
        ProspectStep.InOrder.Select(step => step.Actions.Count).Should().Equal(2, 3, 2, 3, 2);
        KeyAction.InOrder.Select(action => action.Step.Value).Should().BeInAscendingOrder();
        TargetingMove.InOrder.Should().HaveCount(3, "the moves are three");
    }

    [Fact]
    public void S004_the_whole_takes_the_middle_of_90_to_180_days_and_each_step_its_part()
    {
        ProspectNorms.Standard.Days.Should().Be(135);
        ProspectStep.InOrder.Select(ProspectNorms.Standard.DaysOf).Should().Equal(13.5, 27, 33.75, 40.5, 20.25);
    }

    [Fact]
    public void The_table_of_transitions_is_complete_and_no_rule_is_dead()
    {
        var proof = ProspectTransitions.Standard.Verify();
        proof.IsComplete.Should().BeTrue();
        proof.UnusedRules.Should().BeEmpty();
    }

    [Fact]
    public void A_customer_is_won_when_every_action_is_answered_with_its_evidence()
    {
        var at = ProspectCase.Open("c", Start);
        at.NextAction.Should().Be(KeyAction.ListTargets);
        foreach (var (action, day) in KeyAction.InOrder.Select((action, i) => (action, Start.PlusDays(i))))
        {
            at.IsWon.Should().BeFalse();
            (at.NextAction, at.Step).Should().Be((action, action.Step));
            at = Accepted(at, action == KeyAction.ShowReference
                ? ProspectEvent.Waived(action, day, "it knows our customer") : ProspectEvent.Done(action, day, "seen"));
        }

        (at.IsWon, at.IsOpen, at.Step, at.NextAction).Should().Be((true, false, null, null));
        at.NextSteps(Start.PlusDays(999)).Should().BeEmpty();
        at.IsStuckOn(Start.PlusDays(999)).Should().BeFalse();
        at.Apply(ProspectEvent.Dropped(Start.PlusDays(20), "late")).RuleId.Should().Be("won");
        new ProspectCase("c", Start, at.History).Should().Be(at);
        JsonSerializer.Deserialize<ProspectCase>(JsonSerializer.Serialize(at)).Should().Be(at);
    }

    [Fact]
    public void Within_a_step_the_order_is_free_and_between_steps_it_is_not()
    {
        var at = Accepted(ProspectCase.Open("c", Start), ProspectEvent.Done(KeyAction.CheckDefinition, Start, "checked"));
        at.NextAction.Should().Be(KeyAction.ListTargets, "it is still to be done");

        var refused = at.Apply(ProspectEvent.Done(KeyAction.FirstVisit, Start, "seen"));
        (refused.IsAccepted, refused.RuleId).Should().Be((false, "otherStep"));
        refused.Case.Should().BeSameAs(at);
        refused.Refusal!.En.Should()
            .Be("first visit does not belong to the current step (find); do or waive the actions of that step first.");
        at.Apply(ProspectEvent.Done(KeyAction.CheckDefinition, Start, "again")).RuleId.Should().Be("again");
        at.Apply(ProspectEvent.Done(KeyAction.ListTargets, Start.PlusDays(-1), "seen")).RuleId.Should().Be("earlier");
    }

    [Fact]
    public void A_first_order_is_not_waived()
    {
        var at = KeyAction.InOrder.Take(11).Aggregate(
            ProspectCase.Open("c", Start), (at, action) => Accepted(at, ProspectEvent.Done(action, Start, "seen")));

        at.Apply(ProspectEvent.Waived(KeyAction.DeliverAndFollow, Start, "no time")).RuleId.Should().Be("waive.firstOrder");
    }

    [Fact]
    public void What_is_given_up_accepts_nothing_until_it_is_taken_up_again_where_it_stood()
    {
        var at = Accepted(ProspectCase.Open("c", Start), ProspectEvent.Done(KeyAction.ListTargets, Start, "seen"));
        at.Apply(ProspectEvent.Reopened(Start, "why")).RuleId.Should().Be("reopen.open");
        var dropped = Accepted(at, ProspectEvent.Dropped(Start.PlusDays(3), "no need"));
        (dropped.IsDropped, dropped.IsOpen, dropped.Step, dropped.NextAction).Should().Be((true, false, ProspectStep.Find, null));
        dropped.Apply(ProspectEvent.Done(KeyAction.CheckDefinition, Start.PlusDays(4), "seen")).RuleId.Should().Be("dropped");

        var again = Accepted(dropped, ProspectEvent.Reopened(Start.PlusDays(30), "a new plant"));
        (again.IsOpen, again.NextAction, again.StepSince).Should().Be((true, KeyAction.CheckDefinition, Start.PlusDays(30)));
    }

    [Fact]
    public void It_is_stuck_from_the_day_after_the_days_of_its_step()
    {
        var at = ProspectCase.Open("c", Start);
        at.IsStuckOn(Start.PlusDays(13)).Should().BeFalse("13 days are within 13.5");
        at.IsStuckOn(Start.PlusDays(14)).Should().BeTrue();
        at.NextSteps(Start.PlusDays(13)).Select(step => (step.Key, step.DueOn, step.IsOverdue)).Should().Equal(
            ("ListTargets", Start.PlusDays(13), false), ("CheckDefinition", Start.PlusDays(13), false));
        at.NextSteps(Start.PlusDays(14)).Should().OnlyContain(step => step.IsOverdue);

        var second = at.Apply(ProspectEvent.Done(KeyAction.ListTargets, Start, "seen")).Case
            .Apply(ProspectEvent.Done(KeyAction.CheckDefinition, Start.PlusDays(10), "seen")).Case;
        second.StepSince.Should().Be(Start.PlusDays(10), "the second step begins when the first is complete");
        second.IsStuckOn(Start.PlusDays(37)).Should().BeFalse();
        second.IsStuckOn(Start.PlusDays(38)).Should().BeTrue();
        second.IsStuckOn(Start.PlusDays(38), new(180, [0.1, 0.2, 0.25, 0.3, 0.15])).Should().BeFalse("36 days are allowed there");
    }

    [Fact]
    public void Evidence_and_reasons_are_needed()
    {
        FluentActions.Invoking(() => ProspectEvent.Done(KeyAction.FirstVisit, Start, " ")).Should().Throw<ArgumentException>()
            .WithMessage("note is blank; it must be the evidence for Done of FirstVisit.*");
        FluentActions.Invoking(() => ProspectEvent.Waived(KeyAction.FirstVisit, Start, "")).Should().Throw<ArgumentException>()
            .WithMessage("note is blank; it must be the reason for Waived of FirstVisit.*");
        FluentActions.Invoking(() => ProspectEvent.Dropped(Start, null!)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new ProspectEvent(ProspectEventKind.Done, Start, null, "x")).Should().Throw<ArgumentException>()
            .WithMessage("action is null; it must be given for Done.*");
        FluentActions.Invoking(() => new ProspectEvent(ProspectEventKind.Dropped, Start, KeyAction.FirstVisit, "x")).Should()
            .Throw<ArgumentException>().WithMessage("action is FirstVisit; it must be null for Dropped.*");
        FluentActions.Invoking(() => new ProspectCase("c", Start, [ProspectEvent.Done(KeyAction.FirstVisit, Start, "seen")])).Should()
            .Throw<ArgumentException>().WithMessage("history[0] is refused: first visit does not belong to the current step*");
    }

    [Fact]
    public void Norms_that_cannot_be_are_refused()
    {
        FluentActions.Invoking(() => new ProspectNorms(0, [0.2, 0.2, 0.2, 0.2, 0.2])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ProspectNorms(10, [0.5, 0.5])).Should().Throw<ArgumentException>()
            .WithMessage("shares has 2 entries; it must have one for each of the 5 steps.*");
        FluentActions.Invoking(() => new ProspectNorms(10, [0.2, 0.2, 0.2, 0.2, 0.1])).Should().Throw<ArgumentException>()
            .WithMessage("shares sum to 0.9*");
    }

    [Fact]
    public void Whatever_happens_a_replay_gives_the_same_case() => Prop.ForAll(
        Gen.ListOf(
            from kind in Gen.Elements<ProspectEventKind>([.. ProspectEventKind.InOrder])
            from action in Gen.Elements<KeyAction>([.. KeyAction.InOrder])
            from days in Gen.Choose(0, 200)
            select new ProspectEvent(
                kind, Start.PlusDays(days), kind == ProspectEventKind.Done || kind == ProspectEventKind.Waived ? action : null, "seen"))
            .ToArbitrary(),
        events =>
        {
            var at = ProspectCase.Open("c", Start);
            foreach (var each in events)
            {
                var result = at.Apply(each);
                result.Reason.En.Should().NotBeEmpty();
                foreach (var language in Language.All)
                    result.Reason.In(language).Should().NotContain("{");
                if (!result.IsAccepted)
                    result.Case.Should().BeSameAs(at);
                at = result.Case;
            }

            new ProspectCase("c", Start, at.History).Should().Be(at);
            at.Answered.Should().OnlyHaveUniqueItems();
            at.Answered.Should().HaveCount(at.History.Count(each => each.Action is not null));
        }).QuickCheckThrowOnFailure();

    private static ProspectCase Accepted(ProspectCase at, ProspectEvent happened)
    {
        var result = at.Apply(happened);
        result.IsAccepted.Should().BeTrue(result.Reason.En);
        return result.Case;
    }
}
