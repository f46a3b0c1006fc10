using System.Globalization;
using System.Linq.Expressions;
using System.Numerics;
using System.Text.RegularExpressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Sql;

/// <summary>A column of the layer below.</summary>
internal sealed class SqlReference(string sql, Type type) : Expression
{
    public string Sql => sql;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override Type Type => type;

    protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
}

/// <summary>Something that a dialect cannot say, or that is mapped wrongly.</summary>
internal sealed class SqlRefusal(string message) : Exception(message);

/// <summary>The values of a statement: literals, or parameters, each value once.</summary>
internal sealed class SqlConstants(SqlDialect dialect, SqlValues values)
{
    private readonly Dictionary<object, string> _names = [];

    public IReadOnlyDictionary<string, object> Parameters =>
        _names.ToDictionary(each => each.Value, each => each.Key, StringComparer.Ordinal);

    public string Of(double value) => values == SqlValues.Parameters ? Named(value) : dialect.Literal(value);

    public string Of(string value) => values == SqlValues.Parameters ? Named(value) : dialect.Literal(value);

    private string Named(object value)
    {
        if (!_names.TryGetValue(value, out var name))
        {
            // Snowflake binds by number.
            var number = (_names.Count + 1).ToString(CultureInfo.InvariantCulture);
            _names[value] = name = dialect == SqlDialect.Snowflake ? number : $"p{number}";
        }

        return dialect.Parameter + name;
    }
}

