using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace KeyAccount.Core.Expressions;

/// <summary>Reads the condition of a rule in three values. Unlike a cap, it may contain anything that C# can run, because no database has
/// to run it.</summary>
/// <remarks>The operands of a comparison stay as written and are evaluated only if they are known. A comparison with a null fact, or with a
/// member of something null, is unknown. <c>Contains</c>, <c>Equals</c>, <c>Any</c> and <c>All</c> are comparisons. Any other method is
/// called as it is: a method that accepts a nullable handles null itself.</remarks>
internal sealed class RuleCondition : ThreeValued
{
    private readonly ParameterExpression _facts;

    // What must hold for the operand that is being visited to be unknown, in the order in which C# would stumble over it.
    private List<Expression> _unknown = [];

    private RuleCondition(ParameterExpression facts) => _facts = facts;

    /// <summary>The condition under which a condition of three values is certainly true, or certainly false; neither while it is
    /// unknown.</summary>
    public static OverFacts Certainly(bool value, OverFacts condition) =>
        condition with { Body = new RuleCondition(condition.Facts).Certainly(value, condition.Body) };

    protected override Expression Leaf(bool value, Expression condition)
    {
        switch (condition)
        {
            case ConstantExpression { Value: bool known }:
                return Expression.Constant(known == value);
            case BinaryExpression comparison when AsksForNull(comparison, out var operand):
                return Answer(value == (comparison.NodeType == ExpressionType.Equal), IsUnknown(operand, out _));
            case MemberExpression { Expression: { } of, Member.Name: nameof(Nullable<int>.HasValue) } when IsNullable(of.Type):
                return Answer(!value, IsUnknown(of, out _));
            case TypeBinaryExpression { NodeType: ExpressionType.TypeIs } test when test.Expression.Type.IsAssignableTo(test.TypeOperand):
                return Answer(!value, IsUnknown(test.Expression, out _));
            case MethodCallExpression { Method.DeclaringType: { } declaring, Arguments: [var source, LambdaExpression each] } call
                when declaring == typeof(Enumerable) && call.Method.Name is nameof(Enumerable.Any) or nameof(Enumerable.All):
                return Quantified(value, call, source, each);
        }

        var (read, unknown) = Read(condition);
        if (read.Type == typeof(bool?))
            read = Expression.Equal(read, Expression.Constant(value, typeof(bool?)));
        else if (!value)
            read = Expression.Not(read);
        return unknown is null ? read : Expression.AndAlso(Expression.Not(unknown), read);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null)
            return node;
        var of = Visit(node.Expression);
        if (!IsNullable(of.Type) || node.Member.Name == nameof(Nullable<int>.Value))
            MustBeKnown(of);
        return node.Update(of);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node is { NodeType: ExpressionType.Not, Method: null } && node.Type == typeof(bool))
            return Truth(node);
        if (node.NodeType == ExpressionType.Quote)
            return node;
        var operand = Visit(node.Operand);
        if (node.NodeType == ExpressionType.ArrayLength || (IsNullable(operand.Type) && node.Type.IsValueType && !IsNullable(node.Type)))
            MustBeKnown(operand);
        return node.Update(operand);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType == ExpressionType.Coalesce && node.Conversion is null)
        {
            var (left, noLeft) = Scoped(node.Left);
            var (right, noRight) = Scoped(node.Right);
            var isMissing = Either(noLeft, CanBeMissing(left) ? IsMissing(left) : null);
            if (isMissing is null)
                return left;
            if (noRight is not null)
                _unknown.Add(Expression.AndAlso(isMissing, noRight));
            return Expression.Condition(isMissing, As(right, node.Type), As(left, node.Type));
        }

        if (IsTruth(node))
            return Truth(node);
        var (first, second) = (Visit(node.Left), Visit(node.Right));
        if (node.NodeType == ExpressionType.ArrayIndex)
            MustBeKnown(first);

        // A quotient by 0 is not known, as in a measure and in a cap.
        if (node is { NodeType: ExpressionType.Divide or ExpressionType.Modulo } && FactsExpression.IsZero(second) is { } isZero)
            _unknown.Add(isZero);

        // A text that is joined from what is not known is not known either, though C# joins it.
        if (node.Type == typeof(string))
        {
            MustBeKnown(first);
            MustBeKnown(second);
        }

        return node.Update(first, node.Conversion, second);
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var (yes, noYes) = Scoped(node.IfTrue);
        var (no, noNo) = Scoped(node.IfFalse);
        var (holds, fails) = (Certainly(true, node.Test), Certainly(false, node.Test));
        _unknown.Add(Expression.Condition(
            holds,
            noYes ?? Expression.Constant(false),
            Expression.Condition(fails, noNo ?? Expression.Constant(false), Expression.Constant(true))));
        return Expression.Condition(holds, yes, no, node.Type);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var of = Visit(node.Object);
        if (of is not null && !IsNullable(of.Type))
            MustBeKnown(of);
        var arguments = node.Arguments.Select(argument => Visit(argument)).ToArray();
        if (node.Method.DeclaringType == typeof(Enumerable) && arguments.Length > 0)
            MustBeKnown(arguments[0]);

        // A key that a dictionary lacks is a fact that is not known.
        if (of is not null && FactsExpression.HasKey(of, node.Method, arguments) is { } hasKey)
            _unknown.Add(Expression.Not(hasKey));
        var read = node.Update(of, arguments);
        if (node.Type != typeof(bool))
            return read;
        var operands = of is null ? arguments : [of, .. arguments];
        switch (node.Method.Name)
        {
            // A list that holds null answers for null itself: what remains unknown is whether another is in it.
            case nameof(Enumerable.Contains) when operands is [_, var wanted, ..] && CanBeMissing(wanted) && !IsNull(wanted):
                _unknown.Add(Expression.AndAlso(IsMissing(wanted), Expression.Not(read)));
                break;
            case nameof(Equals) or nameof(ReferenceEquals) when operands is [var left, var right, ..] && !IsNull(left) && !IsNull(right):
                MustBeKnown(FactsExpression.Unconverted(left));
                MustBeKnown(FactsExpression.Unconverted(right));
                break;
        }

        return read;
    }

    protected override Expression VisitIndex(IndexExpression node)
    {
        var of = Visit(node.Object);
        if (of is not null)
            MustBeKnown(of);
        return node.Update(of!, node.Arguments.Select(argument => Visit(argument)));
    }

    protected override Expression VisitTypeBinary(TypeBinaryExpression node)
    {
        var operand = Visit(node.Expression);
        MustBeKnown(operand);
        return node.Update(operand);
    }

    // What is said of the elements of a list has facts of its own.
    protected override Expression VisitLambda<T>(Expression<T> node) => node;

    // Kleene over a list: one that certainly is makes "any" true, and all that certainly are not make it false.
    private Expression Quantified(bool value, MethodCallExpression call, Expression source, LambdaExpression each)
    {
        var (list, unknown) = Scoped(source);
        var held = new RuleCondition(_facts).Certainly(value, each.Body);
        Expression asked = call.Update(null, [list, Expression.Lambda(each.Type, value ? held : Expression.Not(held), each.Parameters)]);
        return Expression.AndAlso(Expression.Not(Either(unknown, IsMissing(list))!), value ? asked : Expression.Not(asked));
    }

    // A leaf as it is to be asked, and the condition under which it is unknown; null where it never is.
    private (Expression Read, Expression? Unknown) Read(Expression leaf)
    {
        if (leaf is not BinaryExpression comparison || !IsComparison(comparison))
            return Scoped(leaf);
        var (left, right) = (IsUnknown(comparison.Left, out var first), IsUnknown(comparison.Right, out var second));
        return (comparison.Update(first, comparison.Conversion, second), Either(left, right));
    }

    // A truth that is part of an operand: what is unknown about it makes the operand unknown.
    private Expression Truth(Expression truth)
    {
        var holds = Certainly(true, truth);
        _unknown.Add(Expression.Not(Expression.OrElse(holds, Certainly(false, truth))));
        return holds;
    }

    private Expression? IsUnknown(Expression operand, out Expression read)
    {
        (read, var unknown) = Scoped(operand);
        return Either(unknown, CanBeMissing(read) ? IsMissing(read) : null);
    }

    private (Expression Read, Expression? Unknown) Scoped(Expression operand)
    {
        var outer = _unknown;
        _unknown = [];
        var read = Visit(operand);
        var unknown = _unknown.Aggregate((Expression?)null, Either);
        _unknown = outer;
        return (read, unknown);
    }

    private void MustBeKnown(Expression operand)
    {
        if (CanBeMissing(operand))
            _unknown.Add(IsMissing(operand));
    }

    private static bool AsksForNull(BinaryExpression comparison, [NotNullWhen(true)] out Expression? operand)
    {
        operand = comparison.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual) ? null
            : IsNull(comparison.Right) ? comparison.Left
            : IsNull(comparison.Left) ? comparison.Right
            : null;
        return operand is not null;
    }

    private static bool IsComparison(BinaryExpression node) => node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
        or ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual
        or ExpressionType.ExclusiveOr;

    private static bool IsTruth(BinaryExpression node) => node.Type == typeof(bool) && (IsComparison(node)
        || node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.And or ExpressionType.Or);

    private static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;

    // The facts themselves, what is made here and what is written down are always there.
    private bool CanBeMissing(Expression read) => FactsExpression.MayBeNull(read)
        && FactsExpression.Unconverted(read) is not (ConstantExpression { Value: not null }
            or NewExpression or NewArrayExpression) and var source
        && source != _facts
        && FactsExpression.MayBeNull(source);

    private static Expression IsMissing(Expression read) => read.Type.IsValueType
        ? Expression.Equal(read, Expression.Constant(null, read.Type))
        : Expression.ReferenceEqual(read, Expression.Constant(null, read.Type));

    private static Expression As(Expression read, Type type) => read.Type == type ? read : Expression.Convert(read, type);

    private static Expression? Either(Expression? first, Expression? second) =>
        first is null ? second : second is null ? first : Expression.OrElse(first, second);

    private static Expression Answer(bool whereUnknown, Expression? unknown) => unknown is null ? Expression.Constant(!whereUnknown)
        : whereUnknown ? unknown
        : Expression.Not(unknown);
}
