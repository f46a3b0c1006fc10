using System.Data.Common;
using System.Globalization;
using System.Text;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>A real engine that runs what is generated.</summary>
public abstract class Engine : IDisposable
{
    private int _tables;

    public abstract SqlDialect Dialect { get; }

    /// <summary>Whether it keeps NaN in a column.</summary>
    public virtual bool HasNaN => true;

    /// <summary>The types in which it stores doubles, exact amounts, whole numbers, truths, texts and days.</summary>
    public abstract (string Double, string Decimal, string Integer, string Boolean, string Text, string Date) Types { get; }

    /// <summary>Runs statements that return nothing.</summary>
    public abstract Task ExecuteAsync(string sql);

    /// <summary>Runs a query.</summary>
    public abstract Task<IReadOnlyList<object?[]>> QueryAsync(SqlStatement statement);

    public Task<IReadOnlyList<object?[]>> QueryAsync(string sql) => QueryAsync(new SqlStatement(sql, new Dictionary<string, object>()));

    public async Task<IReadOnlyList<IReadOnlyList<long?>>> NumbersAsync(SqlStatement statement) =>
        [.. (await QueryAsync(statement)).Select(row => (IReadOnlyList<long?>)[.. row.Select(each => each is null ? (long?)null : Convert.ToInt64(each, CultureInfo.InvariantCulture))])];

    /// <summary>A new table with columns of types and rows.</summary>
    public async Task<string> TableAsync(IReadOnlyList<(string Name, string Type, bool IsNullable)> columns, IEnumerable<object?[]> rows)
    {
        var table = $"t{Interlocked.Increment(ref _tables)}";
        await ExecuteAsync(CreateOf(table, columns));
        foreach (var some in rows.Chunk(500))
        {
            var text = new StringBuilder($"INSERT INTO {table} VALUES ");
            for (var i = 0; i < some.Length; i++)
                text.Append(i == 0 ? "(" : ", (").AppendJoin(", ", some[i].Select(Literal)).Append(')');
            await ExecuteAsync(text.ToString());
        }

        return table;
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);

    protected virtual string CreateOf(string table, IReadOnlyList<(string Name, string Type, bool IsNullable)> columns) =>
        $"CREATE TABLE {table} ({string.Join(", ", columns.Select(each => $"{Dialect.Quoted(each.Name)} {each.Type}{(each.IsNullable ? "" : " NOT NULL")}"))})";

    protected virtual string Literal(object? value) => value switch
    {
        null => "NULL",
        bool truth => truth ? "true" : "false",
        double number when !double.IsFinite(number) => Strange(number),
        string text => Dialect.Literal(text),
        DateOnly date => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    protected virtual string Strange(double number) => $"'{(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity")}'";

    protected static async Task<IReadOnlyList<object?[]>> ReadAsync(DbCommand command, SqlStatement statement)
    {
        command.CommandText = statement.Text;
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var rows = new List<object?[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(each => each is DBNull ? null : each)]);
        }

        return rows;
    }
}
