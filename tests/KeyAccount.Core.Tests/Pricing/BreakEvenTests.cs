using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Pricing;

namespace KeyAccount.Core.Tests.Pricing;

public class BreakEvenTests
{
    public static TheoryData<decimal, decimal, decimal> MarginRates => new()
    {
        { 0.40m, 0.05m, -11.1m },
        { 0.40m, -0.10m, 33.3m },
        { 0.42m, 0.10m, -19.2m },
    };

    public static TheoryData<decimal, decimal> WebSource => new()
    {
        { 0.22m, 31.3m },
        { 0.25m, 28.6m },
    };

    public static TheoryData<decimal, decimal> Nagle250 => new()
    {
        { -0.50m, 0.50m },
        { 0.50m, -0.25m },
    };

    [Theory]
    [MemberData(nameof(MarginRates))]
    public void Nagle_break_even_from_the_margin_rate(decimal margin, decimal priceChange, decimal percent) =>
        Math.Round(100 * BreakEven.OfRates(margin, priceChange).SalesChange!.Value, 1, MidpointRounding.AwayFromZero).Should().Be(percent);

    [Theory]
    [MemberData(nameof(WebSource))]
    public void A_web_source_claims_8_percent_for_these_margins_and_is_wrong(decimal margin, decimal percent) =>
        Math.Round(-100 * BreakEven.OfRates(margin, 0.10m).SalesChange!.Value, 1, MidpointRounding.AwayFromZero).Should().Be(percent);

    [Theory]
    [MemberData(nameof(Nagle250))]
    public void Nagle_price_2_50_variable_cost_1_00(decimal priceChange, decimal salesChange) =>
        BreakEven.Of(2.50m, 1.00m, priceChange).SalesChange.Should().Be(salesChange);

    [Fact]
    public void Nagle_price_10_variable_cost_5_50_cut_by_50_cents()
    {
        BreakEven.Of(10, 5.50m, -0.50m).SalesChange.Should().Be(0.125m);
        Math.Round(100 * BreakEven.Of(10, 5.50m, -0.50m, variableCostChange: -0.22m).SalesChange!.Value, 3).Should().Be(6.635m);
        BreakEven.Of(10, 5.50m, -0.50m, fixedCostChange: 800, quantity: 4_000).SalesChange.Should().Be(0.175m);
    }

    [Fact]
    public void Nagle_reactive_break_even() =>
        Math.Round(100 * BreakEven.Reactive(4.5m, -1.5m), 2).Should().Be(-33.33m);

    [Fact]
    public void At_the_break_even_the_profit_is_what_it_was()
    {
        var moves = from price in Gen.Choose(100, 100_000)
                    from cost in Gen.Choose(0, price - 1)
                    from change in Gen.Choose(-price / 2, price)
                    from costChange in Gen.Choose(-cost, 1000)
                    from fixedChange in Gen.Choose(-5_000, 5_000)
                    from quantity in Gen.Choose(1, 1_000_000)
                    select (price / 100m, cost / 100m, change / 100m, costChange / 100m, fixedChange, (decimal)quantity);
        var reached = 0;
        Check.One(Seeded.Cases(2000), Prop.ForAll(moves.ToArbitrary(), move =>
        {
            var (price, cost, change, costChange, fixedChange, quantity) = move;
            var result = BreakEven.Of(price, cost, change, costChange, fixedChange, quantity);
            if (result.SalesChange is not { } sales)
                return result.Outcome != BreakEvenOutcome.Reached;
            reached++;
            var before = quantity * (price - cost);
            var after = (quantity * (1 + sales) * result.NewContributionMargin) - fixedChange;
            return Math.Abs(after - before) <= 1e-20m * Math.Max(before, Math.Abs(fixedChange));
        }));
        reached.Should().BeGreaterThan(1000);
    }

    [Fact]
    public void Without_a_margin_left_no_volume_suffices_and_that_is_a_result()
    {
        var result = BreakEven.Of(10, 9, -1);

        result.Outcome.Should().Be(BreakEvenOutcome.NoVolumeSuffices);
        result.SalesChange.Should().BeNull();
        result.NewContributionMargin.Should().Be(0);
        result.Reason.En.Should().Be("The new contribution margin is 0: no volume can make up for this price change.");
        BreakEven.Of(10, 9, -0.99m).Outcome.Should().Be(BreakEvenOutcome.Reached);
        BreakEven.Of(10, 9, -1.01m).Outcome.Should().Be(BreakEvenOutcome.NoVolumeSuffices);
    }

    [Fact]
    public void Where_more_fixed_cost_is_saved_than_all_sales_contribute_any_volume_suffices()
    {
        BreakEven.Of(10, 9, 0, fixedCostChange: -100, quantity: 100).SalesChange.Should().Be(-1);
        BreakEven.Of(10, 9, 0, fixedCostChange: -100.01m, quantity: 100).Outcome.Should().Be(BreakEvenOutcome.AnyVolumeSuffices);
    }

    [Fact]
    public void The_reason_speaks_three_languages()
    {
        var reason = BreakEven.Of(10, 5.50m, -0.50m).Reason;

        reason.En.Should().Be("Profit stays the same if sales change by 12.5%; the new contribution margin is 4.");
        reason.ZhHans.Should().Contain("12.5%").And.Contain("边际贡献");
        reason.ZhHant.Should().Contain("12.5%").And.Contain("邊際貢獻");
    }

    [Fact]
    public void Bad_arguments_are_named_with_their_value_and_range()
    {
        ((Action)(() => BreakEven.Of(10, 10, -1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*price is 10*above 10*");
        ((Action)(() => BreakEven.Of(10, -1, 1)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*variableCost is -1*at least 0*");
        ((Action)(() => BreakEven.Of(10, 1, 1, quantity: 0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*quantity is 0*above 0*");
        ((Action)(() => BreakEven.Of(10, 1, 1, fixedCostChange: 5))).Should().Throw<ArgumentException>().WithParameterName("quantity");
        ((Action)(() => BreakEven.OfRates(0, 0.1m)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*contributionMarginRate is 0*");
        ((Action)(() => BreakEven.OfRates(1.01m, 0.1m))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*at most 1*");
        ((Action)(() => BreakEven.OfRates(0.5m, -1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*above -1*");
        ((Action)(() => BreakEven.Reactive(0, 1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*contributionMargin is 0*");
    }
}
