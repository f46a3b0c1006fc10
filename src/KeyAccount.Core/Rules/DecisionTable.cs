using System.Linq.Expressions;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>Ordered rules that turn facts into advice with its reason. The vocabulary is that of DMN.</summary>
/// <typeparam name="TFacts">The facts the rules read.</typeparam>
/// <typeparam name="TAdvice">The advice.</typeparam>
/// <remarks>Immutable, checked when it is built, and safe to share between threads; compared by reference. Begin with
/// <see cref="DecisionTable.For{TFacts,TAdvice}"/>. A table with a domain works out each answer once and looks it up from then
/// on.</remarks>
public sealed class DecisionTable<TFacts, TAdvice> : IModel
{
    // Beyond this a domain is not meant to be gone through.
    private const int MostCombinations = 1_000_000;

    private readonly Rule<TFacts, TAdvice>[] _rules;
    private readonly Lazy<TableCells<TFacts, TAdvice>?> _cells;

    private DecisionTable(
        string id, string version, HitPolicy policy, IReadOnlyList<TableDimension> domain, Rule<TFacts, TAdvice>[] rules)
    {
        Id = id;
        Version = version;
        HitPolicy = policy;
        Domain = domain;
        _rules = rules;
        _cells = new(() => TableCells<TFacts, TAdvice>.Over(domain));
    }

    /// <summary>The stable identifier of the table.</summary>
    public string Id { get; }

    /// <summary>The version of the table, which stands in every decision.</summary>
    public string Version { get; }

    /// <summary>How many rules may answer.</summary>
    public HitPolicy HitPolicy { get; }

    /// <summary>The facts the rules read with all their values; empty where none was declared.</summary>
    public IReadOnlyList<TableDimension> Domain { get; }

    /// <summary>The rules in their order.</summary>
    public IReadOnlyList<Rule<TFacts, TAdvice>> Rules => _rules;

    /// <summary>Each rule with its advice and where it comes from.</summary>
    public IEnumerable<ModelDefault> Defaults =>
        _rules.Select(rule => new ModelDefault($"rules[\"{rule.Id}\"]", rule.Advice?.ToString() ?? "", rule.Provenance));

    /// <summary>Asks the table.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>The rules that answer; none where no rule matches.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A fault of the table, which the message names: two rules match and the hit policy is
    /// <see cref="HitPolicy.Unique"/>, or the arguments of a reason throw or are fewer than its placeholders.</exception>
    public Decision<TAdvice> Decide(TFacts facts)
    {
        if (facts is null)
            throw new ArgumentNullException(nameof(facts));
        return _cells.Value is { } cells ? cells.Decide(this, facts) : Ask(facts);
    }

    /// <summary>Goes through every combination of the declared domain.</summary>
    /// <returns>The combinations without an answer, those with several, and the rules that answer nowhere.</returns>
    /// <exception cref="InvalidOperationException">The table declares no domain, or one of more than a million combinations.</exception>
    public TableProof Verify()
    {
        var combinations = TableDimension.Combinations(Domain);
        if (Domain.Count == 0 || combinations > MostCombinations)
        {
            var declared = Domain.Count == 0 ? "no domain" : Invariant($"a domain of {combinations} combinations");
            throw new InvalidOperationException(
                Invariant($"The table '{Id}' declares {declared}; it can be verified over 1 to {MostCombinations}."));
        }

        var matches = Array.ConvertAll(_rules, rule => OverDomain(rule, Domain, []).Compile());
        var gaps = new List<TableCell>();
        var overlaps = new List<TableOverlap>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var values = new object?[Domain.Count];
        for (var combination = 0; combination < combinations; combination++)
        {
            // The combination's number, read in the mixed radix of the dimensions; the last one turns fastest.
            for (int i = Domain.Count - 1, rest = combination; i >= 0; rest /= Domain[i].Values.Count, i--)
                values[i] = Domain[i].Values[rest % Domain[i].Values.Count];

            var hits = _rules.Where((_, i) => matches[i](values)).Select(rule => rule.Id).ToArray();
            used.UnionWith(HitPolicy == HitPolicy.First ? hits.Take(1) : hits);
            if (hits.Length == 1)
                continue;
            var cell = new TableCell([.. Domain.Select((dimension, i) => KeyValuePair.Create(dimension.Name, values[i]))]);
            if (hits.Length == 0)
                gaps.Add(cell);
            else
                overlaps.Add(new(cell, hits));
        }

        return new(HitPolicy, combinations, gaps, overlaps, [.. _rules.Select(rule => rule.Id).Where(id => !used.Contains(id))]);
    }

