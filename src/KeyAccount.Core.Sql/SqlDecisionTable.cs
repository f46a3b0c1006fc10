using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Sql;

/// <summary>A decision table as SQL text: for each row of a table the rule that answers, and its advice.</summary>
/// <remarks>
/// <para>What is not known is read in three values, as in memory: a rule matches where its condition certainly holds. A fact that is out of
/// the range that its property names is not known. Where rules contradict each other under the policies Unique and Any, memory throws, and
/// here no rule answers.</para>
/// <para>Immutable. All that the dialect cannot say, and all that is mapped wrongly, is told when it is made.</para>
/// </remarks>
public sealed class SqlDecisionTable
{
    private const string RuleColumn = "rule_id";
    private const string AdviceColumn = "advice";

    private readonly IStoredTable _table;
    private readonly IReadOnlyList<StoredRule> _rules;
    private readonly SqlFacts _facts;

    private SqlDecisionTable(IStoredTable table, SqlSource source, SqlDialect dialect)
    {
        (_table, Source, Dialect, _rules) = (table, source, dialect, SameFacts(table.StoredRules));
        var faults = new List<ModelFault>();
        SqlResult.CheckNames(
            dialect, source, faults,
            table.HitPolicy == HitPolicy.Collect ? [.. _rules.Select(rule => rule.Id)] : [RuleColumn, AdviceColumn]);
        faults.AddRange(_rules.Select(rule => rule.Fault).OfType<ModelFault>()
            .Select(fault => fault with { Message = $"{dialect.DisplayName} cannot express it: {fault.Message}" }));
        _facts = new(dialect, source, _rules[0].Holds.Facts, faults);
        foreach (var rule in _rules.Where(rule => rule.Fault is null))
            _facts.Read(Path(rule), rule.Holds.Body);
        SqlResult.ThrowIfAny(table.Id, faults);
        var writer = Writer(new(dialect, SqlValues.Literals));
        foreach (var rule in _rules)
            SqlResult.Try(dialect, Path(rule), faults, () => writer.Condition(rule.Holds.Body, isExact: false));
        if (faults.Count == 0)
            SqlResult.CheckDbt(dialect, source.Table, "rules", faults, () => Decisions().Text);
        SqlResult.ThrowIfAny(table.Id, faults);

        static string Path(StoredRule rule) => $"rules[\"{rule.Id}\"].when";
    }

    /// <summary>The source of the facts.</summary>
    public SqlSource Source { get; }

    /// <summary>The dialect.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>Whether the statement has the column <c>advice</c>: every advice of the table is a name, a text or a number, and the policy
    /// is not Collect. Where it has none, the advice of each rule is found by its id.</summary>
    public bool HasAdvice => _table.HitPolicy != HitPolicy.Collect
        && _rules.All(rule => rule.Advice is null or INamedTerm or string or bool or Enum or IConvertible);

    /// <summary>A decision table over a table of an engine.</summary>
    /// <param name="table">A decision table of this library, ready or made by its builder.</param>
    /// <param name="source">The source of its facts.</param>
    /// <param name="dialect">The dialect.</param>
    /// <returns>The table as SQL.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="table"/> is of a class of its own.</exception>
    /// <exception cref="InvalidModelException">The dialect cannot express a rule, or a column is missing or of another kind; every fault is
    /// told by its place.</exception>
    public static SqlDecisionTable Of(IDecisionTable table, SqlSource source, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        return table is IStoredTable stored ? new(stored, source, dialect) : throw new ArgumentException(
            $"table is {table.GetType()}; it must be a table that DecisionTable.For has built.", nameof(table));
    }

    /// <summary>Every row with its decision: the columns that are kept, then <c>rule_id</c>, the id of the rule that answers, null if
    /// none does, then <c>advice</c>, its name or its text, where every advice of the table has one. Under the policy Collect instead a
    /// column for each rule, named by its id, with 1 where it matches and 0 where not.</summary>
    /// <param name="values">How the statement holds the numbers and texts of the model.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="values"/> is none of the two.</exception>
    /// <exception cref="InvalidModelException">The dialect has no parameters, or not that many.</exception>
    public SqlStatement Decisions(SqlValues values = SqlValues.Literals) =>
        SqlResult.Statement(_table.Id, Dialect, values, Text);

