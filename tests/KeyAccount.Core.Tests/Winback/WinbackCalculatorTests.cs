using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Records;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Tests.Winback;

public class WinbackCalculatorTests
{
    private static readonly LocalDate Today = new(2026, 6, 30);

    // Rooms, row 27: intervals 30 28 33 31 29. The z of the text, 8.2145, does not follow from its own figures: 15.8/1.923538 = 8.2140.
    [Fact]
    public void Rooms_overdue_rhythm()
    {
        var rhythm = Rhythm(46);
        rhythm.MeanInterval.Should().BeApproximately(30.2, 1e-12);
        rhythm.Spread.Should().BeApproximately(1.9235, 5e-5);
        rhythm.OverdueRatio.Should().BeApproximately(1.5232, 5e-5);
        rhythm.ZScore.Should().BeApproximately(8.2140, 5e-5);
        rhythm.PoissonOdds.Should().BeApproximately(0.2180, 5e-5);
        rhythm.IsOverdue().Should().BeTrue();
        Rhythm(45).OverdueRatio.Should().BeApproximately(1.4901, 5e-5);
        Rhythm(45).IsOverdue().Should().BeFalse();
    }

    [Fact]
    public void An_alarm_needs_the_customers_own_spread_too()
    {
        // Intervals 10 and 90: mean 50, sd 56.57, mean + 2 sd = 163.1.
        var last = Today.PlusDays(-163);
        BuyingRhythm.Of([last, last.PlusDays(-90), last.PlusDays(-100)], Today)!.IsOverdue().Should().BeFalse();
        BuyingRhythm.Of([last, last.PlusDays(-90), last.PlusDays(-100)], Today.PlusDays(1))!.IsOverdue().Should().BeTrue();
    }

    [Fact]
    public void A_single_project_order_is_no_rhythm()
    {
        BuyingRhythm.Of([], Today).Should().BeNull();
        BuyingRhythm.Of([Today.PlusDays(-10)], Today).Should().BeNull();
        BuyingRhythm.Of([Today.PlusDays(-10), Today.PlusDays(-10), Today.PlusDays(-40)], Today).Should().BeNull("a day is one order");
        BuyingRhythm.Of([Today.PlusDays(-10), Today.PlusDays(-40), Today.PlusDays(-70)], Today)!.ZScore.Should().BeNull("the spread is 0");
        BuyingRhythm.Of([Today.PlusDays(1), Today.PlusDays(-40), Today.PlusDays(-70)], Today).Should().BeNull("one is still to come");
    }

    [Fact]
    public void A_season_is_no_silence()
    {
        // Orders every 30 days from March to October of 2024 and 2025; as of mid-February 2026.
        var asOf = new LocalDate(2026, 2, 15);
        LocalDate[] orders =
        [
            .. new[] { 2023, 2024, 2025 }.SelectMany(year => Enumerable.Range(3, 8).Select(month => new LocalDate(year, month, 10))),
        ];
        var rhythm = BuyingRhythm.Of(orders, asOf)!;
        rhythm.OverdueRatio.Should().BeGreaterThan(2);
        rhythm.IsSeasonalPause.Should().BeTrue();
        rhythm.IsOverdue().Should().BeFalse();
        Report(orders, asOf).State.Advice.Should().Be(CustomerState.Active);

        // In June last year it bought: silence until then is no season.
        var june = BuyingRhythm.Of(orders, new(2026, 6, 15))!;
        june.IsSeasonalPause.Should().BeFalse();
        Report(orders, new(2026, 6, 15)).State.Advice.Should().Be(CustomerState.Lost);

        // With less than two years nobody knows whether it is a season.
        BuyingRhythm.Of(orders.Where(day => day.Year > 2023 && day > new LocalDate(2024, 2, 15)), asOf)!.IsSeasonalPause.Should().BeFalse();
    }

    [Fact]
    public void The_order_of_orders_does_not_count() => Check.One(
        Seeded.Cases(300),
        Prop.ForAll(
            Gen.NonEmptyListOf(Gen.Choose(0, 900)).ToArbitrary(),
            days =>
            {
                var orders = days.Select(day => Today.PlusDays(-day)).ToArray();
                var rhythm = BuyingRhythm.Of(orders, Today);
                BuyingRhythm.Of(Enumerable.Reverse(orders).Concat(orders), Today).Should().Be(rhythm);
                (rhythm is null).Should().Be(orders.Distinct().Count() < BuyingRhythm.MinimumOrders);
                if (rhythm is not null)
                    rhythm.Silence.Should().Be(days.Min());
            }));