    /// <summary>The table with a rule replaced where it stands, or added at the end where the id is new.</summary>
    /// <param name="ruleId">The id of the rule.</param>
    /// <param name="when">When it matches.</param>
    /// <param name="then">What it advises.</param>
    /// <param name="reason">Why, for a person; <c>{0}</c>, <c>{1}</c> … stand for <paramref name="arguments"/>.</param>
    /// <param name="arguments">The facts the reason speaks of.</param>
    /// <param name="provenance">Where the rule comes from.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException">Id or condition is null.</exception>
    /// <exception cref="InvalidModelException">The rule does not fit the table.</exception>
    public DecisionTable<TFacts, TAdvice> With(
        string ruleId,
        Expression<Func<TFacts, bool>> when,
        TAdvice then,
        Text? reason = null,
        Func<TFacts, object?[]>? arguments = null,
        Provenance? provenance = null)
    {
        var rule = new Rule<TFacts, TAdvice>(ruleId, when, then, reason, arguments, provenance);
        var index = IndexOf(ruleId);
        return index < 0 ? WithRules([.. _rules, rule]) : WithRules([.. _rules[..index], rule, .. _rules[(index + 1)..]]);
    }

    /// <summary>The table with other advice from a rule that keeps its condition.</summary>
    /// <param name="ruleId">The id of the rule.</param>
    /// <param name="then">What it now advises.</param>
    /// <param name="reason">Why; null keeps the reason.</param>
    /// <param name="provenance">Where the advice comes from.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public DecisionTable<TFacts, TAdvice> With(string ruleId, TAdvice then, Text? reason = null, Provenance? provenance = null)
    {
        var index = Existing(ruleId);
        return WithRules([.. _rules[..index], _rules[index].Advising(then, reason, provenance), .. _rules[(index + 1)..]]);
    }

    /// <summary>The table without a rule.</summary>
    /// <param name="ruleId">The id of the rule.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    /// <exception cref="InvalidModelException">It is the last one.</exception>
    public DecisionTable<TFacts, TAdvice> Without(string ruleId)
    {
        var index = Existing(ruleId);
        return WithRules([.. _rules[..index], .. _rules[(index + 1)..]]);
    }

