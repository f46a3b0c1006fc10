using System.Linq.Expressions;

namespace KeyAccount.Core.Expressions;

/// <summary>Reads conditions in three values: true, false and unknown. The caps of scorecards and the rules of decision tables share this
/// reading: an unknown value is not a different value.</summary>
/// <remarks>
/// <para>A comparison is unknown while one of its operands is: <c>x > 5</c>, <c>x != 3</c> and <c>!(x > 5)</c> alike. A test for null (<c>x
/// == null</c>, <c>x.HasValue</c>) is always known. And, or and not follow Kleene: false and unknown is false, true or unknown is
/// true.</para>
/// <para>Two conditions of two values carry the three values: "certainly true" and "certainly false". A compiled function and every
/// database read these alike. The derived classes decide what the leaves are, and how their operands become unknown.</para>
/// </remarks>
internal abstract class ThreeValued : ExpressionVisitor
{
    /// <summary>The condition under which an expression of three values is certainly true, or certainly false; neither while it is
    /// unknown.</summary>
    protected Expression Certainly(bool value, Expression condition)
    {
        switch (condition)
        {
            case UnaryExpression { NodeType: ExpressionType.Convert } convert when IsTruth(convert.Operand):
                return Certainly(value, convert.Operand);
            case UnaryExpression { NodeType: ExpressionType.Not, Method: null } not:
                return Certainly(!value, not.Operand);
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And, Method: null } and:
                return Both(value, Certainly(value, and.Left), Certainly(value, and.Right));
            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or, Method: null } or:
                return Both(!value, Certainly(value, or.Left), Certainly(value, or.Right));
            case BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } coalesce:
                return Expression.OrElse(
                    Certainly(value, coalesce.Left),
                    Expression.AndAlso(Expression.Not(Certainly(!value, coalesce.Left)), Certainly(value, coalesce.Right)));
            case ConditionalExpression choice:
                return Expression.OrElse(
                    Expression.AndAlso(Certainly(true, choice.Test), Certainly(value, choice.IfTrue)),
                    Expression.AndAlso(Certainly(false, choice.Test), Certainly(value, choice.IfFalse)));

            // "(x > 5) == false" compares two truths, and a truth may be unknown.
            case BinaryExpression
                {
                    NodeType: ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.ExclusiveOr, Method: null,
                } same
                when IsTruth(same.Left) && IsTruth(same.Right) && (IsComposed(same.Left) || IsComposed(same.Right))
                    && !IsNull(same.Left) && !IsNull(same.Right):
                var alike = value == (same.NodeType == ExpressionType.Equal);
                return Expression.OrElse(
                    Expression.AndAlso(Certainly(true, same.Left), Certainly(alike, same.Right)),
                    Expression.AndAlso(Certainly(false, same.Left), Certainly(!alike, same.Right)));
            default:
                return Leaf(value, condition);
        }
    }

    /// <summary>The condition under which an expression that is not composed of other conditions is certainly true, or certainly
    /// false.</summary>
    protected abstract Expression Leaf(bool value, Expression condition);

    /// <summary>Whether an expression is the constant null, whatever type it is converted to.</summary>
    protected static bool IsNull(Expression expression) => FactsExpression.Unconverted(expression) is ConstantExpression { Value: null };

    private static BinaryExpression Both(bool all, Expression left, Expression right) =>
        all ? Expression.AndAlso(left, right) : Expression.OrElse(left, right);

    private static bool IsTruth(Expression expression) => expression.Type == typeof(bool) || expression.Type == typeof(bool?);

    // A fact or a constant is compared as any other value.
    private static bool IsComposed(Expression expression) =>
        FactsExpression.Unconverted(expression) is not (MemberExpression or ConstantExpression or ParameterExpression or DefaultExpression);
}
