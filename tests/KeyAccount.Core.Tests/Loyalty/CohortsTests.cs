using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Records;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Tests.Loyalty;

public class CohortsTests
{
    private static readonly Period Month = Period.FromMonths(1);
    private static readonly Period Quarter = Period.FromMonths(3);

    // Two came in January (a, b), one in March (c); a buys each month, b comes back in March, c not again.
    private static readonly AccountPurchase[] Purchases =
    [
        new("a", new(2026, 1, 31), 100), new("a", new(2026, 2, 1), 120), new("a", new(2026, 3, 15), 80), new("a", new(2026, 4, 1), 100),
        new("b", new(2026, 1, 1), 50), new("b", new(2026, 3, 31), 60),
        new("c", new(2026, 3, 1), 10),
    ];

    public static TheoryData<Period, int> Lengths => new()
    {
        { Period.FromMonths(1), 1 },
        { Period.FromMonths(2), 2 },
        { Period.FromMonths(3), 3 },
        { Period.FromMonths(4), 4 },
        { Period.FromMonths(6), 6 },
        { Period.FromMonths(12), 12 },
        { Period.FromYears(1), 12 },
    };

    public static TheoryData<Period> NoLengths =>
    [
        Period.Zero, Period.FromMonths(5), Period.FromMonths(24), Period.FromMonths(-1),
        Period.FromDays(30), Period.FromWeeks(4), Period.FromMonths(1) + Period.FromDays(1), Period.FromHours(1),
    ];

    [Fact]
    public void Each_cohort_has_its_share_active_in_each_later_period()
    {
        var table = Cohorts.OfPurchases(Purchases, Month, new(2026, 4, 30));

        table.Cohorts.Select(cohort => (cohort.From, cohort.Accounts))
            .Should().Equal((new LocalDate(2026, 1, 1), 2), (new LocalDate(2026, 3, 1), 1));
        table.Cohorts[0].Periods.Select(period => (period.Age, period.From.Month, period.Active, period.Retention, period.Amount))
            .Should().Equal(
            (0, 1, 2, 1m, 150m), (1, 2, 1, 0.5m, 120m), (2, 3, 2, 1m, 140m), (3, 4, 1, 0.5m, 100m));
        table.Cohorts[1].Periods.Select(period => (period.Active, period.Churn)).Should().Equal((1, 0m), (0, 1m));
        table.LeftOut.Should().Be(0);
    }

    [Fact]
    public void Revenue_is_retained_account_by_account()
    {
        var periods = Cohorts.OfPurchases(Purchases, Month, new(2026, 4, 30)).Cohorts[0].Periods;

        periods[0].Revenue.Should().Be(new RevenueRetention(150, 0, 0, 0));
        periods[1].Revenue.Should().Be(new RevenueRetention(150, 20, 0, 50));
        periods[2].Revenue.Should().Be(new RevenueRetention(150, 10, 20, 0));
        periods[2].Revenue.Gross.Should().Be(130m / 150);
        periods[2].Revenue.Net.Should().Be(140m / 150);
    }

    [Fact]
    public void A_period_that_is_not_over_is_marked_and_has_no_part_in_the_whole()
    {
        var before = Cohorts.OfPurchases(Purchases, Month, new(2026, 4, 29));
        before.Cohorts[0].Periods.Select(period => period.IsComplete).Should().Equal(true, true, true, false);
        before.ByAge.Select(age => (age.Age, age.Cohorts, age.Accounts, age.Active, age.Retention)).Should().Equal(
            (0, 2, 3, 3, 1m), (1, 1, 2, 1, 0.5m), (2, 1, 2, 2, 1m));

        var after = Cohorts.OfPurchases(Purchases, Month, new(2026, 4, 30));
        after.Cohorts[0].Periods[3].IsComplete.Should().BeTrue();
        after.ByAge.Select(age => (age.Age, age.Cohorts, age.Accounts, age.Active, age.Churn)).Should().Equal(
            (0, 2, 3, 3, 0m), (1, 2, 3, 1, 2m / 3), (2, 1, 2, 2, 0m), (3, 1, 2, 1, 0.5m));
        after.ByAge[1].Revenue.Should().Be(new RevenueRetention(160, 20, 0, 60));
    }