    /// <summary>The same rules under another version. Name one where you have changed a rule, so that decisions tell which table made them.
    /// </summary>
    /// <param name="version">The version; not blank.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public DecisionTable<TFacts, TAdvice> WithVersion(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return new(Id, version, HitPolicy, Domain, _rules);
    }

    /// <summary>Makes a table, or reports everything that is wrong with it.</summary>
    internal static DecisionTable<TFacts, TAdvice> Checked(
        string id,
        string version,
        HitPolicy policy,
        IReadOnlyList<TableDimension> domain,
        Rule<TFacts, TAdvice>[] rules,
        List<ModelFault> faults)
    {
        if (!Enum.IsDefined(policy))
            faults.Add(new("hitPolicy", $"{policy} is not one of {string.Join(", ", Enum.GetNames<HitPolicy>())}"));
        if (rules.Length == 0)
            faults.Add(new("rules", "there is none"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (string.IsNullOrWhiteSpace(rule.Id))
                faults.Add(new($"rules[\"{rule.Id}\"]", "the id is blank"));
            else if (!seen.Add(rule.Id))
                faults.Add(new($"rules[\"{rule.Id}\"]", "the id is duplicated"));
            faults.AddRange(rule.ReasonFaults());
            if (domain.Count > 0)
                OverDomain(rule, domain, faults);
        }

        return faults.Count > 0 ? throw new InvalidModelException(id, faults) : new(id, version, policy, domain, rules);
    }

    // The condition over the values of the domain instead of facts: no facts need be made to try them all.
    private static Expression<Func<object?[], bool>> OverDomain(
        Rule<TFacts, TAdvice> rule, IReadOnlyList<TableDimension> domain, List<ModelFault> faults)
    {
        var values = Expression.Parameter(typeof(object[]), "values");
        var visitor = new DomainVisitor(rule.When.Parameters[0], values, domain);
        var body = visitor.Visit(rule.When.Body);
        foreach (var outside in visitor.Outside)
            faults.Add(new($"rules[\"{rule.Id}\"].when", $"it reads {outside}, which is not in the domain"));
        return faults.Count > 0 ? _ => false : Expression.Lambda<Func<object?[], bool>>(body, values);
    }

    /// <summary>Asks the rules themselves.</summary>
    internal Decision<TAdvice> Ask(TFacts facts)
    {
        var matching = Matching(facts);
        return DecisionOf(matching, ArgumentsOf(matching, facts));
    }

    /// <summary>The rules that answer, in the order of the table.</summary>
    internal Rule<TFacts, TAdvice>[] Matching(TFacts facts)
    {
        var matches = _rules.Where(rule => rule.Matches(facts));
        var matching = (HitPolicy == HitPolicy.First ? matches.Take(1) : matches).ToArray();
        return HitPolicy != HitPolicy.Unique || matching.Length <= 1 ? matching : throw new InvalidOperationException(
            $"The table '{Id}' has the hit policy Unique, and {matching.Length} rules match: "
            + $"{string.Join(", ", matching.Select(rule => rule.Id))}.");
    }

    /// <summary>What the reasons of rules that match say of facts.</summary>
    internal object?[][] ArgumentsOf(Rule<TFacts, TAdvice>[] matching, TFacts facts) =>
        Array.ConvertAll(matching, rule => rule.ArgumentsOf(facts, Id));

    /// <summary>The decision of rules that match.</summary>
    internal Decision<TAdvice> DecisionOf(Rule<TFacts, TAdvice>[] matching, object?[][] arguments)
    {
        var hits = new Hit<TAdvice>[matching.Length];
        for (var i = 0; i < hits.Length; i++)
            hits[i] = matching[i].Hit(arguments[i], Id);
        return new(Id, Version, new ValueList<Hit<TAdvice>>(hits));
    }

    private DecisionTable<TFacts, TAdvice> WithRules(Rule<TFacts, TAdvice>[] rules) => Checked(Id, Version, HitPolicy, Domain, rules, []);

    private int IndexOf(string ruleId) => Array.FindIndex(_rules, rule => rule.Id == ruleId);

    private int Existing(string ruleId)
    {
        ArgumentNullException.ThrowIfNull(ruleId);
        var index = IndexOf(ruleId);
        return index >= 0 ? index : throw new ArgumentException(
            $"ruleId is '{ruleId}'; the table '{Id}' has {string.Join(", ", _rules.Select(rule => rule.Id))}.", nameof(ruleId));
    }

    private sealed class DomainVisitor(ParameterExpression facts, ParameterExpression values, IReadOnlyList<TableDimension> domain)
        : ExpressionVisitor
    {
        public SortedSet<string> Outside { get; } = new(StringComparer.Ordinal);

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != facts)
                return base.VisitMember(node);
            for (var i = 0; i < domain.Count; i++)
            {
                if (domain[i].Fact.Member == node.Member)
                    return Expression.Convert(Expression.ArrayAccess(values, Expression.Constant(i)), node.Type);
            }

            Outside.Add(node.Member.Name);
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (node == facts)
                Outside.Add("the facts as a whole");
            return node;
        }
    }
}

/// <summary>Where the definition of a decision table begins.</summary>
public static class DecisionTable
{
    /// <summary>Begins the definition of a decision table.</summary>
    /// <typeparam name="TFacts">What the rules read.</typeparam>
    /// <typeparam name="TAdvice">What they advise: a term, or a record of your own.</typeparam>
    /// <param name="id">The stable identifier of the table; not blank.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    public static DecisionTableBuilder<TFacts, TAdvice> For<TFacts, TAdvice>(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new(id);
    }
}
