using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>What engines decide is what memory decides.</summary>
[Collection("engines")]
public sealed class DecisionTableTests(Engines engines)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_policy_decides_as_in_memory(string name)
    {
        var engine = engines[name];
        var facts = FactsTable.Random<Signals>(300, 5);
        var source = await FactsTable.StoreAsync(engine, facts);
        foreach (var policy in (HitPolicy[])[HitPolicy.First, HitPolicy.Collect, HitPolicy.Priority])
            await MustAgree(engine, Table(policy), facts, source);
        await MustAgree(engine, RfmSegments.Standard, FactsTable.Random<RfmSegmentFacts>(60, 1), await FactsTable.StoreAsync(engine, FactsTable.Random<RfmSegmentFacts>(60, 1)));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_contradicts_itself_answers_nothing(string name)
    {
        var engine = engines[name];
        Signals[] facts = [new() { Visits = 5, Overdue = 9 }, new() { Visits = 5 }, new() { Overdue = 99 }, new() { Visits = 1 }, new()];
        var source = await FactsTable.StoreAsync(engine, facts);
        foreach (var (policy, rules) in ((HitPolicy, string?[])[])[(HitPolicy.Unique, [null, "often", "late", null, null]), (HitPolicy.Any, [null, "often", "late", null, null])])
        {
            var sql = SqlDecisionTable.Of(
                DecisionTable.For<Signals, string>("signals").Rule("often", f => f.Visits > 3, "grow").Rule("late", f => f.Overdue > 5, "wait").Build(policy), source, engine.Dialect);
            (await engine.QueryAsync(sql.Decisions())).OrderBy(row => Convert.ToInt64(row[0])).Select(row => (string?)row[1]).Should().Equal(rules);
        }

        var agreeing = SqlDecisionTable.Of(
            DecisionTable.For<Signals, string>("signals").Rule("often", f => f.Visits > 3, "grow").Rule("late", f => f.Overdue > 5, "grow").Build(HitPolicy.Any), source, engine.Dialect);
        (await engine.QueryAsync(agreeing.Decisions())).OrderBy(row => Convert.ToInt64(row[0])).Select(row => (string?)row[1]).Should().Equal("often", "often", "late", null, null);
    }

    [Fact]
    public void What_a_rule_asks_in_memory_only_is_refused_by_its_id()
    {
        var table = DecisionTable.For<Signals, string>("signals").Rule("named", f => f.Name!.StartsWith('A'), "grow").Build(HitPolicy.First);
        FluentActions.Invoking(() => SqlDecisionTable.Of(table, new(SqlTable.Named("t"), new Dictionary<string, SqlColumn> { ["Name"] = "name" }), SqlDialect.Spark)).Should()
            .Throw<InvalidModelException>().WithMessage("*rules[\"named\"].when: Spark cannot express it: *StartsWith*");
    }

    [Fact]
    public void Every_ready_table_is_said_or_refused_by_the_id_of_a_rule()
    {
        var said = 0;
        foreach (var table in ModelCatalog.Of(new ReviewModels()).OfType<IDecisionTable>())
        {
            foreach (var dialect in SqlDialect.All)
            {
                try
                {
                    SqlDecisionTable.Of(table, Everything(table), dialect).Decisions().Text.Should().NotBeEmpty();
                    said++;
                }
                catch (InvalidModelException e)
                {
                    e.Faults.Should().OnlyContain(fault => fault.Path.StartsWith("rules[\"", StringComparison.Ordinal) || fault.Path.StartsWith("columns[\"", StringComparison.Ordinal));
                }
            }
        }

        said.Should().BeGreaterThan(8 * 20);
    }

    internal static SqlSource Everything(IModel model)
    {
        var facts = model.GetType().GetGenericArguments()[0];
        return new(
            SqlTable.Named("facts"),
            facts.GetProperties().ToDictionary(property => property.Name, property => new SqlColumn(property.Name), StringComparer.Ordinal), ["id"]);
    }

    private static DecisionTable<Signals, string> Table(HitPolicy policy)
    {
        var table = DecisionTable.For<Signals, string>("signals")
            .Rule("often", f => f.Visits > 3 && !(f.Overdue > 30), "grow")
            .Rule("named", f => f.Name == "it's \"A\"\\", "know")
            .Rule("late", f => f.Overdue > 60 || f.IsBlocked == true, "wait")
            .Rule("rich", f => f.Revenue - f.Cost > 10, "grow")
            .Rule("unknown", f => f.Visits == null, "ask");
        return (policy == HitPolicy.Priority ? table.Priorities("ask", "wait", "grow", "know") : table).Build(policy);
    }

    private static async Task MustAgree<TFacts, TAdvice>(Engine engine, DecisionTable<TFacts, TAdvice> table, IReadOnlyList<TFacts> facts, SqlSource source)
        where TFacts : class
    {
        var rows = await engine.QueryAsync(SqlDecisionTable.Of(table, source, engine.Dialect).Decisions());
        rows.Should().HaveCount(facts.Count);
        foreach (var row in rows)
        {
            var decision = table.Decide(facts[(int)Convert.ToInt64(row[0])]);
            if (table.HitPolicy == HitPolicy.Collect)
            {
                table.Rules.Select((rule, i) => (rule.Id, Hits: Convert.ToInt64(row[1 + i]) == 1)).Where(each => each.Hits).Select(each => each.Id)
                    .Should().Equal(decision.Hits.Select(hit => hit.RuleId));
            }
            else
            {
                ((string?)row[1], (string?)row[2]).Should().Be((decision.Hits.Count > 0 ? decision.Hits[0].RuleId : null, decision.Advice?.ToString()), "{0}", facts[(int)Convert.ToInt64(row[0])]);
            }
        }
    }

    public sealed record Signals
    {
        public int? Visits { get; init; }

        public double? Overdue { get; init; }

        public decimal? Revenue { get; init; }

        public decimal? Cost { get; init; }

        public bool? IsBlocked { get; init; }

        public string? Name { get; init; }
    }
}
