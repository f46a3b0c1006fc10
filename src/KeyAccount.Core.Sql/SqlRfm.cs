using KeyAccount.Core.Rules;
using KeyAccount.Core.Winback;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Sql;

/// <summary>Recency, frequency and money of customers as SQL text, the same as <see cref="RfmReport.Of"/>.</summary>
/// <remarks>A row for each customer of a table of purchases: <c>account</c>, <c>days_since_purchase</c>, <c>orders</c>, <c>amount</c>,
/// <c>recency</c>, <c>frequency</c>, <c>money</c> and <c>segment</c>. A purchase without account or amount is passed over.
/// Immutable.</remarks>
public sealed class SqlRfm
{
    private static readonly string[] Measures = ["ka_days", "ka_orders", "ka_money"];

    private readonly SqlTable _table;
    private readonly string _account;
    private readonly string _date;
    private readonly string _amount;
    private readonly LocalDate _asOf;
    private readonly RfmCuts? _cuts;
    private readonly IReadOnlyList<StoredRule> _rules;
    private readonly HitPolicy _policy;

    private SqlRfm(
        SqlTable table, (SqlColumn Account, SqlColumn Date, SqlColumn Amount) columns, LocalDate asOf, SqlDialect dialect, RfmCuts? cuts,
        DecisionTable<RfmSegmentFacts, RfmSegment> segments)
    {
        Dialect = dialect;
        var faults = new List<ModelFault>();
        SqlResult.CheckTable(dialect, table, faults);
        SqlResult.CheckDbt(
            table, faults, [("account", columns.Account.Name), ("date", columns.Date.Name), ("amount", columns.Amount.Name)]);
        if (columns.Date.Kind is { } date && date.Kind != SqlKind.Date && !(date.Kind == SqlKind.Text && dialect == SqlDialect.Sqlite))
            faults.Add(new("date", $"the column {columns.Date.Name} is {columns.Date.Type}; it must be a date"));
        if (columns.Amount.Kind is { } kind && !(kind.Kind == SqlKind.Integer || (kind.Kind == SqlKind.Decimal && dialect.HasDecimals)))
        {
            faults.Add(new("amount", $"the column {columns.Amount.Name} is {columns.Amount.Type}; money is exact: it must be whole numbers"
                + $"{(dialect.HasDecimals ? " or decimals" : ", such as cents")}"));
        }
        else if (columns.Amount.Kind is null && dialect.SumsInTheirWidth)
        {
            faults.Add(new("amount", $"the type of {columns.Amount.Name} is not stated, and {dialect.DisplayName} sums whole numbers in "
                + "their own width; state it, such as int or decimal(18, 2)"));
        }

        IStoredTable stored = segments;
        if (stored.HitPolicy is not (HitPolicy.First or HitPolicy.Priority))
        {
            faults.Add(new(
                "segments", $"it has the hit policy {stored.HitPolicy}; it must be First or Priority: a customer has one segment"));
        }

        _rules = SqlDecisionTable.SameFacts(stored.StoredRules);
        faults.AddRange(_rules.Select(rule => rule.Fault).OfType<ModelFault>()
            .Select(fault => fault with { Message = $"{dialect.DisplayName} cannot express it: {fault.Message}" }));
        SqlResult.ThrowIfAny("rfm", faults);
        (_table, _asOf, _cuts, _policy) = (table, asOf, cuts, stored.HitPolicy);
        (_account, _date, _amount) =
            (dialect.Quoted(columns.Account.Name), dialect.Quoted(columns.Date.Name), dialect.Quoted(columns.Amount.Name));
        if (dialect.SumsInTheirWidth && columns.Amount.Kind is { Kind: SqlKind.Integer })
            _amount = dialect.Cast(_amount, dialect.WideType);
        SqlResult.CheckDbt(dialect, table, "segments", faults, () => Scores().Text);
        SqlResult.ThrowIfAny("rfm", faults);
    }

    /// <summary>The dialect.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The RFM scores of a table of purchases.</summary>
    /// <param name="table">The table, one purchase a row; a return has a negative amount.</param>
    /// <param name="account">The column of the account.</param>
    /// <param name="date">The column of the day; in SQLite a text such as 2026-01-31.</param>
    /// <param name="amount">The column of the amount: whole numbers or decimals.</param>
    /// <param name="asOf">The day; purchases after it are left out.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="cuts">Thresholds of your own, in the unit of the column; quintiles of these customers where none are given.</param>
    /// <param name="segments">The table of segments; <see cref="RfmSegments.Standard"/> if none is given.</param>
    /// <returns>The scores as SQL.</returns>
    /// <exception cref="ArgumentNullException">An argument is null that may not be.</exception>
    /// <exception cref="InvalidModelException">A column is of another kind, or the dialect cannot express a segment; each fault is named by
    /// its place.</exception>
    public static SqlRfm Of(
        SqlTable table,
        SqlColumn account,
        SqlColumn date,
        SqlColumn amount,
        LocalDate asOf,
        SqlDialect dialect,
        RfmCuts? cuts = null,
        DecisionTable<RfmSegmentFacts, RfmSegment>? segments = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(date);
        ArgumentNullException.ThrowIfNull(amount);
        ArgumentNullException.ThrowIfNull(dialect);
        return new(table, (account, date, amount), Guard.Iso(asOf), dialect, cuts, segments ?? RfmSegments.Standard);
    }

