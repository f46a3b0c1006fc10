[assembly: AssemblyFixture(typeof(KeyAccount.Core.Sql.Tests.Engines))]

namespace KeyAccount.Core.Sql.Tests;

/// <summary>The engines, each started by the first test that asks for it. Where a server is not installed its tests are skipped with that
/// reason, unless KEYACCOUNT_REQUIRE_POSTGRESQL=1 or KEYACCOUNT_REQUIRE_CLICKHOUSE=1 says that it must be there.</summary>
public sealed class Engines : IDisposable
{
    private readonly Lazy<SqliteEngine> _sqlite = new(() => new());
    private readonly Lazy<DuckDbEngine> _duckDb = new(() => new());
    private readonly Lazy<PostgreSqlEngine> _postgreSql = new(() => new());
    private readonly Lazy<ClickHouseEngine> _clickHouse = new(() => new());

    public static TheoryData<string> All => ["sqlite", "duckdb", "postgresql", "clickhouse"];

    public static TheoryData<string> WithWindows => ["sqlite", "duckdb", "postgresql"];

    public ClickHouseEngine ClickHouse => (ClickHouseEngine)this["clickhouse"];

    public Engine this[string name]
    {
        get
        {
            switch (name)
            {
                case "sqlite":
                    return _sqlite.Value;
                case "duckdb":
                    return _duckDb.Value;
                case "postgresql":
                    Need("PostgreSQL", _postgreSql.Value.Missing);
                    return _postgreSql.Value;
                default:
                    Need("ClickHouse", _clickHouse.Value.Missing);
                    return _clickHouse.Value;
            }
        }
    }

    public void Dispose()
    {
        foreach (var engine in (IEnumerable<Lazy<Engine>>)[Of(_sqlite), Of(_duckDb), Of(_postgreSql), Of(_clickHouse)])
        {
            if (engine.IsValueCreated)
                engine.Value.Dispose();
        }

        static Lazy<Engine> Of<T>(Lazy<T> engine)
            where T : Engine
        {
            var made = new Lazy<Engine>(() => engine.Value);
            if (engine.IsValueCreated)
                _ = made.Value;
            return made;
        }
    }

    private static void Need(string server, string? missing)
    {
        var required = $"KEYACCOUNT_REQUIRE_{server.ToUpperInvariant()}";
        if (missing is null)
            return;
        if (Environment.GetEnvironmentVariable(required) == "1")
            Assert.Fail($"{required}=1, and {missing}");
        Assert.Skip($"{server} is needed, and {missing}");
    }
}
