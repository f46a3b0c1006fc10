using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Purchases;

/// <summary>A file that DuckDB reads in place.</summary>
/// <param name="Sql">What stands behind <c>FROM</c>: a table with the columns <c>c0</c>, <c>c1</c>, … .</param>
/// <param name="Columns">The titles of the columns as they stand in the file, and their types.</param>
/// <param name="Fields">The fields as the reader of tables finds them; null for Parquet, which it does not read.</param>
internal sealed record DuckDbTable(string Sql, IReadOnlyList<(string Title, string Type)> Columns, PurchaseFields? Fields)
{
    private const int LongestRow = 1_000_000;

    public bool IsParquet => Fields is null;

    /// <summary>What to do about rows that are refused.</summary>
    public string Advice => IsParquet ? "Only DuckDB reads Parquet: correct them where the file is written."
        : "The table reader knows more formats: leave out --engine duckdb.";

    /// <summary>Whether a file is Parquet, by its ending or by how it begins.</summary>
    public static bool IsParquetFile(TableSource source)
    {
        Span<byte> first = stackalloc byte[4];
        var length = source.FromBeginning().ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        return first[..length].SequenceEqual("PAR1"u8) || IsParquetName(source.Name);
    }

    /// <summary>Whether a file says by its ending that it is Parquet.</summary>
    public static bool IsParquetName(string name) => Path.GetExtension(name).Equals(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>A table of text. The reader of tables has found its header and its separator, and DuckDB is told everything: what it
    /// guesses from the first rows need not hold for those behind.</summary>
    public static DuckDbTable OfText(PurchaseFields fields)
    {
        if (fields.Table is not DelimitedTable table)
            throw new ToolException("it is a workbook, which DuckDB does not read; leave out --engine duckdb.");
        if (table.HeaderRow > 1)
            throw new ToolException("there are rows above the header, which DuckDB does not read; leave out --engine duckdb.");
        var hasLines = DuckDbText.Check(table.Source, table.Separator[0]);
        var types = string.Join(", ", table.Headers.Select((_, i) => $"'{NameOf(i)}': 'VARCHAR'"));
        return new(
            FormattableString.Invariant(
                $$"""
                read_csv({{PathOf(table.Source)}}, columns = { {{types}} }, auto_detect = false, header = true, skip = 0,
                    delim = '{{table.Separator}}', quote = '"', escape = '"', comment = '', nullstr = '', strict_mode = true,
                    null_padding = false, ignore_errors = false, encoding = 'utf-8', compression = 'none', hive_partitioning = false,
                    max_line_size = {{LongestRow}}, parallel = {{(hasLines ? "false" : "true")}})
                """),
            [.. table.Headers.Select(title => (title, "VARCHAR"))],
            fields);
    }

    /// <summary>A file of Parquet.</summary>
    /// <param name="source">The file.</param>
    /// <param name="rows">The rows of a query.</param>
    public static DuckDbTable OfParquet(TableSource source, Func<string, List<object?[]>> rows)
    {
        var table = $"read_parquet({PathOf(source)}, hive_partitioning = false)";
        var described = rows($"DESCRIBE SELECT * FROM {table}");

        // DuckDB gives the second of two columns another name, without a word.
        var names = TopNames(rows($"SELECT name, num_children FROM parquet_schema({PathOf(source)})"));
        var columns = described.Select((row, i) => (Title: names.Count == described.Count ? names[i] : (string)row[0]!, (string)row[1]!))
            .ToArray();
        return new($"{table} AS t({string.Join(", ", columns.Select((_, i) => NameOf(i)))})", columns, null);
    }

    /// <summary>The number of a column; null for one that is not needed and not there.</summary>
    public int? Find(TableColumn column)
    {
        if (Fields is not null)
            return Fields.Table[column];
        int[] at = [.. Enumerable.Range(0, Columns.Count).Where(i => column.IsNamed(Columns[i].Title))];
        return at switch
        {
            [var only] => only,
            [] when !column.IsNeeded => null,
            [] => throw new ToolException(
                $"there is no column '{column.Name}'; the file has "
                + $"{string.Join(", ", Columns.Select(each => $"'{SafeText.Line(each.Title, 40)}'"))}. {column.Option} names another."),
            _ => throw new ToolException(
                $"the column '{SafeText.Line(column.Name, 60)}' appears {at.Length} times; rename one of them where the file is written, "
                + $"or name another column with {column.Option}."),
        };
    }

    /// <summary>What a column is called in SQL.</summary>
    public static string NameOf(int column) => FormattableString.Invariant($"c{column}");

    /// <summary>A text in SQL.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string PathOf(TableSource source)
    {
        var path = source.File!.FullName;
        return path.IndexOfAny(['[', '*', '?']) is >= 0 and var mark
            ? throw new ToolException(
                $"DuckDB reads '{path[mark]}' in the name as a pattern, and would read other files; rename the file.")
            : Literal(path);
    }

    // The fields of the root; those of fields stand below them.
    private static List<string> TopNames(List<object?[]> schema)
    {
        var names = new List<string>();
        for (var i = 1; i < schema.Count;)
        {
            names.Add((string)schema[i][0]!);
            long open = 1;
            while (open > 0 && i < schema.Count)
                open += Convert.ToInt64(schema[i++][1] ?? 0, System.Globalization.CultureInfo.InvariantCulture) - 1;
        }

        return names;
    }
}
