using System.Linq.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>The definition of a decision table, checked as a whole by <see cref="Build"/>.</summary>
/// <typeparam name="TFacts">The facts the rules read.</typeparam>
/// <typeparam name="TAdvice">The advice.</typeparam>
/// <remarks>Not safe to share between threads; what it builds is.</remarks>
public sealed class DecisionTableBuilder<TFacts, TAdvice>
{
    private readonly string _id;
    private readonly List<(LambdaExpression Fact, IReadOnlyList<object?> Values)> _domain = [];
    private readonly List<Rule<TFacts, TAdvice>> _rules = [];
    private string _version = "1";

    internal DecisionTableBuilder(string id) => _id = id;

    /// <summary>Declares a fact of the domain and all values it can have. With a domain, <see cref="DecisionTable{TFacts,TAdvice}.Verify"/> can
    /// prove the table, and rules may read nothing else.</summary>
    /// <typeparam name="TValue">The type of the fact.</typeparam>
    /// <param name="fact">The fact: <c>f => f.Tier</c>.</param>
    /// <param name="values">All its values, with null where it may be unknown.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DecisionTableBuilder<TFacts, TAdvice> Domain<TValue>(Expression<Func<TFacts, TValue>> fact, params TValue[] values)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(values);
        _domain.Add((fact, [.. values.Select(value => (object?)value)]));
        return this;
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="id">The stable identifier, unique in the table.</param>
    /// <param name="when">When it matches.</param>
    /// <param name="then">What it advises.</param>
    /// <param name="reason">Why, for a person; <c>{0}</c>, <c>{1}</c> … stand for <paramref name="arguments"/>.</param>
    /// <param name="arguments">The facts the reason speaks of.</param>
    /// <param name="provenance">Where the rule comes from.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">Id or condition is null.</exception>
    public DecisionTableBuilder<TFacts, TAdvice> Rule(
        string id,
        Expression<Func<TFacts, bool>> when,
        TAdvice then,
        Text? reason = null,
        Func<TFacts, object?[]>? arguments = null,
        Provenance? provenance = null)
    {
        _rules.Add(new(id, when, then, reason, arguments, provenance));
        return this;
    }

    /// <summary>Names the version of the table, which stands in every decision; without it, <c>1</c>.</summary>
    /// <param name="version">The version; not blank.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public DecisionTableBuilder<TFacts, TAdvice> Version(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        _version = version;
        return this;
    }

    /// <summary>Checks the definition and makes the table.</summary>
    /// <param name="policy">How many rules may answer.</param>
    /// <returns>The table.</returns>
    /// <exception cref="InvalidModelException">Something is wrong; it holds every fault with its path.</exception>
    public DecisionTable<TFacts, TAdvice> Build(HitPolicy policy)
    {
        var faults = new List<ModelFault>();
        var domain = new List<TableDimension>();
        foreach (var (fact, values) in _domain)
        {
            if (fact.Body is not MemberExpression { Expression: ParameterExpression } member)
            {
                faults.Add(new("domain", $"'{fact.Body}' is no fact; name one, such as f => f.Tier"));
                continue;
            }

            var path = $"domain[\"{member.Member.Name}\"]";
            if (domain.Exists(each => each.Name == member.Member.Name))
                faults.Add(new(path, "the fact stands twice"));
            if (values.Count == 0)
                faults.Add(new(path, "it has no values"));
            foreach (var value in values.GroupBy(value => value).Where(group => group.Count() > 1))
                faults.Add(new(path, $"the value {value.Key ?? "unknown"} stands twice"));
            domain.Add(new(member, values));
        }

        return DecisionTable<TFacts, TAdvice>.Checked(_id, _version, policy, domain, [.. _rules], faults);
    }
}
