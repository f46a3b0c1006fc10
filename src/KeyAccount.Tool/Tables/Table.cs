using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>A file with a table whose header has been found. Its rows can be read more than once.</summary>
internal abstract class Table(TableSource source, IReadOnlyList<string> headers, IReadOnlyDictionary<string, int> columns, string dialect)
{
    protected const int TitleLines = 100;

    public TableSource Source { get; } = source;

    public IReadOnlyList<string> Headers { get; } = headers;

    /// <summary>How the file is read: <c>comma, UTF-8</c>, or the sheet of a workbook.</summary>
    public string Dialect { get; } = dialect;

    /// <summary>Finds the header with the columns that are looked for.</summary>
    public static Table Open(TableSource source, TableFormat format, IReadOnlyList<TableColumn> columns)
    {
        Span<byte> first = stackalloc byte[8];
        var length = source.FromBeginning().ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        first = first[..length];
        if (first.StartsWith("PK\u0003\u0004"u8))
            return WorkbookTable.Open(source, format, columns);
        if (first.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new ToolException(
                "this is a workbook of Excel 97-2003, or one with a password; save it as .xlsx without a password, or as CSV UTF-8.");
        if (first.StartsWith("%PDF"u8) || first.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || first.StartsWith("7z\u00BC"u8))
            throw new ToolException("this is not a table but a PDF or a packed file; export it as .xlsx or CSV UTF-8, or unpack it.");
        return DelimitedTable.Open(source, format, columns);
    }

    /// <summary>The index of a column; null for one that is not needed and not there.</summary>
    public int? this[TableColumn column] => columns.TryGetValue(column.Option, out var index) ? index : null;

    public abstract TableRows Rows();

    /// <summary>Reads rows, with what is wrong with the file as an error for the user.</summary>
    public virtual T Reading<T>(Func<T> read) => read();

    /// <summary>About how many rows there are.</summary>
    public virtual double ExpectedRows(double bytesPerRow) => Source.Length / bytesPerRow * 1.1;

    /// <summary>How far a file is read, for a progress bar.</summary>
    public long Position => Source.Position;

    /// <summary>How many of the needed columns a row names.</summary>
    protected static int Matches(IReadOnlyList<string> row, IReadOnlyList<TableColumn> columns) => Matches(row, NamesOf(columns));

    /// <summary>Whether the header is the row that names the needed columns; where none is needed, it is the likeliest one.</summary>
    protected static bool IsSought(IReadOnlyList<TableColumn> columns) => columns.Any(column => column.IsNeeded);

    protected static bool HasAll(IReadOnlyList<string> row, IReadOnlyList<TableColumn> columns) =>
        IsSought(columns) && columns.All(column => !column.IsNeeded || row.Any(field => column.IsNamed(field)));

    protected static Dictionary<string, int> Find(IReadOnlyList<string> headers, string where, IReadOnlyList<TableColumn> columns)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            int[] at = [.. Enumerable.Range(0, headers.Count).Where(i => column.IsNamed(headers[i]))];
            if (at.Length == 1)
                found[column.Option] = at[0];
            else if (at.Length > 1)
                throw new ToolException(
                    $"{where}, the header: the column '{SafeText.Line(column.Name, 60)}' appears {at.Length} times; rename one of them "
                    + $"in the file, or name another column with {column.Option}.");
            else if (column.IsNeeded)
                throw new ToolException(
                    $"there is no column '{column.Name}'; the header ({where}) has: {SafeText.Line(string.Join(", ", headers), 200)}. "
                    + $"Name the column with {column.Option}.");
        }

        return found;
    }

    /// <summary>The best guess at a header in which columns are missing: the row that names most of them, or the first with most
    /// fields.</summary>
    protected static int LikelyHeader(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<TableColumn> columns)
    {
        var names = NamesOf(columns);
        var (best, most) = (0, (-1, -1));
        for (var i = 0; i < rows.Count; i++)
        {
            var found = (Matches(rows[i], names), rows[i].Count(field => !string.IsNullOrWhiteSpace(field)));
            if (found.CompareTo(most) > 0)
                (best, most) = (i, found);
        }

        return best;
    }

    private static int Matches(IReadOnlyList<string> row, ILookup<string, TableColumn> names) =>
        row.SelectMany(field => names[field.Trim()]).Distinct().Count();

    // The columns that are looked for by each of their names: an import looks for hundreds.
    private static ILookup<string, TableColumn> NamesOf(IReadOnlyList<TableColumn> columns)
    {
        var isSought = IsSought(columns);
        return columns.Where(column => column.IsNeeded || !isSought)
            .SelectMany(column => column.OtherNames.Prepend(column.Name).Select(name => (Name: name.Trim(), Column: column)))
            .ToLookup(pair => pair.Name, pair => pair.Column, StringComparer.OrdinalIgnoreCase);
    }
}
