using System.Linq.Expressions;
using System.Reflection;

namespace KeyAccount.Core.Expressions;

/// <summary>Rewrites expressions over facts into expressions over the source from which the facts are made.</summary>
/// <remarks><c>f => f.Visits</c> over <c>c => new Facts { Visits = c.VisitCount }</c> becomes <c>c => c.VisitCount</c>, so that no facts
/// are created.</remarks>
internal sealed class FactsBinding : ExpressionVisitor
{
    private readonly LambdaExpression _binding;
    private readonly Dictionary<MemberInfo, Expression> _members = [];
    private readonly object? _defaults;
    private ParameterExpression? _facts;

    private FactsBinding(LambdaExpression binding)
    {
        _binding = binding;
        switch (binding.Body)
        {
            case MemberInitExpression { NewExpression.Arguments.Count: 0 } init
                when init.Bindings.All(each => each is MemberAssignment):
                foreach (var assignment in init.Bindings.Cast<MemberAssignment>())
                    _members[assignment.Member] = assignment.Expression;

                // What the initializer leaves out has the value that new facts have.
                _defaults = Expression.Lambda<Func<object>>(Expression.Convert(init.NewExpression, typeof(object))).Compile()();
                break;
            case MemberExpression or ParameterExpression:
                break;
            default:
                throw new RefusedExpressionException(
                    $"the facts are '{binding.Body}'; write new {binding.ReturnType.Name} {{ Member = … }}, "
                    + "or name a member that holds them");
        }
    }

    /// <summary>Rewrites one expression.</summary>
    /// <exception cref="RefusedExpressionException">The facts are not created in a way that can be taken apart.</exception>
    public static OverFacts Rewrite(OverFacts expression, LambdaExpression binding) =>
        new(binding.Parameters[0], new FactsBinding(binding) { _facts = expression.Facts }.Visit(expression.Body));

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression != _facts || _defaults is null)
            return base.VisitMember(node);
        if (_members.TryGetValue(node.Member, out var bound))
            return bound;
        if (node.Member is PropertyInfo { CanWrite: false })
        {
            throw new RefusedExpressionException(
                $"it reads {node.Member.DeclaringType?.Name}.{node.Member.Name}, which is computed from facts, "
                + "and no facts object is created here; write out its formula");
        }

        // Not a null constant where it is null: "f.Overdue == 90" asks nothing about null.
        return CapturedValues.ValueOf(node.Member, _defaults) is { } value
            ? Expression.Constant(value, node.Type)
            : Expression.Default(node.Type);
    }

    protected override Expression VisitParameter(ParameterExpression node) =>
        node != _facts ? node
        : _defaults is null ? _binding.Body
        : throw new RefusedExpressionException("it uses the facts object as a whole, which is not created here");
}
