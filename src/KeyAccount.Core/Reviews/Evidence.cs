using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using KeyAccount.Core.Rules;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>A fact that a finding rests on.</summary>
/// <param name="Fact">Its name, as in <see cref="ReviewFacts"/>.</param>
/// <param name="Value">What it is, as in JSON: a number, a date, the name of a term; null where it is not known.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record Evidence(string Fact, string? Value)
{
    /// <summary>Reads from the condition of each rule which facts it asks: the evidence of a finding is what its rule has read, and nothing
    /// else.</summary>
    internal static Dictionary<string, PropertyInfo[]> FactsOf<TAdvice>(DecisionTable<ReviewFacts, TAdvice> table) =>
        table.Rules.ToDictionary(
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
