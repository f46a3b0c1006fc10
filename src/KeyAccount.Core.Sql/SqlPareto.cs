using System.Globalization;
using System.Numerics;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Sql;

/// <summary>Runs a statement on an engine, or on one of several, and returns its rows: whole numbers, null for SQL null.</summary>
/// <param name="statement">The statement.</param>
/// <param name="cancellationToken">Cancels the operation.</param>
/// <returns>The rows, each with its columns in order.</returns>
public delegate Task<IReadOnlyList<IReadOnlyList<long?>>> SqlRun(SqlStatement statement, CancellationToken cancellationToken);

/// <summary>Pareto (ABC) tiers as SQL text: exact, and the same as <see cref="Pareto.Grade{TAccount}"/>.</summary>
/// <remarks>
/// <para>In one statement with a window function (<see cref="Tiers()"/>), or, for ClickHouse and for tables that are spread over several
/// engines, by limits: <see cref="FindLimitsAsync(IReadOnlyList{SqlRun}, CancellationToken)"/> asks each for sums by ranges of revenue, at
/// most 1,024 rows a pass, merges them and narrows the range until the limits are found; <see cref="Tiers(ParetoLimits)"/> takes
/// these.</para>
/// <para>Revenue is whole numbers of minor units (cents, fen), or decimals whose digits behind the point the type tells; doubles are
/// refused. Revenue that is null has no tier and is counted nowhere. Immutable.</para>
/// </remarks>
public sealed class SqlPareto
{
    private const string TierColumn = "tier";
    private const long Half = 1L << 32;

    // Beyond this the products of a cut do not fit every engine.
    private const int MostDecimals = 9;

    private readonly string _amount;
    private readonly string _table;
    private readonly string[] _keep;

    private SqlPareto(SqlTable table, SqlColumn revenue, IReadOnlyList<string> keep, SqlDialect dialect, ParetoCuts cuts, ParetoRule rule)
    {
        (Dialect, Cuts, Rule) = (dialect, cuts, rule);
        var faults = new List<ModelFault>();
        SqlResult.CheckTable(dialect, table, faults);
        SqlResult.CheckDbt(table, faults, [("revenue", revenue.Name), .. keep.Select((name, i) => (Invariant($"keep[{i}]"), name))]);
        if (keep.FirstOrDefault(column => string.Equals(column, TierColumn, StringComparison.OrdinalIgnoreCase)
            || column.StartsWith("ka_", StringComparison.OrdinalIgnoreCase)) is { } taken)
            faults.Add(new("keep", $"the column {taken} has the name of a result; give it another name in a view, and read that"));
        var column = dialect.Quoted(revenue.Name);
        switch (revenue.Kind)
        {
            case null:
                faults.Add(new("revenue.type", $"the type of {revenue.Name} is not stated; state it, such as bigint or DECIMAL(18, 2)"));
                break;
            case { Kind: SqlKind.Integer }:
                _amount = dialect == SqlDialect.Snowflake ? column : dialect.Cast(column, dialect.IntegerType);
                break;
            case { Kind: SqlKind.Decimal, Scale: { } scale } when dialect.HasDecimals && scale <= 18:
                _amount = dialect.InUnits(column, scale);
                break;
            case { Kind: SqlKind.Decimal } when dialect.HasDecimals:
                faults.Add(new(
                    "revenue.type", $"{revenue.Type} does not say how many decimal places it has; state them, such as DECIMAL(18, 2)"));
                break;
            case { Kind: SqlKind.Decimal }:
                faults.Add(new("revenue.type", $"{dialect.DisplayName} has no exact decimals; store whole numbers of minor units"));
                break;
            default:
                faults.Add(new(
                    "revenue.type", $"the column {revenue.Name} is {revenue.Type}; money is exact: it must be whole numbers or decimals"));
                break;
        }

        foreach (var (name, cut) in (ReadOnlySpan<(string, decimal)>)[("A", cuts.A), ("B", cuts.B)])
        {
            if (Fraction(cut).Denominator > BigInteger.Pow(10, MostDecimals))
                faults.Add(new($"cuts.{name}", Invariant($"{cut} has more than {MostDecimals} decimal places")));
        }

        SqlResult.ThrowIfAny("pareto", faults);
        _amount ??= column;
        _table = table.In(dialect);
        _keep = [.. keep.Select(dialect.Quoted)];
    }

    /// <summary>The dialect.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The cuts.</summary>
    public ParetoCuts Cuts { get; }

    /// <summary>The rule.</summary>
    public ParetoRule Rule { get; }

