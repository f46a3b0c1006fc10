using Microsoft.Data.Sqlite;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>SQLite in memory.</summary>
public sealed class SqliteEngine : Engine
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqliteEngine()
    {
        SQLitePCL.Batteries_V2.Init();
        _connection.Open();
    }

    public override SqlDialect Dialect => SqlDialect.Sqlite;

    public override bool HasNaN => false;

    public override (string Double, string Decimal, string Integer, string Boolean, string Text, string Date) Types =>
        ("REAL", "TEXT", "INTEGER", "INTEGER", "TEXT", "TEXT");

    public override async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public override async Task<IReadOnlyList<object?[]>> QueryAsync(SqlStatement statement)
    {
        await using var command = _connection.CreateCommand();
        return await ReadAsync(command, statement);
    }

    public override void Dispose()
    {
        _connection.Dispose();
        base.Dispose();
    }

    protected override string Literal(object? value) => value switch
    {
        bool truth => truth ? "1" : "0",

        // As Entity Framework stores it.
        decimal amount => $"'{amount.ToString(System.Globalization.CultureInfo.InvariantCulture)}'",
        _ => base.Literal(value),
    };

    protected override string Strange(double number) => number > 0 ? "9e999" : "-9e999";
}
