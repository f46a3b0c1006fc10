using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>DuckDB reads Parquet and CSV files in place.</summary>
[Collection("engines")]
public sealed class FileTests(Engines engines)
{
    [Theory, InlineData("parquet"), InlineData("csv")]
    public async Task A_file_is_scored_and_graded_as_memory_does(string kind)
    {
        var engine = engines["duckdb"];
        using var folder = new Folder();
        var file = Path.Combine(folder.Name, $"it's.{kind}");
        var facts = FactsTable.Random<AccountValueFacts>(300, 21);
        var source = await FactsTable.StoreAsync(engine, facts);
        await engine.ExecuteAsync($"COPY {source.Table} TO {engine.Dialect.Literal(file)}");
        await Comparison.MustAgreeAsync(engine, AccountValue.Standard, facts, new(SqlTable.Named(file), source.Facts, source.Keep));

        long[] revenues = [.. Enumerable.Range(0, 200).Select(i => (long)i * i)];
        var table = await ParetoTests.StoreAsync(engine, revenues);
        var amounts = Path.Combine(folder.Name, $"revenues.{kind}");
        await engine.ExecuteAsync($"COPY {table} TO {engine.Dialect.Literal(amounts)}");
        (await engine.QueryAsync(SqlPareto.Of(SqlTable.Named(amounts), new("revenue", "BIGINT"), engine.Dialect, ["id"]).Tiers()))
            .ToDictionary(row => Convert.ToInt64(row[0]), row => (string)row[1]!)
            .Should().BeEquivalentTo(ParetoTests.InMemory(revenues, ParetoCuts.OfRevenue, ParetoRule.Crossing));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_that_names_it()
    {
        var engine = engines["duckdb"];
        var pareto = SqlPareto.Of(SqlTable.Named("/no/such.parquet"), new("revenue", "BIGINT"), engine.Dialect);
        await pareto.Awaiting(each => engine.QueryAsync(each.Tiers())).Should().ThrowAsync<System.Data.Common.DbException>().WithMessage("*/no/such.parquet*");
    }

    private sealed class Folder : IDisposable
    {
        public string Name { get; } = Directory.CreateTempSubdirectory("keyaccount-duckdb-").FullName;

        public void Dispose() => Directory.Delete(Name, recursive: true);
    }
}
