using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

public sealed class ScorecardQueryTests(PostgreSqlServer postgres)
{
    private static readonly Scale Line = Scale.Linear((0, 0), (100, 100));

    [Theory, MemberData(nameof(Ledgers.Providers), MemberType = typeof(Ledgers))]
    public void Unrated_accounts_come_last_whichever_way_scores_are_sorted(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        var all = ledger.Store(new() { Visits = 4 }, new(), new() { Visits = 9 }, new() { Visits = 0 });
        using var context = ledger.Open();

        context.Customers.OrderByScore(Ledgers.Model).Select(c => c.Id).Should().Equal(all[3].Id, all[0].Id, all[2].Id, all[1].Id);
        context.Customers.OrderByScoreDescending(Ledgers.Model).ThenBy(c => c.Id).Select(c => c.Id).Should().Equal(all[2].Id, all[0].Id, all[3].Id, all[1].Id);
    }

    [Theory, MemberData(nameof(Ledgers.Providers), MemberType = typeof(Ledgers))]
    public async Task A_fact_that_cannot_be_is_missing_and_counted(string provider)
    {
        var model = Scorecard.For<RangedFacts, AccountTier>("ranged")
            .Criterion("visits", 1, f => f.Visits, Scale.Linear((0, 0), (10, 100)))
            .Criterion("margin", 1, f => 100 * f.Margin, Scale.Linear((0, 0), (40, 100)))
            .Criterion("both", 1, f => f.Visits / f.Margin, Scale.Linear((0, 0), (100, 100)))
            .Cap("lossMaking", f => f.Margin < 0.1, AccountTier.C)
            .MissingData(MissingData.Renormalize, 0)
            .Bands((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A)).Build()
            .Over<Customer>(c => new RangedFacts { Visits = c.Visits, Margin = c.Margin });
        using var ledger = Ledgers.On(provider, postgres);
        ledger.Store(
            new() { Visits = 5, Margin = 0.2 }, new() { Visits = 5, Margin = 35 }, new() { Visits = -1, Margin = 0.2 }, new() { Margin = -3 },
            new() { Visits = 5, Margin = null });
        using var context = ledger.Open();

        context.Customers.OrderBy(c => c.Id).SelectScore(model).ToList().Should().Equal(
            model.Score(new() { Visits = 5, Margin = 0.2 }), 50, 50, null, 50);
        model.ToExpression().Compile()(new() { Visits = 5, Margin = 35 }).Should().Be(50);
        (await context.Customers.CountByBandAsync(model, TestContext.Current.CancellationToken)).Select(each => each.Accounts)
            .Should().Equal([1, 3, 0, 1], "50, 50 and 25 are 41.67");
        (await context.Customers.CountOutOfRangeAsync(model, TestContext.Current.CancellationToken)).Should().BeEquivalentTo(
            new Dictionary<string, long> { ["visits"] = 1, ["margin"] = 2, ["both"] = 3 });
    }

