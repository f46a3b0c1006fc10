using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Competition;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Reviews;

public class ShareForecastTests
{
    [Fact]
    public void Half_of_a_rise_lasts_and_the_range_goes_from_none_to_all_of_it()
    {
        // 0.40 · (1 + 0.5 · 0.20) / (1 + 0.5 · 0.10) = 0.419048; 0.40/1.1/1.1 = 0.330579; 0.40 · 1.2/0.9 = 0.533333.
        var forecast = ShareForecast.Of(0.40m, Trend(100, 120, 12), 0.10)!;
        (forecast.Today, forecast.NextYear, forecast.Low, forecast.High).Should().Be((0.40m, 0.419048m, 0.330579m, 0.533333m));
        forecast.RestsOn.Select(each => each.En).Should().Equal(
            "Share today: 40 %.", "Our sales to the customer have risen by 20 % over 12 months; half of that is assumed to continue.",
            "The customer's market is growing by 10 % a year; half of that is assumed to continue.");
    }

    [Fact]
    public void What_is_not_known_is_told()
    {
        ShareForecast.Of(null, Trend(100, 120, 12)).Should().BeNull();
        ShareForecast.Of(0.4m, null).Should().BeNull();
        ShareForecast.Of(0.4m, new(null, null, null, 0, null)).Should().BeNull();
        ShareForecast.Of(0.4m, Trend(100, 90, 6))!.RestsOn.Select(each => each.En).Should().EndWith([
            "Seasonal effects are not removed.", "Nobody knows how the customer's market is growing; it is taken as unchanged."]);
    }

    [Theory]
    [InlineData(120, 0.07, "have risen by 20 %", "is growing by 7 %")]
    [InlineData(90, -0.03, "have fallen by 10 %", "is shrinking by 3 %")]
    [InlineData(100, 0.004, "have hardly changed", "is hardly changing (less than 1 % a year)")]
    [InlineData(100, -0.004, "have hardly changed", "is hardly changing (less than 1 % a year)")]
    public void The_verb_tells_the_direction_and_the_number_has_no_sign(int later, double market, string ours, string theirs)
    {
        var told = ShareForecast.Of(0.4m, Trend(100, later, 12), market)!.RestsOn;
        told[1].En.Should().Contain(ours);
        told[2].En.Should().Contain(theirs);
        told.Should().OnlyContain(text => Language.All.All(language => !text.In(language).Contains('-') && !text.In(language).Contains('+')));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void A_share_outside_its_range_is_refused(double share) =>
        FluentActions.Invoking(() => ShareForecast.Of((decimal)share, Trend(1, 1, 12))).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData(-1.000001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_market_outside_its_range_is_refused(double growth) =>
        FluentActions.Invoking(() => ShareForecast.Of(0.5m, Trend(1, 1, 12), growth)).Should().Throw<ArgumentOutOfRangeException>();

    // −1: the whole market goes, half of that lasts, so 0.2/0.5; 101: 0.2/51.5.
    [Theory]
    [InlineData(-1.0, 0.4)]
    [InlineData(101.0, 0.003883)]
    [InlineData(double.MaxValue, 0.0)]
    public void Every_growth_that_a_fact_can_have_is_taken(double growth, double nextYear)
    {
        ShareForecast.Of(0.2m, Trend(100, 100, 12), new AccountValueFacts { MarketGrowthRate = growth }.MarketGrowthRate)!
            .NextYear.Should().Be((decimal)nextYear);
    }

    [Fact]
    public void The_forecast_stays_within_its_range_and_rises_with_our_purchases()
    {
        var percent = Gen.Choose(0, 100).Select(each => each / 100m);
        var amount = Gen.Choose(0, 1_000_000).Select(each => (decimal)each);
        var growth = Gen.Choose(-99, 300).Select(each => each / 100.0);
        Prop.ForAll(Arb.From(
            from share in percent from later in amount from market in growth select (share, later, market)), each =>
        {
            var forecast = ShareForecast.Of(each.share, Trend(1000, each.later, 12), each.market)!;
            var more = ShareForecast.Of(each.share, Trend(1000, each.later + 100, 12), each.market)!;
            return forecast.Low >= 0 && forecast.Low <= forecast.NextYear && forecast.NextYear <= forecast.High && forecast.High <= 1
                && more.NextYear >= forecast.NextYear && more.High >= forecast.High;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_diagnosis_holds_the_four_data_and_the_strengths_they_show()
    {
        var account = new AccountFile
        {
            Id = "Baihe",
            Wallet = [new("pumps", 800, 1000, true)],
            Satisfaction = SatisfactionLevel.High,
            OrderLines = [new() { Date = new(2026, 2, 1), Category = "pumps", Amount = 800 }],
            EnvironmentNotes =
            [
                new()
                {
                    Dimension = EnvironmentDimension.InOrder[0], IsFavourable = false, Text = "A rival builds a plant next door.",
                    Date = new(2026, 1, 5), Origin = DataOrigin.Primary,
                },
            ],
        };
        var review = new AccountReviewer().Review(new Portfolio { Currency = "CNY", AsOf = new(2026, 3, 31), Accounts = [account] }).Accounts[0];
        var diagnosis = RelationshipDiagnosis.Of(account, review);
        diagnosis.ShareOfWallet.Should().Be(0.8m);
        diagnosis.Orders!.Categories.Single().Name.Should().Be("pumps");
        diagnosis.Satisfaction.Should().Be(SatisfactionLevel.High);
        diagnosis.Swot!.Of(SwotPart.Strength).Should().NotBeEmpty();
        diagnosis.Swot.Of(SwotPart.Threat).Should().ContainSingle();
        diagnosis.Forecast.Should().BeNull("no trend is known");
        diagnosis.Describe().Title.Should().Be("Diagnosis of the relationship");
        RelationshipDiagnosis.Of(new() { Id = "empty" }, new AccountReviewer().Review(
            new Portfolio { Currency = "CNY", AsOf = new(2026, 3, 31), Accounts = [new() { Id = "empty" }] }).Accounts[0]).Swot.Should().BeNull();
    }

    private static PurchaseTrend Trend(decimal earlier, decimal later, int months) => new(months, earlier, later, 0, null);
}
