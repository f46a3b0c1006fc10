using KeyAccount.Core.Grading;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Tests.Prospects;

public class ProspectingTests
{
    private static readonly ProspectFacts Good = new()
    {
        NeedUrgency = FactorLevel.High, PositioningFit = FactorLevel.High, AbilityToPay = PayingAbility.Met, ExpectedPurchases = 1_000_000,
        Access = FactorLevel.Medium, IncumbentWeakness = FactorLevel.Medium,
    };

    [Fact]
    public void A_prospect_is_pursued_by_need_fit_payment_worth_access_and_the_weakness_of_its_supplier()
    {
        // 25 + 20 + 15 + 20·0.7 + 10·0.65 + 10·0.65
        var assessment = Prospecting.Priority.Assess(Good);
        (assessment.Score, assessment.Band).Should().Be((87, ProspectPriority.Pursue));
        Prospecting.Priority.Assess(Good with { NeedUrgency = FactorLevel.None }).Band.Should().Be(ProspectPriority.Nurture);
    }

    [Fact]
    public void Who_cannot_pay_and_who_is_outside_our_positioning_is_dropped_whatever_else()
    {
        Prospecting.Priority.Assess(Good with { AbilityToPay = PayingAbility.NotMet }).Band.Should().Be(ProspectPriority.Drop);
        Prospecting.Priority.Assess(Good with { AbilityToPay = PayingAbility.Doubtful }).Band.Should().Be(ProspectPriority.Pursue);
        Prospecting.Priority.Assess(Good with { PositioningFit = FactorLevel.None }).Band.Should().Be(ProspectPriority.Drop);
        Prospecting.Priority.Assess(Good with { PositioningFit = FactorLevel.Low }).Band.Should().Be(ProspectPriority.Pursue);
    }

    [Fact]
    public void In_another_currency_the_worth_is_measured_by_its_key_account() =>
        Prospecting.In(100_000).Assess(Good with { ExpectedPurchases = 100_000 }).Score.Should().Be(87);

    [Fact]
    public void The_way_in_is_known_for_every_combination_and_no_rule_is_dead()
    {
        var proof = Prospecting.Entry.Verify();
        proof.IsComplete.Should().BeTrue();
        proof.UnusedRules.Should().BeEmpty();
    }

    // The case of the source: a competitor has the customer firmly, and it is content.
    [Theory]
    [InlineData("High", "High", null, "Wait", "satisfiedAndBound")]
    [InlineData("High", "High", "Tender", "Wait", "satisfiedAndBound")]
    [InlineData("High", "High", "NewPerson", "Wait", "satisfiedAndBound")]
    [InlineData("High", "High", "Failure", "RivalFailure", "failure")]
    [InlineData("High", "High", "NewProject", "NewProject", "project")]
    [InlineData("High", "High", "NewTechnology", "TechnologyShift", "technology")]
    [InlineData("High", "Medium", "Tender", "SecondSource", "tender")]
    [InlineData("High", "Medium", "NewPerson", "FromTheTop", "person")]
    [InlineData("High", "Medium", null, "Wait", "nothingOpen")]
    [InlineData("Medium", "High", null, "Wait", "nothingOpen")]
    [InlineData("High", "Low", null, "SecondSource", "free")]
    [InlineData("Low", "High", null, "FromTheTop", "unsatisfiedAndBound")]
    [InlineData("Low", "Medium", null, "SecondSource", "unsatisfied")]
    [InlineData("Low", null, null, "SecondSource", "unsatisfied")]
    [InlineData(null, "High", null, "Wait", "unknown")]
    [InlineData(null, null, null, "Wait", "unknown")]
    public void The_way_in_follows_from_satisfaction_barrier_and_event(
        string? satisfaction, string? barrier, string? happens, string entry, string rule)
    {
        var decision = Prospecting.Entry.Decide(new()
        {
            Satisfaction = satisfaction is null ? null : SatisfactionLevel.FromName(satisfaction),
            Barrier = barrier is null ? null : BarrierLevel.FromName(barrier),
            Event = happens is null ? null : IncumbentEvent.FromName(happens),
        });
        (decision.Advice!.Name, decision.Hits[0].RuleId).Should().Be((entry, rule));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("High", "High", "None")]
    [InlineData("Low", "Low", "High")]
    [InlineData("Low", "High", "Medium")]
    [InlineData("High", "Low", "Medium")]
    [InlineData("Medium", "Medium", "Low")]
    [InlineData("High", null, "Low")]
    [InlineData(null, "Low", "Medium")]
    public void The_hold_of_a_supplier_is_as_weak_as_the_customer_is_unsatisfied_and_free(
        string? satisfaction, string? barrier, string? weakness) =>
        ProspectFacts.WeaknessOf(
                satisfaction is null ? null : SatisfactionLevel.FromName(satisfaction),
                barrier is null ? null : BarrierLevel.FromName(barrier))
            ?.Name.Should().Be(weakness);

