using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Reviews;
using NodaTime;

namespace KeyAccount.Core.Tests.LifetimeValue;

public class LifetimeReviewTests
{
    private static readonly LocalDate AsOf = new(2026, 1, 1);

    // rooms.md, row 26: revenue 4,398,276, gross margin 22.7 %, DSO 90, capital 8 %, cost to serve 310,000.
    private static readonly LifetimeFacts Worked = new() { CostToServe = 310_000, DaysSalesOutstanding = 90, Retention = 0.8m };

    [Fact]
    public void The_worked_account_earns_and_is_worth_what_it_should()
    {
        var review = LifetimeReview.Of(Worked, 4_398_276, 0.227m, null, AsOf);
        review.Profit!.Profit.Should().BeApproximately(601_648.14m, 0.005m);
        review.LifetimeProfit.Should().Be(review.Profit.Profit * 2.5m, "r .8, i .12, at risk: 2.5");
        review.WorthOfRetentionPoint.Should().BeApproximately(review.Profit.Profit * ((0.81m / 0.31m) - 2.5m), 1e-6m);
        (review.ProbabilityAlive, review.OrderModel).Should().Be((null, null), "no model was given, and none is fitted");
    }

    [Fact]
    public void What_is_not_known_stays_unknown()
    {
        LifetimeReview.Of(Worked, null, 0.227m, null, AsOf).Profit.Should().BeNull();
        LifetimeReview.Of(Worked, 1_000, null, null, AsOf).Profit.Should().BeNull();
        LifetimeReview.Of(Worked with { CostToServe = null }, 1_000, 0.2m, 30, AsOf).Profit.Should().BeNull();
        LifetimeReview.Of(Worked with { DaysSalesOutstanding = null }, 1_000, 0.2m, null, AsOf).Profit.Should().BeNull();
        LifetimeReview.Of(Worked with { DaysSalesOutstanding = null }, 1_000_000, 0.5m, 30, AsOf).Profit!.DaysSalesOutstanding.Should().Be(30, "the days that were agreed");
        LifetimeReview.Of(Worked with { Retention = null }, 4_398_276, 0.227m, null, AsOf).LifetimeProfit.Should().BeNull();
    }

    // CDNOW, published: x 2, tx 30.43, T 38.86 weeks, 39 weeks ahead.
    [Fact]
    public void Orders_are_expected_by_the_model_that_was_given()
    {
        var model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        var facts = new LifetimeFacts { FirstOrder = AsOf.PlusDays(-272), LastOrder = AsOf.PlusDays(-59), RepeatOrders = 2, MeanSpend = 50 };
        var review = LifetimeReview.Of(facts, null, 0.2m, null, AsOf, new() { Orders = model });
        review.OrderModel.Should().Be("BgNbd");
        review.ProbabilityAlive.Should().Be(model.ProbabilityAlive(2, 213 / 7.0, 272 / 7.0)).And.BeApproximately(0.726579, 1e-3);
        review.ExpectedOrders.Should().Be(model.ExpectedOrders(365 / 7.0, 2, 213 / 7.0, 272 / 7.0));
        review.ExpectedMargin.Should().BeApproximately(review.ExpectedOrders!.Value * 50 * 0.2, 1e-9, "without a model of amounts it spends what it has spent");
        var amounts = new GammaGamma(6.25, 3.74, 15.44);
        LifetimeReview.Of(facts, null, 0.2m, null, AsOf, new() { Orders = model, Spend = amounts }).ExpectedMargin
            .Should().BeApproximately(review.ExpectedOrders.Value * amounts.ExpectedSpend(2, 50) * 0.2, 1e-9);
    }

    [Theory]
    [InlineData(1, 0, 1, "firstOrder is 2026-01-02; it must be 2026-01-01 (the day of the facts) or earlier")]
    [InlineData(-10, -11, 1, "lastOrder is 2025-12-21; it must be 2025-12-22 (the first order) or later")]
    [InlineData(-10, -9, 0, "repeatOrders is 0; with a last order after the first it must be 1 or more")]
    [InlineData(-10, 1, 2, "lastOrder is 2026-01-02; it must be 2026-01-01 (the day of the facts) or earlier")]
    public void Orders_that_cannot_be_are_named(int first, int last, int repeats, string fault)
    {
        var facts = new LifetimeFacts { FirstOrder = AsOf.PlusDays(first), LastOrder = AsOf.PlusDays(last), RepeatOrders = repeats };
        facts.Faults(AsOf).Should().Contain(fault);
        var review = () => LifetimeReview.Of(facts, null, null, null, AsOf);
        review.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(170_000, false)]
    [InlineData(200_000, false)]
    [InlineData(200_001, true)]
    public void An_account_that_costs_more_than_it_brings_is_found(int costToServe, bool isFound)
    {
        var account = new AccountFile
        {
            Id = "a",
            Value = new() { AnnualPurchases = 1_000_000, GrossMarginRate = 0.2, CreditDays = 0 },
            Lifetime = new() { CostToServe = costToServe, DaysSalesOutstanding = 0, Retention = 0.9m },
        };
        var review = new AccountReviewer(new() { Materiality = 0 }).Review(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = [account] }).Accounts[0];
        var found = review.Findings.Where(finding => finding.RuleId == "losesMoney").ToArray();
        found.Length.Should().Be(isFound ? 1 : 0);
        if (isFound)
        {
            found[0].AtStake.Should().Be(1, "the loss is what is at stake");
            review.Actions.Should().Contain(action => action.Kind == ActionKind.RaiseProfit);
        }
    }

    [Fact]
    public void Orders_of_the_day_itself_are_possible() =>
        new LifetimeFacts { FirstOrder = AsOf, LastOrder = AsOf, RepeatOrders = 0 }.Faults(AsOf).Should().BeEmpty();
}
