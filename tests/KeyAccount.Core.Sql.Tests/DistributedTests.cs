using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>Two ClickHouse servers say what one says: through a Distributed table, and asked one by one.</summary>
[Collection("engines")]
public sealed class DistributedTests(Engines engines)
{
    [Fact]
    public async Task Scores_and_bands_over_two_servers_are_those_of_memory()
    {
        var engine = engines.ClickHouse;
        var facts = FactsTable.Random<AccountValueFacts>(500, 13);
        var source = await FactsTable.StoreAsync(engine, facts);
        var name = source.Table.Parts[0];
        var counted = await engine.QueryAsync(SqlScorecard.Of(AccountValue.Standard, source, engine.Dialect).CountOutOfRange());
        await SpreadAsync(engine, name, "modulo(`Id`, 3) = 0");
        var spread = new SqlSource(SqlTable.Named($"{name}_both"), source.Facts, source.Keep);
        await Comparison.MustAgreeAsync(engine, AccountValue.Standard, facts, spread);
        var counts = SqlScorecard.Of(AccountValue.Standard, spread, engine.Dialect).CountOutOfRange();
        (await engine.QueryAsync(counts)).Single().Should().Equal(counted.Single());
    }

    [Fact]
    public async Task A_portfolio_over_two_servers_is_graded_as_one()
    {
        var engine = engines.ClickHouse;
        var random = new Random(31);
        long[][] portfolios = [[], [5], [long.MaxValue - 2, 1, 1], [.. Enumerable.Range(0, 3000).Select(_ => random.NextInt64(-9, 1L << random.Next(1, 50)))]];
        foreach (var portfolio in portfolios)
        {
            var name = await ParetoTests.StoreAsync(engine, portfolio);
            await SpreadAsync(engine, name, "modulo(id, 3) = 0");
            foreach (var rule in Enum.GetValues<ParetoRule>())
            {
                var whole = SqlPareto.Of(SqlTable.Named($"{name}_both"), new("revenue", "Int64"), engine.Dialect, ["id"], rule: rule);
                var expected = ParetoTests.InMemory(portfolio, ParetoCuts.DefaultFor(rule), rule);
                var passes = 0;
                var limits = await whole.FindLimitsAsync(async (statement, _) =>
                {
                    passes++;
                    var rows = await engine.NumbersAsync(statement);
                    rows.Count.Should().BeLessThanOrEqualTo(1024);
                    return rows;
                }, TestContext.Current.CancellationToken);
                passes.Should().BeLessThanOrEqualTo(1 + (2 * 7));
                (await engine.QueryAsync(whole.Tiers(limits))).ToDictionary(row => Convert.ToInt64(row[0]), row => (string)row[1]!).Should().Equal(expected);

                // The same without a table that knows both.
                var part = SqlPareto.Of(SqlTable.Named(name), new("revenue", "Int64"), engine.Dialect, ["id"], rule: rule);
                (await part.FindLimitsAsync([Run(0), Run(1)], TestContext.Current.CancellationToken)).Should().Be(limits);
            }
        }

        SqlRun Run(int server) => async (statement, _) =>
            [.. (await engine.QueryAsync(server, statement)).Select(row => (IReadOnlyList<long?>)[.. row.Select(each => each is null ? (long?)null : Convert.ToInt64(each))])];
    }

    [Fact]
    public async Task A_server_that_is_away_is_an_error_that_names_it()
    {
        // A server of its own, for this one.
        using var servers = LocalClickHouse.Start();
        if (servers.Missing is { } missing)
            Assert.Skip($"ClickHouse is needed, and {missing}");
        await servers.PostAsync(0, "CREATE TABLE t (id Int64, revenue Int64) ENGINE = Memory");
        await servers.PostAsync(1, "CREATE TABLE t (id Int64, revenue Int64) ENGINE = Memory");
        servers.Processes[1].Kill();
        await servers.Processes[1].WaitForExitAsync(TestContext.Current.CancellationToken);
        var pareto = SqlPareto.Of(SqlTable.Named("t"), new("revenue", "Int64"), SqlDialect.ClickHouse, ["id"]);
        await pareto.Awaiting(each => each.FindLimitsAsync([Run(0), Run(1)], TestContext.Current.CancellationToken)).Should().ThrowAsync<HttpRequestException>().WithMessage("*127.0.0.1*");

        SqlRun Run(int server) => async (statement, _) =>
        {
            await servers.PostAsync(server, statement.Text);
            return [[0, 0, 0, 0]];
        };
    }

    // The second server takes a part of the rows, and a table on the first knows both.
    private static async Task SpreadAsync(ClickHouseEngine engine, string table, string part)
    {
        await engine.Servers.PostAsync(1, (await engine.Servers.PostAsync(0, $"SHOW CREATE TABLE {table} FORMAT TabSeparatedRaw")).Trim());
        var rows = await engine.Servers.PostAsync(0, $"SELECT * FROM {table} WHERE {part} FORMAT TabSeparated");
        if (rows.Length > 0)
            await engine.Servers.PostAsync(1, $"INSERT INTO {table} FORMAT TabSeparated\n{rows}");
        await engine.ExecuteAsync($"CREATE TABLE {table}_rest AS {table} ENGINE = Memory");
        await engine.ExecuteAsync($"INSERT INTO {table}_rest SELECT * FROM {table} WHERE NOT ({part})");
        await engine.ExecuteAsync($"DROP TABLE {table}");
        await engine.ExecuteAsync($"RENAME TABLE {table}_rest TO {table}");
        await engine.ExecuteAsync($"CREATE TABLE {table}_both AS {table} ENGINE = Distributed(both, default, {table})");
    }
}
