[assembly: AssemblyFixture(typeof(KeyAccount.Core.EntityFrameworkCore.Tests.PostgreSqlServer))]

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>A real PostgreSQL, started by the first test that asks for it and removed after the last. Where there is none those tests are skipped
/// with that reason, unless KEYACCOUNT_REQUIRE_POSTGRESQL=1 says that there must be one.</summary>
public sealed class PostgreSqlServer : IDisposable
{
    private const string Required = "KEYACCOUNT_REQUIRE_POSTGRESQL";

    private readonly Lazy<LocalPostgreSql> _server = new(LocalPostgreSql.Start);

    /// <summary>How to connect to a database of this server; skips the test where there is no server.</summary>
    public string ConnectionTo(string database)
    {
        if (_server.Value.Missing is { } reason)
        {
            if (Environment.GetEnvironmentVariable(Required) == "1")
                Assert.Fail($"{Required}=1, and {reason}");
            Assert.Skip($"PostgreSQL is needed, and {reason}");
        }

        return _server.Value.ConnectionTo(database);
    }

    public void Dispose()
    {
        if (_server.IsValueCreated)
            _server.Value.Dispose();
    }
}
