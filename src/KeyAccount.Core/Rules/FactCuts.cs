using System.Linq.Expressions;
using KeyAccount.Core.Expressions;

namespace KeyAccount.Core.Rules;

/// <summary>The numbers that a condition compares each fact of a domain with: between two of them it says the same.</summary>
internal sealed class FactCuts : ExpressionVisitor
{
    private readonly OverFacts _condition;
    private readonly IReadOnlyList<TableDimension> _domain;
    private readonly List<object>[] _cuts;
    private readonly HashSet<int> _other = [];

    private FactCuts(OverFacts condition, IReadOnlyList<TableDimension> domain) =>
        (_condition, _domain, _cuts) = (condition, domain, [.. domain.Select(_ => new List<object>())]);

    /// <summary>The numbers a fact is compared with; null if the condition does something else with it.</summary>
    /// <param name="fact">Its place in the domain.</param>
    public IReadOnlyCollection<object>? this[int fact] => _other.Contains(fact) ? null : _cuts[fact];

    /// <summary>The numbers of which the condition does something else than compare them with a number of its own.</summary>
    public IEnumerable<string> Beyond => _other.Order().Where(i => FactColumn.IsNumber(_domain[i])).Select(i => _domain[i].Name);

    public static FactCuts Of(OverFacts condition, IReadOnlyList<TableDimension> domain)
    {
        var cuts = new FactCuts(condition, domain);
        cuts.Visit(condition.Body);
        return cuts;
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.LessThan
            or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual))
            return base.VisitBinary(node);
        return Compares(node.Left, node.Right) || Compares(node.Right, node.Left) ? node : base.VisitBinary(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Member.Name == nameof(Nullable<int>.HasValue) && node.Expression is { } inner && FactOf(inner) >= 0)
            return node;
        if (FactOf(node) is >= 0 and var fact && node.Expression == _condition.Facts && Type(fact) != typeof(bool))
            _other.Add(fact);
        return base.VisitMember(node);
    }

    private Type Type(int fact) => _domain[fact].Fact.Type;

    private bool Compares(Expression one, Expression other)
    {
        var fact = FactOf(one);
        if (fact < 0 || !IsConstant(other, out var value))
            return false;
        if (value is null || !FactColumn.IsNumber(_domain[fact]))
            return true;
        if (FactColumn.AsValueOf(_domain[fact], value) is not { } cut)
            return false;
        _cuts[fact].Add(cut);
        return true;
    }

    private int FactOf(Expression expression)
    {
        var bare = Bare(expression);
        if (bare is MemberExpression { Member.Name: nameof(Nullable<int>.Value), Expression: { } inner }
            && Nullable.GetUnderlyingType(inner.Type) is not null)
            bare = Bare(inner);
        if (bare is not MemberExpression member || member.Expression != _condition.Facts)
            return -1;
        for (var i = 0; i < _domain.Count; i++)
        {
            if (_domain[i].Fact.Member == member.Member)
                return i;
        }

        return -1;
    }

    private static bool IsConstant(Expression expression, out object? value)
    {
        value = null;
        switch (Bare(expression))
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression { Expression: null } fixedValue:
                value = CapturedValues.ValueOf(fixedValue.Member, null!);
                return true;
            default:
                return false;
        }
    }

    private static Expression Bare(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } converted)
            expression = converted.Operand;
        return expression;
    }
}
