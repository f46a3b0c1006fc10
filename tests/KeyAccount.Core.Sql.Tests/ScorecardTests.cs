using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Tests.Scoring;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>Scores and bands that engines compute are those of memory.</summary>
[Collection("engines")]
public sealed class ScorecardTests(Engines engines)
{
    private static readonly double[] Numbers = [-5, -1, 0, 0.5, 1, 2, 2.5, 3, 5, 8, 10, 60, 100];

    private static readonly Scorecard<Figures, string> Plain = Scorecard.For<Figures, string>("plain").Criterion("plain", 1, f => f.Plain, Scale.Linear((-5, 0), (100, 100)))
        .Cap("never", f => f.Plain > 99, "low").Bands((0, "low"), (50, "the \"high\" 'one' \\ 高")).Build();

    private static readonly double[] Strange = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300];

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Any_scorecard_scores_as_in_memory(string name)
    {
        var engine = engines[name];
        var figures = AnyFigures(engine, 400);
        var source = await FactsTable.StoreAsync(engine, figures, areTermsByValue: name == "duckdb");
        Check.One(
            Seeded.Cases(8),
            Prop.ForAll(Arb.From(RandomCard.Any), card => Comparison.MustAgreeAsync(engine, card.Scorecard, figures, source).GetAwaiter().GetResult()));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_shape_of_measure_and_condition_scores_as_in_memory(string name)
    {
        var engine = engines[name];
        var figures = AnyFigures(engine, 200);
        var source = await FactsTable.StoreAsync(engine, figures);
        var line = Scale.Linear((-5, 0), (100, 100));
        foreach (var measure in Measures.All)
            await Comparison.MustAgreeAsync(engine, New().Criterion("m", 1, measure.Expression, line).Build(), figures, source);
        foreach (var condition in Measures.Conditions)
            await Comparison.MustAgreeAsync(engine, New().Cap("cap", condition.Expression, "low").Build(), figures, source);
        var levels = Scale.Levels((Standing.Good, 100), (Standing.Fair, 50), (Standing.Poor, 0), (Standing.Unknown, double.NaN));
        foreach (var term in Measures.Terms)
            await Comparison.MustAgreeAsync(engine, New().Criterion("m", 1, term.Expression, levels).Build(), figures, source);

        ScorecardBuilder<Figures, string> New() => Scorecard.For<Figures, string>("shape").Criterion("plain", 1, f => f.Plain, line)
            .MissingData(MissingData.Renormalize, 0).Bands((0, "low"), (10, "high"));
    }

    // SQLite took a name in double quotes that it does not know for a text, and scored the text.
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_column_that_is_not_there_ends_the_query(string name)
    {
        var engine = engines[name];
        var table = await engine.TableAsync([("id", engine.Types.Integer, false), ("plain", engine.Types.Double, true)], [[1L, 5.0]]);
        foreach (var (column, keep) in ((string, string)[])[("nope", "id"), ("plain", "nope")])
        {
            var sql = SqlScorecard.Of(Plain, new(SqlTable.Named(table), new Dictionary<string, SqlColumn> { ["Plain"] = column }, [keep]), engine.Dialect);
            await engine.Awaiting(each => each.QueryAsync(sql.Scores())).Should().ThrowAsync<Exception>().WithMessage("*nope*");
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    [InlineData("postgresql")]
    public async Task Whatever_the_names_are_the_score_is_the_same(string name)
    {
        var engine = engines[name];
        var quoted = engine.Dialect.Quoted;
        foreach (var odd in (string[])["it's \"A\"", "[a] b]c", "a.b", "a`b``", "客户 表", new('n', 60), $"客{new string('n', name == "postgresql" ? 50 : 200)}", "select", " lead", "-- x", "a\\", "{{ x }}", "x;DROP TABLE y"])
        {
            await engine.ExecuteAsync($"CREATE TABLE {quoted(odd)} ({quoted(odd + "1")} {engine.Types.Double}, {quoted(odd + "2")} {engine.Types.Integer})");
            var source = new SqlSource(SqlTable.Named(odd), new Dictionary<string, SqlColumn> { ["Plain"] = new(odd + "1", engine.Types.Double) }, [odd + "2"]);
            var sql = SqlScorecard.Of(Plain, source, engine.Dialect);
            (await engine.QueryAsync(sql.Scores())).Should().BeEmpty();
            (await engine.QueryAsync(sql.CountByBand())).Sum(row => Convert.ToInt64(row[^1])).Should().Be(0);
            await engine.ExecuteAsync($"INSERT INTO {quoted(odd)} VALUES (47.5, 9)");
            await engine.ExecuteAsync(sql.View(SqlTable.Named(odd + "3")).Text);
            foreach (var rows in (IReadOnlyList<object?[]>[])[await engine.QueryAsync(sql.Scores()), await engine.QueryAsync(sql.Scores(SqlValues.Parameters)), await engine.QueryAsync($"SELECT * FROM {quoted(odd + "3")}")])
            {
                var row = rows.Should().ContainSingle().Subject;
                (Convert.ToInt64(row[0]), Math.Round(Convert.ToDouble(row[1]), 6), row[2]).Should().Be((9, 50, "the \"high\" 'one' \\ 高"));
            }
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Ready_models_score_as_in_memory(string name)
    {
        var engine = engines[name];

        // Every model under every policy in long runs; in others each under one, and on the next engine under another.
        var policies = Enum.GetValues<MissingData>();
        var next = name.Length;
        await Agree(AccountValue.Standard, AccountValue.SixIndicators);
        await Agree(Oke.Organisation);
        await Agree(Oke.Standard);
        await Agree(RelationshipFormula.Standard);
        await Agree(SwitchingCost.Standard, SwitchingCost.ThreeTypes);
        await Agree(CompetitorBarrier.Standard);
        await Agree(CustomerLoyalty.Standard);
        await Agree(CustomerLoyalty.Attitude);
        await Agree(SalesFunnel.Health);
        await Agree(BidTables.GoNoGo);
        await Agree(EarlyWarning.Standard);
        await Agree(Prospecting.Priority);
        await Agree(SalesManagement.SixFocuses);
        await Agree(Interviews.Representative, Interviews.Manager);
        await Agree(StrategicCooperation.Readiness);

        async Task Agree<TFacts, TBand>(params Scorecard<TFacts, TBand>[] models)
            where TFacts : class, new()
            where TBand : class
        {
            var facts = FactsTable.Random<TFacts>(250, 7);
            var source = await FactsTable.StoreAsync(engine, facts);
            foreach (var model in models)
            {
                foreach (var policy in Seeded.IsLong ? policies : [policies[next++ % policies.Length]])
                {
                    var tuned = model.With(new() { MissingData = new() { Policy = policy, MinimumCoverage = policy == MissingData.AssumeMidpoint ? 0.3 : 0 } });
                    await Comparison.MustAgreeAsync(engine, tuned, facts, source);
                }

                await Comparison.MustAgreeAsync(engine, model, facts, source, name == "clickhouse" ? SqlValues.Literals : SqlValues.Parameters);
            }
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task No_row_and_one_row_are_scored(string name)
    {
        var engine = engines[name];
        foreach (var count in (int[])[0, 1])
        {
            var facts = FactsTable.Random<AccountValueFacts>(count, 3);
            var source = await FactsTable.StoreAsync(engine, facts);
            await Comparison.MustAgreeAsync(engine, AccountValue.Standard, facts, source);
            var counts = (await engine.QueryAsync(SqlScorecard.Of(AccountValue.Standard, source, engine.Dialect).CountOutOfRange())).Single();
            counts.Should().HaveCount(AccountValue.Standard.Criteria.Count).And.OnlyContain(each => Convert.ToInt64(each) == 0);
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_is_out_of_range_is_missing_and_counted(string name)
    {
        var engine = engines[name];
        var facts = FactsTable.Random<AccountValueFacts>(50, 3);
        var source = await FactsTable.StoreAsync(engine, facts);
        await engine.ExecuteAsync($"INSERT INTO {source.Table} SELECT * FROM {source.Table}");
        var table = await engine.TableAsync(
            [("Id", engine.Types.Integer, false), .. source.Facts.Select(each => (each.Value.Name, each.Value.Type == "DECIMAL(18, 4)" ? engine.Types.Decimal : each.Value.Type!, true))],
            [
                [1L, .. source.Facts.Keys.Select(fact => fact is "CreditDays" ? -3L : fact is "GrossMarginRate" ? (object)22.0 : null)],
                [2L, .. source.Facts.Keys.Select(fact => fact is "GrossMarginRate" ? (object)0.22 : null)],
            ]);
        var wrong = SqlScorecard.Of(AccountValue.Standard, new(SqlTable.Named(table), source.Facts, ["Id"]), engine.Dialect);
        var counts = (await engine.QueryAsync(wrong.CountOutOfRange())).Single().Select(each => Convert.ToInt64(each)).ToArray();
        AccountValue.Standard.Criteria.Select((each, i) => (each.Key, counts[i])).Where(each => each.Item2 > 0).Should().Equal(("grossMarginRate", 1), ("creditDays", 1));
        (await engine.QueryAsync(wrong.Scores())).Should().OnlyContain(row => row[1] == null && row[2] == null);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_view_says_what_the_statement_says(string name)
    {
        var engine = engines[name];
        var facts = FactsTable.Random<AccountValueFacts>(20, 3);
        var sql = SqlScorecard.Of(AccountValue.Standard, await FactsTable.StoreAsync(engine, facts), engine.Dialect);
        var view = $"scored \"{name}' of";
        await engine.ExecuteAsync(sql.View(SqlTable.Named(view)).Text);
        (await engine.QueryAsync($"SELECT * FROM {engine.Dialect.Quoted(view)}")).Select(row => (row[1], row[2]))
            .Should().Equal((await engine.QueryAsync(sql.Scores())).Select(row => (row[1], row[2])));
    }

    private static Figures[] AnyFigures(Engine engine, int count)
    {
        var random = new Random(97);
        return [.. Enumerable.Range(0, count).Select(_ => new Figures
        {
            A = Perhaps(() => (double?)Any()), B = Perhaps(() => (double?)Any()), C = Perhaps(() => (double?)Any()), D = Perhaps(() => (double?)Any()),
            Plain = Number(), Ratio = Perhaps(() => (float?)Number()), Count = Perhaps(() => (int?)random.Next(-3, 9)), Whole = random.Next(-2, 5),
            Amount = Perhaps(() => (decimal?)Number()), Flag = Perhaps(() => (bool?)(random.Next(2) == 0)), Standing = Perhaps(AnyStanding),
            Part = Perhaps(() => AnyPart(Perhaps(() => AnyPart(null)))),
        })];

        Part AnyPart(Part? inner) => new()
        {
            Depth = Number(), Height = Perhaps(() => (double?)Number()), Active = random.Next(2) == 0, Standing = Perhaps(AnyStanding), Inner = inner,
        };
        Standing AnyStanding() => Standing.InOrder[random.Next(4)];
        double Number() => Numbers[random.Next(Numbers.Length)];
        double Any() => random.Next(25) != 0 ? Number() : Strange[random.Next(Strange.Length)] is var strange && double.IsNaN(strange) && !engine.HasNaN ? 1 : strange;
        T? Perhaps<T>(Func<T?> value) => random.Next(6) == 0 ? default : value();
    }
}
