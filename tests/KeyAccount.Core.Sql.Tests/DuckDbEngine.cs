using DuckDB.NET.Data;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>DuckDB in memory, in this process.</summary>
public sealed class DuckDbEngine : Engine
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public DuckDbEngine() => _connection.Open();

    public override SqlDialect Dialect => SqlDialect.DuckDb;

    public override (string Double, string Decimal, string Integer, string Boolean, string Text, string Date) Types =>
        ("DOUBLE", "DECIMAL(18, 4)", "BIGINT", "BOOLEAN", "VARCHAR", "DATE");

    public override async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public override async Task<IReadOnlyList<object?[]>> QueryAsync(SqlStatement statement)
    {
        await using var command = _connection.CreateCommand();
        var rows = await ReadAsync(command, statement);

        // Sums of whole numbers are wider than any of .NET's types that convert.
        return [.. rows.Select(row => Array.ConvertAll(row, each => each is System.Numerics.BigInteger wide ? (decimal)wide : each))];
    }

    public override void Dispose()
    {
        _connection.Dispose();
        base.Dispose();
    }
}