    // Rooms, row 27, C.
    [Fact]
    public void Rooms_second_lifetime_value()
    {
        var value = new SecondLifetimeValue(80_000, 0.7m, 0.10m, 3, 0.30m, 25_000);
        value.Value.Should().BeApproximately(148_459.80m, 0.005m);
        value.Expected.Should().BeApproximately(19_537.94m, 0.005m);
        value.BreakEvenOdds.Should().BeApproximately(0.1684m, 0.00005m);
        value.IsWorthwhile.Should().BeTrue();
        new SecondLifetimeValue(80_000, 0.7m, 0.10m, 3, value.BreakEvenOdds!.Value, 25_000).Expected.Should().BeApproximately(0, 1e-15m);
        new SecondLifetimeValue(0, 0.7m, 0.10m, 3, 0.3m, 25_000).BreakEvenOdds.Should().BeNull();
    }

    [Fact]
    public void Work_is_put_in_order_by_what_it_brings_and_not_by_size()
    {
        var large = new WinbackCandidate("large", new(500_000, 0.8m, 0.1m, 3, 0.02m, 40_000));
        var small = new WinbackCandidate("small", new(60_000, 0.8m, 0.1m, 3, 0.4m, 5_000));
        var twin = new WinbackCandidate("another small", small.SecondLife);
        WinbackCandidate.InOrderOfWork([large, small, twin]).Select(each => each.AccountId).Should().Equal("another small", "small", "large");
        large.SecondLife.IsWorthwhile.Should().BeFalse();
    }

