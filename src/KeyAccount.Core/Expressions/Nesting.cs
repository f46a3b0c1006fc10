using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace KeyAccount.Core.Expressions;

/// <summary>The nesting depth of an expression. Every visitor is recursive, and a stack overflow ends the process.</summary>
internal sealed class Nesting : ExpressionVisitor
{
    /// <summary>The largest nesting depth of an expression: 250, far more than a person writes.</summary>
    public const int Most = 250;

    private int _depth;

    /// <summary>Refuses an expression that is nested deeper than <see cref="Most"/> levels, before anything is done with it.</summary>
    /// <exception cref="ArgumentException">It is nested deeper.</exception>
    public static void Check(LambdaExpression expression, [CallerArgumentExpression(nameof(expression))] string name = "")
    {
        try
        {
            new Nesting().Visit(expression.Body);
        }
        catch (TooDeepException e)
        {
            throw new ArgumentException(
                Invariant($"{name} is nested deeper than {Most} levels; split it, or calculate a part of it in a property of the facts."),
                name,
                e);
        }
    }

    public override Expression? Visit(Expression? node)
    {
        if (++_depth > Most)
            throw new TooDeepException();
        var visited = base.Visit(node);
        _depth--;
        return visited;
    }

    // What is no node of the language is for whoever reads it.
    protected override Expression VisitExtension(Expression node) => node;

    private sealed class TooDeepException : Exception;
}
