using System.Linq.Expressions;

namespace KeyAccount.Core.Expressions;

/// <summary>Makes comparisons of stored values agree with C#. PostgreSQL treats a stored NaN as equal to itself and larger than everything.
/// SQLite compares an integer and a decimal of the same value as texts, "2" and "2.0".</summary>
/// <remarks>Nothing changes in C#.</remarks>
internal sealed class StoredComparisons : ExpressionVisitor
{
    /// <summary>Returns the same expression for a database.</summary>
    public static OverFacts In(OverFacts expression) => expression with { Body = new StoredComparisons().Visit(expression.Body) };

    protected override Expression VisitBinary(BinaryExpression node)
    {
        var comparison = (BinaryExpression)base.VisitBinary(node);
        var (left, right) = (comparison.Left, comparison.Right);
        switch (comparison.NodeType)
        {
            // Only the side that is to be the larger one can turn the answer.
            case ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual when MayBeNaN(left):
                return Expression.AndAlso(comparison, IsNumber(left));
            case ExpressionType.LessThan or ExpressionType.LessThanOrEqual when MayBeNaN(right):
                return Expression.AndAlso(comparison, IsNumber(right));
            case ExpressionType.Equal when MayBeNaN(left) && MayBeNaN(right):
                return Expression.AndAlso(comparison, IsNumberOrNull(left));
            case ExpressionType.Equal when IsIntegerAsDecimal(left) || IsIntegerAsDecimal(right):
                return SameOrder(left, right);
            case ExpressionType.NotEqual when IsIntegerAsDecimal(left) || IsIntegerAsDecimal(right):
                return OtherOrder(left, right);
            case ExpressionType.NotEqual when MayBeNaN(left) && MayBeNaN(right):
                return Expression.OrElse(comparison, Expression.Not(IsNumberOrNull(left)));
            default:
                return comparison;
        }
    }

    private static bool MayBeNaN(Expression value) =>
        (Nullable.GetUnderlyingType(value.Type) ?? value.Type) is var type
        && (type == typeof(double) || type == typeof(float))
        && FactsExpression.Unconverted(value) is not ConstantExpression and var measured
        && FactsExpression.MayBeNaN(measured);

    private static bool IsIntegerAsDecimal(Expression value) => IsDecimal(value.Type) && value is UnaryExpression
        && FactsExpression.Unconverted(value) is not ConstantExpression and var converted && !IsDecimal(converted.Type);

    private static bool IsDecimal(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal);

    private static Expression SameOrder(Expression left, Expression right)
    {
        if (IsNull(left) || IsNull(right))
            return Expression.Equal(left, right);
        var same = Expression.AndAlso(Expression.GreaterThanOrEqual(left, right), Expression.LessThanOrEqual(left, right));
        return IsMissing(left) is { } first && IsMissing(right) is { } second
            ? Expression.OrElse(same, Expression.AndAlso(first, second))
            : same;
    }

    private static Expression OtherOrder(Expression left, Expression right)
    {
        if (IsNull(left) || IsNull(right))
            return Expression.NotEqual(left, right);
        var other = Expression.OrElse(Expression.LessThan(left, right), Expression.GreaterThan(left, right));
        return (IsMissing(left), IsMissing(right)) switch
        {
            ({ } first, { } second) => Expression.OrElse(
                other,
                Expression.OrElse(
                    Expression.AndAlso(first, Expression.Not(second)), Expression.AndAlso(Expression.Not(first), second))),
            ({ } first, null) => Expression.OrElse(other, first),
            (null, { } second) => Expression.OrElse(other, second),
            _ => other,
        };
    }

    private static bool IsNull(Expression value) => value is ConstantExpression { Value: null };

    // Null for what is there in any case.
    private static BinaryExpression? IsMissing(Expression value) => value is not ConstantExpression && FactsExpression.MayBeNull(value)
        ? Expression.Equal(value, Expression.Constant(null, value.Type))
        : null;

    // Finite, or infinite: -x < x holds for infinity, and for NaN never does.
    private static BinaryExpression IsNumber(Expression value)
    {
        var largest = (Nullable.GetUnderlyingType(value.Type) ?? value.Type) == typeof(float) ? (object)float.MaxValue : double.MaxValue;
        return Expression.OrElse(
            Expression.LessThanOrEqual(value, Expression.Constant(largest, value.Type)),
            Expression.LessThan(Expression.Negate(value), value));
    }

    private static Expression IsNumberOrNull(Expression value) => FactsExpression.MayBeNull(value)
        ? Expression.OrElse(Expression.Equal(value, Expression.Constant(null, value.Type)), IsNumber(value))
        : IsNumber(value);
}
