using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Tests.LifetimeValue;

public class LifetimeProfitTests
{
    [Fact]
    public void Profit_of_an_account_after_service_and_capital()
    {
        var account = new AccountProfit(4_398_276, 0.227m, 310_000, 90, 0.08m);
        Math.Round(account.GrossMargin, 2).Should().Be(998_408.65m);
        Math.Round(account.CapitalCost, 2).Should().Be(86_760.51m);
        Math.Round(account.Profit, 2).Should().Be(601_648.14m);
        account.LosesMoney.Should().BeFalse();
        System.Text.Json.JsonSerializer.Deserialize<AccountProfit>(System.Text.Json.JsonSerializer.Serialize(account)).Should().Be(account);
    }

    [Theory]
    [InlineData("20", false)]
    [InlineData("20.01", true)]
    public void An_account_loses_money_below_nothing(decimal costToServe, bool losesMoney) =>
        new AccountProfit(100, 0.2m, costToServe).LosesMoney.Should().Be(losesMoney);

    [Fact]
    public void Figures_of_an_account_outside_their_range_are_named()
    {
        ((Action)(() => _ = new AccountProfit(-1, 0))).Should().Throw<ArgumentOutOfRangeException>().Which.Message.Should().StartWith("revenue is -1");
        ((Action)(() => _ = new AccountProfit(1, 1.01m))).Should().Throw<ArgumentOutOfRangeException>().Which.Message.Should()
            .StartWith("grossMarginRate is 1.01; it must be at most 1.");
        new AccountProfit(0, 1).ProfitRate.Should().BeNull();
    }

    // Gupta & Lehmann 2003, the table of margin multiples.
    [Theory]
    [InlineData(0.6, new[] { 1.2000, 1.1538, 1.1111, 1.0714 })]
    [InlineData(0.7, new[] { 1.7500, 1.6667, 1.5909, 1.5217 })]
    [InlineData(0.8, new[] { 2.6667, 2.5000, 2.3529, 2.2222 })]
    [InlineData(0.9, new[] { 4.5000, 4.0909, 3.7500, 3.4615 })]
    public void Gupta_and_Lehmann_2003_margin_multiples(double retention, double[] multiples) =>
        new[] { 0.10m, 0.12m, 0.14m, 0.16m }
            .Select(rate => CustomerLifetimeProfit.MarginMultiple((decimal)retention, rate, MarginTiming.EndOfYearAtRisk))
            .Should().Equal(multiples.Select(multiple => (decimal?)multiple), (one, other) => Math.Round(one!.Value, 4) == other);

    [Fact]
    public void Three_conventions_for_the_first_margin()
    {
        CustomerLifetimeProfit.Of(1, 0.8m, 0.12m, MarginTiming.EndOfYearAtRisk).Should().Be(2.5m);
        CustomerLifetimeProfit.Of(1, 0.8m, 0.12m, MarginTiming.NowCertain).Should().Be(3.5m);
        CustomerLifetimeProfit.Of(1, 0.8m, 0.12m, MarginTiming.EndOfYearCertain).Should().Be(3.125m);
        CustomerLifetimeProfit.Of(-2, 0.8m, 0.12m, MarginTiming.EndOfYearAtRisk).Should().Be(-5);
    }

    [Fact]
    public void Growth_raises_the_multiple_until_nothing_is_finite()
    {
        Math.Round(CustomerLifetimeProfit.Of(1, 0.8m, 0.12m, MarginTiming.EndOfYearAtRisk, 0.05m)!.Value, 6).Should().Be(2.857143m);
        CustomerLifetimeProfit.Of(1, 0.8m, 0.12m, MarginTiming.EndOfYearAtRisk, 0.3999m).Should().NotBeNull();
        CustomerLifetimeProfit.Of(1, 0.8m, 0.12m, MarginTiming.EndOfYearAtRisk, 0.40m).Should().BeNull();
        CustomerLifetimeProfit.Of(1, 1, 0, MarginTiming.NowCertain).Should().BeNull();
        CustomerLifetimeProfit.Of(1, 1, 0.0001m, MarginTiming.NowCertain).Should().Be(10_001);
    }