    /// <summary>A view of all rows with their decisions.</summary>
    /// <param name="name">The name of the view.</param>
    /// <returns>The statement that makes it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is the table that the view reads, has more parts than the
    /// engine takes, or is one of dbt, which makes its views itself.</exception>
    public SqlStatement View(SqlTable name) => SqlResult.View(Dialect, name, Source.Table, Decisions());

    /// <summary>The condition of each rule with what answers where it holds, for a CASE.</summary>
    internal static string Cases(
        HitPolicy policy, IReadOnlyList<StoredRule> rules, Func<StoredRule, string> condition, Func<StoredRule, string> answer) =>
        $"CASE{string.Concat(rules.OrderBy(rule => policy == HitPolicy.Priority ? rule.Rank : 0)
            .Select(rule => $" WHEN {condition(rule)} THEN {answer(rule)}"))} END";

    /// <summary>The rules over one parameter: each was written as a lambda of its own.</summary>
    internal static IReadOnlyList<StoredRule> SameFacts(IReadOnlyList<StoredRule> rules) =>
        [
            .. rules.Select(rule => rule with
            {
                Holds = new(rules[0].Holds.Facts, new Renaming(rule.Holds.Facts, rules[0].Holds.Facts).Visit(rule.Holds.Body)),
            }),
        ];

    private SqlWriter Writer(SqlConstants constants) => new(Dialect, constants, _facts.Of, _facts.IsThere, _facts.IsByValue);

    private string Text(SqlConstants constants)
    {
        var writer = Writer(constants);
        var query = new SqlQuery(Dialect, Source.Table.In(Dialect), Source.Keep);
        foreach (var rule in _rules)
            writer.Condition(rule.Holds.Body, isExact: false);
        _facts.AddTo(query, writer);
        query.Add(_rules.Select((rule, i) =>
            (Matches(i), $"CASE WHEN {writer.Condition(rule.Holds.Body, isExact: false)} THEN 1 ELSE 0 END")));
        if (_table.HitPolicy == HitPolicy.Collect)
            return query.Select(_rules.Select((rule, i) => (Dialect.Quoted(rule.Id), Matches(i))));

        // What contradicts itself answers nothing.
        var groups = _table.HitPolicy switch
        {
            HitPolicy.Unique => _rules.Select((_, i) => Matches(i)).ToArray(),
            HitPolicy.Any => [.. _rules.Select((rule, i) => (rule.Advice, Column: Matches(i))).GroupBy(each => each.Advice)
                .Select(group => $"CASE WHEN {string.Join(" + ", group.Select(each => each.Column))} > 0 THEN 1 ELSE 0 END")],
            _ => [],
        };
        var place = _facts.Name("rule");
        var number = 0;
        var numbers = _rules.ToDictionary(rule => rule, _ => number++);
        var first = Cases(
            _table.HitPolicy, _rules, rule => $"{Matches(numbers[rule])} = 1", rule => Invariant($"{numbers[rule]}"));
        query.Add([(place, groups.Length < 2 ? first : $"CASE WHEN {string.Join(" + ", groups)} = 1 THEN {first} END")]);
        List<(string, string)> columns = [(RuleColumn, Named(rule => constants.Of(rule.Id)))];
        if (HasAdvice)
            columns.Add((AdviceColumn, Named(rule => rule.Advice is { } advice ? constants.Of(SqlResult.NameOf(advice)) : "NULL")));
        return query.Select(columns);

        string Named(Func<StoredRule, string> answer) =>
            $"CASE{string.Concat(_rules.Select((rule, i) => Invariant($" WHEN {place} = {i} THEN {answer(rule)}")))} END";
    }

    private string Matches(int rule) => _facts.Name(Invariant($"r{rule}"));

    private sealed class Renaming(System.Linq.Expressions.ParameterExpression from, System.Linq.Expressions.ParameterExpression to)
        : System.Linq.Expressions.ExpressionVisitor
    {
        protected override System.Linq.Expressions.Expression VisitParameter(System.Linq.Expressions.ParameterExpression node) =>
            node == from ? to : node;
    }
}
