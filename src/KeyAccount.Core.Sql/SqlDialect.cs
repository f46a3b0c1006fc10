using System.Globalization;
using System.Numerics;
using System.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Sql;

/// <summary>The SQL dialect of one engine.</summary>
/// <remarks>Immutable; one object for each, compared by reference.</remarks>
public sealed class SqlDialect
{
    private readonly char _open;
    private readonly char _close;
    private readonly bool _escapesWithBackslash;

    private SqlDialect(string name, string displayName, char open, char close, bool escapesWithBackslash = false) =>
        (Name, DisplayName, _open, _close, _escapesWithBackslash) = (name, displayName, open, close, escapesWithBackslash);

    /// <summary>PostgreSQL, and compatible engines.</summary>
    public static SqlDialect PostgreSql { get; } = new("postgresql", "PostgreSQL", '"', '"')
    {
        DoubleType = "double precision", IntegerType = "bigint", WideType = "numeric", Fence = "OFFSET 0",
        CreateView = "CREATE OR REPLACE VIEW", Parameter = "@", HasNarrowIntegers = true, Collation = "\"C\"",
    };

    /// <summary>SQLite from 3.35 on, built with its mathematical functions.</summary>
    public static SqlDialect Sqlite { get; } = new("sqlite", "SQLite", '`', '`')
    {
        DoubleType = "REAL", IntegerType = "INTEGER", WideType = "INTEGER", Fence = "LIMIT -1 OFFSET 0",
        CreateView = "CREATE VIEW", Parameter = "@", MostParameters = 32_766, HasDecimals = false,
        MostParts = 2, MostViewParts = 2, Collation = "BINARY", Names = StringComparer.OrdinalIgnoreCase,
    };

    /// <summary>SQL Server 2019 and later, and Azure SQL.</summary>
    public static SqlDialect SqlServer { get; } = new("sqlserver", "SQL Server", '[', ']')
    {
        DoubleType = "float", IntegerType = "bigint", WideType = "decimal(38, 0)",
        Fence = "ORDER BY (SELECT 1) OFFSET 0 ROWS", CreateView = "CREATE OR ALTER VIEW", Parameter = "@", MostParameters = 2_100,
        MostNested = 10, MostViewParts = 2, Names = StringComparer.OrdinalIgnoreCase, HasNarrowIntegers = true,
        Collation = "Latin1_General_BIN2", SumsInTheirWidth = true,
    };

    /// <summary>DuckDB, over its tables and over Parquet and CSV files in place.</summary>
    public static SqlDialect DuckDb { get; } = new("duckdb", "DuckDB", '"', '"')
    {
        DoubleType = "DOUBLE", IntegerType = "BIGINT", WideType = "HUGEINT", CreateView = "CREATE OR REPLACE VIEW",
        Parameter = "$", IntegerDivision = "//", Names = StringComparer.OrdinalIgnoreCase, HasNarrowIntegers = true,
        Collation = "\"C\"", HasNarrowDecimals = true,
    };

    /// <summary>ClickHouse from 18.16 on, also over Distributed tables. It has no window functions there.</summary>
    public static SqlDialect ClickHouse { get; } = new("clickhouse", "ClickHouse", '`', '`', escapesWithBackslash: true)
    {
        DoubleType = "Float64", IntegerType = "Int64", WideType = "Int64", CreateView = "CREATE VIEW",
        Parameter = null, HasWindows = false, IntegerDivision = "intDivOrZero", HasFunctionCasts = true,
        MostParts = 2, MostViewParts = 2, HasNarrowDecimals = true,
    };

    /// <summary>Spark 3.4 and later, and Databricks.</summary>
    public static SqlDialect Spark { get; } = new("spark", "Spark", '`', '`', escapesWithBackslash: true)
    {
        DoubleType = "DOUBLE", IntegerType = "BIGINT", WideType = "DECIMAL(38, 0)",
        CreateView = "CREATE OR REPLACE VIEW", Parameter = ":", IntegerDivision = "div", EscapesQuoteWithBackslash = true,
        Names = StringComparer.OrdinalIgnoreCase, HasNarrowIntegers = true,
    };

    /// <summary>Snowflake.</summary>
    public static SqlDialect Snowflake { get; } = new("snowflake", "Snowflake", '"', '"', escapesWithBackslash: true)
    {
        DoubleType = "DOUBLE", IntegerType = "NUMBER(38, 0)", WideType = "NUMBER(38, 0)",
        CreateView = "CREATE OR REPLACE VIEW", Parameter = ":", IntegerDivision = "exact",
    };

