using System.Text.Json;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>Two real ClickHouse servers on loopback; statements go to the first.</summary>
public sealed class ClickHouseEngine : Engine
{
    private readonly LocalClickHouse _servers;

    public ClickHouseEngine() => _servers = LocalClickHouse.Start();

    public string? Missing => _servers.Missing;

    public override SqlDialect Dialect => SqlDialect.ClickHouse;

    public override (string Double, string Decimal, string Integer, string Boolean, string Text, string Date) Types =>
        ("Float64", "Decimal(18, 4)", "Int64", "UInt8", "String", "Date");

    internal LocalClickHouse Servers => _servers;

    public override async Task ExecuteAsync(string sql) => await _servers.PostAsync(0, sql);

    public override Task<IReadOnlyList<object?[]>> QueryAsync(SqlStatement statement) => QueryAsync(0, statement);

    public async Task<IReadOnlyList<object?[]>> QueryAsync(int server, SqlStatement statement)
    {
        var answer = await _servers.PostAsync(server, statement.Text + "\nFORMAT JSONCompact");
        using var document = JsonDocument.Parse(answer);
        var types = document.RootElement.GetProperty("meta").EnumerateArray().Select(column => column.GetProperty("type").GetString()!).ToArray();
        return [.. document.RootElement.GetProperty("data").EnumerateArray().Select(row => row.EnumerateArray().Select((each, i) => ValueOf(each, types[i])).ToArray())];
    }

    public override void Dispose()
    {
        _servers.Dispose();
        base.Dispose();
    }

    protected override string CreateOf(string table, IReadOnlyList<(string Name, string Type, bool IsNullable)> columns) =>
        $"CREATE TABLE {table} ({string.Join(", ", columns.Select(each => $"{Dialect.Quoted(each.Name)} {(each.IsNullable ? $"Nullable({each.Type})" : each.Type)}"))}) ENGINE = Memory";

    protected override string Literal(object? value) => value is bool truth ? truth ? "1" : "0" : base.Literal(value);

    protected override string Strange(double number) => double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";

    // Wide integers come in quotes.
    private static object? ValueOf(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when type.Contains("Int64", StringComparison.Ordinal) => long.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetString(),
        _ when type.Contains("Decimal", StringComparison.Ordinal) => value.GetDecimal(),
        _ => value.GetDouble(),
    };
}