    [Theory, MemberData(nameof(Ledgers.Providers), MemberType = typeof(Ledgers))]
    public async Task A_score_stands_beside_its_account_and_in_a_larger_query(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        ledger.Store(
            new() { Country = "DE", Visits = 9, Margin = 20 },
            new() { Country = "CN", Visits = 9, Margin = 39 },
            new() { Country = "CN", Visits = 9, Margin = 20, Blocked = true },
            new() { Country = "CN" });
        using var context = ledger.Open();

        var scored = context.Customers.Where(c => c.Country == "CN")
            .SelectScore(Ledgers.Model, (customer, score) => new { customer.Country, Score = score, Twice = score * 2, customer.Margin });
        scored.OrderByDescending(each => each.Margin).ThenBy(each => each.Score == null).Select(each => each.Score).ToQueryString().Should().ContainEquivalentOf("floor(");
        (await scored.Where(each => each.Score > 70).OrderBy(each => each.Score).ToListAsync(TestContext.Current.CancellationToken))
            .Should().BeEquivalentTo([new { Country = "CN", Score = 76.666667, Twice = 153.333334, Margin = 20.0 }, new { Country = "CN", Score = 92.5, Twice = 185.0, Margin = 39.0 }]);
        context.Customers.WhereBand(Ledgers.Model, AccountTier.A).Select(c => c.Country).Should().Equal("DE");
        context.Customers.WhereBand(Ledgers.Model, AccountTier.B).Select(c => c.Margin).Should().Equal(39);
        context.Customers.WhereBand(Ledgers.Model, AccountTier.C).Select(c => c.Blocked).Should().Equal(true);
        (await context.Customers.Where(c => c.Country == "CN").CountByBandAsync(Ledgers.Model, TestContext.Current.CancellationToken)).Should().Equal(
            new BandCount<AccountTier>(AccountTier.C, 1), new BandCount<AccountTier>(AccountTier.B, 1), new BandCount<AccountTier>(AccountTier.A, 0), new BandCount<AccountTier>(null, 1));
        (await context.Customers.WhereBand(Ledgers.Model, AccountTier.A).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Tier, AccountTier.A), TestContext.Current.CancellationToken)).Should().Be(1);
    }

    [Fact]
    public void A_measure_of_NaN_or_infinity_in_the_database_is_not_known()
    {
        using var ledger = Ledgers.On("PostgreSQL", postgres);
        ledger.Store(
            new() { Visits = double.NaN, Margin = 20 },
            new() { Visits = 9, Margin = double.NaN },
            new() { Visits = 9, Margin = double.PositiveInfinity },
            new() { Visits = double.NegativeInfinity, Margin = double.NaN });
        using var context = ledger.Open();

        context.Customers.OrderBy(c => c.Id).SelectScore(Ledgers.Model).Should().Equal(null, 90, 90, null);
        context.Customers.WhereBand(Ledgers.Model, AccountTier.A).Select(c => c.Margin).Should().Equal([double.NaN], "NaN is not above 38, whatever PostgreSQL says, and infinity is");
        Ledgers.Model.BandOf(new() { Visits = 9, Margin = double.NaN }).Should().Be(AccountTier.A);
    }

    [Fact]
    public async Task Comparisons_with_a_stored_NaN_say_what_they_say_in_memory()
    {
        double?[] values = [null, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 3, 5];
        using var ledger = Ledgers.On("PostgreSQL", postgres);
        var all = ledger.Store(from visits in values from margin in values select new Customer { Visits = visits, Margin = margin });
        using var context = ledger.Open();
        foreach (var condition in (Expression<Func<Customer, bool?>>[])
        [
            c => c.Visits > 3, c => c.Visits >= 3, c => c.Visits < 4, c => c.Visits <= 3, c => 3 < c.Visits, c => 3 >= c.Visits,
            c => c.Visits == 3, c => c.Visits != 3, c => c.Visits > c.Margin, c => c.Visits >= c.Margin, c => c.Visits < c.Margin, c => c.Visits <= c.Margin,
            c => c.Visits == c.Margin, c => c.Visits != c.Margin, c => !(c.Visits > 3), c => !(c.Visits <= c.Margin), c => !(c.Visits == c.Margin),
            c => c.Visits > 3 && !(c.Margin > 4), c => c.Visits * 2 > c.Margin || c.Margin > 4,
        ])
        {
            var model = Scorecard.For<Customer, string>("conditions")
                .Criterion("chosen", 1, Chosen(condition), Line).Cap("cap", condition, "low").Bands((0, "low"), (10, "middle"), (50, "high")).Build();
            (await context.Customers.OrderBy(c => c.Id).SelectScore(model).ToListAsync(TestContext.Current.CancellationToken))
                .Should().Equal(all.Select(c => (double?)model.Score(c)), "{0}", condition);
            (await context.Customers.WhereBand(model, "low").OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(TestContext.Current.CancellationToken))
                .Should().Equal(all.Where(c => model.BandOf(c) == "low").Select(c => c.Id), "{0}", condition);
        }

        static Expression<Func<Customer, double?>> Chosen(Expression<Func<Customer, bool?>> condition) => Expression.Lambda<Func<Customer, double?>>(
            Expression.Condition(
                Expression.Equal(condition.Body, Expression.Constant(true, typeof(bool?))), Expression.Constant(80.0, typeof(double?)), Expression.Constant(20.0, typeof(double?))),
            condition.Parameters);
    }

    [Theory, MemberData(nameof(Ledgers.Providers), MemberType = typeof(Ledgers))]
    public void The_parts_of_a_score_are_expressions_too(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        var all = ledger.Store(new() { Visits = 4, Margin = 39, Blocked = true }, new() { Margin = 10 }, new() { Visits = 12, Blocked = false });
        using var context = ledger.Open();

        for (var i = 0; i < 2; i++)
        {
            context.Customers.OrderBy(c => c.Id).Select(Ledgers.Model.Criteria[i].ToExpression()).Should()
                .Equal(all.Select(c => Ledgers.Model.Assess(c).Contributions[i].Points));
            context.Customers.OrderBy(c => c.Id).Select(Ledgers.Model.Caps[i].ToExpression()).Should()
                .Equal(all.Select(c => Ledgers.Model.Assess(c).Caps[i].Holds == true));
        }
    }

    [Theory, MemberData(nameof(Ledgers.Providers), MemberType = typeof(Ledgers))]
    public async Task What_the_provider_cannot_compute_is_refused_by_the_name_of_the_criterion(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        ledger.Store(new Customer { Visits = 3 });
        using var context = ledger.Open();
        var lucky = Scorecard.For<Customer, string>("lucky").Criterion("visits", 1, c => c.Visits, Line)
            .Criterion("luck", 1, c => c.Luck, Line).Criterion("twice", 1, c => c.Luck * 2, Line)
            .Cap("outOfLuck", c => c.Luck < 3, "low").Bands((0, "low"), (50, "high")).Build();

        context.Customers.Select(c => (double?)(c.Luck * 2)).AsEnumerable().Should().ContainSingle("what is only selected is computed here, without a word");
        foreach (var query in (Func<object>[])
        [
            () => context.Customers.SelectScore(lucky),
            () => context.Customers.SelectScore(lucky, (customer, score) => new { customer.Id, score }),
            () => context.Customers.OrderByScore(lucky),
            () => context.Customers.OrderByScoreDescending(lucky),
        ])
        {
            query.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path)
                .Should().Equal("criteria[\"luck\"].measure", "criteria[\"twice\"].measure");
        }

        context.Customers.Invoking(customers => customers.WhereBand(lucky, "high")).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.Path).Should().Equal("criteria[\"luck\"].measure", "criteria[\"twice\"].measure", "caps[\"outOfLuck\"].when");
        await context.Customers.Awaiting(customers => customers.CountByBandAsync(lucky)).Should().ThrowAsync<InvalidModelException>();

        var capped = Scorecard.For<Customer, string>("capped").Criterion("visits", 1, c => c.Visits, Line)
            .Cap("outOfLuck", c => c.Luck < 3, "low").Bands((0, "low"), (50, "high")).Build();
        context.Customers.SelectScore(capped).Should().Equal(3);
        context.Customers.Invoking(customers => customers.WhereBand(capped, "high")).Should().Throw<InvalidModelException>()
            .WithMessage("*caps[\"outOfLuck\"].when: the database provider cannot compute it, and the program must not do so instead: *Luck*");
    }

    [Fact]
    public void Only_a_relational_query_is_taken_and_only_a_band_of_the_model()
    {
        using var ledger = Ledgers.On("SQLite", postgres);
        using var context = ledger.Open();
        Customer[] customers = [new()];

        customers.AsQueryable().Invoking(query => query.SelectScore(Ledgers.Model)).Should().Throw<ArgumentException>()
            .WithParameterName("accounts").WithMessage("accounts is *EnumerableQuery*, which no relational database computes*");
        context.Customers.Invoking(query => query.WhereBand(Ledgers.Model, null!)).Should().Throw<ArgumentNullException>().WithParameterName("band");
        context.Customers.Invoking(query => query.SelectScore<Customer, AccountTier>(null!)).Should().Throw<ArgumentNullException>();
        var others = Scorecard.For<Customer, string>("others").Criterion("visits", 1, c => c.Visits, Line).Bands((0, "low")).Build();
        context.Customers.Invoking(query => query.WhereBand(others, "high")).Should().Throw<ArgumentException>().WithParameterName("band");
    }

    [Fact]
    public async Task The_plan_has_no_subplan_per_row()
    {
        using var facts = StoredFacts<AccountValueFacts>.OnPostgres(postgres);
        var context = facts.Facts;
        foreach (var sql in (string[])
        [
            context.SelectScore(AccountValue.Standard).ToQueryString(),
            context.OrderByScore(AccountValue.Standard).ToQueryString(),
            context.WhereBand(AccountValue.Standard, AccountTier.B).ToQueryString(),
            ScorecardQueries.Counts(context, AccountValue.Standard).ToQueryString(),
        ])
        {
            var plan = new StringBuilder();
            foreach (var line in await facts.Explain(sql))
                plan.AppendLine(line);
            plan.ToString().Should().NotContainAny("SubPlan", "InitPlan", "Nested Loop", "Join").And.Contain("Seq Scan");
        }
    }

    [Fact]
    public void The_text_of_a_query_grows_with_the_model_and_no_faster()
    {
        using var ledger = Ledgers.On("SQLite", postgres);
        using var context = ledger.Open();
        var lengths = new[] { 5, 10, 20, 40 }.Select(criteria =>
        {
            var builder = Scorecard.For<Customer, string>("long");
            foreach (var i in Enumerable.Range(0, criteria))
                builder = builder.Criterion(string.Create(CultureInfo.InvariantCulture, $"c{i}"), 1, c => 100 * c.Margin / c.Visits, Line);
            return context.Customers.SelectScore(builder.Bands((0, "any")).Build()).ToQueryString().Length;
        }).ToList();

        for (var i = 1; i < lengths.Count; i++)
            lengths[i].Should().BeLessThan((int)(2.3 * lengths[i - 1]));
    }

    private sealed record RangedFacts
    {
        [FactRange(FactUnit.Count)]
        public double? Visits { get; init; }

        [FactRange(-1, 1, FactUnit.Fraction)]
        public double? Margin { get; init; }
    }
}