    [Fact]
    public void Figures_outside_their_range_are_named()
    {
        FluentActions.Invoking(() => new SecondLifetimeValue(1, 1.1m, 0.1m, 3, 0.3m, 1)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("retention is 1.1; it must be at most 1.*");
        FluentActions.Invoking(() => new SecondLifetimeValue(1, 1, 0.1m, 0, 0.3m, 1)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("years is 0; it must be between 1 and 100.*");
        FluentActions.Invoking(() => new RfmCuts([1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4])).Should().Throw<ArgumentException>()
            .WithMessage("days has 3 values; it must have 4.*");
        FluentActions.Invoking(() => new RfmCuts([1, 2, 3, 4], [1, 3, 2, 4], [1, 2, 3, 4])).Should().Throw<ArgumentException>()
            .WithMessage("orders[2] is 2; it must not be below orders[1], 3.*");
        FluentActions.Invoking(() => WinbackEffect.Of([new("a", null, 1, 1, null, Today)], Today, 0.2m)).Should().Throw<ArgumentException>()
            .WithMessage("attempts[0].LostAgainOn is 2026-06-30; it must not be before RegainedOn*");
    }

    [Fact]
    public void The_effect_counts_who_is_back_and_leaves_out_whom_we_dropped()
    {
        var effect = WinbackEffect.Of(
        [
            new("a", DepartureKind.PulledAway, 100_000, 5_000, Today.PlusDays(-400), null, 80_000),
            new("b", DepartureKind.BoughtAway, 50_000, 2_000, Today.PlusDays(-300), Today.PlusDays(-100), 20_000),
            new("c", null, 30_000, 1_000),
            new("d", DepartureKind.MovedAway, 20_000, 1_000, Today.PlusDays(1), null, 9_000),
            new("e", DepartureKind.IntentionallyPushedAway, 70_000, 1_000),
        ], Today, 0.25m);

        (effect.Approached, effect.Regained, effect.LeftOut).Should().Be((4, 2, 1));
        (effect.RevenueLost, effect.RevenueRegained, effect.Cost).Should().Be((200_000, 100_000, 10_000));
        effect.Rate.Should().Be(0.5);

        // Wilson for 2 of 4: centre .5, half width 1.96/(1 + .9604) · √(.0625 + .0600).
        effect.RateInterval!.Low.Should().BeApproximately(0.1500, 5e-5);
        effect.RateInterval.High.Should().BeApproximately(0.8500, 5e-5);
        effect.RevenueShare.Should().Be(0.5m);
        effect.CostPerRegained.Should().Be(5_000);
        effect.ReturnOnInvestment.Should().Be(1.5m);

        // Kaplan–Meier: 200 days one of two leaves, 400 days censored.
        effect.StayAfterYear.Should().Be(0.5);
        JsonSerializer.Deserialize<WinbackEffect>(JsonSerializer.Serialize(effect)).Should().Be(effect);
        WinbackEffect.Of([], Today, 0.25m).Should().Match<WinbackEffect>(none =>
            none.Rate == null && none.RateInterval == null && none.CostPerRegained == null && none.StayAfterYear == null);
    }

    [Fact]
    public void Equal_values_score_alike_and_the_cuts_are_told()
    {
        // Ten customers, 1 … 10 orders of 100; the last of each on day −10·n.
        var purchases = Enumerable.Range(1, 10).SelectMany(n => Enumerable.Range(0, n)
            .Select(i => new AccountPurchase($"c{n:00}", Today.PlusDays((-10 * n) - i), 100))).ToArray();
        var report = RfmReport.Of(purchases, Today);
        report.Cuts.Should().Be(new RfmCuts([20, 40, 60, 80], [2, 4, 6, 8], [200, 400, 600, 800]));
        report.Customers.Select(each => (each.Recency, each.Frequency, each.Money)).Should().Equal(
            (5, 1, 1), (5, 1, 1), (4, 2, 2), (4, 2, 2), (3, 3, 3), (3, 3, 3), (2, 4, 4), (2, 4, 4), (1, 5, 5), (1, 5, 5));
        report.Customers[9].Segment.Should().Be(RfmSegment.CannotLose);

        // All alike: one score, whatever the quintiles do.
        RfmReport.Of(Enumerable.Range(0, 7).Select(n => new AccountPurchase($"c{n}", Today, 5)), Today).Customers
            .Select(each => (each.Recency, each.Frequency, each.Money)).Distinct().Should().Equal((5, 1, 1));
    }

    [Fact]
    public void Thresholds_of_ones_own_and_ones_own_today_count()
    {
        var cuts = new RfmCuts([30, 60, 90, 180], [1, 3, 6, 12], [1_000, 5_000, 20_000, 100_000]);
        AccountPurchase[] purchases =
        [
            new("a", Today.PlusDays(-30), 900), new("a", Today.PlusDays(-31), 100), new("a", Today.PlusDays(1), 9_999),
            new("b", Today.PlusDays(-31), 1_001), new("c", Today, -50),
        ];
        var report = RfmReport.Of(purchases, Today, cuts);
        report.Customers.Select(each => (each.AccountId, each.DaysSincePurchase, each.Orders, each.Amount)).Should()
            .Equal(("a", 30, 2, 1_000m), ("b", 31, 1, 1_001m));
        report.Customers.Select(each => (each.Recency, each.Frequency, each.Money)).Should().Equal((5, 2, 1), (4, 1, 2));
        RfmReport.Of(purchases, Today.PlusDays(-100), cuts).Customers.Should().BeEmpty();
        JsonSerializer.Deserialize<RfmReport>(JsonSerializer.Serialize(report)).Should().Be(report);
    }

    private static BuyingRhythm Rhythm(int silence)
    {
        var day = Today.PlusDays(-silence);
        List<LocalDate> orders = [day];
        foreach (var interval in new[] { 29, 31, 33, 28, 30 })
            orders.Add(day = day.PlusDays(-interval));
        return BuyingRhythm.Of(orders, Today)!;
    }

    private static WarningReport Report(IEnumerable<LocalDate> orders, LocalDate asOf) =>
        WarningReport.Of(new() { Orders = [.. orders.Select(day => new AccountPurchase("a", day, 100))] }, asOf);

    [Fact]
    public void A_season_is_one_only_where_it_bought_after_the_same_pause()
    {
        // Monthly until a year ago, to the day; then nothing: no later order says that the pause ended.
        LocalDate[] orders = [.. Enumerable.Range(0, 14).Select(month => new LocalDate(2024, 1, 10).PlusMonths(month))];
        orders[^1].Should().Be(new LocalDate(2025, 2, 10));
        BuyingRhythm.Of(orders, new(2026, 2, 10))!.IsSeasonalPause.Should().BeFalse();
    }
}
