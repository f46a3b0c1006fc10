using System.Linq.Expressions;

namespace KeyAccount.Core.Tests.Rules;

/// <summary>Reads a condition in three values by going through it: slow, plain, and written apart from the library's own reading.</summary>
internal static class Kleene
{
    /// <summary>True, false, or null where nobody can tell.</summary>
    public static bool? Read(LambdaExpression condition, object facts) => Read(condition.Body, condition.Parameters[0], facts);

    private static bool? Read(Expression node, ParameterExpression parameter, object facts)
    {
        switch (node)
        {
            case BinaryExpression { NodeType: ExpressionType.AndAlso } and:
                return Read(and.Left, parameter, facts) & Read(and.Right, parameter, facts);
            case BinaryExpression { NodeType: ExpressionType.OrElse } or:
                return Read(or.Left, parameter, facts) | Read(or.Right, parameter, facts);
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                return !Read(not.Operand, parameter, facts);
            case BinaryExpression { NodeType: ExpressionType.Coalesce } coalesce:
                return Read(coalesce.Left, parameter, facts) ?? Read(coalesce.Right, parameter, facts);
            case BinaryExpression comparison:
                var (left, right) = (Value(comparison.Left, parameter, facts), Value(comparison.Right, parameter, facts));
                if (IsNull(comparison.Left) || IsNull(comparison.Right))
                    return (left is null == right is null) == (comparison.NodeType == ExpressionType.Equal);
                if (left is null || right is null)
                    return null;
                return (bool)Expression.Lambda(comparison.Update(
                    Expression.Constant(left, comparison.Left.Type),
                    comparison.Conversion,
                    Expression.Constant(right, comparison.Right.Type))).Compile(preferInterpretation: true).DynamicInvoke()!;
            case ConstantExpression or MemberExpression:
                return (bool?)Value(node, parameter, facts);
            default:
                throw new NotSupportedException($"'{node}' is nothing that a rule of the library says today; teach it to {nameof(Kleene)}.");
        }
    }

    private static bool IsNull(Expression node) => node is ConstantExpression { Value: null }
        || (node is UnaryExpression { NodeType: ExpressionType.Convert } convert && IsNull(convert.Operand));

    private static object? Value(Expression node, ParameterExpression parameter, object facts) =>
        Expression.Lambda(node, parameter).Compile(preferInterpretation: true).DynamicInvoke(facts);
}
