using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Tool.Purchases;

/// <summary>Files of purchases that DuckDB adds up in place, on all cores and in little memory: Parquet, and CSV with plain numbers and
/// dates. What is not plain is left to the reader of tables.</summary>
/// <remarks>DuckDB itself is not part of the tool: it would make it ten times as large, for each platform.</remarks>
internal sealed class DuckDbPurchases : IDisposable
{
    private const string ReaderSaysWhich = "Leave out --engine duckdb: the table reader says which row is wrong.";

    private const string PlainNumber = @"[+-]?[0-9]+(\.[0-9]+)?";

    private const string PlainDay = "[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]+(Z|[+-][0-9:]+)?)?";

    // What a sum of whole units and its decimals have room for.
    private const int MostDecimals = 18;

    private static readonly string[] Endings = [".parquet", ".csv", ".tsv", ".txt"];

    private static string? _library;
    private static bool _isResolved;

    private readonly DuckDBConnection _connection;
    private readonly PurchaseFormat _format;

    private DuckDbPurchases(PurchaseFormat format) => (_connection, _format) = (new("Data Source=:memory:"), format);

    /// <summary>Adds up tables as one.</summary>
    /// <param name="sources">The tables.</param>
    /// <param name="format">How to read them.</param>
    /// <param name="library">The file of DuckDB's library; null for where the system looks.</param>
    public static PurchaseTotals Read(TableSources sources, PurchaseFormat format, FileInfo? library)
    {
        Check(format);
        Find(library);
        using var engine = new DuckDbPurchases(format);
        try
        {
            engine._connection.Open();
            var groups = new List<PurchaseGroup>();
            var files = new List<FileReading>();
            foreach (var source in sources)
            {
                source.Reading(() =>
                {
                    var before = groups.Count;
                    groups.AddRange(engine.GroupsOf(source));
                    files.Add(new(
                        Path.GetFileName(source.Name), "DuckDB", Path.GetExtension(source.Name).TrimStart('.'),
                        groups.Skip(before).Sum(group => group.Rows), 0, 0));
                    return true;
                });
            }

            return PurchaseReader.Of(format, groups, files);
        }
        catch (Exception e)
            when (e.GetBaseException() is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw NotFound(library, e);
        }
        catch (DbException e)
        {
            throw new ToolException($"DuckDB: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>The files that names and patterns such as <c>folder/*.parquet</c> mean.</summary>
    public static string[] Expanded(IEnumerable<string> names) =>
    [
        .. names.SelectMany(name =>
        {
            if (name == "-")
                throw new UsageException("--engine duckdb reads files in place, and - is the standard input; name the file.");
            var folder = Directory.Exists(name) ? name : Path.GetDirectoryName(name) is { Length: > 0 } above ? above : ".";
            var pattern = Directory.Exists(name) ? "*" : Path.GetFileName(name);
            if (!Directory.Exists(name) && pattern.IndexOfAny(['*', '?']) < 0)
                return [name];
            if (!Directory.Exists(folder))
            {
                throw new ToolException(folder.IndexOfAny(['*', '?']) < 0 ? $"there is no folder '{folder}'."
                    : $"'{name}' has a pattern in the name of a folder; only the name of the file may have one.");
            }

            string[] found =
            [
                .. Directory.EnumerateFiles(folder, pattern)
                    .Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant(), StringComparer.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
            return found.Length > 0 ? found : throw new ToolException(
                $"{(Directory.Exists(name) ? $"the folder '{name}' has no file of purchases" : $"no file matches '{name}'")}; "
                + $"--engine duckdb reads files that end in {string.Join(", ", Endings)}.");
        }),
    ];

    public void Dispose() => _connection.Dispose();

    private static void Check(PurchaseFormat format)
    {
        var option = format.Rates is not null ? "--rates"
            : format.Product is not null ? "--quantity with --price"
            : format.SkipsBadRows ? "--skip-bad-rows"
            : format.Table.Separator is not null ? "--separator"
            : format.Table.Encoding is not null ? "--encoding"
            : format.Table.HasLiteralQuotes ? "--quotes"
            : format.Table.Sheet is not null ? "--sheet"
            : format.Numbers != new NumberFormat() ? "--decimal or --culture"
            : format.Dates is not null ? "--date-format or --culture"
            : null;
        if (option is not null)
            throw new UsageException($"{option} is for the table reader; leave out --engine duckdb.");
    }

    // Once in the life of a process, as .NET asks for it.
    private static void Find(FileInfo? library)
    {
        if (library is not null && !library.Exists)
            throw new ToolException($"there is no file '{library}'; --engine-library names the library of DuckDB.");
        _library = library?.FullName;
        if (_isResolved)
            return;
        _isResolved = true;
        NativeLibrary.SetDllImportResolver(typeof(DuckDBState).Assembly, Resolve);
    }

    // Null is for the system to look.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        _library is null ? nint.Zero : NativeLibrary.Load(_library);

    private static ToolException NotFound(FileInfo? library, Exception cause) => new(
        library is null
            ? "the library of DuckDB is not on this machine; it is not part of the tool, because it is large and differs for each "
                + "platform. Get libduckdb from duckdb.org, and name it with --engine-library FILE or put it where the system "
                + "looks for libraries."
            : $"'{library}' is not the library of DuckDB for this machine.",
        cause);

    private IEnumerable<PurchaseGroup> GroupsOf(TableSource source)
    {
        if (source.Length == 0)
            throw new ToolException("the file is empty.");
        if (TableSource.IsWorkbook(source.Name))
            throw new ToolException("it is a workbook, which DuckDB does not read; leave out --engine duckdb.");
        var path = source.File!.FullName;
        if (path.IndexOfAny(['[', '*', '?']) is >= 0 and var mark)
        {
            throw new ToolException(
                $"DuckDB reads '{path[mark]}' in the name as a pattern, and would read other files; rename the file.");
        }

        var file = $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
        var isParquet = Path.GetExtension(source.Name).Equals(".parquet", StringComparison.OrdinalIgnoreCase);

        // Quotation marks are the usual ones: what DuckDB makes of the first rows need not hold for those behind.
        string Csv(string header) => $"read_csv({file}, header = {header}, all_varchar = true, quote = '\"', escape = '\"')";
        var table = isParquet ? $"read_parquet({file})" : Csv("true");
        var columns = Rows($"DESCRIBE SELECT * FROM {table}")
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.OrdinalIgnoreCase);
        if (!isParquet)
            MustBeOnce(columns.Keys, Rows($"SELECT * FROM {Csv("false")} LIMIT 1").Single());
        var account = Found(_format.AccountColumn, columns, isParquet)!;
        var amount = Found(_format.AmountColumn, columns, isParquet)!;
        var date = Found(_format.DateColumn, columns, isParquet);
        var currency = Found(_format.CurrencyCodes, columns, isParquet);
        MustBe(account, _format.AccountColumn, "a text or a number", type => !IsNested(type) && type != "BLOB");
        MustBe(currency, _format.CurrencyCodes, "a text", type => type == "VARCHAR" || type.StartsWith("ENUM(", StringComparison.Ordinal));
        MustBe(
            date, _format.DateColumn, "a date, a timestamp, or a text such as 2026-03-31",
            type => type is "VARCHAR" or "DATE" || type.StartsWith("TIMESTAMP", StringComparison.Ordinal));
        var (isText, decimals) = KindOf(amount.Value);
        var written = isText ? $"trim({Quoted(amount.Value)})" : Quoted(amount.Value);
        var isPlain = isText ? $"regexp_full_match({written}, '{PlainNumber}')" : $"{written} IS NOT NULL";
        var day = date is not { } dated ? "NULL::DATE"
            : dated.Type.StartsWith("VARCHAR", StringComparison.Ordinal)
                ? $"CASE WHEN regexp_full_match(trim({Quoted(dated)}), '{PlainDay}') "
                    + $"THEN TRY_CAST(substr(trim({Quoted(dated)}), 1, 10) AS DATE) END"
                : $"CAST({Quoted(dated)} AS DATE)";
        var name = $"trim(CAST({Quoted(account.Value)} AS VARCHAR))";
        var digits = isText ? $"length(split_part({written}, '.', 2))" : Invariant($"{decimals}");
        var faults = Rows(
            $"""
            SELECT COUNT(*), COUNT(CASE WHEN {isPlain} THEN NULL ELSE 1 END),
                ANY_VALUE(CASE WHEN {isPlain} THEN NULL ELSE coalesce(CAST({written} AS VARCHAR), '') END),
                COUNT(CASE WHEN {name} <> '' THEN NULL ELSE 1 END), {(date is null ? "0" : $"COUNT(CASE WHEN {day} IS NULL THEN 1 END)")},
                coalesce(MAX(CASE WHEN {isPlain} THEN {digits} END), 0)
            FROM {table}
            """).Single();
        var count = Convert.ToInt64(faults[0], CultureInfo.InvariantCulture);
        if (count == 0)
            throw new ToolException("the file has a header but no rows.");
        Refuse(
            faults[1], count,
            $"have an amount in '{amount.Value.Name}' that is not a plain number such as 1234.50 "
            + $"('{SafeText.Line((string?)faults[2] ?? "", 40)}')");
        Refuse(faults[3], count, $"have no account in '{account.Value.Name}'");
        Refuse(faults[4], count, $"have a date in '{date?.Name}' that is not written as 2026-03-31");
        var scale = Convert.ToInt32(faults[5], CultureInfo.InvariantCulture);
        if (scale > MostDecimals)
        {
            throw new ToolException(Invariant(
                $"an amount has {scale} decimal places; DuckDB adds at most {MostDecimals}. Leave out --engine duckdb."));
        }

        var exact = Invariant($"CAST({written} AS DECIMAL(38, {scale}))");
        var inside = string.Join(" AND ", ((string?[])[Bound(">=", _format.From), Bound("<=", _format.To)]).OfType<string>());
        var rows = Rows(
            $"""
            SELECT {name}, {(currency is { } code ? $"CAST({Quoted(code)} AS VARCHAR)" : "NULL")},
                {(inside.Length == 0 ? "TRUE" : $"({inside})")}, SIGN({exact}), COUNT(*), CAST(SUM({exact}) AS VARCHAR), MAX({digits}),
                CAST(MIN({day}) AS VARCHAR), CAST(MAX({day}) AS VARCHAR)
            FROM {table}
            GROUP BY 1, 2, 3, 4
            ORDER BY 1, 2, 3, 4
            """);
        foreach (var row in rows)
        {
            yield return new(
                (string)row[0]!, row[1] as string, (bool)row[2]!, Convert.ToInt32(row[3], CultureInfo.InvariantCulture),
                Convert.ToInt64(row[4], CultureInfo.InvariantCulture),
                Money((string)row[5]!, Convert.ToInt32(row[6], CultureInfo.InvariantCulture)),
                Day(row[7]), Day(row[8]));
        }

        List<object?[]> Rows(string sql)
        {
            try
            {
                return RowsOf(sql);
            }
            catch (DbException e)
            {
                var reason = SafeText.Line(e.Message.Split('\n', 2)[0].Trim(), 200);
                throw new ToolException(
                    isParquet ? $"it is not Parquet that DuckDB can read ({reason}). It may be incomplete; write it again."
                        : $"it is not a table that DuckDB can read ({reason}). {ReaderSaysWhich}",
                    e);
            }
        }

        string? Bound(string between, LocalDate? end) =>
            end is { } bound ? $"{day} {between} DATE '{LocalDatePattern.Iso.Format(bound)}'" : null;
    }

    // With as many decimals as the amounts have themselves.
    private static decimal Money(string sum, int scale)
    {
        var point = sum.IndexOf('.', StringComparison.Ordinal);
        var shown = point < 0 ? sum : scale == 0 ? sum[..point] : sum[..(point + 1 + scale)];
        return decimal.TryParse(shown, NumberStyles.Number, CultureInfo.InvariantCulture, out var money)
            && money.ToString(CultureInfo.InvariantCulture) == shown
            ? money
            : throw new ToolException($"purchases sum to {sum}, which has more than 28 digits and cannot be added exactly.");
    }

    private static LocalDate? Day(object? text) => text is string day ? LocalDatePattern.Iso.Parse(day[..10]).Value : null;

    private static void Refuse(object? rows, long all, string what)
    {
        var count = Convert.ToInt64(rows, CultureInfo.InvariantCulture);
        if (count > 0)
        {
            throw new ToolException(Invariant($"{count} of {all} rows {what}; nothing was graded. ")
                + "The table reader knows more formats: leave out --engine duckdb.");
        }

    }

    private static (bool IsText, int Decimals) KindOf((string Name, string Type) amount)
    {
        var type = amount.Type;
        if (type == "VARCHAR")
            return (true, 0);
        if (type.StartsWith("DECIMAL(", StringComparison.Ordinal))
        {
            var scale = type.AsSpan(type.IndexOf(',', StringComparison.Ordinal) + 1).TrimEnd(')');
            return (false, int.Parse(scale, CultureInfo.InvariantCulture));
        }

        return type.EndsWith("INT", StringComparison.Ordinal) || type == "INTEGER" || type == "UINTEGER" ? (false, 0)
            : throw new ToolException(
            $"the column '{SafeText.Line(amount.Name, 40)}' is {SafeText.Line(type, 40)}; money is exact: it must be a decimal or a whole "
            + "number. --amount-column names another.");
    }

    private static void MustBe((string Name, string Type)? column, TableColumn wanted, string kind, Predicate<string> isIt)
    {
        if (column is { } known && !isIt(known.Type))
        {
            throw new ToolException(
                $"the column '{SafeText.Line(known.Name, 40)}' is {SafeText.Line(known.Type, 40)}; it must be {kind}. "
                + $"{wanted.Option} names another.");
        }
    }

    private static bool IsNested(string type) => type.EndsWith(']')
        || Array.Exists(["STRUCT(", "MAP(", "UNION("], start => type.StartsWith(start, StringComparison.Ordinal));

    // DuckDB gives the second of two columns another name, without a word.
    private static void MustBeOnce(IEnumerable<string> names, object?[] header)
    {
        var titles = header.OfType<string>().Select(title => title.Trim()).ToList();
        foreach (var name in names)
        {
            if (titles.Count(title => title.Equals(name, StringComparison.OrdinalIgnoreCase)) is > 1 and var times)
                throw new ToolException($"the column '{SafeText.Line(name, 60)}' appears {times} times; rename one of them.");
        }
    }

    private static (string Name, string Type)? Found(TableColumn column, Dictionary<string, string> columns, bool isParquet)
    {
        foreach (var (name, type) in columns)
        {
            if (column.IsNamed(name))
                return (name, type);
        }

        if (!column.IsNeeded)
            return null;
        throw new ToolException($"there is no column '{column.Name}'; " + (columns.Count == 1 && !isParquet
            ? $"DuckDB reads the file as one column, '{SafeText.Line(columns.Keys.Single(), 40)}'. {ReaderSaysWhich}"
            : $"the file has {string.Join(", ", columns.Keys.Select(each => $"'{SafeText.Line(each, 40)}'"))}. "
                + $"{column.Option} names another."));
    }

    private static string Quoted((string Name, string Type) column) => $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private List<object?[]> RowsOf(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        return rows;
    }
}