    /// <summary>A grading of the rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="revenue">The column of the revenue, in one currency, with its type.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="keep">The columns to pass through to the result, such as the key.</param>
    /// <param name="cuts">Where A and B end, with at most nine digits behind the point; null for
    /// <see cref="ParetoCuts.DefaultFor"/> the rule.</param>
    /// <param name="rule">How the cuts are read.</param>
    /// <returns>The grading as SQL.</returns>
    /// <exception cref="ArgumentNullException">An argument is null that may not be.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    /// <exception cref="InvalidModelException">The type of the revenue is not told or not exact, or a cut has too many digits; every fault
    /// is told by its place.</exception>
    public static SqlPareto Of(
        SqlTable table,
        SqlColumn revenue,
        SqlDialect dialect,
        IReadOnlyList<string>? keep = null,
        ParetoCuts? cuts = null,
        ParetoRule rule = ParetoRule.Crossing)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(revenue);
        ArgumentNullException.ThrowIfNull(dialect);
        return new(table, revenue, keep ?? [], dialect, cuts ?? ParetoCuts.DefaultFor(rule), rule);
    }

    /// <summary>Every row with its tier, in one statement: the columns that are kept, then <c>tier</c>, the name of the tier.</summary>
    /// <returns>The statement.</returns>
    /// <exception cref="InvalidModelException">The dialect has no window functions: find the limits first.</exception>
    public SqlStatement Tiers()
    {
        if (!Dialect.HasWindows)
        {
            throw new InvalidModelException("pareto", [new(
                "dialect",
                $"{Dialect.DisplayName} has no window functions in every version that is supported; "
                + "find the limits, and take the tiers by them")]);
        }

        var wide = Dialect.WideType;
        var reached = Rule == ParetoRule.HeadCount ? Wide("ka_heads") : $"{Wide("ka_heads")} * ka_amount";
        var whole = Rule == ParetoRule.HeadCount ? "COUNT(ka_amount)" : $"SUM(CASE WHEN ka_amount > 0 THEN {Wide("ka_amount")} ELSE 0 END)";
        return new(
            $"""
            WITH ka_portfolio AS (
            SELECT {Kept(_keep)}{_amount} AS ka_amount
            FROM {_table}
            ), ka_amounts AS (
            SELECT ka_amount, COUNT(*) AS ka_heads
            FROM ka_portfolio
            WHERE ka_amount > 0
            GROUP BY ka_amount
            ), ka_ranked AS (
            SELECT ka_amount, SUM({reached}) OVER (ORDER BY ka_amount DESC ROWS UNBOUNDED PRECEDING) AS ka_reached
            FROM ka_amounts
            ), ka_whole AS (
            SELECT {Dialect.Cast(whole, wide)} AS ka_all
            FROM ka_portfolio
            ), ka_limits AS (
            SELECT MAX(CASE WHEN ka_reached >= {Needed(Cuts.A)} THEN ka_amount END) AS ka_a,
                MAX(CASE WHEN ka_reached >= {Needed(Cuts.B)} THEN ka_amount END) AS ka_b
            FROM ka_ranked CROSS JOIN ka_whole
            )
            SELECT {Kept(_keep)}{Cases("COALESCE(ka_a, 0)", "COALESCE(ka_b, 0)", Rule == ParetoRule.Inclusive ? ">" : ">=")} AS {TierColumn}
            FROM ka_portfolio CROSS JOIN ka_limits
            """,
            SqlResult.NoParameters);

        string Wide(string value) => Dialect.Cast(value, wide);

        // ⌈cut · all⌉, or ⌊cut · all⌋ + 1: all = q · d + r, so that nothing is larger than all or than d².
        string Needed(decimal cut)
        {
            var (n, d) = Fraction(cut);
            var (numerator, denominator) = (Invariant($"{n}"), Invariant($"{d}"));
            var rest = $"{Dialect.Remainder("ka_all", denominator)} * {numerator}";
            var up = Rule == ParetoRule.Inclusive ? $"({rest})" : $"({rest} + {Invariant($"{d - 1}")})";
            return $"({Dialect.WideQuotient("ka_all", denominator)} * {numerator} + {Dialect.WideQuotient(up, denominator)}"
                + $"{(Rule == ParetoRule.Inclusive ? " + 1" : "")})";
        }
    }

    /// <summary>Every row with its tier by limits that are known.</summary>
    /// <param name="limits">The limits, as <see cref="FindLimitsAsync(SqlRun, CancellationToken)"/> finds them.</param>
    /// <returns>The statement.</returns>
    public SqlStatement Tiers(ParetoLimits limits) => new(
        $"SELECT {Kept(_keep)}{Cases(Invariant($"{limits.A}"), Invariant($"{limits.B}"), ">=")} AS {TierColumn}\n"
        + $"FROM (\nSELECT {Kept(_keep)}{_amount} AS ka_amount\nFROM {_table}\n) AS ka_portfolio",
        SqlResult.NoParameters);

    /// <summary>Finds the limits of a table that one engine holds, or one engine over several machines.</summary>
    /// <param name="run">Runs a statement there.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The limits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    /// <exception cref="OverflowException">The positive amounts do not fit into 64 bits together.</exception>
    /// <exception cref="InvalidOperationException">A statement returns what it cannot: the table has changed meanwhile.</exception>
    public Task<ParetoLimits> FindLimitsAsync(SqlRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return FindLimitsAsync([run], cancellationToken);
    }

    /// <summary>Finds the limits of a portfolio that is spread over several engines: each holds a part in a table of the same
    /// name.</summary>
    /// <param name="runs">Runs a statement on each engine; all at once.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The limits of the whole.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="runs"/> or one of them is null.</exception>
    /// <exception cref="OverflowException">The positive amounts do not fit into 64 bits together.</exception>
    /// <exception cref="InvalidOperationException">A statement returns what it cannot: the table has changed meanwhile.</exception>
    public async Task<ParetoLimits> FindLimitsAsync(IReadOnlyList<SqlRun> runs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runs);
        foreach (var run in runs)
            ArgumentNullException.ThrowIfNull(run, nameof(runs));
        var parts = await AskAsync(Whole(), 4);
        var whole = ParetoNarrowing.Whole(parts.Select(part => (part[0] ?? 0, part[1] ?? 0, part[2] ?? 0, part[3] ?? 0)), Half);
        var limits = new Int128[2];
        foreach (var (place, cut) in (IEnumerable<(int, decimal)>)[(0, Cuts.A), (1, Cuts.B)])
        {
            var search = new ParetoNarrowing(cut, whole, Rule);
            while (search.Next is { } ranges)
                search.Add((await AskAsync(Ranges(ranges), 3)).Select(row => (row[0] ?? 0, row[1] ?? 0, row[2] ?? 0)));
            limits[place] = search.Limit;
        }

        return new(limits[0], limits[1]);

        async Task<IReadOnlyList<IReadOnlyList<long?>>> AskAsync(SqlStatement statement, int columns)
        {
            var answers = await Task.WhenAll(runs.Select(run => run(statement, cancellationToken)));
            return [.. answers.SelectMany(rows => rows).Select(row => row.Count == columns ? row
                : throw new InvalidOperationException(Invariant(
                $"A row has {row.Count} columns; the statement selects {columns}: {statement.Text}")))];
        }
    }

    // Sums of halves do not overflow where a sum would.
    private SqlStatement Whole() => Over(
        "COUNT(ka_amount) AS ka_heads,\n"
        + $"    SUM(CASE WHEN ka_amount > 0 THEN {Dialect.Quotient("ka_amount", Dialect.Whole(Half))} ELSE 0 END) AS ka_high,\n"
        + $"    SUM(CASE WHEN ka_amount > 0 THEN {Dialect.Remainder("ka_amount", Dialect.Whole(Half))} ELSE 0 END) AS ka_low,\n"
        + "    MAX(ka_amount) AS ka_largest",
        "");

    private SqlStatement Ranges((long From, long To, long Width) ranges)
    {
        var place = Dialect.Quotient($"(ka_amount - {Dialect.Whole(ranges.From)})", Dialect.Whole(ranges.Width));
        return Over(
            $"{place} AS ka_place, COUNT(*) AS ka_heads, SUM(ka_amount) AS ka_sum",
            $"\nWHERE ka_amount >= {Dialect.Whole(ranges.From)} AND ka_amount <= {Dialect.Whole(ranges.To)}\nGROUP BY {place}");
    }

    private SqlStatement Over(string columns, string after) => new(
        $"SELECT {columns}\nFROM (\nSELECT {_amount} AS ka_amount\nFROM {_table}\n) AS ka_portfolio{after}", SqlResult.NoParameters);

    // What brings nothing is C.
    private static string Cases(string a, string b, string reaches) =>
        "CASE WHEN ka_amount IS NULL THEN NULL"
        + $" WHEN ka_amount > 0 AND ka_amount {reaches} {a} THEN 'A' WHEN ka_amount > 0 AND ka_amount {reaches} {b} THEN 'B' ELSE 'C' END";

    private static string Kept(string[] keep) => string.Concat(keep.Select(column => $"{column}, "));

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal cut)
    {
        var (mantissa, scale) = ExactDecimal.Split(cut);
        BigInteger denominator = BigInteger.Pow(10, scale), shared = BigInteger.GreatestCommonDivisor(mantissa, denominator);
        return (mantissa / shared, denominator / shared);
    }
}
