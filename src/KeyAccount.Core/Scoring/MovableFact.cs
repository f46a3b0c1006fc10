using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>A property of facts that paths can change: how it is read, and how to make facts that differ only in it.</summary>
/// <remarks>Facts are copied as <c>with</c> copies a record; the copy gets the value before anybody sees it.</remarks>
internal sealed class MovableFact
{
    private static readonly Func<object, object> Copy = typeof(object)
        .GetMethod("MemberwiseClone", BindingFlags.NonPublic | BindingFlags.Instance)!
        .CreateDelegate<Func<object, object>>();

    private readonly MemberInfo[] _way;
    private readonly MethodInvoker?[] _setters;

    private MovableFact(MemberInfo[] way)
    {
        _way = way;
        _setters = [.. way.Select(member => member is PropertyInfo { SetMethod: { } set } ? MethodInvoker.Create(set) : null)];
        var type = way[^1] is PropertyInfo property ? property.PropertyType : ((FieldInfo)way[^1]).FieldType;
        Type = Nullable.GetUnderlyingType(type) ?? type;
        Name = string.Join('.', way.Select(member => member.Name));
        Range = FactRange.Of(way[^1]);
    }

    /// <summary>The name of the property, with the path to it.</summary>
    public string Name { get; }

    /// <summary>The type of the property, if it is known.</summary>
    public Type Type { get; }

    /// <summary>The natural range of the property; null if it has none.</summary>
    public FactRange? Range { get; }

    public bool IsTerm => Type.IsAssignableTo(typeof(ITerm));

    /// <summary>The facts that an expression reads and that can be changed: numbers and terms with a setter, without duplicates.</summary>
    public static IReadOnlyList<MovableFact> In(OverFacts expression)
    {
        var reading = new Reading(expression.Facts);
        _ = reading.Visit(expression.Body);
        return
        [
            .. reading.Ways.Select(way => new MovableFact(way))
                .Where(fact => fact.CanMove())
                .DistinctBy(fact => fact.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The path to a sibling of this property.</summary>
    public string Beside(PropertyInfo other) => string.Join('.', _way.SkipLast(1).Select(member => member.Name).Append(other.Name));

    /// <summary>The value of the fact; null if it is not known.</summary>
    public object? Of(object facts)
    {
        object? value = facts;
        foreach (var member in _way)
        {
            if (value is null)
                return null;
            value = CapturedValues.ValueOf(member, value);
        }

        return value;
    }

    /// <summary>Returns the facts with another value of this one; every object on the path to it is known to exist.</summary>
    public object With(object facts, object value) => With(facts, value, 0);

    /// <summary>A fact as a number; for a term, its <c>Value</c>.</summary>
    public static double NumberOf(object value) =>
        value is ITerm term ? term.Value : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private object With(object facts, object value, int step)
    {
        var copy = Copy(facts);
        var inner = step == _way.Length - 1 ? value : With(CapturedValues.ValueOf(_way[step], facts)!, value, step + 1);
        if (_setters[step] is { } setter)
            setter.Invoke(copy, inner);
        else
            ((FieldInfo)_way[step]).SetValue(copy, inner);
        return copy;
    }

    private bool CanMove() =>
        (IsTerm || (Type.IsPrimitive && Type != typeof(bool) && Type != typeof(char)) || Type == typeof(decimal))
        && _way.All(member => member is PropertyInfo { CanWrite: true } or FieldInfo { IsInitOnly: false });

    private sealed class Reading(ParameterExpression facts) : ExpressionVisitor
    {
        public List<MemberInfo[]> Ways { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            var way = new Stack<MemberInfo>();
            Expression? at = node;
            while (at is MemberExpression { Expression: { } of } member)
            {
                // f.Margin.Value and f.Margin.HasValue read f.Margin.
                if (Nullable.GetUnderlyingType(of.Type) is null)
                    way.Push(member.Member);
                else
                    way.Clear();
                at = of is RangedFact ranged ? ranged.Fact : of;
            }

            if (at != facts || way.Count == 0)
                return base.VisitMember(node);
            Ways.Add([.. way]);
            return node;
        }
    }
}