    /// <summary>Every customer with its scores.</summary>
    /// <returns>The statement.</returns>
    public SqlStatement Scores()
    {
        var constants = new SqlConstants(Dialect, SqlValues.Literals);
        var writer = new SqlWriter(
            Dialect, constants,
            member => new(member.Member.Name == nameof(RfmSegmentFacts.Recency) ? "ka_recency" : "ka_frequency", typeof(int)),
            part => throw new SqlRefusal($"it reads {part}"), _ => false);
        var segment = SqlDecisionTable.Cases(
            _policy, _rules, rule => writer.Condition(rule.Holds.Body, isExact: false),
            rule => rule.Advice is { } advice ? constants.Of(SqlResult.NameOf(advice)) : "NULL");
        var customers = Customers();
        var from = _cuts is null ? $"{customers} CROSS JOIN {Quintiles(customers)}" : customers;
        return new(
            $"""
            SELECT ka_account AS account, ka_days AS days_since_purchase, ka_orders AS orders, ka_money AS amount,
                ka_recency AS recency, ka_frequency AS frequency, ka_value AS money,
                {segment} AS segment
            FROM (
            SELECT ka_account, ka_days, ka_orders, ka_money,
                {Invariant($"{RfmCuts.Scores}")} - ({Above(0)}) AS ka_recency,
                1 + {Above(1)} AS ka_frequency,
                1 + {Above(2)} AS ka_value
            FROM {from}
            ) AS ka_scores
            """,
            constants.Parameters);
    }

    private string Above(int measure) => string.Join(
        " + ", Enumerable.Range(0, RfmCuts.Scores - 1).Select(i => $"CASE WHEN {Measures[measure]} > {Cut(measure, i)} THEN 1 ELSE 0 END"));

    private string Cut(int measure, int i) => _cuts is null ? Name(measure, i) : measure switch
    {
        0 => Invariant($"{_cuts.Days[i]}"),
        1 => Invariant($"{_cuts.Orders[i]}"),
        _ => Dialect.Literal(_cuts.Amounts[i]),
    };

    private static string Name(int measure, int i) => Invariant($"{Measures[measure]}_{i + 1}");

    // Who has only returns is not a customer.
    private string Customers()
    {
        const string Bought = "CASE WHEN ka_amount > 0 THEN ka_date END";
        return $"""
            (
            SELECT ka_account, {Dialect.DaysUntil(_asOf, "ka_last")} AS ka_days, ka_orders, ka_money
            FROM (
            SELECT ka_account, MAX({Bought}) AS ka_last, COUNT(DISTINCT {Bought}) AS ka_orders, SUM(ka_amount) AS ka_money
            FROM (
            SELECT {_account} AS ka_account, {_date} AS ka_date, {_amount} AS ka_amount
            FROM {_table.In(Dialect)}
            ) AS ka_purchases
            WHERE ka_date <= {Dialect.Literal(_asOf)} AND ka_account IS NOT NULL AND ka_amount IS NOT NULL
            GROUP BY ka_account
            ) AS ka_sums
            WHERE ka_orders > 0
            ) AS ka_customers
            """;
    }

    // The value up to which at least k fifths of the customers lie: that in the place ⌈k · n / 5⌉.
    private string Quintiles(string customers)
    {
        var cuts = Enumerable.Range(0, Measures.Length)
            .SelectMany(measure => Enumerable.Range(0, RfmCuts.Scores - 1).Select(i => (measure, i))).ToArray();
        if (!Dialect.HasWindows)
        {
            return $"""
                (
                SELECT {string.Join(",\n    ", cuts.Select(cut => Invariant(
                    $"arrayElement(arraySort(groupArray({Measures[cut.measure]})), {Place(cut.i + 1)}) AS {Name(cut.measure, cut.i)}")))}
                FROM {customers}
                ) AS ka_cuts
                """;
        }

        return $"""
            (
            SELECT {string.Join(",\n    ", cuts.Select(cut => Invariant(
                $"MAX(CASE WHEN {IsAt($"ka_n{cut.measure}", cut.i + 1)} THEN {Measures[cut.measure]} END) AS {Name(cut.measure, cut.i)}")))}
            FROM (
            SELECT ka_days, ka_orders, ka_money, COUNT(*) OVER () AS ka_n,
                {string.Join(",\n    ", Measures.Select((measure, i) => Invariant($"ROW_NUMBER() OVER (ORDER BY {measure}) AS ka_n{i}")))}
            FROM {customers}
            ) AS ka_numbered
            ) AS ka_cuts
            """;

        static string Place(int k) => Invariant($"intDiv({k} * count() + {RfmCuts.Scores - 1}, {RfmCuts.Scores})");

        static string IsAt(string number, int k) =>
            Invariant($"{number} * {RfmCuts.Scores} >= {k} * ka_n AND ({number} - 1) * {RfmCuts.Scores} < {k} * ka_n");
    }
}
