using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Records;
using NodaTime;

namespace KeyAccount.Core.Tests.LifetimeValue;

public class RepeatPurchasesTests
{
    private static readonly LocalDate End = new(1997, 9, 30);

    private static readonly AccountPurchase[] Purchases =
    [
        Bought("a", "01-01", 30), Bought("a", "01-01", 10), Bought("a", "01-15", 20), Bought("a", "08-02", 40), Bought("a", "08-02", -5),
        Bought("b", "09-30", 7),
        Bought("c", "02-01", -9), Bought("c", "03-01", 50), Bought("c", "03-08", 60), Bought("c", "04-01", -60),
    ];

    [Fact]
    public void Everything_is_counted_from_the_first_order_in_weeks()
    {
        var all = RepeatPurchases.Of(Purchases, End);
        all.Select(account => account.AccountId).Should().Equal("a", "b", "c");
        all[0].Should().Be(new RepeatPurchaseSummary("a", 2, 213 / 7.0, 272 / 7.0, 2, 30, Math.Log(14 / 7.0) + Math.Log(199 / 7.0)));
        all[1].Should().Be(new RepeatPurchaseSummary("b", 0, 0, 0, logIntervals: 0));
        all[2].Should().Be(new RepeatPurchaseSummary("c", 1, 1, 213 / 7.0, 1, 60, 0));
    }

    [Fact]
    public void Options_change_what_is_an_order()
    {
        A(new() { DaysPerUnit = 1 }).LastOrder.Should().Be(213);
        A(new() { FirstOrderInSpend = true }).Should().BeEquivalentTo(new { SpendOrders = 3, MeanSpend = 100m / 3 });
        A(new() { SameDay = SameDayOrders.CountEach }).Should().BeEquivalentTo(new { Orders = 3, LogIntervals = (double?)null });
        A(new() { Refunds = RefundTreatment.Deduct }).MeanSpend.Should().Be(27.5m);
        RepeatPurchases.Of(Purchases, End, new() { WithoutOneTimeBuyers = true }).Select(account => account.AccountId).Should().Equal("a", "c");

        // The refund takes back the second order, and the account has come once only.
        RepeatPurchases.Of(Purchases, End, new() { Refunds = RefundTreatment.Deduct })[2]
            .Should().Be(new RepeatPurchaseSummary("c", 0, 0, 213 / 7.0, logIntervals: 0));

        static RepeatPurchaseSummary A(RepeatPurchaseOptions options) => RepeatPurchases.Of(Purchases, End, options)[0];
    }

    [Theory]
    [InlineData("59.99", 2, 50)]
    [InlineData("60", 1, null)]
    [InlineData("60.01", 1, null)]
    [InlineData("109.99", 1, null)]
    [InlineData("110", 0, null)]
    [InlineData("500", 0, null)]
    public void A_refund_takes_the_latest_orders_first(decimal refund, int orders, int? first)
    {
        AccountPurchase[] purchases = [Bought("x", "01-01", 50), Bought("x", "02-01", 60), Bought("x", "03-01", -refund)];
        var summaries = RepeatPurchases.Of(purchases, End, new() { Refunds = RefundTreatment.Deduct, FirstOrderInSpend = true });
        summaries.Should().HaveCount(orders == 0 ? 0 : 1);
        summaries.Sum(account => account.SpendOrders).Should().Be(orders);
        if (first is not null)
            summaries[0].MeanSpend.Should().Be((50 + (60 - refund)) / 2);
    }

    [Fact]
    public void Purchases_of_the_future_are_refused() => ((Action)(() => RepeatPurchases.Of(Purchases, new(1997, 9, 29))))
        .Should().Throw<ArgumentOutOfRangeException>().Which.Message.Should()
        .StartWith("purchases[5], of 'b', is dated 1997-09-30; it must be dated 1997-09-29 (asOf) or earlier.");

