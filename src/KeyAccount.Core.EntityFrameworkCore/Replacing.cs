using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Puts an expression in the place of another.</summary>
internal sealed class Replacing : ExpressionVisitor
{
    private readonly Expression _from;
    private readonly Expression _to;

    private Replacing(Expression from, Expression to) => (_from, _to) = (from, to);

    public static Expression In(Expression expression, Expression from, Expression to) => new Replacing(from, to).Visit(expression);

    /// <summary>The body of a lambda with one parameter, over another expression.</summary>
    public static Expression Parameter(LambdaExpression lambda, Expression argument) => In(lambda.Body, lambda.Parameters[0], argument);

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node) => node == _from ? _to : base.Visit(node);
}
