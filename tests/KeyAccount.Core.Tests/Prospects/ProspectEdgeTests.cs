using KeyAccount.Core.Grading;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Tests.Prospects;

/// <summary>What happens at the ends of ranges, on the first and last day, and with what is not known.</summary>
public class ProspectEdgeTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);
    private static readonly LocalDate Julian = new(2026, 1, 1, CalendarSystem.Julian);
    private static readonly double[] Fifths = [0.2, 0.2, 0.2, 0.2, 0.2];

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        Refused("figures", () => AltmanZ.Of(null!));
        Refused("happened", () => ProspectCase.Open("c", Start).Apply(null!));
        Refused("kind", () => _ = new ProspectEvent(null!, Start, null, "x"));
        Refused("cases", () => ProspectFunnel.Of(null!));
        Refused("cases", () => ProspectFunnel.Of([null!]));
        Refused("rates", () => ProspectFunnel.Needed(1, null!));
        Refused("Steps", () => _ = new ProspectFunnel { Steps = null! });
        Refused("shares", () => _ = new ProspectNorms(1, null!));
        Refused("step", () => ProspectNorms.Standard.DaysOf(null!));
        Refused("record", () => ProspectReview.Of(null!, "c", null, Start));
        Refused("id", () => ProspectReview.Of(new(), null!, null, Start));
        (ProspectReview.Of(new(), "c", null, Start) with { NextSteps = null! }).NextSteps.Should().BeEmpty();
        new ProspectRecord { History = null! }.History.Should().BeEmpty();
    }

    [Fact]
    public void Numbers_dates_and_names_that_cannot_be_are_refused()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentException>().WithMessage(message);
        var open = ProspectCase.Open("c", Start);
        Refused("z is NaN; *", () => AltmanZ.LevelOf(double.NaN));
        Refused("days is 3651; *", () => _ = new ProspectNorms(3_651, Fifths));
        Refused("shares[1] is 1.1; *", () => _ = new ProspectNorms(1, [0.2, 1.1, 0.2, 0.2, 0.2]));
        Refused("shares sum to 1.00000001*", () => _ = new ProspectNorms(1, [0.2, 0.2, 0.2, 0.2, 0.20000001]));
        Refused("*id*", () => _ = new ProspectCase(" ", Start));
        Refused("openedOn is a date of the calendar *", () => _ = new ProspectCase("c", Julian));
        Refused("asOf is a date of the calendar *", () => open.NextSteps(Julian));
        Refused("asOf is a date of the calendar *", () => open.IsStuckOn(Julian));
        Refused("on is a date of the calendar *", () => ProspectEvent.Dropped(Julian, "x"));
        Refused("asOf is a date of the calendar *", () => ProspectReview.Of(new(), "c", null, Julian));
        Refused("record has a history and no day on which the work began; *", () =>
            ProspectReview.Of(new() { History = [ProspectEvent.Dropped(Start, "x")] }, "c", null, Start));
        new ProspectNorms(3_650, [0.2, 0.2, 0.2, 0.2, 0.2 + 5e-10]).DaysOf(ProspectStep.Find).Should().Be(730);
        FluentActions.Invoking(() => ProspectFunnel.Needed(1, [1.0 / (long.MaxValue / 2)])).Should().Throw<OverflowException>()
            .WithMessage("1 orders at odds of * need more prospects than a long holds.");
    }

    [Fact]
    public void Many_prospects_are_counted_to_the_last_and_few_without_a_slip_of_the_last_digit()
    {
        ProspectFunnel.Needed(3, [0.000001]).Should().Be(3_000_000);
        ProspectFunnel.Needed(1, [1 / 999_999.0000000001]).Should().Be(999_999);
        ProspectFunnel.Needed(1, [1 / 1_000_000.0000000009]).Should().Be(1_000_001);
        ProspectFunnel.Needed(2, [1, 1]).Should().Be(2);
        new ProspectPassage(ProspectStep.Find, 0, 0, 0).Rate.Mean.Should().Be(0.6);
        new ProspectPassage(ProspectStep.Find, 0, 10, 0).Rate.Mean.Should().Be(0.8);
        new ProspectPassage(ProspectStep.Find, 0, int.MaxValue, int.MaxValue).Rate.Trials.Should().Be(2L * int.MaxValue);
    }

    [Fact]
    public void Prospects_who_are_won_or_given_up_are_in_no_step()
    {
        static ProspectCase At(int done) => new("c", Start, [.. KeyAction.InOrder.Take(done).Select(action => ProspectEvent.Done(action, Start, "seen"))]);
        var funnel = ProspectFunnel.Of([At(12), At(11), At(11).Apply(ProspectEvent.Dropped(Start, "x")).Case]);
        funnel.Steps[4].Should().Be(new ProspectPassage(ProspectStep.WinFirstOrder, 1, 1, 1));
        (funnel.Open, funnel.ExpectedOrders).Should().Be((1, 7.0 / 12));
        funnel.Steps.SkipLast(1).Should().OnlyContain(step => step.Open == 0 && step.Passed == 3 && step.Dropped == 0);
    }

    [Fact]
    public void A_sum_that_is_large_is_not_rounded()
    {
        static double Z(decimal workingCapital) => AltmanZ.Of(new()
        {
            WorkingCapital = workingCapital, RetainedEarnings = 0, Ebit = 0, BookEquity = 0, TotalLiabilities = 1, TotalAssets = 3,
        });
        Z(1).Should().Be(2.186666667);
        Z(1_000_000).Should().Be(6.56 * 1_000_000 / 3);
        Z(-1).Should().Be(-2.186666667);
    }

    [Fact]
    public void A_step_asks_for_what_is_still_open_in_it()
    {
        var at = ProspectCase.Open("c", Start).Apply(ProspectEvent.Done(KeyAction.CheckDefinition, Start.PlusDays(2), "seen")).Case;
        at.NextSteps(Start).Select(step => step.Key).Should().Equal("ListTargets");
        (at.StepSince, at.Step).Should().Be((Start, ProspectStep.Find));
        at.NextSteps(Start.PlusDays(2), new(10, Fifths)).Single().IsOverdue.Should().BeFalse();
        at.NextSteps(Start.PlusDays(3), new(10, Fifths)).Single().IsOverdue.Should().BeTrue();
        at.Apply(ProspectEvent.Dropped(Start.PlusDays(3), "x")).Case.IsStuckOn(Start.PlusDays(99)).Should().BeFalse();
    }

    [Fact]
    public void Where_a_supplier_has_the_customer_firmly_the_work_waits()
    {
        ProspectRecord record = new()
        {
            OpenedOn = Start, Incumbent = "Baifa", IncumbentSatisfaction = SatisfactionLevel.High, IncumbentBarrier = BarrierLevel.High, ExpectedPurchases = 5,
            DaysLate = 45,
        };
        ProspectReview Of(ProspectRecord one) => ProspectReview.Of(one, "c", FactorLevel.High, Start.PlusDays(20));
        var waiting = Of(record);
        (waiting.IsWaiting, waiting.IsStuck, waiting.NextSteps.Count, waiting.DaysInStep, waiting.IsOpen).Should().Be((true, false, 0, 20, true));
        (waiting.Incumbent, waiting.ExpectedPurchases, waiting.AbilityToPay.Level).Should().Be(("Baifa", 5, PayingAbility.Doubtful));
        var open = Of(record with { IncumbentEvent = IncumbentEvent.Failure });
        (open.IsWaiting, open.IsStuck, open.NextSteps.Count, open.Entry!.Advice).Should().Be((false, true, 2, IncumbentEntry.RivalFailure));
        Of(record with { IncumbentBarrier = null }).IsWaiting.Should().BeFalse("what holds the customer is not known");
        Of(record with { IncumbentSatisfaction = null }).IsWaiting.Should().BeFalse();
        Of(record with { OpenedOn = null }).Should().Match<ProspectReview>(none => !none.IsWaiting && !none.IsOpen && !none.IsStuck && none.DaysInStep == null);
        var dropped = Of(record with { History = [ProspectEvent.Dropped(Start, "x")] });
        (dropped.IsWaiting, dropped.IsOpen, dropped.DaysInStep, dropped.NextSteps.Count).Should().Be((false, false, null, 0));
        Of(new() { OpenedOn = Start }).Entry.Should().BeNull("there is no supplier");
        Of(new() { IncumbentEvent = IncumbentEvent.Tender }).Entry.Should().NotBeNull();
        Of(new() { IncumbentBarrier = BarrierLevel.Low }).Entry!.Advice.Should().NotBeNull();
        Of(new() { IncumbentSatisfaction = SatisfactionLevel.Low }).Entry!.Advice.Should().Be(IncumbentEntry.SecondSource);
        Of(record with { NeedUrgency = FactorLevel.High, PositioningFit = FactorLevel.None, AbilityToPay = PayingAbility.Met }).Priority.Band.Should().Be(ProspectPriority.Drop);
    }

    [Fact]
    public void What_is_given_up_is_told_without_an_action_and_nothing_is_dated_before_the_last()
    {
        FluentActions.Invoking(() => ProspectEvent.Dropped(Start, " ")).Should().Throw<ArgumentException>()
            .WithMessage("note is blank; it must be the reason for Dropped.*");
        ProspectCase.Open("c", Start).Apply(ProspectEvent.Done(KeyAction.ListTargets, Start.PlusDays(5), "seen")).Case
            .Apply(ProspectEvent.Done(KeyAction.CheckDefinition, Start.PlusDays(3), "seen")).RuleId.Should().Be("earlier");
        new AbilityToPay(null, null, null, PayingAbility.Met).IsContradicted.Should().BeFalse("nothing is known that speaks against it");
    }
}