    /// <summary>BigQuery, GoogleSQL.</summary>
    public static SqlDialect BigQuery { get; } = new("bigquery", "BigQuery", '`', '`', escapesWithBackslash: true)
    {
        DoubleType = "FLOAT64", IntegerType = "INT64", WideType = "NUMERIC",
        CreateView = "CREATE OR REPLACE VIEW", Parameter = "@", IntegerDivision = "DIV", EscapesQuoteWithBackslash = true,
    };

    /// <summary>Every dialect.</summary>
    public static IReadOnlyList<SqlDialect> All { get; } =
        [PostgreSql, Sqlite, SqlServer, DuckDb, ClickHouse, Spark, Snowflake, BigQuery];

    /// <summary>The name on a command line: <c>postgresql</c>, <c>spark</c> …</summary>
    public string Name { get; }

    /// <summary>The display name of the engine.</summary>
    public string DisplayName { get; }

    internal string DoubleType { get; private init; } = "";

    internal string IntegerType { get; private init; } = "";

    /// <summary>The type in which sums of integers do not overflow; where there is none, the widest.</summary>
    internal string WideType { get; private init; } = "";

    /// <summary>What keeps an engine from merging a layer with the next and computing everything many times; empty if it does
    /// not.</summary>
    internal string Fence { get; private init; } = "";

    internal string CreateView { get; private init; } = "";

    /// <summary>What a parameter begins with; null if there are none.</summary>
    internal string? Parameter { get; private init; }

    internal int MostParameters { get; private init; } = 65_535;

    /// <summary>The largest nesting depth of CASE.</summary>
    internal int? MostNested { get; private init; }

    /// <summary>The most parts in the name of a table.</summary>
    internal int MostParts { get; private init; } = 3;

    /// <summary>The most parts in the name of a view that is made; SQL Server makes none in another database.</summary>
    internal int MostViewParts { get; private init; } = 3;

    /// <summary>How names in quotes are compared.</summary>
    internal StringComparer Names { get; private init; } = StringComparer.Ordinal;

    /// <summary>Whether small whole numbers are computed in their own width, and overflow there.</summary>
    internal bool HasNarrowIntegers { get; private init; }

    /// <summary>Whether a product of decimals has no more digits than its factors.</summary>
    internal bool HasNarrowDecimals { get; private init; }

    /// <summary>Whether a sum has the width of what is summed.</summary>
    internal bool SumsInTheirWidth { get; private init; }

    /// <summary>The collation that compares character by character; null if every text is compared so, or no version of the engine that is
    /// supported can say it.</summary>
    internal string? Collation { get; private init; }

    internal bool HasDecimals { get; private init; } = true;

    internal bool HasWindows { get; private init; } = true;

    /// <summary>An operator between, or a function around both.</summary>
    internal string IntegerDivision { get; private init; } = "/";

    internal bool HasFunctionCasts { get; private init; }

    private bool EscapesQuoteWithBackslash { get; init; }

