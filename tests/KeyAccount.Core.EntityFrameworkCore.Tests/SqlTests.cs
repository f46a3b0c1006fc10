using System.Linq.Expressions;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>A score is computed where the data is: wholly in SQL, on two providers, and equal to the one computed here.</summary>
public sealed class SqlTests(StoredClients stored) : IClassFixture<StoredClients>
{
    public static TheoryData<string> Names => [.. Models.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_score_in_SQLite_is_the_score_in_memory(string name)
    {
        var model = Models.All[name];
        using var shop = stored.Open();
        var scores = shop.Clients.OrderBy(client => client.Id).Select(model.ToExpression()).ToArray();
        scores.Should().HaveCount(5_000);
        Comparison.MustAgree(scores, stored.All, model);
        scores.Distinct().Should().HaveCountGreaterThan(20, "clients are scored, and differently");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_band_in_SQLite_is_the_band_in_memory_except_within_a_rounding_of_a_cut(string name)
    {
        var model = Models.All[name];
        using var shop = stored.Open();
        var places = stored.All.Select((client, place) => (client.Id, place)).ToDictionary(each => each.Id, each => each.place);
        var bands = Comparison.BandsOf(model, stored.All.Count, InBand);
        Comparison.MustAgree(bands, stored.All, model);
        bands.ToHashSet(StringComparer.Ordinal).Should().HaveCountGreaterThan(1);

        IEnumerable<int> InBand(string band) =>
            shop.Clients.Where(model.InBand(band)).Select(client => client.Id).AsEnumerable().Select(id => places[id]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void On_both_providers_the_whole_computation_is_in_the_SQL(string name)
    {
        var model = Models.All[name];
        using var sqlite = stored.Open();
        using var postgres = Shop.OnPostgres();
        Comparison.MustBeWhollyInSql(sqlite.Clients, model);
        Comparison.MustBeWhollyInSql(postgres.Clients, model);
    }

    [Fact]
    public void The_best_are_found_by_the_database()
    {
        var model = Models.All["assume the worst"];
        using var shop = stored.Open();
        var best = shop.Clients.OrderByDescending(model.ToExpression()).ThenBy(client => client.Id).Take(10).Select(client => client.Id).ToArray();
        best.Select(id => stored.All[id - stored.All[0].Id]).Select(model.Score).Should()
            .Equal(stored.All.Select(model.Score).OrderDescending().Take(10), (actual, expected) => Math.Abs(actual - expected) <= 1.000001e-6);
    }

    [Fact]
    public void Bands_are_counted_by_the_database()
    {
        var model = Models.All["renormalize"];
        using var shop = stored.Open();
        var counted = model.Bands.InOrder
            .Select(each => shop.Clients.Where(model.InBand(each.Band)).Select(_ => each.Band))
            .Aggregate(Queryable.Concat)
            .GroupBy(band => band)
            .Select(band => new { band.Key, Count = band.Count() })
            .ToList();
        counted.Should().HaveCountGreaterThan(2);
        foreach (var band in counted)
            band.Count.Should().BeCloseTo(stored.All.Count(client => model.BandOf(client) == band.Key), 2, "a score may be within rounding of a cut");
    }

    [Fact]
    public void Scores_are_grouped_by_the_database()
    {
        var model = Models.All["steps"];
        using var shop = stored.Open();
        var counts = shop.Clients.GroupBy(model.ToExpression()).Select(group => new { group.Key, Count = group.Count() }).ToList();
        counts.Sum(group => group.Count).Should().Be(5_000);
        counts.Count(group => group.Key is null).Should().Be(stored.All.Any(client => double.IsNaN(model.Score(client))) ? 1 : 0);
    }

    [Fact]
    public void A_score_may_be_part_of_a_larger_query()
    {
        var model = Models.All["renormalize"];
        using var shop = stored.Open();
        shop.Clients.Where(model.InBand("A")).Where(client => client.Visits > 2).Count().Should()
            .BeCloseTo(stored.All.Count(client => model.BandOf(client) == "A" && client.Visits > 2), 2);
        shop.Clients.Select(model.ToExpression()).Average().Should()
            .BeApproximately(stored.All.Select(model.Score).Where(score => !double.IsNaN(score)).Average(), 1e-6);
    }

    [Fact]
    public void A_measure_with_a_subquery_is_refused_by_name()
    {
        var builder = Scorecard.For<Facts, string>("subquery").Criterion("sales", 1, f => f.Sales, Scale.Linear((0, 0), (1, 100))).Bands((0, "any"));
        FaultOf(c => new Facts { Sales = c.Purchases.Sum(order => order.Amount) }).Should()
            .StartWith("criteria[\"sales\"].measure: it calls Enumerable.Sum,");
        FaultOf(c => new Facts { Sales = c.Purchases.Count }).Should()
            .StartWith("criteria[\"sales\"].measure: it reads Count of the collection 'c.Purchases',");

        string FaultOf(Expression<Func<Client, Facts>> binding) =>
            builder.Build().Over(binding).Invoking(model => model.InBand("any")).Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle().Which.ToString();
    }

}
