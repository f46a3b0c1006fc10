using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using KeyAccount.Core.Rules;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>A fact that a finding rests on.</summary>
/// <param name="Fact">The name of the fact, as in <see cref="ReviewFacts"/> or in the judgement of a topic of your own.</param>
/// <param name="Value">The value, as in JSON: a number, a date, the name of a term; null if it is not known.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record Evidence(string Fact, string? Value)
{
    // Of each table, by the id of a rule, the properties that its condition reads, each with those on the way to it.
    private static readonly ConditionalWeakTable<object, Dictionary<string, PropertyInfo[][]>> Read = [];

    /// <summary>The evidence of a finding: the facts that the condition of its rule has read, and nothing else.</summary>
    internal static IReadOnlyList<Evidence> Of<TFacts, TAdvice>(DecisionTable<TFacts, TAdvice> table, string ruleId, TFacts facts)
        where TFacts : class
    {
        var read = Read.TryGetValue(table, out var known) ? known : Read.GetValue(table, _ => FactsOf(table));
        var ways = read[ruleId];
        var evidence = new Evidence[ways.Length];
        for (var i = 0; i < ways.Length; i++)
            evidence[i] = new(ways[i][^1].Name, Shown(ways[i].Aggregate((object?)facts, (owner, step) => step.GetValue(owner))));
        return new ValueList<Evidence>(evidence);
    }

    private static Dictionary<string, PropertyInfo[][]> FactsOf<TFacts, TAdvice>(DecisionTable<TFacts, TAdvice> table) =>
        table.Rules.ToDictionary(
            rule => rule.Id,
            rule =>
            {
                var reader = new FactReader(rule.When.Parameters[0]);
                reader.Visit(rule.When.Body);
                return reader.Facts.ToArray();
            },
            StringComparer.Ordinal);

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
        private readonly bool _isOfTopic = facts.Type.IsGenericType && facts.Type.GetGenericTypeDefinition() == typeof(TopicFacts<>);

        public List<PropertyInfo[]> Facts { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Member is not PropertyInfo fact)
                return base.VisitMember(node);
            if (node.Expression == facts)
            {
                Add(fact);
            }
            else if (_isOfTopic && node.Expression is MemberExpression { Member: PropertyInfo part } inner && inner.Expression == facts)
            {
                // What the topic or the account says is the fact, not that there is one.
                Add(part, fact);
                return node;
            }

            return base.VisitMember(node);
        }

        private void Add(params PropertyInfo[] way)
        {
            if (!Facts.Exists(known => known.AsSpan().SequenceEqual(way)))
                Facts.Add(way);
        }
    }
}
