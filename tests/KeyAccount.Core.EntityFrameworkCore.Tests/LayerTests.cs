using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>The layers of a score stay composable with whatever stands before and after them.</summary>
public sealed class LayerTests(PostgreSqlServer postgres)
{
    private static readonly Customer[] Some =
    [
        new() { Country = "DE", Visits = 9, Margin = 39 },
        new() { Country = "DE", Visits = 9, Margin = 30, Blocked = true },
        new() { Country = "CN", Visits = 5, Margin = 20, Blocked = false },
        new() { Country = "CN", Visits = 8.5, Margin = 36 },
        new() { Country = "CN", Margin = 36 },
        new() { Country = "CN" },
        new() { Country = "US", Visits = 0, Margin = -3 },
    ];

    public static TheoryData<string> Providers => Ledgers.Providers;

    [Theory, MemberData(nameof(Providers))]
    public void Each_layer_is_a_sub_select_with_a_fence(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        using var context = ledger.Open();
        var sql = context.Customers.WhereBand(Ledgers.Model, AccountTier.A).ToQueryString();

        var fences = sql.Split(provider == "SQLite" ? "LIMIT -1 OFFSET 0" : "OFFSET 0").Length - 1;
        fences.Should().Be(4, "measures, points, sums and score are layers, and the place is computed of them");
        (sql.ToUpperInvariant().Split("FLOOR(").Length - 1).Should().Be(1);
        sql.Should().NotContain("greatest", "least");
    }

