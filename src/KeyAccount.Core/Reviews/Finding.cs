using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A fact that a finding rests on.</summary>
/// <param name="Fact">Its name, as in <see cref="ReviewFacts"/>.</param>
/// <param name="Value">What it is, as in JSON: a number, a date, the name of a term; null where it is not known.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record Evidence(string Fact, string? Value)
{
    /// <summary>Reads from the condition of each rule which facts it asks: the evidence of a finding is what its rule has read, and nothing else.</summary>
    internal static Dictionary<string, PropertyInfo[]> FactsOf<TAdvice>(DecisionTable<ReviewFacts, TAdvice> table) => table.Rules.ToDictionary(
        rule => rule.Id,
        rule =>
        {
            var reader = new FactReader(rule.When.Parameters[0]);
            reader.Visit(rule.When.Body);
            return reader.Facts.ToArray();
        },
        StringComparer.Ordinal);

    internal static Evidence Of(PropertyInfo fact, ReviewFacts facts) => new(fact.Name, Shown(fact.GetValue(facts)));

    private static string? Shown(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        LocalDate date => LocalDatePattern.Iso.Format(date),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Shown)),
        _ => value.ToString(),
    };

    private sealed class FactReader(ParameterExpression facts) : ExpressionVisitor
    {
        public List<PropertyInfo> Facts { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression == facts && node.Member is PropertyInfo fact && !Facts.Contains(fact))
                Facts.Add(fact);
            return base.VisitMember(node);
        }
    }
}

/// <summary>What a finding puts at stake: the advice of the table of findings.</summary>
/// <remarks>Immutable; equal when every part is. The share ranks findings against each other; it is no probability and no forecast.</remarks>
public sealed record Stake
{
    /// <summary>What is at stake.</summary>
    /// <param name="topic">What it is about.</param>
    /// <param name="share">The share of the basis that is at stake, 0 … 1.</param>
    /// <param name="basis">Of which amount; null for the annual purchases.</param>
    /// <exception cref="ArgumentNullException"><paramref name="topic"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0 … 1.</exception>
    public Stake(ReviewTopic topic, decimal share, StakeBasis? basis = null)
    {
        ArgumentNullException.ThrowIfNull(topic);
        Guard.NotNegative(share);
        Guard.AtMost(share, 1);
        Topic = topic;
        Share = share;
        Basis = basis ?? StakeBasis.AnnualPurchases;
    }

    /// <summary>What it is about.</summary>
    public ReviewTopic Topic { get; }

    /// <summary>The share of the basis that is at stake, 0 … 1.</summary>
    public decimal Share { get; }

    /// <summary>Of which amount.</summary>
    public StakeBasis Basis { get; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The share, the basis and the topic.</returns>
    public override string ToString() => Invariant($"{Topic}: {Share} of {Basis}");
}

/// <summary>Something a review has to say about an account: by which rule, with which evidence, and what is at stake.</summary>
/// <param name="RuleId">The rule of the table of findings.</param>
/// <param name="Stake">The share at stake and of what.</param>
/// <param name="AtStake">The money at stake: share · basis, in the currency of the portfolio; null where the basis is not known.</param>
/// <param name="Text">The finding in a sentence, with its figures.</param>
/// <param name="Evidence">The facts the rule has read.</param>
/// <remarks>A value: immutable, and the same after a round trip through JSON; compared by its parts, the list by reference.</remarks>
public sealed record Finding(string RuleId, Stake Stake, decimal? AtStake, Text Text, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The rule, the money and the sentence in English.</returns>
    public override string ToString() => Invariant($"Finding {{ RuleId = {RuleId}, AtStake = {AtStake}, Text = {Text} }}");
}