    [Theory]
    [InlineData(MarginTiming.EndOfYearAtRisk)]
    [InlineData(MarginTiming.EndOfYearCertain)]
    [InlineData(MarginTiming.NowCertain)]
    public void A_multiple_is_the_sum_of_the_plan_it_stands_for(MarginTiming timing)
    {
        var margins = Enumerable.Range(0, 200).Select(t => (decimal)(100 * Math.Pow(1.03, t))).ToArray();
        var plan = LifetimePlan.Of(0, margins, 0.8m, 0.12m, timing);
        plan.Profit.Should().BeApproximately(CustomerLifetimeProfit.Of(100, 0.8m, 0.12m, timing, 0.03m)!.Value, 0.000001m);
    }

    [Fact]
    public void A_plan_of_five_years_and_what_follows()
    {
        var plan = LifetimePlan.Of(90, [120, 150, 170, 180, 185], 0.85m, 0.10m, MarginTiming.EndOfYearCertain);
        Enumerable.Range(1, 5).Select(year => Math.Round(plan.ValueOf(year), 4)).Should()
            .Equal(109.0909m, 105.3719m, 92.2802m, 75.5020m, 59.9631m);
        Math.Round(plan.Profit, 4).Should().Be(352.2082m);
        plan.ValueOf(0).Should().Be(-90);
        Math.Round(plan.Continued(185)!.Value, 4).Should().Be(203.8745m);
        plan.Continued(185, 0.3m).Should().BeNull();
        System.Text.Json.JsonSerializer.Deserialize<LifetimePlan>(System.Text.Json.JsonSerializer.Serialize(plan)).Should().Be(plan);
    }

    [Fact]
    public void The_composition_sums_exactly_by_component_and_by_year() =>
        Prop.ForAll(
            (from years in Gen.Choose(1, 12)
             from amounts in Gen.Choose(-100_000_000, 100_000_000).ArrayOf(years * 5)
             from retention in Gen.Choose(0, 1_000)
             from rate in Gen.Choose(-500, 3_000)
             select (amounts, retention, rate)).ToArbitrary(),
            drawn =>
            {
                var (amounts, retention, rate) = drawn;
                var years = amounts.Chunk(5).Select(a => new LifetimeYear(a[0] / 100m, a[1] / 100m, a[2] / 300m, a[3] / 7m, a[4] / 100m)).ToArray();
                foreach (var timing in Enum.GetValues<MarginTiming>())
                {
                    var plan = new LifetimePlan(1_234.56m, years, retention / 1000m, rate / 1000m, timing);
                    if (ProfitComponent.InOrder.Sum(plan.ValueOf) != plan.Profit
                        || Enumerable.Range(0, years.Length + 1).Sum(plan.ValueOf) != plan.Profit)
                        return false;
                }

                return true;
            }).Check(Seeded.Cases(500));

    [Fact]
    public void More_longer_deeper()
    {
        var levers = CustomerLifetimeProfit.Levers(100, 0.8m, 0.12m, MarginTiming.EndOfYearAtRisk)
            .ToDictionary(effect => effect.Lever, effect => effect);
        Math.Round(100 * levers[LifetimeLever.Margin].GainRate!.Value, 2).Should().Be(1.00m);
        Math.Round(100 * levers[LifetimeLever.Retention].GainRate!.Value, 2).Should().Be(3.59m);
        Math.Round(100 * levers[LifetimeLever.DiscountRate].GainRate!.Value, 2).Should().Be(-0.37m);
        levers[LifetimeLever.AcquisitionCost].Gain.Should().Be(0);
        levers[LifetimeLever.Retention].Goal.Should().Be(LifetimeGoal.Longer);
        levers[LifetimeLever.Margin].Goal.Should().Be(LifetimeGoal.Deeper);
        levers[LifetimeLever.AcquisitionCost].Goal.Should().Be(LifetimeGoal.More);
        levers[LifetimeLever.DiscountRate].Goal.Should().BeNull();
        CustomerLifetimeProfit.Levers(100, 0.8m, 0.12m, MarginTiming.EndOfYearAtRisk)[0].Lever.Should().Be(LifetimeLever.Retention);
        CustomerLifetimeProfit.Levers(100, 0.8m, 0.12m, MarginTiming.EndOfYearAtRisk, 300)[0].GainRate.Should().BeNull();
    }

