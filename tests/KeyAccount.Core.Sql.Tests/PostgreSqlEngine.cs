using KeyAccount.Core.EntityFrameworkCore.Tests;
using Npgsql;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>A real PostgreSQL, started by the first test that asks for it.</summary>
public sealed class PostgreSqlEngine : Engine
{
    private readonly LocalPostgreSql _server = LocalPostgreSql.Start();
    private readonly NpgsqlConnection? _connection;

    public PostgreSqlEngine()
    {
        if (_server.Missing is not null)
            return;
        _connection = new(_server.ConnectionTo("postgres"));
        _connection.Open();
    }

    public string? Missing => _server.Missing;

    public override SqlDialect Dialect => SqlDialect.PostgreSql;

    public override (string Double, string Decimal, string Integer, string Boolean, string Text, string Date) Types =>
        ("double precision", "numeric(18, 4)", "bigint", "boolean", "text", "date");

    public override async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }

    public override async Task<IReadOnlyList<object?[]>> QueryAsync(SqlStatement statement)
    {
        await using var command = new NpgsqlCommand("", _connection);
        return await ReadAsync(command, statement);
    }

    public override void Dispose()
    {
        _connection?.Dispose();
        _server.Dispose();
        base.Dispose();
    }
}
