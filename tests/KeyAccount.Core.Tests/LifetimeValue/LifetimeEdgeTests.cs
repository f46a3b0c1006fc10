using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Records;
using NodaTime;

namespace KeyAccount.Core.Tests.LifetimeValue;

/// <summary>What happens at the ends of ranges, on the first and last day, and with what is not known.</summary>
public class LifetimeEdgeTests
{
    private static readonly LocalDate AsOf = new(2026, 1, 1);
    private static readonly LocalDate Julian = new(2026, 1, 1, CalendarSystem.Julian);
    private static readonly BgNbd Model = new(0.243, 4.414, 0.793, 2.426);
    private const MarginTiming AtRisk = MarginTiming.EndOfYearAtRisk;

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        var plan = LifetimePlan.Of(0, [1], 0.5m, 0.1m, AtRisk);
        Refused("keyAccounts", () => CustomerLifetimeProfit.ValueMultipleOf(null!, [1]));
        Refused("others", () => CustomerLifetimeProfit.ValueMultipleOf([1], null!));
        Refused("settings", () => LifetimeAssumptions.Standard.With(null!));
        Refused("summary", () => new LifetimeFacts().WithOrders(null!, AsOf));
        Refused("years", () => _ = new LifetimePlan(0, null!, 0.5m, 0.1m, AtRisk));
        Refused("years", () => _ = new LifetimePlan(0, [null!], 0.5m, 0.1m, AtRisk));
        Refused("margins", () => LifetimePlan.Of(0, null!, 0.5m, 0.1m, AtRisk));
        Refused("component", () => plan.ValueOf(null!));
        Refused("component", () => plan.Years[0].Of(null!));
        Refused("facts", () => LifetimeReview.Of(null!, null, null, null, AsOf));
        Refused("groups", () => _ = new PurchaseCalibration(null!, 0));
        Refused("model", () => PurchaseCalibration.Of(null!, [], AsOf, AsOf.PlusDays(1)));
        Refused("purchases", () => PurchaseCalibration.Of(Model, null!, AsOf, AsOf.PlusDays(1)));
        Refused("customers", () => _ = new RenewalCohort(null!));
        Refused("purchases", () => RepeatPurchases.Of(null!, AsOf));
        Refused("purchases", () => RepeatPurchases.Of([null!], AsOf));
        Refused("accounts", () => RepeatPurchases.SpendCorrelation(null!));
        Refused("accounts", () => RepeatPurchases.SpendCorrelation([null!]));
        Refused("cohort", () => new ShiftedBetaGeometric(1, 1).LogLikelihood(null!));
        Refused("accounts", () => WhaleCurve.Of<int>(null!, _ => 1));
        Refused("profit", () => WhaleCurve.Of([1], null!));
        Refused("nameOf", () => WhaleCurve.Of([1], _ => 1).Describe(null!));
    }

    [Fact]
    public void Numbers_and_dates_that_cannot_be_are_refused_with_their_range()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentException>().WithMessage(message);
        Refused("costToServe is -1; *", () => _ = new AccountProfit(1, 1, -1));
        Refused("daysSalesOutstanding is -1; *", () => _ = new AccountProfit(1, 1, 0, -1));
        Refused("capitalRate is -1; *", () => _ = new AccountProfit(1, 1, 0, 0, -1));
        Refused("K is 0; *", () => _ = new BgCnbd(0, 1, 1, 1, 1));
        Refused("K is 101; *", () => _ = new BgCnbd(101, 1, 1, 1, 1));
        Refused("orders is -1; *", () => new BgCnbd(1, 1, 1, 1, 1).ProbabilityOf(-1, 1));
        Refused("time is -1; *", () => new BgCnbd(1, 1, 1, 1, 1).ProbabilityOf(1, -1));
        Refused("time is -1; *", () => Model.ProbabilityOf(1, -1));
        Refused("logIntervals is NaN; *", () => new BgCnbd(1, 1, 1, 1, 1).LogLikelihood(1, 1, 1, double.NaN));
        Refused("horizon is -1; *", () => new BgCnbd(1, 1, 1, 1, 1).ExpectedOrders(-1));
        Refused("horizon is -1; *", () => new BgCnbd(1, 1, 1, 1, 1).ExpectedOrders(-1, 0, 0, 0));
        Refused("horizon is -1; *", () => Model.ExpectedOrders(-1, 0, 0, 0));
        Refused("horizon is -1; *", () => new ParetoNbd(1, 1, 1, 1).ExpectedOrders(-1));
        Refused("horizon is Infinity; *", () => new ParetoNbd(1, 1, 1, 1).ExpectedOrders(double.PositiveInfinity, 0, 0, 0));
        foreach (var (orders, last, age) in new[] { (-1.0, 0.0, 1.0), (1.5, 0, 1), (1, 2, 1), (0, 1, 1), (1, -1, 1), (1e16, 0, 1) })
        {
            foreach (var call in new Action[]
            {
                () => Model.ExpectedOrders(1, orders, last, age), () => Model.LogLikelihood(orders, last, age),
                () => new BgCnbd(1, 1, 1, 1, 1).ProbabilityAlive(orders, last, age), () => new BgCnbd(1, 1, 1, 1, 1).ExpectedOrders(1, orders, last, age),
                () => new BgCnbd(1, 1, 1, 1, 1).LogLikelihood(orders, last, age, 0), () => new ParetoNbd(1, 1, 1, 1).ProbabilityAlive(orders, last, age),
                () => new ParetoNbd(1, 1, 1, 1).ExpectedOrders(1, orders, last, age), () => new ParetoNbd(1, 1, 1, 1).LogLikelihood(orders, last, age),
            })
            {
                call.Should().Throw<ArgumentOutOfRangeException>();
            }
        }

        Refused("Accounts is 0; *", () => _ = new CalibrationGroup(0, 0, 1, 1));
        Refused("retention is -0.1; *", () => CustomerLifetimeProfit.MarginMultiple(-.1m, 0, AtRisk));
        Refused("retention is 1.1; *", () => CustomerLifetimeProfit.MarginMultiple(1.1m, 0, AtRisk));
        Refused("discountRate is -1; *", () => CustomerLifetimeProfit.MarginMultiple(.5m, -1, AtRisk));
        Refused("timing is 9; *", () => CustomerLifetimeProfit.MarginMultiple(.5m, 0, (MarginTiming)9));
        Refused("growth is -1.1; *", () => CustomerLifetimeProfit.MarginMultiple(.5m, 0, AtRisk, -1.1m));
        Refused("retention is 1.1; *", () => CustomerLifetimeProfit.WorthOfRetention(1, 1.1m, 0, AtRisk, -.5m));
        Refused("points is -0.6; *", () => CustomerLifetimeProfit.WorthOfRetention(1, .5m, .1m, AtRisk, -.6m));
        Refused("margin is 0; *", () => CustomerLifetimeProfit.Levers(0, .5m, .1m, AtRisk));
        Refused("discountRate is -0.1; *", () => CustomerLifetimeProfit.Levers(1, .5m, -.1m, AtRisk));
        Refused("acquisitionCost is -1; *", () => CustomerLifetimeProfit.Levers(1, .5m, .1m, AtRisk, -1));
        Refused("change is -1; *", () => CustomerLifetimeProfit.Levers(1, .5m, .1m, AtRisk, 0, -1));
        Refused("change is 0; *", () => CustomerLifetimeProfit.Levers(1, .5m, .1m, AtRisk, 0, 0));
        Refused("years is 0.9; *", () => CustomerLifetimeProfit.RetentionOf(.9m));
        Refused("orders is 1.5; *", () => new GammaGamma(1, 2, 1).ExpectedSpend(1.5, 1));
        Refused("meanSpend is -1; *", () => new GammaGamma(1, 2, 1).ExpectedSpend(1, -1));
        Refused("orders is 1.5; *", () => new GammaGamma(1, 2, 1).LogLikelihood(1.5, 1));
        Refused("orders is 0; *", () => new GammaGamma(1, 2, 1).LogLikelihood(0, 1));
        Refused("meanSpend is 0; *", () => new GammaGamma(1, 2, 1).LogLikelihood(1, 0));
        Refused("DiscountRate is -1; *", () => _ = new LifetimeAssumptions { DiscountRate = -1 });
        Refused("CapitalRate is -1; *", () => _ = new LifetimeAssumptions { CapitalRate = -1 });
        Refused("Timing is 9; *", () => _ = new LifetimeAssumptions { Timing = (MarginTiming)9 });
        Refused("Timing is 9; *", () => _ = new LifetimeSettings { Timing = (MarginTiming)9 });
        Refused("*version*", () => LifetimeAssumptions.Standard.WithVersion(" "));
        Refused("acquisitionCost is -1; *", () => LifetimePlan.Of(-1, [1], .5m, .1m, AtRisk));
        Refused("years is empty; *", () => LifetimePlan.Of(0, [], .5m, .1m, AtRisk));
        Refused("retention is 1.1; *", () => LifetimePlan.Of(0, [1], 1.1m, .1m, AtRisk));
        Refused("discountRate is -1; *", () => LifetimePlan.Of(0, [1], .5m, -1, AtRisk));
        Refused("timing is 9; *", () => LifetimePlan.Of(0, [1], .5m, .1m, (MarginTiming)9));
        Refused("year is -1; *", () => LifetimePlan.Of(0, [1], .5m, .1m, AtRisk).ValueOf(-1));
        Refused("year is 2; *", () => LifetimePlan.Of(0, [1], .5m, .1m, AtRisk).ValueOf(2));
        Refused("growth is -1.1; *", () => LifetimePlan.Of(0, [1], .5m, .1m, AtRisk).Continued(1, -1.1m));
        Refused("groups is 0; *", () => PurchaseCalibration.Of(Model, [], AsOf, AsOf.PlusDays(1), groups: 0));
        Refused("DaysPerUnit is 0; *", () => _ = new RepeatPurchaseOptions { DaysPerUnit = 0 });
        Refused("SameDay is 9; *", () => _ = new RepeatPurchaseOptions { SameDay = (SameDayOrders)9 });
        Refused("Refunds is 9; *", () => _ = new RepeatPurchaseOptions { Refunds = (RefundTreatment)9 });
        Refused("spendOrders is -1; *", () => _ = new RepeatPurchaseSummary("a", 1, 1, 1, -1, 1));
        Refused("spendOrders is 0 and meanSpend is 1; *", () => _ = new RepeatPurchaseSummary("a", 1, 1, 1, 0, 1));
        Refused("logIntervals is Infinity; *", () => _ = new RepeatPurchaseSummary("a", 1, 1, 1, logIntervals: double.PositiveInfinity));
        Refused("renewal is 0; *", () => new ShiftedBetaGeometric(1, 1).ResidualContracts(0, 1));
        Refused("asOf is a date of the calendar *", () => new LifetimeFacts().WithOrders(new("a", 0, 0, 0), Julian));
        Refused("asOf is a date of the calendar *", () => new LifetimeFacts().Faults(Julian));
        Refused("asOf is a date of the calendar *", () => PurchaseCalibration.Of(Model, [], Julian, AsOf));
        Refused("until is a date of the calendar *", () => PurchaseCalibration.Of(Model, [], AsOf, Julian));
        Refused("asOf is a date of the calendar *", () => RepeatPurchases.Of([], Julian));
        Model.ProbabilityAlive(9_007_199_254_740_992, 0, 1).Should().BeInRange(0, 1);
    }

    [Fact]
    public void Amounts_that_no_decimal_holds_are_told_with_their_parts()
    {
        static void Refused(string message, Action call) => call.Should().Throw<OverflowException>().WithMessage(message);
        const decimal most = decimal.MaxValue;
        Refused("AccountProfit*daysSalesOutstanding*", () => _ = new AccountProfit(most, 1, 0, 2, 1));
        Refused("AccountProfit.ProfitRate*Revenue*", () => _ = new AccountProfit(1e-28m, 0, most).ProfitRate);
        Refused("CustomerLifetimeProfit.Of*margin*", () => CustomerLifetimeProfit.Of(most, .9m, 0, AtRisk));
        Refused("CustomerLifetimeProfit.MarginMultiple*growth*", () => CustomerLifetimeProfit.MarginMultiple(1, 0, AtRisk, most));
        Refused("CustomerLifetimeProfit.WorthOfRetention*points*", () => CustomerLifetimeProfit.WorthOfRetention(1, 1, 0, AtRisk, most));
        Refused("CustomerLifetimeProfit.WorthOfRetention*margin*", () => CustomerLifetimeProfit.WorthOfRetention(most, .5m, 0, AtRisk, .45m));
        Refused("CustomerLifetimeProfit.Levers*acquisitionCost*", () => CustomerLifetimeProfit.Levers(most, .9m, 0, AtRisk));
        Refused("CustomerLifetimeProfit.ValueMultipleOf*others*", () => CustomerLifetimeProfit.ValueMultipleOf([1], [most, most]));
        Refused("LifetimeYear.Margin*PricePremium*", () => _ = new LifetimeYear(most, most).Margin);
        Refused("LifetimePlan *discountRate*", () => LifetimePlan.Of(0, [1], 1, most, AtRisk));
        Refused("years[1] does not fit a decimal, with a factor of *", () => LifetimePlan.Of(0, [1, most], 1, -.5m, MarginTiming.NowCertain));
        Refused("LifetimePlan.Profit*", () => LifetimePlan.Of(0, [most, most], 1, 0, MarginTiming.NowCertain));
        Refused("LifetimePlan.Continued*margin*", () => LifetimePlan.Of(0, [1], .9m, 0, AtRisk).Continued(most));
    }

    [Fact]
    public void An_account_without_revenue_has_no_rate_and_one_with_it_has()
    {
        new AccountProfit(200, .5m, 20, 73, .5m).Should().Match<AccountProfit>(account =>
            account.GrossMargin == 100 && account.CapitalCost == 20 && account.Profit == 60 && account.ProfitRate == .3m);
        (new CalibrationGroup(0, 4, 6, 10).ExpectedPerAccount, new CalibrationGroup(0, 4, 6, 10).ActualPerAccount).Should().Be((1.5, 2.5));
    }

    [Fact]
    public void A_retention_may_change_to_its_ends_and_growth_may_end_everything()
    {
        CustomerLifetimeProfit.WorthOfRetention(100, .5m, .25m, AtRisk, .5m).Should().BeApproximately((100 / .25m) - (50 / .75m), 1e-20m);
        CustomerLifetimeProfit.WorthOfRetention(100, .5m, .5m, AtRisk, -.5m).Should().Be(-50);
        CustomerLifetimeProfit.WorthOfRetention(100, .5m, 0, AtRisk, .5m).Should().BeNull("nothing is finite after it");
        CustomerLifetimeProfit.MarginMultiple(.5m, .25m, AtRisk, -1).Should().Be(.4m);
        CustomerLifetimeProfit.RetentionOf(1).Should().Be(0);
        CustomerLifetimeProfit.YearsOf(.75m).Should().Be(4);
        LifetimePlan.Of(0, [1], .5m, 0, AtRisk).Continued(8, -1).Should().Be(2);
    }

    [Fact]
    public void Each_lever_moves_its_own_figure()
    {
        var levers = CustomerLifetimeProfit.Levers(100, .5m, .25m, MarginTiming.EndOfYearCertain, 50, .2m).ToDictionary(each => each.Lever);
        var now = (100 / .75m) - 50;
        levers[LifetimeLever.Margin].Profit.Should().BeApproximately(110, 1e-20m);
        levers[LifetimeLever.Margin].Gain.Should().BeApproximately(110 - now, 1e-20m);
        levers[LifetimeLever.Margin].GainRate.Should().BeApproximately((110 - now) / now, 1e-20m);
        levers[LifetimeLever.Retention].Profit.Should().BeApproximately((100 / .65m) - 50, 1e-20m);
        levers[LifetimeLever.AcquisitionCost].Gain.Should().Be(-10);
        levers[LifetimeLever.DiscountRate].Profit.Should().Be((100 / .8m) - 50);
        levers.Keys.Should().Equal(LifetimeLever.Margin, LifetimeLever.Retention, LifetimeLever.AcquisitionCost, LifetimeLever.DiscountRate);
        CustomerLifetimeProfit.Levers(100, .5m, .5m, MarginTiming.EndOfYearCertain, 100).Should().OnlyContain(each => each.GainRate == null);
        CustomerLifetimeProfit.Levers(100, .5m, .5m, MarginTiming.EndOfYearCertain, 0, 1).Single(each => each.Lever == LifetimeLever.Retention).Profit
            .Should().Be(200, "a retention of 1 is possible");
    }

    [Fact]
    public void A_plan_shows_what_it_cost_to_win_the_account_and_no_year_of_nothing()
    {
        var plan = new LifetimePlan(40, [new(100, 0, 10), new(0)], .5m, .25m, MarginTiming.NowCertain);
        plan.Parts.Should().Equal(
            new LifetimePart(ProfitComponent.AcquisitionCost, 0, -40), new LifetimePart(ProfitComponent.BaseProfit, 1, 100), new LifetimePart(ProfitComponent.CostSavings, 1, 10));
        (plan.ValueOf(0), plan.ValueOf(1), plan.ValueOf(2), plan.ValueOf(ProfitComponent.AcquisitionCost)).Should().Be((-40, 110, 0, -40));
        new LifetimePlan(0, [new(1, 2, 3, 4, 5)], 1, 0, MarginTiming.EndOfYearCertain).Parts.Select(part => part.Value).Should().Equal(1, 2, 3, 4, 5);
        new LifetimeYear(1, 2, 3, 4, 5).Margin.Should().Be(15);
        new LifetimeYear(1, 2, 3, 4, 5).Of(ProfitComponent.AcquisitionCost).Should().Be(0);
        LifetimePlan.Of(0, [1m / 3], 1, 0, MarginTiming.NowCertain).Profit.Should().Be(.3333333333m);
        LifetimePlan.Of(0, [1], .5m, .25m, AtRisk).Continued(10, 1.5m).Should().BeNull("it would grow for ever");
    }

    [Fact]
    public void Assumptions_say_which_of_them_are_ours()
    {
        LifetimeAssumptions.Standard.Defaults.Should().OnlyContain(each => each.Provenance != null);
        new LifetimeAssumptions { DiscountRate = .1m, CapitalRate = .1m, Timing = MarginTiming.NowCertain }.Defaults.Select(each => (each.Path, each.Value, each.Provenance))
            .Should().Equal(("DiscountRate", "0.1", null), ("CapitalRate", "0.1", null), ("Timing", "NowCertain", null));
        new LifetimeAssumptions { DiscountRate = 0, CapitalRate = 0 }.WithVersion("7").Should().Match<LifetimeAssumptions>(
            own => own.Version == "7" && own.DiscountRate == 0 && own.CapitalRate == 0);
        LifetimeSettings.FromJson("""{ "currency": "EUR" }"""u8.ToArray()).Currency.Should().Be("EUR");
        FluentActions.Invoking(() => LifetimeSettings.FromJson("""{ "currency": "" }"""u8.ToArray())).Should().Throw<InvalidModelException>();
        FluentActions.Invoking(() => LifetimeAssumptions.Standard.With(new LifetimeSettings { Version = "" })).Should().Throw<InvalidModelException>();
    }

    [Fact]
    public void The_orders_of_a_summary_become_days()
    {
        var facts = new LifetimeFacts().WithOrders(new("a", 2, 1.5, 3, 1, -4), AsOf, new() { DaysPerUnit = 30 });
        (facts.FirstOrder, facts.LastOrder, facts.RepeatOrders, facts.MeanSpend).Should().Be((AsOf.PlusDays(-90), AsOf.PlusDays(-45), 2, null));
        new LifetimeFacts().WithOrders(new("a", 1, 1, 1, 1, 0), AsOf).MeanSpend.Should().Be(0);
        new LifetimeFacts { FirstOrder = AsOf.PlusDays(1), LastOrder = AsOf }.Faults(AsOf).Should().HaveCount(2);
        new LifetimeFacts { FirstOrder = AsOf, LastOrder = AsOf, RepeatOrders = 3 }.Faults(AsOf).Should().BeEmpty();
        new LifetimeFacts { FirstOrder = AsOf.PlusDays(-1), LastOrder = AsOf, RepeatOrders = 1 }.Faults(AsOf).Should().BeEmpty();
    }

    [Fact]
    public void A_review_needs_each_figure_and_takes_no_loss_of_revenue()
    {
        LifetimeFacts facts = new() { CostToServe = 10, DaysSalesOutstanding = 0, Retention = .99m };
        var review = LifetimeReview.Of(facts, 100, .5m, 30, AsOf);
        (review.Profit!.Profit, review.Profit.DaysSalesOutstanding, review.WorthOfRetentionPoint is null, review.Retention).Should().Be((40, 0, false, .99m));
        LifetimeReview.Of(facts with { Retention = .991m }, 100, .5m, 30, AsOf).WorthOfRetentionPoint.Should().BeNull("a point more is not possible");
        LifetimeReview.Of(facts, -5, .5m, 30, AsOf).Profit!.Revenue.Should().Be(0);
        (review.DiscountRate, review.Timing, review.OrderModel).Should().Be((.12m, AtRisk, null));
        LifetimeFacts ordered = new() { FirstOrder = AsOf.PlusDays(-70), LastOrder = AsOf.PlusDays(-7), RepeatOrders = 3, MeanSpend = 20 };
        LifetimeAssumptions own = new() { Orders = Model, Spend = new(6.25, 3.74, 15.44) };
        var alive = LifetimeReview.Of(ordered, null, .5m, null, AsOf, own);
        alive.ExpectedOrders.Should().Be(Model.ExpectedOrders(365 / 7.0, 3, 9, 10));
        alive.ExpectedMargin.Should().Be(alive.ExpectedOrders!.Value * own.Spend!.ExpectedSpend(3, 20) * .5);
        LifetimeReview.Of(ordered, null, .5m, null, AsOf, new() { Orders = Model, Spend = new(6, 1, 15) }).ExpectedMargin.Should().Be(
            alive.ExpectedOrders.Value * 20 * .5, "that model of amounts has no mean");
        LifetimeReview.Of(ordered with { MeanSpend = null }, null, .5m, null, AsOf, own).ExpectedMargin.Should().BeNull();
        LifetimeReview.Of(ordered, null, null, null, AsOf, own).ExpectedMargin.Should().BeNull();
        foreach (var part in new[] { ordered with { RepeatOrders = null }, ordered with { FirstOrder = null }, ordered with { LastOrder = null } })
            LifetimeReview.Of(part, null, .5m, null, AsOf, own).OrderModel.Should().BeNull();
    }

    [Fact]
    public void Spend_and_contracts_at_their_ends()
    {
        (new GammaGamma(2, 1, 3).ExpectedSpend(0, 0), new GammaGamma(2, 3, 4).ExpectedSpend(0, 0), new GammaGamma(2, 3, 4).ExpectedSpend(1, 6)).Should().Be(
            (double.PositiveInfinity, 4, 5));
        new GammaGamma(1, 1, 1).LogLikelihood(1, 1).Should().BeApproximately(-Math.Log(4), 1e-12, "the density 1/(1 + x)² at 1");
        new GammaGamma(1, 2, 3).LogLikelihood(1, 3).Should().BeApproximately(Math.Log(2.0 / 3 / 8), 1e-12);
        (new ShiftedBetaGeometric(1, 3).ResidualContracts(1, 0), new ShiftedBetaGeometric(2, 3).ResidualContracts(1, 0)).Should().Be((double.PositiveInfinity, 3));
        ShiftedBetaGeometric leaving = new(300, 200);
        (leaving.Survival(257) / leaving.Survival(256)).Should().BeApproximately(leaving.RenewalRate(257), 1e-9);
        new ShiftedBetaGeometric(1, 1).Survival(256).Should().BeApproximately(1.0 / 257, 1e-15);
        new ShiftedBetaGeometric(1, 1).Survival(257).Should().BeApproximately(1.0 / 258, 1e-12);
        new ShiftedBetaGeometric(1, 1).LogLikelihood(new(4, 2, 1)).Should().BeApproximately((2 * Math.Log(.5)) + Math.Log(1.0 / 6) + Math.Log(1.0 / 3), 1e-12);
        new RenewalCohort(3, 0).Customers.Should().Equal(3, 0);
    }

    [Fact]
    public void Without_time_nobody_orders_and_everybody_is_alive()
    {
        foreach (var k in new[] { 1, 3 })
        {
            BgCnbd model = new(k, 2, 3, .8, 2.4);
            (model.ProbabilityOf(0, 0), model.ProbabilityOf(2, 0), model.ExpectedOrders(0), model.ExpectedOrders(0, 1, 1, 2)).Should().Be((1, 0, 0, 0));
        }
    }

    [Fact]
    public void A_correlation_needs_two_accounts_that_differ_in_both()
    {
        static RepeatPurchaseSummary Spent(int orders, decimal mean) => new("a", orders, 1, 2, orders, mean);
        RepeatPurchases.SpendCorrelation([Spent(1, 10), Spent(2, 10)]).Should().BeNull("all spend the same");
        RepeatPurchases.SpendCorrelation([Spent(1, 30), Spent(3, 10)]).Should().BeApproximately(-1, 1e-12);
        RepeatPurchases.SpendCorrelation([Spent(1, 10), Spent(2, 20), Spent(3, 10)]).Should().BeApproximately(0, 1e-12);
        RepeatPurchases.SpendCorrelation([Spent(1, 10), Spent(2, -5), Spent(3, 0)]).Should().BeNull("one is left");
    }

    [Fact]
    public void A_calibration_groups_by_orders_and_the_last_group_takes_the_rest()
    {
        AccountPurchase On(string account, int days) => new(account, AsOf.PlusDays(days), 10);
        AccountPurchase[] purchases =
        [
            On("none", -10), On("one", -20), On("one", -10), On("three", -40), On("three", -30), On("three", -20), On("three", 0), On("three", 1), On("one", 9), On("late", 5),
        ];
        var calibration = PurchaseCalibration.Of(Model, purchases, AsOf, AsOf.PlusDays(9), groups: 3);
        calibration.Groups.Select(group => (group.Orders, group.Accounts, group.Actual)).Should().Equal((0, 1, 0), (1, 1, 1), (2, 1, 1));
        double none = Model.ExpectedOrders(9 / 7.0, 0, 0, 10 / 7.0), one = Model.ExpectedOrders(9 / 7.0, 1, 10 / 7.0, 20 / 7.0), three = Model.ExpectedOrders(9 / 7.0, 3, 40 / 7.0, 40 / 7.0);
        calibration.MeanAbsoluteError.Should().BeApproximately((none + Math.Abs(one - 1) + Math.Abs(three - 1)) / 3, 1e-12);
        calibration.Error.Should().BeApproximately(((none + one + three) / 2) - 1, 1e-12);
        PurchaseCalibration.Of(Model, [On("none", -10)], AsOf, AsOf.PlusDays(1)).Error.Should().BeNull("nothing came");
        PurchaseCalibration.Of(Model, purchases, AsOf, AsOf.PlusDays(9), new() { WithoutOneTimeBuyers = true }).Groups.Select(group => group.Orders).Should().Equal(1, 3);
        PurchaseCalibration.Of(Model, [On("a", -10), On("a", -5), new("a", AsOf.PlusDays(1), -10)], AsOf, AsOf.PlusDays(2), new() { Refunds = RefundTreatment.Deduct })
            .Actual.Should().Be(0, "who takes an order back has not ordered less than nothing");
    }

    [Fact]
    public void A_curve_of_amounts_of_any_size_is_told_with_its_peak()
    {
        var curve = WhaleCurve.Of([1e20m, -1e20m, 3e20m, 1e20m], profit => profit);
        curve.Points.Select(point => (point.Profit, point.Rank, point.Cumulative)).Should().Equal((3e20m, 1, 3e20m), (1e20m, 2, 5e20m), (1e20m, 2, 5e20m), (-1e20m, 4, 4e20m));
        (curve.PeakShare, curve.LosingMoney, curve.Loss).Should().Be((1.25, 1, 1e20m));
        WhaleCurve.Of([0m, 1m], profit => profit).LosingMoney.Should().Be(0);
    }
}
