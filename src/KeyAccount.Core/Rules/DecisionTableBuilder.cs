using System.Linq.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>The definition of a decision table, checked as a whole by <see cref="Build"/>.</summary>
/// <typeparam name="TFacts">The facts the rules read.</typeparam>
/// <typeparam name="TAdvice">The advice.</typeparam>
/// <remarks>Not a value. Not safe to share between threads; what it builds is.</remarks>
public sealed class DecisionTableBuilder<TFacts, TAdvice>
{
    private readonly string _id;
    private readonly List<(LambdaExpression Fact, IReadOnlyList<object?> Values)> _domain = [];
    private readonly List<Definition> _rules = [];
    private string _version = "1";
    private TAdvice[] _priorities = [];
    private Provenance? _provenance;
    private (TextTable Texts, string Prefix, Func<TFacts, object?[]>? Arguments)? _reasons;

    internal DecisionTableBuilder(string id) => _id = id;

    /// <summary>Declares a fact of the domain and all values it can have. With a domain, <see cref="DecisionTable{TFacts,TAdvice}.Verify"/>
    /// can prove the table, and rules may read nothing else.</summary>
    /// <typeparam name="TValue">The type of the fact.</typeparam>
    /// <param name="fact">The fact: <c>f => f.Tier</c>.</param>
    /// <param name="values">All its values, with null if it may be unknown.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DecisionTableBuilder<TFacts, TAdvice> Domain<TValue>(Expression<Func<TFacts, TValue>> fact, params TValue[] values)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(values);
        _domain.Add((fact, [.. values.Select(value => (object?)value)]));
        return this;
    }

    /// <summary>Sets the provenance of rules that name none of their own.</summary>
    /// <param name="provenance">The provenance.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provenance"/> is null.</exception>
    public DecisionTableBuilder<TFacts, TAdvice> From(Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        _provenance = provenance;
        return this;
    }

    /// <summary>Takes the reason of each rule that names none from a table of texts: the text whose key is the prefix and the id of the
    /// rule.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="prefix">The part of the key before the id of a rule, such as <c>Pricing.Posture.</c></param>
    /// <param name="arguments">The facts to which these reasons refer; null if there are none. A reason without placeholders ignores
    /// them.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> or <paramref name="prefix"/> is null.</exception>
    public DecisionTableBuilder<TFacts, TAdvice> Reasons(TextTable texts, string prefix, Func<TFacts, object?[]>? arguments = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(prefix);
        _reasons = (texts, prefix, arguments);
        return this;
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="id">The stable identifier, unique in the table.</param>
    /// <param name="when">When it matches, read in three values: it does not match while it is unknown whether it holds. See
    /// <see cref="DecisionTable{TFacts,TAdvice}"/>.</param>
    /// <param name="then">The advice.</param>
    /// <param name="reason">Why, for a person; <c>{0}</c>, <c>{1}</c> … stand for <paramref name="arguments"/>. Null for the text that
    /// <see cref="Reasons"/> finds by the id, or else the id itself.</param>
    /// <param name="arguments">The facts to which the reason refers; null for those of <see cref="Reasons"/> if the reason comes from
    /// there.</param>
    /// <param name="provenance">The provenance of the rule; null for that of <see cref="From"/>.</param>
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
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(when);
        _rules.Add(new(id, when, then, reason, arguments, provenance));
        return this;
    }

    /// <summary>Ranks the advice for <see cref="HitPolicy.Priority"/>.</summary>
    /// <param name="highestFirst">Everything that the rules advise, the highest first.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="highestFirst"/> is null.</exception>
    public DecisionTableBuilder<TFacts, TAdvice> Priorities(params TAdvice[] highestFirst)
    {
        ArgumentNullException.ThrowIfNull(highestFirst);
        _priorities = [.. highestFirst];
        return this;
    }

    /// <summary>Sets the version of the table, which every decision carries; without it, <c>1</c>.</summary>
    /// <param name="version">The version; not blank.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public DecisionTableBuilder<TFacts, TAdvice> Version(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        _version = version;
        return this;
    }

    /// <summary>Checks the definition and builds the table.</summary>
    /// <param name="policy">The hit policy: how many rules may answer.</param>
    /// <returns>The table.</returns>
    /// <exception cref="InvalidModelException">Something is wrong; the exception holds every fault with its path.</exception>
    public DecisionTable<TFacts, TAdvice> Build(HitPolicy policy)
    {
        var faults = new List<ModelFault>();
        var domain = new List<TableDimension>();
        foreach (var (fact, values) in _domain)
        {
            if (fact.Body is not MemberExpression { Expression: ParameterExpression } member)
            {
                faults.Add(new("domain", $"'{fact.Body}' is not a fact; name one, such as f => f.Tier"));
                continue;
            }

            var path = $"domain[\"{member.Member.Name}\"]";
            if (domain.Exists(each => each.Name == member.Member.Name))
                faults.Add(new(path, "the fact is duplicated"));
            if (values.Count == 0)
                faults.Add(new(path, "it has no values"));
            foreach (var value in values.GroupBy(value => value).Where(group => group.Count() > 1))
                faults.Add(new(path, $"the value {value.Key ?? "unknown"} is duplicated"));
            domain.Add(new(member, values));
        }

        return DecisionTable<TFacts, TAdvice>.Checked(
            _id, _version, policy, _priorities, domain, [.. _rules.Select(rule => Made(rule, faults))], faults);
    }

    private Rule<TFacts, TAdvice> Made(Definition rule, List<ModelFault> faults)
    {
        var (reason, arguments) = (rule.Reason, rule.Arguments);
        if (reason is null && _reasons is { } reasons)
        {
            arguments ??= reasons.Arguments;
            reason = reasons.Texts.TryGet(reasons.Prefix + rule.Id);
            if (reason is null)
            {
                faults.Add(new(
                    $"rules[\"{rule.Id}\"].reason",
                    $"there is no text '{reasons.Prefix}{rule.Id}'; add it to the texts, or give the rule a reason of its own"));
            }
        }

        return new(rule.Id, rule.When, rule.Then, reason, arguments, rule.Provenance ?? _provenance);
    }

    private sealed record Definition(
        string Id,
        Expression<Func<TFacts, bool>> When,
        TAdvice Then,
        Text? Reason,
        Func<TFacts, object?[]>? Arguments,
        Provenance? Provenance);
}