    [Fact]
    public void A_retention_does_not_rise_above_one()
    {
        Retention(0.99m).Profit.Should().NotBeNull();
        Retention(0.995m).Should().Be(new LifetimeLeverEffect(LifetimeLever.Retention, null, null, null));
        CustomerLifetimeProfit.WorthOfRetention(100, 0.8m, 0.12m, MarginTiming.EndOfYearAtRisk)
            .Should().BeApproximately((100 * 0.81m / 0.31m) - 250, 0.0000001m);
        ((Action)(() => CustomerLifetimeProfit.WorthOfRetention(100, 0.995m, 0.12m, MarginTiming.NowCertain)))
            .Should().Throw<ArgumentOutOfRangeException>().Which.Message.Should()
            .StartWith("points is 0.01; with a retention of 0.995 it must be between -0.995 and 0.005.");
        ((Action)(() => CustomerLifetimeProfit.Levers(100, 1, 0, MarginTiming.NowCertain))).Should().Throw<ArgumentOutOfRangeException>()
            .Which.Message.Should().Contain("not finite");

        static LifetimeLeverEffect Retention(decimal retention) => CustomerLifetimeProfit
            .Levers(100, retention, 0.12m, MarginTiming.EndOfYearAtRisk).Single(effect => effect.Lever == LifetimeLever.Retention);
    }

    [Fact]
    public void Years_of_a_key_account_are_a_retention() =>
        Math.Round(CustomerLifetimeProfit.RetentionOf(CustomerLifetimeProfit.KeyAccountYears), 6).Should().Be(0.714286m);

    [Fact]
    public void A_whale_curve_rises_above_the_total()
    {
        var curve = WhaleCurve.Of([("d", -40m), ("a", 100m), ("c", 0m), ("b", 60m), ("e", -20m)], account => account.Item2);
        curve.Points.Select(point => point.Account.Item1).Should().Equal("a", "b", "c", "e", "d");
        curve.Points.Select(point => point.CumulativeShare).Should().Equal(1.0, 1.6, 1.6, 1.4, 1.0);
        (curve.Total, curve.Peak, curve.PeakShare, curve.LosingMoney, curve.Loss).Should().Be((100m, 160m, 1.6, 2, 60m));
    }

    [Fact]
    public void Equal_profits_share_a_place_and_a_total_of_nothing_has_no_shares()
    {
        var curve = WhaleCurve.Of([5m, 10m, 5m, -20m], profit => profit);
        curve.Points.Select(point => (point.Rank, point.Cumulative)).Should().Equal((1, 10m), (2, 20m), (2, 20m), (4, 0m));
        curve.Points.Should().OnlyContain(point => point.CumulativeShare == null);
        curve.PeakShare.Should().BeNull();
        WhaleCurve.Of<decimal>([], profit => profit).Should().BeEquivalentTo(new { Total = 0m, Peak = 0m, LosingMoney = 0, Loss = 0m });
        WhaleCurve.Of([-1m, -3m], profit => profit).Peak.Should().Be(0);
    }

    [Fact]
    public void A_whale_curve_does_not_depend_on_the_order_of_the_accounts() =>
        Prop.ForAll(
            Gen.Choose(-500, 1_000).Select(cents => cents / 100m).ArrayOf().ToArbitrary(),
            profits =>
            {
                var (one, other) = (WhaleCurve.Of(profits, p => p), WhaleCurve.Of(Enumerable.Reverse(profits).ToArray(), p => p));
                return one.Points.SequenceEqual(other.Points) && one.Peak - one.Loss == one.Total
                    && one.Points.Zip(one.Points.Skip(1)).All(pair => pair.First.Profit >= pair.Second.Profit);
            }).Check(Seeded.Cases(300));
}
