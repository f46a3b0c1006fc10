using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Tool.Purchases;

/// <summary>Files of purchases that DuckDB adds up in place, on all cores and in little memory: Parquet, and CSV with plain numbers and
/// dates. What is not plain is left to the table reader.</summary>
/// <remarks>DuckDB itself is not part of the tool: it would make it ten times as large, for each platform.</remarks>
internal sealed class DuckDbPurchases : IDisposable
{
    private const string ReaderSaysWhich = "Leave out --engine duckdb: the table reader says which row is wrong.";

    private const string PlainNumber = @"[+-]?[0-9]+(\.[0-9]+)?";

    // 1.234 may be 1234, as the table reader has it.
    private const string TwofoldNumber = @"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}";

    // Of the times of day those that most programs write; a year below 100 is none of theirs.
    private const string PlainDay = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private const string PlainTime = "(0[1-9]|[1-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-4]):[0-5][0-9]"
        + @"(:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-8]):[0-5][0-9])?";

    // What a decimal holds for certain.
    private const int MostDigits = 28;

    // What DuckDB keeps in 64 bits and in 128.
    private const int FastDigits = 18;
    private const int WideDigits = 38;

    private const string OfCalendar = "BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'";

    private const string Blanks = "' ' || chr(9)";
    private const string BlanksOfLines = Blanks + " || chr(10) || chr(13)";

    // What .NET takes off a text at both ends.
    private static readonly string AllBlanks =
        DuckDbTable.Literal(string.Concat(Enumerable.Range(1, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace)));

    // The table reader advises them.
    private static readonly string[] OptionsOfTables =
        ["--encoding", "--quoting", "--decimal", "--units", "--date-format", "--skip-bad-rows"];

    private static readonly string[] Endings = [".parquet", .. TableSource.Endings];

    private static string? _library;
    private static bool _isResolved;

    private readonly DuckDBConnection _connection;
    private readonly PurchaseFormat _format;
    private readonly List<DecimalMark> _marks = [];

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
            var fields = FieldsOf(sources, format);
            var groups = new List<PurchaseGroup>();
            var files = new List<FileReading>();
            foreach (var source in sources)
            {
                source.Reading(() =>
                {
                    var before = groups.Count;
                    groups.AddRange(engine.GroupsOf(source, fields.GetValueOrDefault(source)));
                    files.Add(new(
                        Path.GetFileName(source.Name), "DuckDB", Path.GetExtension(source.Name).TrimStart('.'),
                        groups.Skip(before).Sum(group => group.Rows), 0, 0));
                    return true;
                });
            }

            engine.MustTellDecimalMark();
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
                .. new DirectoryInfo(folder).EnumerateFiles(pattern)
                    .Where(file => TableSource.IsShown(file.Name) && Endings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
                    .Select(file => file.Name).Order(StringComparer.Ordinal).Select(file => Path.Combine(folder, file)),
            ];
            if (found.Length == 0)
            {
                var read = Endings.Where(ending => !TableSource.IsWorkbook(ending));
                throw new ToolException(
                    $"{(Directory.Exists(name) ? $"the folder '{name}' has no file of purchases" : $"no file matches '{name}'")}; "
                    + $"--engine duckdb reads files that end in {string.Join(", ", read)}.");
            }

            var parquet = found.Count(DuckDbTable.IsParquetName);
            return parquet == 0 || parquet == found.Length ? found : throw new ToolException(
                $"'{name}' means Parquet and other tables, which may hold the same purchases twice; name those that count, as "
                + $"'{Path.Combine(folder, "*.parquet")}'.");
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
            : format.Table.HasLiteralQuotes ? "--quoting"
            : format.Table.Sheet is not null ? "--sheet"
            : format.Numbers with { DecimalMark = null } != new NumberFormat() ? "--units"
            : format.Numbers.DecimalMark is ',' ? "--decimal , or --culture"
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

