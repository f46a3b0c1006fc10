using KeyAccount.Core.Reviews;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class PurchaseTrendTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Fact]
    public void A_year_is_compared_with_the_year_before_where_both_are_known()
    {
        var trend = PurchaseTrend.Of(Months(24, month => month <= 12 ? 100 : 50), AsOf)!;
        trend.Should().Be(new PurchaseTrend(12, 1200, 600, 0, 0));
        (trend.Change, trend.YearlyFall).Should().Be((-0.5m, 600));
    }

    [Theory]
    [InlineData(23, 6)]
    [InlineData(12, 6)]
    [InlineData(11, null)]
    [InlineData(24, 12)]
    public void The_span_is_what_is_known_twice(int known, int? months) =>
        PurchaseTrend.Of(Months(known, _ => 1), AsOf)!.Months.Should().Be(months);

    [Fact]
    public void Half_a_year_is_taken_to_a_year()
    {
        var trend = PurchaseTrend.Of(Months(12, month => month <= 6 ? 100 : 80), AsOf)!;
        (trend.Change, trend.YearlyFall).Should().Be((-0.2m, 240));
        PurchaseTrend.Of(Months(12, month => month <= 6 ? 100 : 180), AsOf)!.YearlyFall.Should().Be(0);
    }

    [Fact]
    public void A_month_left_out_is_one_without_purchases()
    {
        var trend = PurchaseTrend.Of([new(new(2025, 7), 60), new(new(2025, 8), 60), new(new(2026, 1), 0), new(new(2026, 3), 30)], AsOf)!;
        trend.Should().Be(new PurchaseTrend(6, 120, 30, 3, 6));
    }

    [Fact]
    public void The_running_month_is_bought_in_and_not_compared()
    {
        var trend = PurchaseTrend.Of([new(new(2026, 6), 5)], AsOf.PlusDays(-1))!;
        (trend.MonthsSincePurchase, trend.Months).Should().Be((0, null));
        PurchaseTrend.Of([new(new(2026, 7), 5)], AsOf).Should().BeNull("it is of the future");
        PurchaseTrend.Of([], AsOf).Should().BeNull();
    }

    [Fact]
    public void Who_has_never_bought_has_no_rhythm()
    {
        var trend = PurchaseTrend.Of([new(new(2025, 1), 0), new(new(2026, 1), -5)], AsOf)!;
        (trend.MonthsSincePurchase, trend.LongestPause, trend.Change).Should().Be((null, null, null));
        PurchaseTrend.Of([new(new(2026, 1), 5)], AsOf)!.LongestPause.Should().BeNull("one purchase is no rhythm");
    }

    [Fact]
    public void The_order_of_the_months_does_not_matter()
    {
        var months = Months(20, month => month * 7 % 5);
        PurchaseTrend.Of([.. Enumerable.Reverse(months)], AsOf).Should().Be(PurchaseTrend.Of(months, AsOf));
    }

    // The first of so many months is 1, the last one that of AsOf.
    private static MonthlyPurchases[] Months(int count, Func<int, decimal> amount) =>
        [.. Enumerable.Range(1, count).Select(i => new MonthlyPurchases(AsOf.PlusMonths(i - count).ToYearMonth(), amount(i)))];
}
