using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The amounts that measures convert to doubles: a conversion costs more than the rest of a measure, and one is enough.</summary>
internal sealed class Amounts : ExpressionVisitor
{
    private readonly List<SqlExpression> _found = [];
    private readonly Dictionary<SqlExpression, SqlExpression>? _columns;

    private Amounts(Dictionary<SqlExpression, SqlExpression>? columns) => _columns = columns;

    /// <summary>All amounts, each once; none where none is converted twice.</summary>
    public static IReadOnlyList<SqlExpression> In(IEnumerable<SqlExpression> measures)
    {
        var amounts = Of(measures);
        var each = amounts.Distinct().ToList();
        return each.Count < amounts.Count ? each : [];
    }

    /// <summary>The measures with columns in the place of the amounts, which come in the same order.</summary>
    public static IReadOnlyList<SqlExpression> Replace(IReadOnlyList<SqlExpression> measures, IReadOnlyList<SqlExpression> columns)
    {
        var replacing = new Amounts(Of(measures).Distinct().Zip(columns).ToDictionary(each => each.First, each => each.Second));
        return [.. measures.Select(measure => (SqlExpression)replacing.Visit(measure))];
    }

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node)
    {
        if (node is not SqlUnaryExpression { OperatorType: ExpressionType.Convert, Operand: ColumnExpression } amount
            || amount.Type != typeof(double))
            return base.Visit(node);
        _found.Add(amount);
        return _columns is null ? amount : _columns[amount];
    }

    private static List<SqlExpression> Of(IEnumerable<SqlExpression> measures)
    {
        var finding = new Amounts(null);
        foreach (var measure in measures)
            finding.Visit(measure);
        return finding._found;
    }
}