/// <summary>Writes expressions over facts as SQL: those that <see cref="FactsExpression"/> leaves for a database.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="constants">The values.</param>
/// <param name="facts">Gives the column of a fact.</param>
/// <param name="isThere">Whether a part of the facts is there.</param>
/// <param name="isByValue">Whether a term is stored by its value.</param>
internal sealed partial class SqlWriter(
    SqlDialect dialect,
    SqlConstants constants,
    Func<MemberExpression, SqlReference> facts,
    Func<MemberExpression, string> isThere,
    Func<Type, bool> isByValue)
{
    private const string True = "(1 = 1)";
    private const string False = "(1 = 0)";

    // Facts that are held to their ranges, as they are written, and how often.
    private readonly Dictionary<string, int> _ranged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);

    /// <summary>Gives what was written more than once a column of a layer of its own; from now on it is written as that column.</summary>
    /// <param name="nameOf">Names the columns by their number.</param>
    /// <returns>The columns.</returns>
    public IReadOnlyList<(string Name, string Sql)> TakeRepeated(Func<int, string> nameOf)
    {
        foreach (var (sql, _) in _ranged.Where(each => each.Value > 1))
            _columns[sql] = nameOf(_columns.Count);
        return [.. _columns.Select(each => (each.Value, each.Key))];
    }

    /// <summary>How deep CASE is nested in a text.</summary>
    public static int NestedIn(string sql)
    {
        var (depth, deepest) = (0, 0);
        foreach (var word in Words().EnumerateMatches(sql))
        {
            depth += sql.AsSpan(word.Index, word.Length) switch { "CASE" => 1, "END" => -1, _ => 0 };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    /// <summary>A value as a column of a layer: a null that nothing else gives a type has one.</summary>
    public string Column(Expression node) => Value(node) is var value && value == "NULL" && IsReal(node.Type)
        ? dialect.HasFunctionCasts ? "CAST(NULL AS Nullable(Float64))" : dialect.AsDouble(value)
        : value;

    /// <summary>A value, null if not known; a truth is 1 or 0.</summary>
    public string Value(Expression node)
    {
        if (node is SqlReference column)
            return column.Sql;
        if (IsTruth(node.Type) && node is BinaryExpression { NodeType: not ExpressionType.Coalesce }
            or UnaryExpression { NodeType: ExpressionType.Not })
            return $"CASE WHEN {Condition(node, isExact: false)} THEN 1 ELSE 0 END";
        switch (node)
        {
            case ConstantExpression constant:
                return Constant(constant.Value);
            case DefaultExpression { Type: var type }:
                return Constant(FactsExpression.MayBeNull(node) ? null : Activator(type));
            case MemberExpression member:
                return facts(member).Sql;
            case UnaryExpression { NodeType: ExpressionType.Convert } convert:
                return Converted(convert);
            case UnaryExpression { NodeType: ExpressionType.Negate } negated:
                return $"(-{Wide(negated.Operand)})";
            case BinaryExpression { NodeType: ExpressionType.Coalesce } coalesce:
                return $"COALESCE({Value(coalesce.Left)}, {Value(coalesce.Right)})";
            case BinaryExpression binary:
                return Arithmetic(binary);
            case ConditionalExpression choice:
                return Choice(choice);
            case MethodCallExpression call when call.Method == FactsExpression.Floor:
                return $"FLOOR({Value(call.Arguments[0])})";
            default:
                throw Refused(node);
        }
    }

    /// <summary>A condition as it stands in a WHERE or a CASE.</summary>
    /// <param name="node">The condition.</param>
    /// <param name="isExact">What is not known must be false and not unknown, because the condition is turned around.</param>
    public string Condition(Expression node, bool isExact)
    {
        switch (node)
        {
            case ConstantExpression { Value: bool truth }:
                return truth ? True : False;
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                return $"(NOT {Condition(not.Operand, isExact: true)})";
            case BinaryExpression { NodeType: ExpressionType.AndAlso } and:
                var (first, second) = (Condition(and.Left, isExact), Condition(and.Right, isExact));
                return first == True || (!isExact && Says(and.Right, first)) ? second : second == True ? first : $"({first} AND {second})";
            case BinaryExpression { NodeType: ExpressionType.OrElse } or:
                return $"({Condition(or.Left, isExact)} OR {Condition(or.Right, isExact)})";
            case BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } equality:
                return Equality(equality, isExact);
            case BinaryExpression comparison when OperatorOf(comparison.NodeType) is { } between:
                var (left, right) = Operands(comparison);
                return Known(isExact, $"{left} {between} {right}", (comparison.Left, left), (comparison.Right, right));
            case UnaryExpression { NodeType: ExpressionType.Convert } convert when IsTruth(convert.Operand.Type):
                return Condition(convert.Operand, isExact);
            default:
                var value = Value(node);
                return Known(isExact, $"{value} = 1", (node, value));
        }
    }

    // "x IS NOT NULL AND x > 3" says in a CASE what "x > 3" says alone.
    private bool Says(Expression condition, string isKnown) => condition switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } and => Says(and.Left, isKnown) || Says(and.Right, isKnown),
        BinaryExpression comparison when OperatorOf(comparison.NodeType) is not null || comparison.NodeType == ExpressionType.Equal =>
            !IsPart(comparison.Left.Type) && !IsNull(comparison.Left) && !IsNull(comparison.Right)
            && !(comparison.NodeType == ExpressionType.Equal && MayBeMissing(comparison.Left) && MayBeMissing(comparison.Right))
            && (isKnown == $"({Value(comparison.Left)} IS NOT NULL)" || isKnown == $"({Value(comparison.Right)} IS NOT NULL)"),
        _ => false,
    };

    private string Equality(BinaryExpression node, bool isExact)
    {
        var isEqual = node.NodeType == ExpressionType.Equal;
        if (IsNull(node.Right) || IsNull(node.Left))
        {
            var asked = IsNull(node.Right) ? node.Left : node.Right;
            if (FactsExpression.Unconverted(asked) is ConstantExpression)
                return isEqual == IsNull(asked) ? True : False;
            if (IsPart(asked.Type) && FactsExpression.Unconverted(asked) is MemberExpression part)
                return isEqual ? $"(NOT {isThere(part)})" : isThere(part);
            return $"({Value(asked)} IS {(isEqual ? "" : "NOT ")}NULL)";
        }

        var (left, right) = Operands(node);
        if (!isEqual)
            return $"(NOT {Same(isExact: true)})";
        return Same(isExact);

        // null equals null, as in C#.
        string Same(bool isExact)
        {
            var same = Known(isExact, $"{left} = {right}", (node.Left, left), (node.Right, right));
            return MayBeMissing(node.Left) && MayBeMissing(node.Right) ? $"({same} OR ({left} IS NULL AND {right} IS NULL))" : same;
        }
    }

    // ClickHouse before 20 takes "unknown and false" for unknown.
    private string Known(bool isExact, string comparison, params (Expression Node, string Sql)[] operands) =>
        !isExact || !operands.Any(each => MayBeMissing(each.Node)) ? $"({comparison})"
        : dialect == SqlDialect.ClickHouse ? $"COALESCE({comparison}, 0)"
        : $"({string.Concat(operands.Where(each => MayBeMissing(each.Node)).Select(each => $"{each.Sql} IS NOT NULL AND "))}{comparison})";

    private (string Left, string Right) Operands(BinaryExpression node)
    {
        if (IsPart(node.Left.Type))
            throw Refused(node);
        var isReal = IsReal(node.Left.Type) || IsReal(node.Right.Type);
        return (Operand(node.Left), Operand(node.Right));

        string Operand(Expression operand)
        {
            var value = Value(operand);
            return isReal && !IsReal(operand.Type) ? dialect.AsDouble(value) : value;
        }
    }

    private string Arithmetic(BinaryExpression node)
    {
        var isReal = IsReal(node.Type);
        var (left, right) = (Wide(node.Left), Wide(node.Right));
        return node.NodeType switch
        {
            ExpressionType.Add => $"({left} + {right})",
            ExpressionType.Subtract => $"({left} - {right})",
            ExpressionType.Multiply => $"({left} * {right})",
            ExpressionType.Divide when isReal => $"({left} / {right})",
            ExpressionType.Divide => dialect.Quotient(left, right),
            ExpressionType.Modulo when !isReal => dialect.Remainder(left, right),
            ExpressionType.Modulo => throw new SqlRefusal(
                $"{dialect.DisplayName} has no remainder of decimals, as in '{node}'; compute it beforehand and make it a fact"),
            _ => throw Refused(node),
        };
    }

    // What is computed of whole numbers: as wide as the widest of this library.
    private string Wide(Expression node) => Value(node) is var value && !IsReal(node.Type) && node is not SqlReference
        && FactsExpression.Unconverted(node)
            is MemberExpression or ConditionalExpression or BinaryExpression { NodeType: ExpressionType.Coalesce }
        ? dialect.Widened(value) : value;

    // What is chosen otherwise is chosen among in the same CASE: SQL Server takes it no deeper than ten.
    private string Choice(ConditionalExpression choice)
    {
        var text = new System.Text.StringBuilder("CASE");
        Expression rest = choice;
        while (rest is ConditionalExpression next)
        {
            text.Append(CultureInfo.InvariantCulture, $" WHEN {Condition(next.Test, isExact: false)} THEN {Value(next.IfTrue)}");
            rest = next.IfFalse;
        }

        if (!IsNull(rest))
            text.Append(CultureInfo.InvariantCulture, $" ELSE {Value(rest)}");
        var written = text.Append(" END").ToString();
        if (!(IsNull(choice.IfFalse) && FactsExpression.Unconverted(choice.IfTrue) is MemberExpression))
            return written;
        if (_columns.TryGetValue(written, out var column))
            return column;
        _ranged[written] = _ranged.GetValueOrDefault(written) + 1;
        return written;
    }

    private string Converted(UnaryExpression node)
    {
        if (IsNull(node.Operand))
            return "NULL";
        var value = Value(node.Operand);
        return IsReal(node.Type) && !IsReal(node.Operand.Type)
            ? FactsExpression.Unconverted(node.Operand) is ConstantExpression { Value: { } constant }
                ? constants.Of(Convert.ToDouble(constant, CultureInfo.InvariantCulture))
                : dialect.AsDouble(value)
            : value;
    }

    private string Constant(object? value) => value switch
    {
        null => "NULL",
        bool truth => truth ? "1" : "0",
        double or float or decimal => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long or ulong =>
            dialect.Whole(BigInteger.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture)),
        string text => constants.Of(text),
        INamedTerm term => isByValue(term.GetType()) ? term.Value.ToString(CultureInfo.InvariantCulture) : constants.Of(term.Name),
        _ => throw new SqlRefusal($"{dialect.DisplayName} has no literal for {value} of the type {value.GetType().Name}"),
    };

    private string Number(double value) => double.IsFinite(value) ? constants.Of(value) : throw new SqlRefusal(
        $"{dialect.DisplayName} has no literal for {value.ToString(CultureInfo.InvariantCulture)}");

    private static object Activator(Type type) => Convert.ChangeType(0, type, CultureInfo.InvariantCulture);

    private static string? OperatorOf(ExpressionType comparison) => comparison switch
    {
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        _ => null,
    };

    private static bool IsNull(Expression node) => FactsExpression.Unconverted(node) is ConstantExpression { Value: null };

    private static bool MayBeMissing(Expression node) =>
        node is not ConstantExpression && FactsExpression.MayBeNull(node)
        && FactsExpression.Unconverted(node) is var source and not ConstantExpression && FactsExpression.MayBeNull(source);

    private static bool IsTruth(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool);

    internal static bool IsReal(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain == typeof(double) || plain == typeof(float) || plain == typeof(decimal));

    private static bool IsPart(Type type) => !type.IsValueType && type != typeof(string) && !type.IsAssignableTo(typeof(ITerm));

    private SqlRefusal Refused(Expression node) =>
        new($"{dialect.DisplayName} cannot express '{node}'; compute it beforehand and make it a fact");

    [GeneratedRegex(@"\w+|'[^']*'|\[[^\]]*\]|""[^""]*""|`[^`]*`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Words();
}
