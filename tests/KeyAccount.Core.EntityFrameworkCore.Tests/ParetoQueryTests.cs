using System.Globalization;
using System.Linq.Expressions;
using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>Tiers in the database are the tiers of <see cref="Pareto"/>, by a window and by the summary, under every rule.</summary>
public sealed class ParetoQueryTests(PostgreSqlServer postgres)
{
    private static readonly ParetoCuts[] Cuts = [ParetoCuts.OfRevenue, ParetoCuts.OfHeadCount, new(0.5m, 1m), new(0.0001m, 0.9999m), new(0.3333333333333333333333333333m, 0.75m)];

    // Each portfolio in one of the databases; in both in long runs.
    public static TheoryData<string, string> Data => Seeded.IsLong
        ? new() { { "SQLite", "online" }, { "SQLite", "wholesale" }, { "SQLite", "cdnow" }, { "PostgreSQL", "online" }, { "PostgreSQL", "wholesale" }, { "PostgreSQL", "cdnow" } }
        : new() { { "SQLite", "wholesale" }, { "PostgreSQL", "online" }, { "SQLite", "cdnow" } };

    [Theory, MemberData(nameof(Data))]
    public async Task Real_portfolios_are_graded_as_in_memory(string provider, string data)
    {
        var (revenues, scale) = data switch
        {
            "online" => (Purchases("online-retail-purchases.csv"), 1000),
            "cdnow" => (Purchases("cdnow-purchases.csv"), 100),
            _ => (Wholesale(), 1),
        };
        using var ledger = Ledgers.On(provider, postgres);
        var all = ledger.Store(revenues.Select(revenue => new Customer { Revenue = revenue, Cents = checked((long)(revenue * scale)) }));
        all.Should().OnlyContain(customer => customer.Cents == customer.Revenue * scale);

        foreach (var rule in Enum.GetValues<ParetoRule>())
        {
            var graded = Pareto.Grade([.. all], customer => customer.Revenue, rule: rule);
            graded.CountOf(AccountTier.A).Should().BePositive();
            await MustAgree(ledger, all, graded.Cuts, rule);
            if (provider == "PostgreSQL")
            {
                using var context = ledger.Open();
                var tiers = await context.Database.GradeParetoAsync(context.Customers, c => c.Revenue, rule: rule, cancellationToken: TestContext.Current.CancellationToken);
                (tiers.Total, tiers.Accounts).Should().Be((graded.Total, all.Count));
                await MustBe(context, tiers, graded.Accounts.ToDictionary(account => account.Account.Id, account => account.Tier));
            }
        }
    }

    [Theory, MemberData(nameof(Ledgers.Providers), MemberType = typeof(Ledgers))]
    public async Task Any_portfolio_is_graded_as_in_memory(string provider)
    {
        var random = new Random(7);
        long[][] portfolios =
        [
            [], [0], [-5, 0], [5], [5, 5, 5, 5, 5], [80, 15, 5], [40, 40, 15, 5], [79, 1, 15, 5], [81, 14, 5], [1, 2, 3, 4, 5, -7, 0],
            [long.MaxValue], [long.MaxValue - 2, 1, 1], [long.MaxValue / 2, long.MaxValue / 2, long.MinValue], [4_611_686_018_427_387_904, 1024, 1025, 1],
            .. Enumerable.Range(0, 12).Where(i => Seeded.IsLong || i % 3 == 0).Select(i => Enumerable.Range(0, 1 + random.Next(60)).Select(_ => random.NextInt64(-3, (long)Math.Pow(9, 1 + i))).ToArray()),
        ];
        for (var i = 0; i < portfolios.Length; i++)
        {
            using var ledger = Ledgers.On(provider, postgres);
            var all = ledger.Store(portfolios[i].Select(cents => new Customer { Cents = cents }));

            // Every portfolio meets every rule, and all cuts in long runs: each is a query that is compiled anew.
            foreach (var cuts in Seeded.IsLong ? Cuts : [Cuts[i % Cuts.Length]])
            {
                foreach (var rule in Enum.GetValues<ParetoRule>())
                    await MustAgree(ledger, all, cuts, rule);
            }
        }
    }

    [Theory, MemberData(nameof(Ledgers.Providers), MemberType = typeof(Ledgers))]
    public async Task A_part_of_the_accounts_may_be_graded_and_the_tiers_stored(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        var all = ledger.Store(Enumerable.Range(1, 40).Select(i => new Customer { Country = i % 4 == 0 ? "{0} {brace}" : "DE", Cents = i * i, SmallCents = i * i }));
        using var context = ledger.Open();
        var (country, least) = ("{0} {brace}", 20L);
        var some = context.Customers.Where(c => c.Country == country && c.Country != "{1}" && c.Cents > least).OrderBy(c => c.Id).Take(8);
        var expected = Pareto.Grade([.. all.Where(c => c.Country == country && c.Cents > least).Take(8)], c => c.Cents);

        var tiers = await context.Database.GradeParetoAsync(some, c => c.SmallCents, cancellationToken: TestContext.Current.CancellationToken);
        (tiers.Accounts, tiers.Total, tiers.Rule, tiers.Cuts).Should().Be((8, expected.Total, ParetoRule.Crossing, ParetoCuts.OfRevenue));
        foreach (var tier in AccountTier.InOrder)
            some.Count(tiers.InTier(tier)).Should().Be(expected.CountOf(tier));

#if NET10_0_OR_GREATER
        // Before Entity Framework Core 10 a setter takes no expression that was made before.
        (await context.Customers.Where(c => c.Country == country && c.Cents > least).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Tier!, tiers.ToExpression()), TestContext.Current.CancellationToken)).Should().BeGreaterThan(7);
        context.Customers.Count(c => c.Tier == null).Should().Be(31);
        context.Customers.OrderBy(c => c.Id).Where(c => c.Tier != null).Take(8).Select(c => c.Tier).Should().Equal(expected.Accounts.OrderBy(each => each.Account.Id).Select(each => each.Tier));
