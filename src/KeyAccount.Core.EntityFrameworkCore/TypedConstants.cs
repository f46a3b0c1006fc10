using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Says of constants that they are doubles, where a database would take them for exact decimals and compute with these.</summary>
/// <remarks>Beside a column the database sees it itself, and converts the constant once. It does not where all that a CASE chooses from are
/// constants: there one of them is converted, and with it the whole. MySQL and MariaDB send what was divided by an exact decimal with a
/// few decimals only.</remarks>
internal sealed class TypedConstants : ExpressionVisitor
{
    private readonly RelationalSqlTranslatingExpressionVisitor _translator;

    private TypedConstants(RelationalSqlTranslatingExpressionVisitor translator) => _translator = translator;

    /// <summary>The same value of a layer.</summary>
    public static SqlExpression In(SqlExpression value, RelationalSqlTranslatingExpressionVisitor translator) =>
        value is SqlConstantExpression ? Typed(value) : (SqlExpression)new TypedConstants(translator).Visit(value);

    protected override Expression VisitExtension(Expression node)
    {
        var visited = base.VisitExtension(node);
        if (visited is SqlBinaryExpression { OperatorType: ExpressionType.Divide, TypeMapping.StoreType: "double",
            Right: SqlConstantExpression { Value: double divisor and > -1e15 and < 1e15, TypeMapping: { } mapping } } quotient
            && (double)(decimal)divisor == divisor)
        {
            // The provider writes no conversion of a double to a double.
            var exact = _translator.Translate(Expression.Constant((decimal)divisor))!;
            return quotient.Update(quotient.Left, new SqlUnaryExpression(ExpressionType.Convert, exact, typeof(double), mapping));
        }

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