    [Fact]
    public void The_order_of_the_purchases_does_not_matter() =>
        Prop.ForAll(
            (from account in Gen.Choose(0, 4)
             from day in Gen.Choose(0, 200)
             from amount in Gen.Choose(-50, 100)
             select (account, day, amount)).ArrayOf().ToArbitrary(),
            drawn =>
            {
                var purchases = Array.ConvertAll(
                    drawn, each => new AccountPurchase($"{each.account}", new LocalDate(1997, 1, 1).PlusDays(each.day), each.amount));
                return new[] { RefundTreatment.Ignore, RefundTreatment.Deduct }.All(refunds =>
                    new[] { SameDayOrders.Merge, SameDayOrders.CountEach }.All(sameDay =>
                    {
                        var options = new RepeatPurchaseOptions { Refunds = refunds, SameDay = sameDay };
                        return RepeatPurchases.Of(purchases, End, options).SequenceEqual(
                            RepeatPurchases.Of(Enumerable.Reverse(purchases).ToArray(), End, options));
                    }));
            }).Check(Seeded.Cases(300));

    [Fact]
    public void A_correlation_of_spend_and_orders_is_shown()
    {
        RepeatPurchaseSummary[] rising = [Spent(1, 10), Spent(2, 20), Spent(3, 30)];
        RepeatPurchases.SpendCorrelation(rising).Should().BeApproximately(1, 1e-12);
        RepeatPurchases.SpendCorrelation([.. rising, Spent(4, 0)]).Should().BeApproximately(1, 1e-12);
        RepeatPurchases.SpendCorrelation([Spent(1, 10), Spent(1, 20)]).Should().BeNull();
        RepeatPurchases.SpendCorrelation([Spent(1, 10)]).Should().BeNull();

        static RepeatPurchaseSummary Spent(int orders, decimal mean) => new($"{orders}-{mean}", orders, 1, 2, orders, mean);
    }

    [Fact]
    public void A_model_is_held_against_what_came()
    {
        var model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        var calibration = PurchaseCalibration.Of(model, Purchases, new(1997, 3, 31), End, groups: 2);
        calibration.Groups.Should().HaveCount(1);
        calibration.Groups[0].Should().BeEquivalentTo(new { Orders = 1, Accounts = 2, Actual = 1 });
        calibration.Expected.Should().BeApproximately(
            model.ExpectedOrders(183 / 7.0, 1, 2, 89 / 7.0) + model.ExpectedOrders(183 / 7.0, 1, 1, 30 / 7.0), 1e-12);
        calibration.Error.Should().BeApproximately(calibration.Expected - 1, 1e-12);
        System.Text.Json.JsonSerializer.Deserialize<PurchaseCalibration>(System.Text.Json.JsonSerializer.Serialize(calibration))
            .Should().Be(calibration);
        ((Action)(() => PurchaseCalibration.Of(model, Purchases, End, End))).Should().Throw<ArgumentOutOfRangeException>()
            .Which.Message.Should().StartWith("until is 1997-09-30; it must be later than 1997-09-30 (asOf).");
    }

    [Fact]
    public void A_summary_holds_together()
    {
        ((Action)(() => _ = new RepeatPurchaseSummary("x", 1, 1, 2, 1))).Should().Throw<ArgumentException>().Which.Message.Should()
            .StartWith("spendOrders is 1 and meanSpend is null;");
        ((Action)(() => _ = new RepeatPurchaseSummary(" ", 1, 1, 2))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new RepeatPurchaseSummary("x", 1, 3, 2))).Should().Throw<ArgumentOutOfRangeException>();
        var summary = new RepeatPurchaseSummary("x", 1, 1, 2, 1, 9.5m, 0.25);
        System.Text.Json.JsonSerializer.Deserialize<RepeatPurchaseSummary>(System.Text.Json.JsonSerializer.Serialize(summary)).Should().Be(summary);
    }

    private static AccountPurchase Bought(string account, string day, decimal amount) =>
        new(account, NodaTime.Text.LocalDatePattern.Iso.Parse($"1997-{day}").Value, amount);
}
