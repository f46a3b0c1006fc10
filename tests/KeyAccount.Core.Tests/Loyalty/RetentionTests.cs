using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Records;
using NodaTime;

namespace KeyAccount.Core.Tests.Loyalty;

public class RetentionTests
{
    private static readonly DateInterval Last = new(new(2025, 1, 1), new(2025, 12, 31));
    private static readonly DateInterval This = new(new(2026, 1, 1), new(2026, 12, 31));

    [Fact]
    public void Two_hundred_accounts_20_new_195_at_the_end_are_875_per_mille_retained()
    {
        var retention = Retention.Of(200, 20, 195);

        retention.Rate.Should().Be(0.875m);
        retention.Churn.Should().Be(0.125m);
    }

    [Fact]
    public void Without_accounts_at_the_start_it_is_undefined()
    {
        Retention.Of(0, 0, 0).Rate.Should().BeNull();
        Retention.Of(0, 5, 5).Churn.Should().BeNull();
        Retention.Of(0, 5, 7).Rate.Should().BeNull();
    }

    [Fact]
    public void Counts_that_cannot_be_are_errors()
    {
        ((Action)(() => Retention.Of(200, 20, 19))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("atEnd is 19; it must be at least 20.*").WithParameterName("atEnd");
        Retention.Of(200, 20, 20).Rate.Should().Be(0);
        Retention.Of(200, 20, 220).Rate.Should().Be(1);
        ((Action)(() => Retention.Of(200, 20, 221)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("atEnd is 221; it must be at most 220.*");
        ((Action)(() => Retention.Of(-1, 0, 0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("atStart is -1; it must be at least 0.*");
        ((Action)(() => Retention.Of(1, -1, 0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("gained is -1; it must be at least 0.*");
        Retention.Of(int.MaxValue, int.MaxValue, int.MaxValue).Rate.Should().Be(0);
    }

    [Fact]
    public void Gross_retention_counts_no_growth_and_net_retention_does()
    {
        // 100 grew to 130, 100 shrank to 60, 50 left, 80 came: start 250.
        var revenue = Retention.OfRevenue([new(100, 130), new(100, 60), new(50, 0), new(0, 80)]);

        (revenue.AtStart, revenue.Expansion, revenue.Contraction, revenue.Lost).Should().Be((250m, 30m, 40m, 50m));
        revenue.Gross.Should().Be(0.64m);
        revenue.Net.Should().Be(0.76m);
    }

    [Fact]
    public void Revenue_from_its_movements()
    {
        new RevenueRetention(1000, 150, 50, 100).Should().Match<RevenueRetention>(r => r.Gross == 0.85m && r.Net == 1m);
        new RevenueRetention(0, 0, 0, 0).Should().Match<RevenueRetention>(r => r.Gross == null && r.Net == null);
        ((Action)(() => _ = new RevenueRetention(-1, 0, 0, 0))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("atStart is -1*");
        ((Action)(() => _ = new RevenueRetention(1, -1, 0, 0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("expansion is -1*");
        ((Action)(() => _ = new RevenueRetention(0, 1, 0, 0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("expansion is 1; it must be at most 0*");
        ((Action)(() => _ = new RevenueRetention(1, 0, -1, 0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("contraction is -1*");
        ((Action)(() => _ = new RevenueRetention(1, 0, 1.1m, 0))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("contraction is 1.1; it must be at most 1*");
        ((Action)(() => _ = new RevenueRetention(1, 0, 0, -1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("lost is -1*");
        ((Action)(() => _ = new RevenueRetention(1, 0, 0.5m, 0.6m))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("lost is 0.6; it must be at most 0.5*");
    }

    [Fact]
    public void Gross_retention_is_between_0_and_net_retention_and_at_most_1()
    {
        var cases = (from before in Gen.Choose(-10, 100) from after in Gen.Choose(-10, 200) select new AccountRevenue(before, after))
            .ArrayOf();
        Check.One(Seeded.Cases(1000), Prop.ForAll(cases.ToArbitrary(), accounts =>
        {
            var revenue = Retention.OfRevenue(accounts);
            var counted = accounts.Where(account => account.AtStart > 0).ToArray();
            return counted.Length == 0
                ? revenue.Gross is null && revenue.Net is null
                : revenue is { Gross: >= 0 and <= 1 } && revenue.Gross <= revenue.Net
                    && revenue.Net == counted.Sum(account => Math.Max(0, account.AtEnd)) / counted.Sum(account => account.AtStart)
                    && revenue == Retention.OfRevenue([.. accounts.AsEnumerable().Reverse()]);
        }));
    }

    [Fact]
    public void Purchases_in_two_spans_make_a_retention()
    {
        var result = Retention.Between(
            [
                new("stays", new(2025, 1, 1), 100), new("stays", new(2026, 12, 31), 60), new("stays", new(2026, 1, 1), 60),
                new("leaves", new(2025, 12, 31), 50), new("leaves", new(2027, 1, 1), 500),
                new("comes", new(2026, 6, 1), 10),
                new("only returns", new(2026, 6, 1), -5),
                new("long gone", new(2024, 12, 31), 7),
            ],
            Last,
            This);

        result.Accounts.Should().Be(new AccountRetention(2, 1, 2));
        result.Accounts.Rate.Should().Be(0.5m);
        result.Revenue.Should().Be(new RevenueRetention(150, 20, 0, 50));
    }

    [Fact]
    public void Returns_are_taken_off_the_revenue()
    {
        Retention.Between([new("a", new(2025, 1, 1), 100), new("a", new(2026, 1, 1), 100), new("a", new(2026, 1, 2), -30)], Last, This)
            .Revenue.Contraction.Should().Be(30);
    }

    [Fact]
    public void Contracts_in_force_on_two_days_make_a_retention()
    {
        var result = Retention.Between(
            [
                new("renews", new(2025, 1, 1), new(2025, 12, 31), 100), new("renews", new(2026, 1, 1), new(2026, 12, 31), 90),
                new("ends", new(2024, 7, 1), new(2026, 6, 29), 40),
                new("last day", new(2024, 7, 1), new(2026, 6, 30), 10),
                new("open", new(2025, 6, 30), null, 20), new("open", new(2026, 6, 30), null, 5),
                new("comes", new(2026, 2, 1), null, 30),
                new("later", new(2026, 7, 1), null, 99),
            ],
            new LocalDate(2025, 6, 30),
            new LocalDate(2026, 6, 30));

        result.Accounts.Should().Be(new AccountRetention(4, 1, 4));
        result.Revenue.Should().Be(new RevenueRetention(170, 5, 10, 40));
    }

    [Fact]
    public void Spans_and_days_come_one_after_the_other()
    {
        ((Action)(() => Retention.Between([], This, Last))).Should().Throw<ArgumentException>()
            .WithMessage("before ends on 2026-12-31 and after starts on 2025-01-01; it must start later.*");
        ((Action)(() => Retention.Between([], Last, new DateInterval(Last.End, This.End)))).Should().Throw<ArgumentException>();
        ((Action)(() => Retention.Between([], new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 1)))).Should().Throw<ArgumentException>()
            .WithMessage("before is 2026-01-01 and after is 2026-01-01; it must be later.*");
        Retention.Between([], Last, This).Accounts.Rate.Should().BeNull();
        ((Action)(() => Retention.Between([new("", new(2025, 1, 1), 1)], Last, This)))
            .Should().Throw<ArgumentException>().WithParameterName("purchases");
        ((Action)(() => Retention.Between([new AccountContract("a", new(2025, 1, 2), new(2025, 1, 1), 1)], Last.Start, This.Start)))
            .Should().Throw<ArgumentException>()
            .WithMessage("A contract of 'a' ends on 2025-01-01; it must not end before its start on 2025-01-02.*");
        ((Action)(() => Retention.Between([new AccountContract("a", new(2025, 1, 2), null, -1)], Last.Start, This.Start)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("AnnualValue is -1; it must be at least 0*");
    }

    [Fact]
    public void Results_survive_JSON_and_read_the_same_everywhere()
    {
        var result = new RetentionResult(new(200, 20, 195), new(1000.5m, 150, 50, 100));

        JsonSerializer.Deserialize<RetentionResult>(JsonSerializer.Serialize(result)).Should().Be(result);
        using var _ = new CultureScope("ar-SA");
        result.Accounts.ToString().Should().Be("AccountRetention { AtStart = 200, Gained = 20, AtEnd = 195, Rate = 0.875, Churn = 0.125 }");
        result.Revenue.ToString().Should().StartWith("RevenueRetention { AtStart = 1000.5,");
        new AccountRevenue(-1.5m, 2).ToString().Should().Be("AccountRevenue { AtStart = -1.5, AtEnd = 2 }");
        new AccountPurchase("a", new(2026, 1, 2), -1.5m).ToString()
            .Should().Be("AccountPurchase { AccountId = a, Date = 2026-01-02, Amount = -1.5 }");
        new AccountContract("a", new(2026, 1, 2), null, 1.5m).ToString()
            .Should().Be("AccountContract { AccountId = a, Start = 2026-01-02, End = , AnnualValue = 1.5 }");
    }

    [Fact]
    public void What_stays_the_same_neither_grows_nor_shrinks_and_a_gift_keeps_a_customer()
    {
        Retention.OfRevenue([new(100, 100)]).Should().Be(new RevenueRetention(100, 0, 0, 0));
        Retention.Between(
            [new AccountPurchase("a", new(2025, 1, 1), 0), new AccountPurchase("a", new(2026, 1, 1), 0)],
            new NodaTime.DateInterval(new(2025, 1, 1), new(2025, 12, 31)), new NodaTime.DateInterval(new(2026, 1, 1), new(2026, 12, 31)))
            .Accounts.Should().Be(new AccountRetention(1, 0, 1));
        FluentActions.Invoking(() => Retention.OfRevenue(null!)).Should().Throw<ArgumentNullException>().WithParameterName("accounts");
        FluentActions.Invoking(() => LoyaltyTypeFacts.From(null!)).Should().Throw<ArgumentNullException>().WithParameterName("facts");
        (new PeerBenchmark("g", 0, 0, null).Penetration, new PeerBenchmark("g", 4, 1, null).Penetration).Should().Be((null, .25));
    }
}