#endif
        context.Customers.OrderBy(tiers.ToExpression()).Select(tiers.ToExpression()).ToQueryString().Should().Contain("THEN 1").And.Contain("THEN 2");
    }

    [Fact]
    public async Task What_cannot_be_graded_exactly_is_refused()
    {
        using var ledger = Ledgers.On("SQLite", postgres);
        ledger.Store(new Customer { Cents = long.MaxValue }, new Customer { Cents = 1 });
        using var context = ledger.Open();
        var (database, customers) = (context.Database, context.Customers);

        (await database.Awaiting(d => d.GradeParetoAsync(customers, c => c.Cents)).Should().ThrowAsync<OverflowException>())
            .WithMessage("The positive amounts sum to 9223372036854775808; together they must be at most 9223372036854775807.*");
        (await database.Awaiting(d => d.GradeParetoAsync(customers, c => Named(c.Cents))).Should().ThrowAsync<ArgumentException>())
            .WithParameterName("revenue").WithMessage("revenue is c => Named(c.Cents), which the database provider cannot compute*");
        (await database.Awaiting(d => d.GradeParetoAsync(customers, c => c.Cents, rule: (ParetoRule)9)).Should().ThrowAsync<ArgumentOutOfRangeException>())
            .WithMessage("rule is 9; it must be one of Crossing, Inclusive, HeadCount.*");
        await database.Awaiting(d => d.GradeParetoAsync(new Customer[1].AsQueryable(), c => c.Cents)).Should().ThrowAsync<ArgumentException>();
        await database.Awaiting(d => d.GradeParetoAsync(customers, (Expression<Func<Customer, long>>)null!)).Should().ThrowAsync<ArgumentNullException>();
    }

    [Fact]
    public async Task Decimals_are_graded_by_all_their_digits()
    {
        using var ledger = Ledgers.On("PostgreSQL", postgres);
        decimal[] revenues = [0.80m, 0.15m, 0.05m, 0, -3, 800_000_000_000.000_001m, 200_000_000_000m];
        using var context = ledger.Open();
        foreach (var count in new[] { 0, 3, 5, 7 })
        {
            foreach (var rule in Enum.GetValues<ParetoRule>())
            {
                // Not through the columns of the customers, which hold what the provider chose for a decimal.
                var all = ledger.Store();
                await context.Customers.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
                all = ledger.Store(revenues.Take(count).Select(revenue => new Customer { Revenue = revenue }));
                all.Select(c => c.Revenue).Should().Equal(revenues.Take(count));
                var graded = Pareto.Grade(all, c => c.Revenue, rule: rule);
                var tiers = await context.Database.GradeParetoAsync(context.Customers, c => c.Revenue, rule: rule, cancellationToken: TestContext.Current.CancellationToken);
                await MustBe(context, tiers, graded.Accounts.ToDictionary(account => account.Account.Id, account => account.Tier));
            }
        }
    }

    private static long Named(long cents) => cents;

    private static async Task MustAgree(Ledgers ledger, IReadOnlyList<Customer> all, ParetoCuts cuts, ParetoRule rule)
    {
        var values = new byte[all.Count];
        Pareto.Grade(all.Select(customer => customer.Cents).ToArray(), values, cuts, rule);
        var expected = all.Select((customer, i) => (customer.Id, Tier: AccountTier.FromValue(values[i]))).ToDictionary(each => each.Id, each => each.Tier);
        using var context = ledger.Open();
        foreach (var byWindow in (bool[])[true, false])
        {
            var tiers = await ParetoQueries.GradeParetoAsync<Customer>(
                context.Database, context.Customers, c => c.Cents, cuts, rule, byWindow, TestContext.Current.CancellationToken);
            tiers.Total.Should().Be(all.Sum(customer => (decimal)Math.Max(0, customer.Cents)));
            await MustBe(context, tiers, expected);
        }
    }

    private static async Task MustBe(CustomerContext context, ParetoTiers<Customer> tiers, Dictionary<int, AccountTier> expected)
    {
        foreach (var tier in AccountTier.InOrder)
        {
            var ids = await context.Customers.Where(tiers.InTier(tier)).Select(c => c.Id).ToListAsync(TestContext.Current.CancellationToken);
            ids.Order().Should().Equal(expected.Where(each => each.Value == tier).Select(each => each.Key).Order(), "{0} {1} {2}", tiers.Rule, tiers.Cuts, tier);
        }

        var tierOf = tiers.ToExpression().Compile();
        foreach (var customer in await context.Customers.AsNoTracking().Take(200).ToListAsync(TestContext.Current.CancellationToken))
            tierOf(customer).Should().BeSameAs(expected[customer.Id]);
    }

    private static List<decimal> Purchases(string file) =>
    [
        .. File.ReadLines(SharedData(file)).Skip(1).Select(line => line.Split(','))
            .GroupBy(row => row[0], row => decimal.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal).Select(amounts => amounts.Sum()),
    ];

    private static List<decimal> Wholesale() =>
        [.. File.ReadLines(SharedData("wholesale_customers.csv")).Skip(1).Select(line => line.Split(',').Skip(2).Sum(cell => decimal.Parse(cell, CultureInfo.InvariantCulture)))];

    private static string SharedData(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path))
                return path;
        }

        Assert.Skip($"The shared data file '{name}' is not on this machine (no folder above the tests has shared/data/{name}).");
        return null!;
    }
}
