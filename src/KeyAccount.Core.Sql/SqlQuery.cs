using System.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Sql;

/// <summary>A query of layers, each a sub-select over the one below that hands through what is kept.</summary>
internal sealed class SqlQuery(SqlDialect dialect, string table, IEnumerable<string> keep)
{
    private readonly string[] _keep = [.. keep.Select(dialect.Quoted)];
    private string _from = table;
    private int _layers;

    /// <summary>Puts a layer around what is there.</summary>
    public void Add(IEnumerable<(string Name, string Sql)> columns, bool isFenced = true) =>
        _from = $"(\n{Select(columns)}{(isFenced && dialect.Fence.Length > 0 ? $"\n{dialect.Fence}" : "")}\n)"
            + Invariant($" AS ka_layer{++_layers}");

    /// <summary>The whole, with the last layer.</summary>
    public string Select(IEnumerable<(string Name, string Sql)> columns)
    {
        var text = new StringBuilder("SELECT");
        var separator = " ";
        foreach (var column in _keep)
        {
            text.Append(separator).Append(column);
            separator = ", ";
        }

        foreach (var (name, sql) in columns)
        {
            text.Append(separator).Append(sql);
            if (sql != name)
                text.Append(" AS ").Append(name);
            separator = ",\n    ";
        }

        return text.Append("\nFROM ").Append(_from).ToString();
    }

    /// <summary>An aggregate over the whole.</summary>
    public string Aggregate(string columns, string after = "") => $"SELECT {columns}\nFROM {_from}{after}";
}
