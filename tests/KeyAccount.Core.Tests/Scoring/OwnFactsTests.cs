using System.Linq.Expressions;
using System.Text.Json;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>Facts of one's own CRM: dictionaries, JSON, arrays, methods.</summary>
public class OwnFactsTests
{
    private static readonly Expression<Func<double?>> Nothing = () => new double?();

    [Fact]
    public void Facts_in_a_dictionary_are_scored_and_a_key_that_is_not_there_is_not_known()
    {
        var card = Scorecard.For<Dictionary<string, double?>, string>("own")
            .Criterion("margin", 3, f => f["margin"], Cards.AsItIs)
            .Criterion("visits", 1, f => f["visits"] / 2, Cards.AsItIs)
            .Cap("late", f => f["overdue"] > 90, "low")
            .Bands((0, "low"), (50, "high")).Build();
        var full = new Dictionary<string, double?> { ["margin"] = 60, ["visits"] = 40, ["overdue"] = 10 };
        card.Score(full).Should().Be(50);
        card.BandOf(full).Should().Be("high");
        card.BandOf(new() { ["margin"] = 60, ["overdue"] = 91 }).Should().Be("low");
        var part = card.Assess(new() { ["margin"] = 60, ["visits"] = null });
        (part.Score, part.Coverage, part.Caps[0].Holds).Should().Be((60, 0.75, null));
        card.Assess([]).IsRated.Should().BeFalse();
        var scores = new double[2];
        card.ScoreAll(new[] { full, new() { ["margin"] = 60 } }, scores);
        scores.Should().Equal(50, 60);
        Cards.FaultsOf(() => card.ToExpression()).Should().HaveCount(3).And.AllSatisfy(fault => fault.Should().Contain("get_Item"));
    }

    [Fact]
    public void Columns_by_key_need_no_measure()
    {
        var card = Scorecard.For<IReadOnlyDictionary<string, decimal>, string>("own")
            .Criterion("margin", 1, f => (double?)f["margin"], Cards.AsItIs).Bands((0, "any")).Build();
        var scores = new double[2];
        card.ScoreColumns(
            new Dictionary<string, ReadOnlyMemory<double>> { ["margin"] = new double[] { 30, double.NaN } }, scores);
        scores.Should().Equal(30, double.NaN);
        card.Score(new Dictionary<string, decimal> { ["margin"] = 12.5m }).Should().Be(12.5);
        card.Score(new Dictionary<string, decimal>()).Should().Be(double.NaN);
    }

    [Fact]
    public void Facts_in_Json_and_in_arrays_are_scored()
    {
        using var json = JsonDocument.Parse("""{"margin":42,"orders":[10,20]}""");
        var ofJson = Scorecard.For<JsonElement, string>("json")
            .Criterion("margin", 1, f => f.GetProperty("margin").GetDouble(), Cards.AsItIs)
            .Criterion("orders", 1, f => f.GetProperty("orders").EnumerateArray().Sum(order => order.GetDouble()), Cards.AsItIs)
            .Criterion("rate", 2, f => NumberOf(f, "rate"), Cards.AsItIs)
            .Bands((0, "any")).Build();
        var assessment = ofJson.Assess(json.RootElement);
        assessment.Contributions.Select(each => each.Raw).Should().Equal(42, 30, null);
        assessment.Score.Should().Be(36);
        var ofArray = Scorecard.For<double?[], string>("array")
            .Criterion("first", 1, f => f[0], Cards.AsItIs).Criterion("count", 1, f => f.Length, Cards.AsItIs).Bands((0, "any")).Build();
        ofArray.Assess([null, 4]).Contributions.Select(each => each.Raw).Should().Equal(null, 2);
    }

    [Fact]
    public void A_method_gets_no_fact_that_is_not_known()
    {
        var calls = 0;
        Func<double, double> counted = value =>
        {
            calls++;
            return value * 2;
        };
        var card = Cards.New()
            .Criterion("larger", 1, f => Math.Max(f.A!.Value, f.B!.Value), Cards.AsItIs)
            .Criterion("own", 1, f => counted(f.A!.Value) + 1, Cards.AsItIs)
            .Build();
        card.Assess(new() { A = 10, B = 30 }).Contributions.Select(each => each.Raw).Should().Equal(30, 21);
        calls = 0;
        card.Assess(new() { B = 30 }).Contributions.Select(each => each.Raw).Should().OnlyContain(raw => raw == null);
        calls.Should().Be(0);
    }

    [Fact]
    public void A_collection_that_is_not_there_is_not_known()
    {
        var card = Scorecard.For<Crm, string>("crm")
            .Criterion("visits", 1, f => f.Visits!.Count(visit => visit > f.Least), Cards.AsItIs)
            .Criterion("all", 1, f => f.Visits!.Count, Cards.AsItIs)
            .Bands((0, "any")).Build();
        card.Assess(new() { Visits = [1, 5, 9], Least = 4 }).Contributions.Select(each => each.Raw).Should().Equal(2, 3);
        card.Assess(new()).Contributions.Select(each => each.Raw).Should().OnlyContain(raw => raw == null);
    }

    [Fact]
    public void What_FSharp_writes_for_a_value_that_may_be_missing_is_accepted_also_by_a_database()
    {
        // if f.Plain > 0.0 then Nullable f.Plain else Nullable ()
        var f = Expression.Parameter(typeof(Figures), "f");
        var plain = Expression.Property(f, nameof(Figures.Plain));
        var measure = Expression.Lambda<Func<Figures, double?>>(
            Expression.Condition(
                Expression.GreaterThan(plain, Expression.Constant(0.0)),
                Expression.New(typeof(double?).GetConstructor([typeof(double)])!, plain),
                Nothing.Body),
            f);
        var card = Cards.New().Criterion("plain", 1, measure, Cards.AsItIs).Build();
        card.Everywhere(new() { Plain = 30 }).Contributions[0].Raw.Should().Be(30);
        card.Everywhere(new() { Plain = -1 }).Contributions[0].Raw.Should().BeNull();
    }

    [Fact]
    public void What_it_throws_is_thrown()
    {
        using var json = JsonDocument.Parse("{}");
        var card = Scorecard.For<JsonElement, string>("json")
            .Criterion("margin", 1, f => f.GetProperty("margin").GetDouble(), Cards.AsItIs).Bands((0, "any")).Build();
        card.Invoking(each => each.Assess(json.RootElement)).Should().Throw<KeyNotFoundException>();
    }

    private static double? NumberOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetDouble() : null;

    private sealed class Crm
    {
        public List<int>? Visits { get; init; }

        public int Least { get; init; }
    }
}
