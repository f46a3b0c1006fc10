using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Says of constants that they are doubles, where a database would take them for exact decimals and compute with these.</summary>
/// <remarks>Beside a column the database sees it itself, and converts the constant once. It does not where all that a CASE chooses from are
/// constants: there one of them is converted, and with it the whole.</remarks>
internal sealed class TypedConstants : ExpressionVisitor
{
    private TypedConstants()
    {
    }

    private static readonly TypedConstants Instance = new();

    /// <summary>The same value of a layer.</summary>
    public static SqlExpression In(SqlExpression value) =>
        value is SqlConstantExpression ? Typed(value) : (SqlExpression)Instance.Visit(value);

    protected override Expression VisitExtension(Expression node)
    {
        var visited = base.VisitExtension(node);
        if (visited is not CaseExpression choice || choice.Type != typeof(double)
            || choice.WhenClauses.Select(clause => clause.Result).Append(choice.ElseResult)
                .Any(result => result is not (null or SqlConstantExpression { Value: null or double })))
            return visited;
        return choice.ElseResult is SqlConstantExpression { Value: double } otherwise
            ? choice.Update(choice.Operand, choice.WhenClauses, Typed(otherwise))
            : choice.Update(
                choice.Operand,
                [.. choice.WhenClauses.SkipLast(1), new(choice.WhenClauses[^1].Test, Typed(choice.WhenClauses[^1].Result))],
                choice.ElseResult);
    }

    private static SqlExpression Typed(SqlExpression value) => value is SqlConstantExpression { Value: double, TypeMapping: { } mapping }
        && mapping.StoreType.StartsWith("double", StringComparison.OrdinalIgnoreCase)
        ? new SqlUnaryExpression(ExpressionType.Convert, value, typeof(double), mapping)
        : value;
}