    [Theory, MemberData(nameof(Providers))]
    public void Nothing_is_logged_of_a_query_without_an_order(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        ledger.Store(Some);
        using var context = ledger.Open(
            options => options.ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning)));
        context.Customers.SelectScore(Ledgers.Model).ToList().Should().HaveCount(Some.Length);
    }

    [Theory, MemberData(nameof(Providers))]
    public void Accounts_are_filtered_by_band_and_unrated_wherever_it_stands(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        var all = ledger.Store(Some);
        using var context = ledger.Open();

        foreach (var tier in AccountTier.InOrder)
        {
            Ids(context.Customers.WhereBand(Ledgers.Model, tier)).Should().Equal(Where(c => Ledgers.Model.BandOf(c) == tier));
            Ids(context.Customers.Where(c => c.Country == "CN").WhereBand(Ledgers.Model, tier)).Should()
                .Equal(Where(c => c.Country == "CN" && Ledgers.Model.BandOf(c) == tier));
            Ids(context.Customers.WhereBand(Ledgers.Model, tier).Where(c => c.Country == "CN")).Should()
                .Equal(Where(c => c.Country == "CN" && Ledgers.Model.BandOf(c) == tier));
        }

        Ids(context.Customers.WhereUnrated(Ledgers.Model)).Should().Equal(Where(c => Ledgers.Model.BandOf(c) is null)).And.NotBeEmpty();
        Ids(context.Customers.OrderBy(c => c.Id).Take(5).WhereUnrated(Ledgers.Model)).Should()
            .Equal(Where(c => c.Id <= 5 && Ledgers.Model.BandOf(c) is null));
        Ids(context.Customers.OrderBy(c => c.Id).Skip(2).Take(3).WhereBand(Ledgers.Model, AccountTier.C)).Should()
            .Equal(all.Skip(2).Take(3).Where(c => Ledgers.Model.BandOf(c) == AccountTier.C).Select(c => c.Id));
        context.Customers.Select(c => c.Country).Distinct()
            .Count(country => context.Customers.WhereBand(Ledgers.Model, AccountTier.A).Any(c => c.Country == country))
            .Should()
                .Be(Where(c => Ledgers.Model.BandOf(c) == AccountTier.A).Select(id => all.Single(c => c.Id == id).Country).Distinct()
                    .Count());

        IEnumerable<int> Where(Func<Customer, bool> condition) => all.Where(condition).Select(c => c.Id);

        static int[] Ids(IQueryable<Customer> customers) => [.. customers.Select(c => c.Id).AsEnumerable().Order()];
    }

    [Theory, MemberData(nameof(Providers))]
    public void A_score_goes_on_through_sorting_limits_and_filters(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        var all = ledger.Store(Some);
        using var context = ledger.Open();

        var best = context.Customers.SelectScore(Ledgers.Model, (c, score) => new { c.Id, Score = score })
            .OrderByDescending(each => each.Score ?? -1).ThenBy(each => each.Id).Take(4).Where(each => each.Score > 50).ToList();
        var expected = all.Select(c => (c.Id, Score: Ledgers.Model.Score(c)))
            .OrderByDescending(each => double.IsNaN(each.Score) ? -1 : each.Score)
            .ThenBy(each => each.Id).Take(4).Where(each => each.Score > 50).ToList();
        best.Select(each => each.Id).Should().Equal(expected.Select(each => each.Id));
        best.Select(each => each.Score!.Value).Should()
            .Equal(expected.Select(each => each.Score), (left, right) => Math.Abs(left - right) <= 1e-6);
        context.Customers.OrderByScoreDescending(Ledgers.Model).ThenBy(c => c.Id).Select(c => c.Id).Should().Equal(
            all.OrderByDescending(c => Ledgers.Model.Score(c) is var score && double.IsNaN(score) ? -1 : score).ThenBy(c => c.Id)
                .Select(c => c.Id));
        context.Customers.SelectBand(Ledgers.Model, (c, band) => new { c.Id, Band = band }).OrderBy(each => each.Id).AsEnumerable()
            .Select(each => each.Band)
            .Should().Equal(all.Select(Ledgers.Model.BandOf));
        context.Customers.SelectBand(Ledgers.Model, (c, band) => new { c.Id, Band = band }).Count(each => each.Band == AccountTier.C)
            .Should().Be(all.Count(c => Ledgers.Model.BandOf(c) == AccountTier.C));
    }

    [Theory, MemberData(nameof(Providers))]
    public void What_is_included_comes_along_in_one_query_or_in_several(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        var all = ledger.Store(Some);
        using (var context = ledger.Open())
        {
            foreach (var customer in context.Customers)
            {
                if (!double.IsNaN(Ledgers.Model.Score(customer)))
                    customer.Assessments.Add(AssessmentSnapshot<AccountTier>.From(Ledgers.Model.Assess(customer), new(2026, 1, 31)));
            }

            context.SaveChanges();
        }

        using var open = ledger.Open();
        var wanted = all.Where(c => Ledgers.Model.BandOf(c) == AccountTier.C).Select(c => c.Id).ToList();
        foreach (var query in (IQueryable<Customer>[])
        [
            open.Customers.Include(c => c.Assessments).WhereBand(Ledgers.Model, AccountTier.C),
            open.Customers.WhereBand(Ledgers.Model, AccountTier.C).Include(c => c.Assessments),
            open.Customers.Include(c => c.Assessments).WhereBand(Ledgers.Model, AccountTier.C).AsSplitQuery(),
            open.Customers.Where(c => c.Assessments.Any(a => a.Band == AccountTier.C)).Include(c => c.Assessments)
                .WhereBand(Ledgers.Model, AccountTier.C).AsSplitQuery(),
        ])
        {
            var customers = query.AsNoTracking().AsEnumerable().OrderBy(c => c.Id).ToList();
            customers.Select(c => c.Id).Should().Equal(wanted);
            customers.Should().OnlyContain(c => c.Assessments.Count == 1 && c.Assessments.Single().Contributions.Count == 2);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Bands_are_stored_by_one_update(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        var all = ledger.Store(Some);
        using var context = ledger.Open();
        var token = TestContext.Current.CancellationToken;

        (await context.Database.StoreBandsAsync(
            context.Customers.Where(c => c.Country != "US"), Ledgers.Model, c => c.Tier, token)).Should().Be(6);
        context.Customers.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Tier).Should()
            .Equal(all.Select(c => c.Country == "US" ? null : Ledgers.Model.BandOf(c)));
        (await context.Database.StoreBandsAsync(context.Customers, Ledgers.Model, c => c.Tier, token)).Should().Be(7);
        context.Customers.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Tier).Should().Equal(all.Select(Ledgers.Model.BandOf));

        await context.Awaiting(c => c.Database.StoreBandsAsync(c.Customers, Ledgers.Model, x => x.Blocked == true ? x.Tier : null)).Should()
            .ThrowAsync<ArgumentException>().WithParameterName("column");
        await context.Awaiting(
            c => c.Database.StoreBandsAsync(c.Customers, Ledgers.Model, x => x.Tier, new CancellationToken(canceled: true))).Should()
            .ThrowAsync<OperationCanceledException>();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Decimals_are_graded_exactly_and_what_is_no_decimal_is_refused(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        var token = TestContext.Current.CancellationToken;
        var random = new Random(11);
        decimal[] amounts =
            [80.5m, 15m, 4.5m, 0m, -3.25m, 0.01m, 12345678901.23m, .. Enumerable.Range(0, 60)
                .Select(_ => Math.Round((decimal)random.NextDouble() * 900, random.Next(5)))];
        var all = ledger.Store(amounts.Select(amount => new Customer { Revenue = amount }));
        using var context = ledger.Open();

        foreach (var rule in Enum.GetValues<ParetoRule>())
        {
            var graded = Pareto.Grade([.. all], customer => customer.Revenue, rule: rule);
            var tiers = await context.Database.GradeParetoAsync(context.Customers, c => c.Revenue, rule: rule, cancellationToken: token);
            (tiers.Total, tiers.Accounts).Should().Be((graded.Total, all.Count));
            foreach (var tier in AccountTier.InOrder)
            {
                context.Customers.Where(tiers.InTier(tier)).Select(c => c.Id).AsEnumerable().Order().Should()
                    .Equal(graded.Accounts.Where(each => each.Tier == tier).Select(each => each.Account.Id).Order());
            }
        }

        if (provider == "SQLite")
        {
            await context.Database.ExecuteSqlRawAsync("UPDATE \"Customers\" SET \"Revenue\" = '12e3' WHERE \"Id\" = 1", token);
            await context.Awaiting(c => c.Database.GradeParetoAsync(c.Customers, x => x.Revenue)).Should()
                .ThrowAsync<InvalidOperationException>()
                .WithMessage("The database holds the revenue '12e3'; it must be a decimal such as 12.50.");
            await context.Database.ExecuteSqlRawAsync(
                "UPDATE \"Customers\" SET \"Revenue\" = '12345678901234567.89' WHERE \"Id\" = 1", token);
            await context.Awaiting(c => c.Database.GradeParetoAsync(c.Customers, x => x.Revenue)).Should().ThrowAsync<OverflowException>();
        }
    }
}
