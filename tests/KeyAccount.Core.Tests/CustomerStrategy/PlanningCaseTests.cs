using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.CustomerStrategy;

public class PlanningCaseTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);

    private static readonly CustomerStrategyArea[] FourAreas = [.. CustomerStrategyArea.InOrder.Take(4)];

    [Fact]
    public void The_table_of_transitions_is_complete_and_no_rule_is_dead()
    {
        var proof = PlanningTransitions.Standard.Verify();
        proof.IsComplete.Should().BeTrue();
        proof.UnusedRules.Should().BeEmpty();
    }

    [Fact]
    public void A_plan_goes_from_prep_to_people_to_persistence_and_is_reviewed_by_tier()
    {
        var plan = PlanningCase.Open("c", Start);
        plan.Principle.Should().Be(PlanningPrinciple.Prep);
        plan.NextSteps(Start.PlusDays(3), AccountTier.A).Should().HaveCount(6);
        plan.NextSteps(Start.PlusDays(3), AccountTier.A, FourAreas[..3]).Select(step => step.Key).Should().Equal("decode.ProjectMaintenance", "decode.ProcurementPreference", "decode.Organisation");
        Refused(plan, PlanningEvent.PrepCompleted(Start.PlusDays(3), [.. FourAreas[..3], FourAreas[0]], "done"), "prep.areas").Should().Be("3 areas of its strategy are decoded; at least 4 must be.");
        plan.NextSteps(Start.PlusDays(3), AccountTier.A, FourAreas).Single().Key.Should().Be("completePrep");
        Refused(plan, PlanningEvent.Adopted(Start.PlusDays(3), "goal"), "adopt.early");
        plan = Accepted(plan, PlanningEvent.PrepCompleted(Start.PlusDays(3), FourAreas, "it wants to grow in green steel"));
        (plan.Principle, plan.Since).Should().Be((PlanningPrinciple.People, Start.PlusDays(3)));
        Refused(plan, PlanningEvent.Adopted(Start.PlusDays(4), "goal"), "adopt.case");
        plan.NextSteps(Start.PlusDays(3), AccountTier.A).Single().Key.Should().Be("attachCase");
        plan = Accepted(plan, PlanningEvent.CaseAttached(ReferenceCase.RivalFailure, Start.PlusDays(5), "they sold products only"));
        plan.NextSteps(Start.PlusDays(5), AccountTier.A).Single().Key.Should().Be("adopt");
        Refused(plan, PlanningEvent.Reviewed(Start.PlusDays(6), "fine"), "review.early");
        plan.ReviewDueOn(AccountTier.A).Should().BeNull();
        plan = Accepted(plan, PlanningEvent.Adopted(new(2026, 1, 31), "key supplier in a year"));
        plan.Principle.Should().Be(PlanningPrinciple.Persistence);

        (plan.ReviewDueOn(AccountTier.A), plan.ReviewDueOn(AccountTier.B), plan.ReviewDueOn(null))
            .Should().Be((new(2026, 4, 30), new(2026, 7, 31), new(2027, 1, 31)));
        plan.IsStaleOn(new(2026, 4, 30), AccountTier.A).Should().BeFalse();
        plan.IsStaleOn(new(2026, 5, 1), AccountTier.A).Should().BeTrue();
        var step = plan.NextSteps(new(2026, 5, 1), AccountTier.A).Single();
        (step.Key, step.DueOn, step.IsOverdue).Should().Be(("review", new LocalDate(2026, 4, 30), true));
        plan = Accepted(plan, PlanningEvent.Reviewed(new(2026, 5, 2), "still right"));
        plan = Accepted(plan, PlanningEvent.Adjusted(new(2026, 6, 2), "a new plant"));
        plan.ReviewDueOn(AccountTier.A).Should().Be(new LocalDate(2026, 9, 2));
        plan.ReviewDueOn(AccountTier.A, new(a: 1)).Should().Be(new LocalDate(2026, 7, 2));
        Refused(plan, PlanningEvent.PrepCompleted(new(2026, 6, 3), FourAreas, "again"), "prep.again");
        Refused(plan, PlanningEvent.Adopted(new(2026, 6, 3), "again"), "adopt.again");
        Refused(plan, PlanningEvent.Reviewed(new(2026, 6, 1), "late"), "earlier").Should().Be("The event is dated 2026-06-01, before the last one (2026-06-02).");

        var again = Accepted(plan, PlanningEvent.Restarted(new(2027, 6, 1), "a new owner"));
        (again.Principle, again.Cases).Should().Be((PlanningPrinciple.Prep, 1));
        Refused(again, PlanningEvent.Restarted(new(2027, 6, 1), "again"), "restart.prep");
        Refused(again, PlanningEvent.PrepCompleted(new(2027, 6, 2), [], "done"), "prep.areas").Should().StartWith("0 areas");
        var closed = Accepted(again, PlanningEvent.Closed(new(2027, 6, 3), "it is sold"));
        closed.IsClosed.Should().BeTrue();
        closed.NextSteps(new(2027, 6, 3), AccountTier.A).Should().BeEmpty();
        (closed.ReviewDueOn(AccountTier.A), closed.IsStaleOn(new(2030, 1, 1), AccountTier.A)).Should().Be((null, false));
        Refused(closed, PlanningEvent.Reviewed(new(2027, 6, 4), "x"), "closed");
        Accepted(closed, PlanningEvent.Restarted(new(2027, 6, 4), "it is back")).IsClosed.Should().BeFalse();

        foreach (var each in new[] { plan, again, closed })
        {
            new PlanningCase("c", Start, each.History).Should().Be(each);
            JsonSerializer.Deserialize<PlanningCase>(JsonSerializer.Serialize(each)).Should().Be(each);
        }
    }

    [Fact]
    public void Whatever_happens_a_replay_gives_the_same_state_and_nothing_is_accepted_out_of_order() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Zip(Gen.Elements(PlanningEventKind.InOrder.ToArray()), Gen.Choose(-2, 40)).ArrayOf(20).ToArbitrary(), happened =>
        {
            var (plan, day) = (PlanningCase.Open("c", Start), Start);
            foreach (var (kind, days) in happened)
            {
                day = day.PlusDays(days);
                var result = plan.Apply(new(kind, day, "note", kind == PlanningEventKind.CaseAttached ? ReferenceCase.OwnFailure : null, kind == PlanningEventKind.PrepCompleted ? FourAreas : null));
                result.Case.History.Count.Should().Be(plan.History.Count + (result.IsAccepted ? 1 : 0));
                result.Reason.En.Should().NotContain("{");
                plan = result.Case;
            }

            plan.History.Select(each => each.On).Should().BeInAscendingOrder();
            var replayed = new PlanningCase("c", Start, plan.History);
            (replayed.Principle, replayed.Since, replayed.IsClosed, replayed.Cases).Should().Be((plan.Principle, plan.Since, plan.IsClosed, plan.Cases));
        }));

    [Fact]
    public void What_makes_no_case_is_refused_with_its_place()
    {
        FluentActions.Invoking(() => new PlanningCase("c", Start, [PlanningEvent.Adopted(Start, "x")]))
            .Should().Throw<ArgumentException>().WithMessage("history[0]*is refused: The customer is not understood yet*");
        FluentActions.Invoking(() => new PlanningEvent(PlanningEventKind.CaseAttached, Start, "x", null, null)).Should().Throw<ArgumentException>().WithMessage("referenceCase is null; it must be given for CaseAttached*");
        FluentActions.Invoking(() => new PlanningEvent(PlanningEventKind.Reviewed, Start, "x", ReferenceCase.OwnSuccess, null)).Should().Throw<ArgumentException>().WithMessage("referenceCase is OwnSuccess; it must be null for Reviewed*");
        FluentActions.Invoking(() => new PlanningEvent(PlanningEventKind.Reviewed, Start, "x", null, FourAreas)).Should().Throw<ArgumentException>().WithMessage("areas has 4 entries; it must be empty for Reviewed*");
        FluentActions.Invoking(() => PlanningEvent.Reviewed(Start, " ")).Should().Throw<ArgumentException>().WithMessage("note is blank*");
        FluentActions.Invoking(() => new PlanningRhythm(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new PlanningRhythm(b: 61)).Should().Throw<ArgumentOutOfRangeException>();
        PlanningEvent.Adopted(LocalDate.MaxIsoValue, "x").On.Should().Be(LocalDate.MaxIsoValue);
    }

    private static PlanningCase Accepted(PlanningCase plan, PlanningEvent happened)
    {
        var result = plan.Apply(happened);
        result.IsAccepted.Should().BeTrue(result.Reason.En);
        return result.Case;
    }

    private static string Refused(PlanningCase plan, PlanningEvent happened, string rule)
    {
        var result = plan.Apply(happened);
        (result.IsAccepted, result.RuleId).Should().Be((false, rule));
        result.Case.Should().BeSameAs(plan);
        return result.Reason.En;
    }
}