    [Fact]
    public void What_is_after_the_day_has_no_part_and_is_counted()
    {
        var table = Cohorts.OfPurchases(Purchases, Month, new(2026, 2, 28));

        table.LeftOut.Should().Be(4);
        table.Should().Be(Cohorts.OfPurchases(
            Purchases[..2].Append(Purchases[4]).Concat(Purchases[2..4]).Concat(Purchases[5..]).ToArray(), Month, new(2026, 2, 28)));
        table.Cohorts.Single().Periods.Select(period => period.Active).Should().Equal(2, 1);
    }

    [Fact]
    public void Quarters_and_years_are_those_of_the_calendar()
    {
        var quarters = Cohorts.OfPurchases(Purchases, Quarter, new(2026, 6, 30));
        quarters.MonthsPerPeriod.Should().Be(3);
        quarters.Cohorts.Single().Periods.Select(period => (period.From, period.Active, period.Amount)).Should().Equal(
            (new LocalDate(2026, 1, 1), 3, 420m), (new LocalDate(2026, 4, 1), 1, 100m));

        Cohorts.OfPurchases([new("a", new(2025, 12, 31), 1), new("a", new(2026, 1, 1), 1)], Period.FromYears(1), new(2026, 1, 1))
            .Cohorts.Single().Periods.Select(period => period.From).Should().Equal(new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_period_divides_the_year(Period period, int months)
    {
        var table = Cohorts.OfPurchases([new("a", new(2024, 1, 1), 1)], period, new(2025, 12, 31));

        table.MonthsPerPeriod.Should().Be(months);
        table.Cohorts.Single().Periods.Should()
            .HaveCount(24 / months).And.OnlyContain(each => each.IsComplete && (each.From.Month - 1) % months == 0);
    }

    [Theory]
    [MemberData(nameof(NoLengths))]
    public void Another_period_is_refused(Period period) =>
        ((Action)(() => Cohorts.OfPurchases([], period, new(2026, 1, 1)))).Should().Throw<ArgumentException>()
            .WithMessage($"period is {period}; it must be 1, 2, 3, 4, 6 or 12 months.*").WithParameterName(nameof(period));

    [Fact]
    public void Returns_make_nobody_active_and_are_taken_off()
    {
        var table = Cohorts.OfPurchases(
            [
                new("a", new(2026, 1, 1), -5), new("a", new(2026, 2, 1), 100), new("a", new(2026, 3, 1), -30),
                new("only returns", new(2026, 1, 1), -5),
                new("gift", new(2026, 2, 1), 0),
            ],
            Month,
            new(2026, 3, 31));

        var cohort = table.Cohorts.Single();
        cohort.From.Should().Be(new LocalDate(2026, 2, 1));
        cohort.Accounts.Should().Be(2);
        cohort.Periods[1].Should().Match<CohortPeriod>(period => period.Active == 0 && period.Amount == -30);
        cohort.Periods[1].Revenue.Should().Be(new RevenueRetention(100, 0, 0, 100));
    }

    [Fact]
    public void Without_purchases_the_table_is_empty()
    {
        var table = Cohorts.OfPurchases([], Month, new(2026, 1, 1));

        table.Cohorts.Should().BeEmpty();
        table.ByAge.Should().BeEmpty();
        Cohorts.OfContracts([], Month, new(2026, 1, 1)).Cohorts.Should().BeEmpty();
        Cohorts.OfPurchases([new("a", new(2026, 1, 2), 1)], Month, new(2026, 1, 1))
            .Should().Match<CohortTable>(each => each.Cohorts.Count == 0 && each.LeftOut == 1);
    }

    [Fact]
    public void Contracts_make_cohorts_by_their_first_start()
    {
        var table = Cohorts.OfContracts(
            [
                new("renews", new(2026, 1, 10), new(2026, 2, 14), 100), new("renews", new(2026, 2, 15), new(2026, 4, 30), 120),
                new("ends", new(2026, 1, 31), new(2026, 2, 1), 40),
                new("pauses", new(2026, 1, 1), new(2026, 1, 2), 10), new("pauses", new(2026, 3, 31), null, 5),
                new("later", new(2026, 5, 1), null, 7),
            ],
            Month,
            new(2026, 4, 15));

        table.LeftOut.Should().Be(1);
        table.Cohorts.Single().Periods.Select(period => (period.Active, period.Amount, period.IsComplete)).Should().Equal(
            (3, 150m, true), (2, 160m, true), (2, 125m, true), (2, 125m, false));
        table.Cohorts[0].Periods[2].Revenue.Should().Be(new RevenueRetention(150, 20, 5, 40));
    }

    [Fact]
    public void The_order_of_purchases_does_not_matter_and_shares_are_shares()
    {
        var purchase =
            from account in Gen.Choose(1, 6)
            from day in Gen.Choose(0, 500)
            from amount in Gen.Choose(-20, 100)
            select new AccountPurchase($"a{account}", new LocalDate(2025, 1, 1).PlusDays(day), amount);
        var cases = from purchases in purchase.ArrayOf() from months in Gen.Elements(1, 3, 12) from day in Gen.Choose(0, 500)
            select (purchases, months, day);
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var asOf = new LocalDate(2025, 1, 1).PlusDays(test.day);
            var table = Cohorts.OfPurchases(test.purchases, Period.FromMonths(test.months), asOf);
            var periods = table.Cohorts.SelectMany(cohort => cohort.Periods).ToArray();
            var buyers = test.purchases.Where(each => each.Amount >= 0 && each.Date <= asOf).Select(each => each.AccountId)
                .Distinct(StringComparer.Ordinal).Count();
            return table == Cohorts.OfPurchases([.. test.purchases.AsEnumerable().Reverse()], Period.FromMonths(test.months), asOf)
                && table.Cohorts.Sum(cohort => cohort.Accounts) == buyers
                && table.Cohorts.All(cohort => cohort.Periods[0].Retention == 1 && cohort.Periods[^1].From <= asOf)
                && periods.All(period => period.Retention is >= 0 and <= 1 && (period.Revenue.Gross ?? 0) <= (period.Revenue.Net ?? 0));
        }));
    }

    [Fact]
    public void Online_Retail_cohorts_agree_with_a_plain_count()
    {
        var purchases = Read("online-retail-purchases.csv");
        var table = Cohorts.OfPurchases(purchases, Month, new(2011, 12, 9));

        var byAccount = purchases.ToLookup(
            purchase => purchase.AccountId, purchase => (purchase.Date.Year * 12) + purchase.Date.Month, StringComparer.Ordinal);
        table.Cohorts.Sum(cohort => cohort.Accounts).Should().Be(4338);
        table.Cohorts.Should().HaveCount(13);
        foreach (var cohort in table.Cohorts)
        {
            var first = (cohort.From.Year * 12) + cohort.From.Month;
            var members = byAccount.Where(account => account.Min() == first).ToArray();
            cohort.Accounts.Should().Be(members.Length);
            cohort.Periods.Select(period => period.Active)
                .Should()
                .Equal(Enumerable.Range(0, cohort.Periods.Count).Select(age => members.Count(account => account.Contains(first + age))));
        }

        // The published cohort of December 2010 in this data: 885 customers, 324 of them again in January.
        table.Cohorts[0].Accounts.Should().Be(885);
        table.Cohorts[0].Periods[1].Active.Should().Be(324);
    }

    [Fact]
    public void Fader_and_Hardie_CDNOW_is_one_cohort_of_23570_customers_who_came_in_the_first_quarter_of_1997()
    {
        var table = Cohorts.OfPurchases(Read("cdnow-purchases.csv"), Quarter, new(1998, 6, 30));

        table.Cohorts.Should().ContainSingle();
        table.Cohorts[0].Should().Match<Cohort>(cohort => cohort.From == new LocalDate(1997, 1, 1) && cohort.Accounts == 23_570);
        table.Cohorts[0].Periods.Should().HaveCount(6).And.OnlyContain(period => period.IsComplete);
        table.Cohorts[0].Periods.Sum(period => period.Amount).Should().Be(2_500_315.63m);
    }

    [Fact]
    public void Accounts_have_names()
    {
        ((Action)(() => Cohorts.OfPurchases([new(" ", new(2026, 1, 1), 1)], Month, new(2026, 1, 1))))
            .Should().Throw<ArgumentException>().WithParameterName("purchases");
        ((Action)(() => Cohorts.OfPurchases([null!], Month, new(2026, 1, 1))))
            .Should().Throw<ArgumentNullException>().WithParameterName("purchases");
        ((Action)(() => Cohorts.OfContracts([new("", new(2026, 1, 1), null, 1)], Month, new(2026, 1, 1))))
            .Should().Throw<ArgumentException>().WithParameterName("contracts");
        ((Action)(() => Cohorts.OfPurchases([], null!, new(2026, 1, 1))))
            .Should().Throw<ArgumentNullException>().WithParameterName("period");
    }

    [Fact]
    public void A_table_survives_JSON_and_reads_the_same_everywhere()
    {
        var table = Cohorts.OfPurchases(Purchases, Month, new(2026, 4, 30));

        var same = JsonSerializer.Deserialize<CohortTable>(JsonSerializer.Serialize(table))!;
        same.Should().Be(table);
        same.GetHashCode().Should().Be(table.GetHashCode());
        same.Cohorts[0].GetHashCode().Should().Be(table.Cohorts[0].GetHashCode());
        (table.Cohorts[0] with { Periods = [.. table.Cohorts[0].Periods] }).Should().Be(table.Cohorts[0]);
        (table.Cohorts[0] with { Periods = [.. table.Cohorts[0].Periods.Skip(1)] }).Should().NotBe(table.Cohorts[0]);
        same.Should().NotBe(Cohorts.OfPurchases(Purchases[1..], Month, new(2026, 4, 30)));
        using var _ = new CultureScope("ar-SA");
        table.ToString().Should().Be("CohortTable { MonthsPerPeriod = 1, AsOf = 2026-04-30, Cohorts = 2, LeftOut = 0 }");
        table.Cohorts[0].ToString().Should().Be("Cohort { From = 2026-01-01, Accounts = 2, Periods = 4 }");
        table.Cohorts[0].Periods[1].ToString()
            .Should().StartWith("CohortPeriod { Age = 1, From = 2026-02-01, IsComplete = True, Accounts = 2, Active = 1, Amount = 120,");
        table.ByAge[1].ToString().Should().StartWith("CohortAge { Age = 1, Cohorts = 2, Accounts = 3, Active = 1,");
    }

    private static AccountPurchase[] Read(string file) =>
        [.. SharedData.Rows(file)
            .Select(row => new AccountPurchase(row[0], LocalDatePattern.Iso.Parse(row[1]).Value, SharedData.Number(row[2])))];

    [Fact]
    public void A_contract_counts_from_its_first_day_to_its_last()
    {
        var asOf = new LocalDate(2026, 3, 15);
        Cohorts.OfContracts([new("a", asOf, null, 100)], Month, asOf).Should()
            .Match<CohortTable>(table => table.LeftOut == 0 && table.Cohorts.Count == 1);
        Cohorts.OfContracts([new("a", asOf.PlusDays(1), null, 100)], Month, asOf).LeftOut.Should().Be(1);
        Cohorts.OfContracts([new("a", new(2026, 1, 1), new LocalDate(2026, 2, 1), 100)], Month, asOf).Cohorts.Single()
            .Periods.Select(period => period.Active).Should().Equal(1, 1, 0);
    }

    [Fact]
    public void What_all_cohorts_gained_and_lost_at_an_age_adds_up()
    {
        var ages = Cohorts.OfPurchases(
            [
                new("a", new(2026, 1, 1), 100), new("a", new(2026, 2, 1), 130), new("b", new(2026, 2, 1), 50), new("b", new(2026, 3, 1), 70),
                new("c", new(2026, 1, 1), 100), new("c", new(2026, 2, 1), 90), new("d", new(2026, 2, 1), 50), new("d", new(2026, 3, 1), 20),
            ],
            Month, new(2026, 3, 31)).ByAge;
        ages[1].Revenue.Should().Be(new RevenueRetention(300, 50, 40, 0));
    }

    [Fact]
    public void A_cohort_of_nobody_is_refused()
    {
        var nothing = new RevenueRetention(0, 0, 0, 0);
        FluentActions.Invoking(() => new CohortAge(0, 1, 0, 0, nothing)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Accounts is 0; it must be at least 1.*");
        FluentActions.Invoking(() => new CohortPeriod(0, new(2026, 1, 1), true, 0, 0, 0, nothing)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Accounts is 0; it must be at least 1.*");
    }

    [Fact]
    public void A_purchase_on_the_day_itself_counts()
    {
        var asOf = new LocalDate(2026, 3, 15);

        Cohorts.OfPurchases([new("a", asOf, 1)], Month, asOf).Should()
            .Match<CohortTable>(table => table.LeftOut == 0 && table.Cohorts.Count == 1);
        Cohorts.OfPurchases([new("a", asOf.PlusDays(1), 1)], Month, asOf).LeftOut.Should().Be(1);
    }
}
