using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>What measures and caps say more than once, and a database would compute as often: an amount that is converted to a double,
/// a fact behind the question whether it is in its range.</summary>
internal sealed class Repeated : ExpressionVisitor
{
    private readonly Func<SqlExpression, bool> _isSought;
    private readonly Dictionary<SqlExpression, int> _counts = [];

    private Repeated(Func<SqlExpression, bool> isSought) => _isSought = isSought;

    /// <summary>The conversions of columns.</summary>
    public static IReadOnlyList<SqlExpression> Amounts(IEnumerable<SqlExpression> values) => In(values, IsAmount);

    /// <summary>The choices that cost nothing where nobody asks for them.</summary>
    public static IReadOnlyList<SqlExpression> Facts(IEnumerable<SqlExpression> values) =>
        In(values, value => value is CaseExpression && IsPlain(value, guarded: false));

    /// <summary>The values with columns in the place of what is repeated.</summary>
    public static IReadOnlyList<SqlExpression> Replace(
        IEnumerable<SqlExpression> values, IEnumerable<SqlExpression> repeated, IEnumerable<SqlExpression> columns)
    {
        var replacing = new Replacement(repeated.Zip(columns).ToDictionary(each => each.First, each => each.Second));
        return [.. values.Select(value => (SqlExpression)replacing.Visit(value))];
    }

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node)
    {
        if (node is SqlExpression value && _isSought(value))
            _counts[value] = _counts.GetValueOrDefault(value) + 1;
        return base.Visit(node);
    }

    private static IReadOnlyList<SqlExpression> In(IEnumerable<SqlExpression> values, Func<SqlExpression, bool> isSought)
    {
        var repeated = new Repeated(isSought);
        var outermost = new Outermost(repeated._counts);
        var all = values.ToList();
        foreach (var value in all)
            repeated.Visit(value);
        foreach (var value in all)
            outermost.Visit(value);
        return outermost.Found;
    }

    private static bool IsAmount(SqlExpression value) =>
        value is SqlUnaryExpression { OperatorType: ExpressionType.Convert, Operand: ColumnExpression } && value.Type == typeof(double);

    // Computed for every row, it must not fail where it was not asked for before, and not call a function of the program.
    private static bool IsPlain(SqlExpression? value, bool guarded) => value switch
    {
        null or ColumnExpression or SqlConstantExpression => true,
        SqlUnaryExpression { OperatorType: ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.Not or ExpressionType.Negate }
            unary => IsPlain(unary.Operand, guarded),
        SqlUnaryExpression => IsAmount(value),
        SqlBinaryExpression { OperatorType: ExpressionType.AndAlso } and =>
            IsPlain(and.Left, guarded) && IsPlain(and.Right, guarded: true),
        SqlBinaryExpression { OperatorType: ExpressionType.OrElse or ExpressionType.Equal or ExpressionType.NotEqual
                or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual or ExpressionType.LessThan
                or ExpressionType.LessThanOrEqual } binary =>
            IsPlain(binary.Left, guarded) && IsPlain(binary.Right, guarded),
        SqlFunctionExpression { Name: "ef_compare" } => guarded,
        CaseExpression cases => IsPlain(cases.Operand, guarded) && IsPlain(cases.ElseResult, guarded)
            && cases.WhenClauses.All(when => IsPlain(when.Test, guarded) && IsPlain(when.Result, guarded)),
        _ => false,
    };

    // What is repeated only within something that is repeated is computed once with it.
    private sealed class Outermost(Dictionary<SqlExpression, int> counts) : ExpressionVisitor
    {
        private readonly HashSet<SqlExpression> _seen = [];

        public List<SqlExpression> Found { get; } = [];

        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node)
        {
            if (node is not SqlExpression value || counts.GetValueOrDefault(value) < 2)
                return base.Visit(node);
            if (_seen.Add(value))
                Found.Add(value);
            return node;
        }
    }

    private sealed class Replacement(Dictionary<SqlExpression, SqlExpression> columns) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) =>
            node is SqlExpression value && columns.TryGetValue(value, out var column) ? column : base.Visit(node);
    }
}
