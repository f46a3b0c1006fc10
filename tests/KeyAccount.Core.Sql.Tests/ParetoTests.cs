using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>Tiers that engines find are those of memory, whichever way.</summary>
[Collection("engines")]
public sealed class ParetoTests(Engines engines)
{
    private static readonly ParetoCuts[] Cuts = [new(0.8m, 0.95m), new(0.2m, 0.5m), new(0.333333333m, 1m), new(0.000000001m, 0.999999999m)];

    private static readonly long[][] Portfolios =
    [
        [], [0], [-5, 0], [5], [1, 1], [5, 5, 5, 5, 5], [80, 15, 5], [40, 40, 15, 5], [79, 1, 15, 5], [81, 14, 5], [1, 2, 3, 4, 5, -7, 0],
        [long.MaxValue], [long.MaxValue - 2, 1, 1], [long.MaxValue / 2, long.MaxValue / 2], [4_611_686_018_427_387_904, 1024, 1025, 1],
    ];

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Any_portfolio_is_graded_as_in_memory(string name)
    {
        var engine = engines[name];
        foreach (var portfolio in Portfolios)
            await MustAgree(engine, portfolio);
        Check.One(
            Seeded.Cases(4),
            Prop.ForAll(Arb.From(Gen.Choose(0, 60).SelectMany(count => Gen.Choose(-3, 5000).Select(each => (long)each).ArrayOf(count))), portfolio =>
                MustAgree(engine, portfolio).GetAwaiter().GetResult()));
    }