    // The table reader finds the header, the separator and the columns, and looks at the first rows: what it refuses is refused.
    private static Dictionary<TableSource, PurchaseFields> FieldsOf(TableSources sources, PurchaseFormat format)
    {
        var all = new Dictionary<TableSource, PurchaseFields>();
        foreach (var source in sources)
        {
            source.Reading(() =>
            {
                if (source.Length == 0)
                    throw new ToolException("the file is empty.");
                if (TableSource.IsWorkbook(source.Name))
                    throw new ToolException("it is a workbook, which DuckDB does not read; leave out --engine duckdb.");
                if (DuckDbTable.IsParquetFile(source))
                    return true;
                all[source] = Advised(() => new PurchaseFields(Table.Open(source, format.Table, format.Columns), format));
                return Advised(() =>
                {
                    all[source].Observe(isWhole: false);
                    return true;
                });
            });
        }

        foreach (var (source, fields) in all)
        {
            fields.Assume(all.Values);
            source.Reading(() => Advised(() =>
            {
                fields.Judge();
                return true;
            }));
        }

        return all;
    }

    // Some options that it advises go with it only.
    private static T Advised<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ToolException e) when (Array.Exists(OptionsOfTables, option => e.Message.Contains(option, StringComparison.Ordinal)))
        {
            throw new ToolException($"{e.Message} With these options, leave out --engine duckdb.", e);
        }
    }

    private List<PurchaseGroup> GroupsOf(TableSource source, PurchaseFields? fields)
    {
        var isParquet = fields is null;
        var table = isParquet ? DuckDbTable.OfParquet(source, Rows) : Advised(() => DuckDbTable.OfText(fields!));
        var account = Column(_format.AccountColumn)!.Value;
        var amount = Column(_format.AmountColumn)!.Value;
        var date = Column(_format.DateColumn);
        var currency = Column(_format.CurrencyCodes);
        MustBe(account, _format.AccountColumn, "a text or a number", IsName);
        MustBe(currency, _format.CurrencyCodes, "a text", type => type == "VARCHAR" || type.StartsWith("ENUM(", StringComparison.Ordinal));
        MustBe(
            date, _format.DateColumn, "a date, a timestamp, or a text such as 2026-03-31",
            type => type is "VARCHAR" or "DATE" || type.StartsWith("TIMESTAMP", StringComparison.Ordinal));
        if (isParquet && NumberText.UnitOfHeader(amount.Title) is { } unit)
        {
            throw new ToolException(
                $"the column '{Shown(amount.Title)}' says that its numbers are in {unit.Text}; write it in units of one, and "
                + "call it so.");
        }

        var (isText, decimals) = KindOf(amount);
        var written = isText ? $"trim(coalesce({amount.Name}, ''), {Blanks})" : amount.Name;
        var isPlain = isText ? Invariant($"regexp_full_match({written}, '{PlainNumber}') AND length({written}) <= {MostDigits}")
            : $"{written} IS NOT NULL";
        var isTwofold = isText ? $"regexp_full_match({written}, '{TwofoldNumber}')" : "FALSE";
        var day = date is { } dated ? DayOf(dated) : "NULL::DATE";
        var raw = $"coalesce(CAST({account.Name} AS VARCHAR), '')";
        var digits = isText ? $"length(split_part({written}, '.', 2))" : Invariant($"{decimals}");
        var from = table.Sql;
        var survey = Look();

        // Rows without any value, and those that say the header again, do not count; who has none of them need not read every column.
        if (!isParquet && survey.Aside > 0)
        {
            from = $"(SELECT * FROM {table.Sql} WHERE NOT ({IsEmpty()}) AND NOT ({IsHeader()}))";
            survey = Look();
        }

        if (survey.Rows == 0)
            throw new ToolException("the file has a header but no rows.");
        Refuse(
            survey.NotPlain,
            isText ? $"have an amount in '{Shown(amount.Title)}' that is not a plain number such as 1234.50 ('{Shown(survey.Example)}')"
                : $"have no amount in '{Shown(amount.Title)}'");
        Refuse(
            survey.NoDay, $"have a date in '{Shown(date?.Title)}' that is not "
            + (date?.Type is "VARCHAR" ? "written as 2026-03-31" : "a day of the years 1 to 9999"));
        var (whole, scale) = (survey.Whole, survey.Decimals);
        if (whole + scale > MostDigits)
        {
            throw new ToolException(
                Invariant($"the amounts in '{Shown(amount.Title)}' have up to {whole} digits before the point and {scale} behind it, and ")
                + Invariant($"DuckDB adds up to {MostDigits} together. ")
                + (isParquet ? "Write the column with fewer, such as DECIMAL(18, 2)." : "Leave out --engine duckdb."));
        }

        if (isText)
        {
            _marks.Add(new(
                source, Shown(amount.Title), fields?.Numbers[0].DecimalMark is not null, survey.Twofold, survey.Told > 0, isParquet));
        }

        // Wide decimals take DuckDB many times as long; the sum is wide in any case.
        var exact = Invariant($"CAST({written} AS DECIMAL({(whole + scale <= FastDigits ? FastDigits : WideDigits)}, {scale}))");
        var inside = string.Join(" AND ", ((string?[])[Bound(">=", _format.From), Bound("<=", _format.To)]).OfType<string>());
        var groups = Rows(
            $"""
            SELECT {raw}, {(currency is { } code ? $"CAST({code.Name} AS VARCHAR)" : "NULL")},
                {(inside.Length == 0 ? "TRUE" : $"({inside})")}, SIGN({exact}), COUNT(*), CAST(SUM({exact}) AS VARCHAR), MAX({digits}),
                CAST(MIN({day}) AS VARCHAR), CAST(MAX({day}) AS VARCHAR)
            FROM {from}
            GROUP BY 1, 2, 3, 4
            ORDER BY 1, 2, 3, 4
            """).ConvertAll(row => new PurchaseGroup(
                Field((string)row[0]!), row[1] is string named ? Field(named) : null, (bool)row[2]!, (int)Number(row[3]), Number(row[4]),
                Money((string)row[5]!, (int)Number(row[6])), Day(row[7]), Day(row[8])));
        Refuse(
            groups.Where(group => string.IsNullOrWhiteSpace(group.Account)).Sum(group => group.Rows),
            $"have no account in '{Shown(account.Title)}'");
        return groups;

        Survey Look() => Survey.Of(Rows(
            $"""
            SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT ({isPlain})), MIN(CAST({written} AS VARCHAR)) FILTER (WHERE NOT ({isPlain})),
                {(date is null ? "0" : $"COUNT(*) FILTER (WHERE NOT coalesce({day} {OfCalendar}, FALSE))")},
                coalesce(MAX({digits}) FILTER (WHERE {isPlain}), 0),
                {(isText ? $"coalesce(MAX(length(ltrim(split_part({written}, '.', 1), '+-0'))) FILTER (WHERE {isPlain}), 0)"
                    : $"greatest({WholeDigits("MIN")}, {WholeDigits("MAX")})")},
                {(isText ? $"MIN({written}) FILTER (WHERE {isTwofold})" : "NULL")},
                {(isText ? $"COUNT(*) FILTER (WHERE {isPlain} AND contains({written}, '.') AND NOT {isTwofold})" : "0")},
                COUNT(*) FILTER (WHERE trim({raw}, {Blanks}) IN ('', {DuckDbTable.Literal(account.Title)}))
            FROM {from}
            """).Single());

        string WholeDigits(string end) => $"coalesce(length(ltrim(split_part(CAST({end}({written}) AS VARCHAR), '.', 1), '-0')), 0)";

        string IsEmpty() => string.Join(
            " AND ", table.Columns.Select((_, i) => $"trim(coalesce({DuckDbTable.NameOf(i)}, ''), {BlanksOfLines}) = ''")
                .Prepend($"trim({raw}, {Blanks}) = ''"));

        string IsHeader() => string.Join(
            " AND ", table.Columns
                .Select((each, i) => $"trim(coalesce({DuckDbTable.NameOf(i)}, ''), {AllBlanks}) = {DuckDbTable.Literal(each.Title)}")
                .Prepend($"trim({raw}, {Blanks}) = {DuckDbTable.Literal(account.Title)}"));

        (string Name, string Title, string Type)? Column(TableColumn wanted) => table.Find(wanted) is { } i
            ? (DuckDbTable.NameOf(i), table.Columns[i].Title, table.Columns[i].Type) : null;

        void Refuse(long rows, string what)
        {
            if (rows > 0)
                throw new ToolException(Invariant($"{rows} of {survey.Rows} rows {what}; nothing was graded. ") + table.Advice);
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

    // A point with three digits behind it is one for certain where another amount of the column has it elsewhere.
    private void MustTellDecimalMark()
    {
        if (_format.Numbers.DecimalMark is not null || _marks.Exists(each => each.IsTold)
            || _marks.Find(each => !each.IsKnown && each.Twofold is not null) is not { } open)
            return;
        var (point, comma) = NumberColumn.Readings(open.Twofold!);
        throw new ToolException(
            $"column {open.Title}: '{open.Twofold}' can be {point} or {comma}, and no other row of the column tells; "
            + $"--decimal . says that it is {point}"
            + (open.IsParquet ? "." : $". For {comma}, leave out --engine duckdb, and give --decimal ,.")).In(open.Source.Name);
    }

    // Timestamps with a zone are moments: their day is that of UTC, whatever zone the machine is in.
    private static string DayOf((string Name, string Title, string Type) date)
    {
        if (date.Type != "VARCHAR")
        {
            return date.Type.Contains("TIME ZONE", StringComparison.Ordinal)
                ? $"CAST(make_timestamp(epoch_us({date.Name})) AS DATE)" : $"CAST({date.Name} AS DATE)";
        }

        var written = $"trim(coalesce({date.Name}, ''), {Blanks})";
        return $"CASE WHEN regexp_full_match({written}, '{PlainDay}') OR regexp_full_match({written}, '{PlainTime}') "
            + $"THEN TRY_CAST(substr({written}, 1, 10) AS DATE) END";
    }

    // A field as the table reader has it.
    private static string Field(string written) => Encoding.UTF8.GetString(DelimitedRows.Unwrapped(Encoding.UTF8.GetBytes(written)));

    private static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string Shown(string? text) => SafeText.Line(text ?? "", 40);

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

    private static (bool IsText, int Decimals) KindOf((string Name, string Title, string Type) amount)
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
            $"the column '{Shown(amount.Title)}' is {Shown(type)}; money is exact: it must be a decimal or a whole "
            + "number. --amount-column names another.");
    }

    private static void MustBe((string Name, string Title, string Type)? column, TableColumn wanted, string kind, Predicate<string> isIt)
    {
        if (column is { } known && !isIt(known.Type))
        {
            throw new ToolException(
                $"the column '{Shown(known.Title)}' is {Shown(known.Type)}; it must be {kind}. "
                + $"{wanted.Option} names another.");
        }
    }

    // A moment is written as the machine's zone has it, and is no name.
    private static bool IsName(string type) => !type.EndsWith(']') && type != "BLOB" && !type.StartsWith("TIME", StringComparison.Ordinal)
        && !Array.Exists(["STRUCT(", "MAP(", "UNION("], start => type.StartsWith(start, StringComparison.Ordinal));

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

    /// <summary>What one look at a file tells, before it is added up.</summary>
    /// <param name="Rows">The rows.</param>
    /// <param name="NotPlain">Those whose amount is not plain.</param>
    /// <param name="Example">One of these amounts.</param>
    /// <param name="NoDay">The rows without a day of the calendar.</param>
    /// <param name="Decimals">The most digits behind the point.</param>
    /// <param name="Whole">The most digits before the point.</param>
    /// <param name="Twofold">An amount whose point may group thousands; null if there is none.</param>
    /// <param name="Told">The amounts whose point is one for certain.</param>
    /// <param name="Aside">The rows that may be empty, or a header again.</param>
    private sealed record Survey(
        long Rows, long NotPlain, string? Example, long NoDay, int Decimals, int Whole, string? Twofold, long Told, long Aside)
    {
        public static Survey Of(object?[] row) => new(
            Number(row[0]), Number(row[1]), (string?)row[2], Number(row[3]), (int)Number(row[4]), (int)Number(row[5]), (string?)row[6],
            Number(row[7]), Number(row[8]));
    }

    /// <summary>What a column of amounts that are texts tells about its decimal mark.</summary>
    private sealed record DecimalMark(TableSource Source, string Title, bool IsKnown, string? Twofold, bool IsTold, bool IsParquet);
}