    // Ratios of 0.20, 0.15, 0.10 and 0.80: 1.312 + 0.489 + 0.672 + 0.84.
    [Fact]
    public void Altman_1995_z_of_four_ratios()
    {
        AltmanZ.Of(Balance(20, 15, 10, 40, 50, 100)).Should().Be(3.313);
        AltmanZ.LevelOf(3.313).Should().Be(PayingAbility.Met);
        AltmanZ.Of(Balance(20_000_000, 15_000_000, 10_000_000, 40_000_000, 50_000_000, 100_000_000)).Should().Be(3.313);
        AltmanZ.Of(Balance(-10, -20, -5, -10, 110, 100)).Should().BeApproximately(-0.656 - 0.652 - 0.336 - (1.05 / 11), 1e-9);
    }

    [Theory]
    [InlineData(2.600001, "Met")]
    [InlineData(2.6, "Doubtful")]
    [InlineData(1.1, "Doubtful")]
    [InlineData(1.099999, "NotMet")]
    public void The_cuts_of_z_belong_to_the_zone_between(double z, string level) => AltmanZ.LevelOf(z).Name.Should().Be(level);

    [Theory]
    [InlineData(30.0, "Met")]
    [InlineData(30.01, "Doubtful")]
    [InlineData(90.0, "Doubtful")]
    [InlineData(90.01, "NotMet")]
    public void Who_pays_late_may_not_be_able_to_pay(double days, string level) =>
        AbilityToPay.Of(null, days).Level!.Name.Should().Be(level);

    [Fact]
    public void The_worse_of_balance_and_habit_counts_and_goes_before_what_somebody_says()
    {
        var safe = Balance(20, 15, 10, 40, 50, 100);
        AbilityToPay.Of(safe, null).Should().Be(new AbilityToPay(PayingAbility.Met, 3.313, null, null));
        AbilityToPay.Of(safe, 45).Level.Should().Be(PayingAbility.Doubtful);
        AbilityToPay.Of(Balance(0, 0, 0, 10, 90, 100), 5).Level.Should().Be(PayingAbility.NotMet);
        AbilityToPay.Of(null, null, PayingAbility.Doubtful).Level.Should().Be(PayingAbility.Doubtful);
        AbilityToPay.Of(null, null).Level.Should().BeNull();
        var contradicted = AbilityToPay.Of(safe, null, PayingAbility.NotMet);
        (contradicted.Level, contradicted.IsContradicted).Should().Be((PayingAbility.Met, true));
        AbilityToPay.Of(safe, null, PayingAbility.Met).IsContradicted.Should().BeFalse();
        FluentActions.Invoking(() => AbilityToPay.Of(null, -1)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("daysLate is -1; it must be finite and at least 0.*");
        FluentActions.Invoking(() => Balance(1, 1, 1, 1, 0, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Balance(1, 1, 1, 1, 1, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Prospects_needed_are_orders_over_the_product_of_the_rates()
    {
        ProspectFunnel.Needed(4, [0.8, 0.5, 0.5, 0.4, 0.5]).Should().Be(100);
        ProspectFunnel.Needed(1, [0.9]).Should().Be(2, "one prospect is not enough");
        ProspectFunnel.Needed(3, [0.1]).Should().Be(30, "thirty, not one more for a last digit");
        ProspectFunnel.Needed(0, [0.1]).Should().Be(0);
        ProspectFunnel.Needed(7, []).Should().Be(7);
        FluentActions.Invoking(() => ProspectFunnel.Needed(1, [0.5, 0])).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("rates[1] is 0; it must be finite and above 0.*");
        FluentActions.Invoking(() => ProspectFunnel.Needed(1, [1.1])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => ProspectFunnel.Needed(-1, [])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => ProspectFunnel.Needed(9, [1e-300])).Should().Throw<OverflowException>();
    }

    [Fact]
    public void The_funnel_counts_who_passed_who_is_open_and_who_was_given_up()
    {
        var start = new LocalDate(2026, 1, 5);
        var funnel = ProspectFunnel.Of([At(0), At(2), At(2, isDropped: true), At(5), At(12)]);

        funnel.Steps.Select(step => (step.Open, step.Passed, step.Dropped)).Should().Equal((1, 4, 0), (1, 2, 1), (1, 1, 0), (0, 1, 0), (0, 1, 0));
        funnel.Open.Should().Be(3);

        // Beta-binomial with 0.6 and 10: (6 + 4) / 14, (6 + 2) / 13, then 7 / 11 three times.
        var (first, second, later) = (10.0 / 14, 8.0 / 13, 7.0 / 11);
        funnel.Steps[0].Rate.Mean.Should().Be(first);
        funnel.ExpectedOrders.Should().BeApproximately(
            (later * later * later) + (second * later * later * later) + (first * second * later * later * later), 1e-12);
        funnel.NeededFor(5).Should().Be((long)Math.Ceiling(5 / (first * second * later * later * later)));

        ProspectCase At(int done, bool isDropped = false) => new("c", start,
        [
            .. KeyAction.InOrder.Take(done).Select(action => ProspectEvent.Done(action, start, "seen")),
            .. isDropped ? (ProspectEvent[])[ProspectEvent.Dropped(start, "no need")] : [],
        ]);
    }

    private static BalanceFigures Balance(
        decimal workingCapital, decimal retained, decimal ebit, decimal equity, decimal liabilities, decimal assets) => new()
    {
        WorkingCapital = workingCapital, RetainedEarnings = retained, Ebit = ebit, BookEquity = equity, TotalLiabilities = liabilities,
        TotalAssets = assets,
    };
}