    [Theory, MemberData(nameof(Engines.WithWindows), MemberType = typeof(Engines))]
    public async Task Decimals_are_graded_exactly(string name)
    {
        var engine = engines[name];
        decimal[] revenues = [12.5m, 3.0001m, 0.1m, 0.2m, 0.3m, 99.9999m, 7, 7, -3];
        if (name == "sqlite")
        {
            FluentActions.Invoking(() => SqlPareto.Of(SqlTable.Named("t"), new("revenue", "DECIMAL(18, 4)"), engine.Dialect)).Should()
                .Throw<InvalidModelException>().WithMessage("*revenue.type: SQLite has no exact decimals; store whole numbers of minor units");
            return;
        }

        var table = await engine.TableAsync([("id", engine.Types.Integer, false), ("revenue", engine.Types.Decimal, false)], revenues.Select((each, i) => (object?[])[(long)i, each]));
        var pareto = SqlPareto.Of(SqlTable.Named(table), new("revenue", engine.Types.Decimal), engine.Dialect, ["id"]);
        var expected = Pareto.Grade(revenues.Select((each, i) => (each, i)).ToArray(), each => each.each).Accounts.ToDictionary(each => (long)each.Account.i, each => each.Tier.Name);
        (await engine.QueryAsync(pareto.Tiers())).ToDictionary(row => Convert.ToInt64(row[0]), row => (string)row[1]!).Should().BeEquivalentTo(expected);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Revenue_that_is_not_known_has_no_tier(string name)
    {
        var engine = engines[name];
        var table = await engine.TableAsync(
            [("id", engine.Types.Integer, false), ("revenue", engine.Types.Integer, true)], [[1L, 80L], [2L, 20L], [3L, null]]);
        var pareto = SqlPareto.Of(SqlTable.Named(table), new("revenue", "bigint"), engine.Dialect, ["id"], rule: ParetoRule.HeadCount);
        var limits = await pareto.FindLimitsAsync((statement, _) => engine.NumbersAsync(statement), TestContext.Current.CancellationToken);
        foreach (var tiers in engine.Dialect == SqlDialect.ClickHouse ? (IEnumerable<SqlStatement>)[pareto.Tiers(limits)] : [pareto.Tiers(limits), pareto.Tiers()])
        {
            (await engine.QueryAsync(tiers)).OrderBy(row => Convert.ToInt64(row[0])).Select(row => (string?)row[1])
                .Should().Equal(["A", "C", null], "20 % of two accounts is one, 50 % too");
        }
    }

    [Fact]
    public void What_cannot_be_said_is_told_by_its_place()
    {
        Of(new("revenue")).Should().Throw<InvalidModelException>().WithMessage("*revenue.type: the type of revenue is not stated; state it, such as bigint or DECIMAL(18, 2)");
        Of(new("revenue", "double")).Should().Throw<InvalidModelException>().WithMessage("*revenue.type: the column revenue is double; money is exact: it must be whole numbers or decimals");
        Of(new("revenue", "decimal")).Should().Throw<InvalidModelException>().WithMessage("*revenue.type: decimal does not say how many decimal places it has*");
        Of(new("revenue", "bigint"), keep: ["Tier"]).Should().Throw<InvalidModelException>().WithMessage("*keep: the column Tier has the name of a result*");
        Of(new("revenue", "bigint"), cuts: new(0.0000000001m, 0.5m)).Should().Throw<InvalidModelException>().WithMessage("*cuts.A: 0.0000000001 has more than 9 decimal places");
        SqlPareto.Of(SqlTable.Named("t"), new("revenue", "bigint"), SqlDialect.ClickHouse).Invoking(pareto => pareto.Tiers())
            .Should().Throw<InvalidModelException>().WithMessage("*dialect: ClickHouse has no window functions*find the limits*");

        static Action Of(SqlColumn revenue, string[]? keep = null, ParetoCuts? cuts = null) =>
            () => SqlPareto.Of(SqlTable.Named("t"), revenue, SqlDialect.PostgreSql, keep, cuts);
    }

    [Fact]
    public async Task More_than_64_bits_are_refused()
    {
        var engine = engines["sqlite"];
        var table = await engine.TableAsync([("revenue", "INTEGER", false)], [[long.MaxValue], [1L]]);
        await SqlPareto.Of(SqlTable.Named(table), new("revenue", "bigint"), engine.Dialect)
            .Awaiting(pareto => pareto.FindLimitsAsync((statement, _) => engine.NumbersAsync(statement))).Should().ThrowAsync<OverflowException>()
            .WithMessage("The positive amounts sum to 9223372036854775808; together they must be at most 9223372036854775807. Use larger units.");
    }

    internal static async Task<string> StoreAsync(Engine engine, long[] portfolio) => await engine.TableAsync(
        [("id", engine.Types.Integer, false), ("revenue", engine.Types.Integer, false)], portfolio.Select((each, i) => (object?[])[(long)i, each]));

    internal static Dictionary<long, string> InMemory(long[] portfolio, ParetoCuts cuts, ParetoRule rule)
    {
        var tiers = new byte[portfolio.Length];
        Pareto.Grade(portfolio, tiers, cuts, rule);
        return tiers.Select((tier, i) => (tier, i)).ToDictionary(each => (long)each.i, each => "_ABC"[each.tier].ToString());
    }

    private static async Task MustAgree(Engine engine, long[] portfolio)
    {
        var table = SqlTable.Named(await StoreAsync(engine, portfolio));
        foreach (var cuts in Cuts)
        {
            foreach (var rule in Enum.GetValues<ParetoRule>())
            {
                var expected = InMemory(portfolio, cuts, rule);
                var pareto = SqlPareto.Of(table, new("revenue", engine.Types.Integer), engine.Dialect, ["id"], cuts, rule);
                var limits = await pareto.FindLimitsAsync((statement, _) => engine.NumbersAsync(statement));
                await MustBe(pareto.Tiers(limits));

                // SQLite has nothing wider than 64 bits, and says so.
                if (engine.Dialect != SqlDialect.ClickHouse)
                    await MustBe(pareto.Tiers());

                async Task MustBe(SqlStatement statement) => (await engine.QueryAsync(statement)).ToDictionary(row => Convert.ToInt64(row[0]), row => (string)row[1]!)
                    .Should().Equal(expected, "{0} of {1} with {2}, {3}: {4}", rule, string.Join(' ', portfolio), cuts, limits, statement.Text);
            }
        }
    }
}