    /// <summary>The dialect with a name.</summary>
    /// <param name="name">One of the names, in upper or lower case.</param>
    /// <returns>The dialect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">No dialect has that name.</exception>
    public static SqlDialect Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
            $"name is {(name.Length == 0 ? "empty" : $"'{name}'")}; it must be one of "
            + $"{string.Join(", ", All.Select(each => each.Name))}.", nameof(name));
    }

    /// <summary>A form for logs and debuggers.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    /// <summary>A name in quotes, whatever it holds.</summary>
    internal string Quoted(string name)
    {
        var text = new StringBuilder(name.Length + 2).Append(_open);
        foreach (var each in name)
        {
            // Within backticks, BigQuery and ClickHouse escape with a backslash; everyone else doubles what closes. SQLite takes a name in
            // double quotes that it does not know for a text, without a word; in backticks it does not.
            if ((this == BigQuery || this == ClickHouse) && each is '`' or '\\')
                text.Append('\\');
            else if (each == _close)
                text.Append(each);
            text.Append(each);
        }

        return text.Append(_close).ToString();
    }

    /// <summary>What is wrong with the parts of a name; null if nothing is.</summary>
    internal string? PartsFault(SqlTable name, int most) => name.IsDbt || name.Parts.Count <= most ? null
        : $"the name has three parts, and {DisplayName} takes at most two here";

    /// <summary>A text as a literal.</summary>
    internal string Literal(string text)
    {
        if (SqlResult.HasZero(text))
            throw new ArgumentException($"'{text}' {SqlResult.HoldsZero}text.", nameof(text));
        var escaped = _escapesWithBackslash ? text.Replace("\\", "\\\\", StringComparison.Ordinal) : text;
        if (this == BigQuery)
            escaped = escaped.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        var isNational = this == SqlServer && text.Any(each => each > 127);
        return $"{(isNational ? "N" : "")}'{escaped.Replace("'", EscapesQuoteWithBackslash ? "\\'" : "''", StringComparison.Ordinal)}'";
    }

    /// <summary>A double as a literal that no engine takes for an exact decimal.</summary>
    internal string Literal(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (this == PostgreSql)
            return value < 0 || text.Contains('E', StringComparison.Ordinal) ? $"'{text}'::float8" : $"{text}::float8";
        if (this == Snowflake)
            return $"'{text}'::DOUBLE";
        var real = text.Contains('E', StringComparison.Ordinal) ? text : text + "E0";
        return value < 0 ? $"({real})" : real;
    }

    /// <summary>A whole number as a literal that no engine takes for a decimal.</summary>
    internal string Whole(BigInteger value) => this == SqlServer && (value > int.MaxValue || value < int.MinValue) && value >= long.MinValue
        && value <= long.MaxValue ? Cast(Invariant($"{value}"), IntegerType) : Invariant($"{value}");

    /// <summary>A whole number in an integer of 64 bits, where the engine would compute in a smaller one.</summary>
    internal string Widened(string value) => HasNarrowIntegers ? $"({value} + {Cast("0", IntegerType)})" : value;

    /// <summary>A decimal as the whole number of its smallest units.</summary>
    internal string InUnits(string value, int scale)
    {
        var wide = !HasNarrowDecimals ? value
            : HasFunctionCasts ? Invariant($"toDecimal128({value}, {scale})")
            : Cast(value, Invariant($"DECIMAL(38, {scale})"));
        return Cast(Invariant($"{wide} * {BigInteger.Pow(10, scale)}"), IntegerType);
    }

    /// <summary>A value as a double.</summary>
    internal string AsDouble(string value) => Cast(value, DoubleType);

    /// <summary>A value in another type.</summary>
    internal string Cast(string value, string type) => HasFunctionCasts ? $"to{type}({value})" : $"CAST({value} AS {type})";

    /// <summary>The quotient of integers, cut off as C# cuts it off.</summary>
    internal string Quotient(string left, string right) => IntegerDivision switch
    {
        "intDivOrZero" or "DIV" => $"{IntegerDivision}({left}, {right})",
        "exact" => $"(({left} - {Remainder(left, right)}) / {right})",
        var between => $"({left} {between} {right})",
    };

    /// <summary>The quotient of wide integers, where an engine divides them into decimals.</summary>
    internal string WideQuotient(string left, string right) =>
        this == Sqlite || this == DuckDb || this == ClickHouse ? Quotient(left, right)
        : $"(({left} - {Remainder(left, right)}) / {right})";

    /// <summary>What is left over by a division of integers.</summary>
    /// <remarks>ClickHouse computes what a CASE does not choose, and must not divide by 0 there.</remarks>
    internal string Remainder(string left, string right) => this == BigQuery ? $"MOD({left}, {right})"
        : this == ClickHouse ? $"({left} - {Quotient(left, right)} * {right})"
        : $"({left} % {right})";

    /// <summary>The days from a date to a later day.</summary>
    internal string DaysUntil(NodaTime.LocalDate day, string date)
    {
        var literal = Literal(day);
        return this == Sqlite ? $"CAST(julianday({literal}) - julianday({date}) AS INTEGER)"
            : this == SqlServer || this == Snowflake ? $"DATEDIFF(day, {date}, {literal})"
            : this == DuckDb ? $"date_diff('day', {date}, {literal})"
            : this == Spark ? $"datediff({literal}, {date})"
            : this == BigQuery ? $"DATE_DIFF({literal}, {date}, DAY)"
            : $"({literal} - {date})";
    }

    /// <summary>A day as a literal.</summary>
    internal string Literal(NodaTime.LocalDate day)
    {
        var text = NodaTime.Text.LocalDatePattern.Iso.Format(day);
        return this == Sqlite ? $"'{text}'"
            : this == SqlServer ? $"CAST('{text}' AS date)"
            : this == ClickHouse ? $"toDate('{text}')"
            : $"DATE '{text}'";
    }

    /// <summary>An amount as an exact literal.</summary>
    internal string Literal(decimal amount)
    {
        var text = amount.ToString(CultureInfo.InvariantCulture);
        var isWhole = decimal.Truncate(amount) == amount;
        if (isWhole)
            text = decimal.Truncate(amount).ToString(CultureInfo.InvariantCulture);
        return this == BigQuery && !isWhole ? $"CAST('{text}' AS NUMERIC)"
            : this == ClickHouse && !isWhole ? $"toDecimal128('{text}', {amount.Scale.ToString(CultureInfo.InvariantCulture)})"
            : amount < 0 ? $"({text})"
            : text;
    }
}
