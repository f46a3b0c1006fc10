using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Spares SQLite the decimals that its provider stores as text and computes by functions of the program: where doubles are certain
/// to say the same, doubles say it.</summary>
/// <remarks>A measure is a double in the end. A product and a quotient of doubles are as good as the exact one; a sum is where little of it
/// cancels out, and a comparison where the doubles differ. What is left goes the exact way.</remarks>
internal sealed class NumbersAsText : ExpressionVisitor
{
    // Of what is added at least this must be left: the sum is then good to 15 digits.
    private const double Left = 1.0 / 32;

    private readonly RelationalSqlTranslatingExpressionVisitor _translator;

    private NumbersAsText(RelationalSqlTranslatingExpressionVisitor translator) => _translator = translator;

    private RelationalTypeMapping Double => Constant(0).TypeMapping!;

    private RelationalTypeMapping Boolean => _translator.Translate(Expression.Constant(true))!.TypeMapping!;

    public static SqlExpression In(SqlExpression value, RelationalSqlTranslatingExpressionVisitor translator) =>
        (SqlExpression)new NumbersAsText(translator).Visit(value);

    protected override Expression VisitExtension(Expression node) => node switch
    {
        SqlUnaryExpression { OperatorType: ExpressionType.Convert,
            Operand: SqlFunctionExpression { Arguments: [var left, var right] } function } convert
            when convert.Type == typeof(double) && Calculated(function, left, right, convert) is { } calculated => calculated,
        SqlUnaryExpression { OperatorType: ExpressionType.Convert, Operand: CaseExpression cases } convert
            when convert.Type == typeof(double) && Functions.AreIn(cases) => Visit(Chosen(cases, convert)),
        SqlUnaryExpression { OperatorType: ExpressionType.Equal or ExpressionType.NotEqual, Operand: CaseExpression cases } isNull
            when Functions.AreIn(cases) && Real(cases, Double) is { } real => isNull.Update(real),
        SqlBinaryExpression { OperatorType: ExpressionType.Equal or ExpressionType.NotEqual, Left: CaseExpression cases,
            Right: SqlConstantExpression { Value: null } } isNull
            when Functions.AreIn(cases) && Real(cases, Double) is { } real => isNull.Update(real, isNull.Right),
        SqlBinaryExpression { Left: SqlFunctionExpression { Name: "ef_compare", Arguments: [var left, var right] } } comparison
            when Compared(comparison, left, right) is { } compared => compared,
        _ => base.VisitExtension(node),
    };

    private SqlExpression? Calculated(SqlFunctionExpression function, SqlExpression left, SqlExpression right, SqlUnaryExpression convert)
    {
        var (isNegated, added) = right is SqlFunctionExpression { Name: "ef_negate", Arguments: [var negated] } ? (true, negated)
            : (false, right);
        if (Real(left, convert.TypeMapping!) is not { } first || Real(added, convert.TypeMapping!) is not { } second)
            return null;
        switch (function.Name)
        {
            case "ef_multiply":
                return isNegated ? null : Binary(ExpressionType.Multiply, first, second);
            case "ef_divide":
                return isNegated ? null : Binary(ExpressionType.Divide, first, second);
            case "ef_add":
                var sum = Binary(isNegated ? ExpressionType.Subtract : ExpressionType.Add, first, second);
                var squares = Binary(ExpressionType.Add, Square(first), Square(second));
                var isGood = new SqlBinaryExpression(
                    ExpressionType.GreaterThanOrEqual,
                    Square(sum),
                    Binary(ExpressionType.Multiply, Constant(2 * Left * Left), squares),
                    typeof(bool),
                    Boolean);
                return new CaseExpression([new(isGood, sum)], convert);
            default:
                return null;
        }

        SqlBinaryExpression Binary(ExpressionType operation, SqlExpression one, SqlExpression other) =>
            new(operation, one, other, typeof(double), convert.TypeMapping);

        // In squares, which need no function and no decimal is too large for: |a + b| / (|a| + |b|) is at least the root of
        // (a + b)² / 2(a² + b²).
        SqlBinaryExpression Square(SqlExpression value) => Binary(ExpressionType.Multiply, value, value);
    }

    // What is chosen among amounts is converted where it is chosen: a conversion of the choice would hide what it is made of.
    private CaseExpression Chosen(CaseExpression cases, SqlUnaryExpression convert)
    {
        var whens = cases.WhenClauses.Select(when => new CaseWhenClause(when.Test, Converted(when.Result))).ToList();
        var rest = cases.ElseResult is null ? null : Converted(cases.ElseResult);
        return cases.Operand is null ? new(whens, rest) : new(cases.Operand, whens, rest);

        SqlExpression Converted(SqlExpression value) => value is SqlConstantExpression { Value: decimal constant }
            ? Constant((double)constant)
            : new SqlUnaryExpression(ExpressionType.Convert, value, typeof(double), convert.TypeMapping);
    }

    // The order of two doubles is that of the decimals they were, unless they are the same double.
    private SqlBinaryExpression? Compared(SqlBinaryExpression comparison, SqlExpression left, SqlExpression right)
    {
        if (comparison.OperatorType is not (ExpressionType.LessThan or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual)
            || comparison.Right is not SqlConstantExpression { Value: 0 }
            || Real(left, Double) is not { } first || Real(right, Double) is not { } second)
            return null;
        var strict = comparison.OperatorType is ExpressionType.LessThan or ExpressionType.LessThanOrEqual ? ExpressionType.LessThan
            : ExpressionType.GreaterThan;
        var differs = Condition(strict, first, second);
        return Condition(
            ExpressionType.OrElse, differs, Condition(ExpressionType.AndAlso, Condition(ExpressionType.Equal, first, second), comparison));

        SqlBinaryExpression Condition(ExpressionType operation, SqlExpression one, SqlExpression other) =>
            new(operation, one, other, typeof(bool), Boolean);
    }

    private SqlExpression? Real(SqlExpression value, RelationalTypeMapping mapping) => value switch
    {
        ColumnExpression => new SqlUnaryExpression(ExpressionType.Convert, value, typeof(double), mapping),
        SqlConstantExpression { Value: decimal constant } => Constant((double)constant),
        CaseExpression cases => Real(cases, mapping),
        _ => null,
    };

    // A fact that is out of its range is not known: the column stands behind the question whether it can be.
    private CaseExpression? Real(CaseExpression cases, RelationalTypeMapping mapping)
    {
        var whens = new List<CaseWhenClause>();
        foreach (var when in cases.WhenClauses)
        {
            if (Real(when.Result, mapping) is not { } result)
                return null;
            whens.Add(new((SqlExpression)Visit(when.Test), result));
        }

        var rest = cases.ElseResult is null ? null : Real(cases.ElseResult, mapping);
        return rest is null && cases.ElseResult is not (null or SqlConstantExpression { Value: null }) ? null
            : cases.Operand is null ? new(whens, rest)
            : new(cases.Operand, whens, rest);
    }

    private SqlExpression Constant(double value) => _translator.Translate(Expression.Constant(value))!;

    /// <summary>Looks for the functions of the program that compute decimals.</summary>
    private sealed class Functions : ExpressionVisitor
    {
        private bool _found;

        public static bool AreIn(SqlExpression value)
        {
            var functions = new Functions();
            functions.Visit(value);
            return functions._found;
        }

        protected override Expression VisitExtension(Expression node)
        {
            _found |= node is SqlFunctionExpression { Name: ['e', 'f', '_', ..] };
            return _found ? node : base.VisitExtension(node);
        }
    }
}
