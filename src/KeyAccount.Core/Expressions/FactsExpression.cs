using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Expressions;

/// <summary>Tells why an expression over facts cannot be part of a model.</summary>
internal sealed class RefusedExpressionException(string message) : Exception(message);

/// <summary>An expression over facts: the body of a lambda with its parameter, without a delegate type.</summary>
internal sealed record OverFacts(ParameterExpression Facts, Expression Body)
{
    /// <summary>Takes a lambda and fixes the present values of its captured variables, so that the model does not change with
    /// them.</summary>
    public static OverFacts From(LambdaExpression lambda) => new(lambda.Parameters[0], new CapturedValues().Visit(lambda.Body));

    /// <summary>Why the expression runs in memory only; null if a database can also run it.</summary>
    public string? InMemoryOnly { get; init; }
}

/// <summary>The treatment of a fact whose property has a range.</summary>
internal enum FactForm
{
    /// <summary>The fact keeps its range.</summary>
    Ranged,

    /// <summary>The bare fact; the caller takes care of its range.</summary>
    Bare,

    /// <summary>The fact is null if it is out of range.</summary>
    NullOutside,
}

/// <summary>Replaces captured variables, and members of captured objects, by their values.</summary>
internal sealed class CapturedValues : ExpressionVisitor
{
    public static object? ValueOf(MemberInfo member, object of) =>
        member is FieldInfo field ? field.GetValue(of) : ((PropertyInfo)member).GetValue(of);

    protected override Expression VisitMember(MemberExpression node) => Visit(node.Expression) is ConstantExpression { Value: { } captured }
        ? Expression.Constant(ValueOf(node.Member, captured), node.Type)
        : base.VisitMember(node);
}

/// <summary>Brings an expression over facts into a form that a compiled function and a database read alike: members, arithmetic,
/// comparison, conditional, coalesce and <see cref="Math.Floor(double)"/>, with captured values as constants. Other C# constructs stay as
/// they are and run in memory only, which the result says. An expression that may change while the model stays the same is refused
/// by name.</summary>
/// <remarks>Null stays null through arithmetic. A division by zero is null. A comparison with null is false, as in C#; the form states this
/// explicitly, because a database would answer "unknown", also for the negation.</remarks>
internal sealed class FactsExpression : ThreeValued
{
    private static readonly Dictionary<Type, Type> Nullables = new()
    {
        [typeof(double)] = typeof(double?), [typeof(float)] = typeof(float?), [typeof(decimal)] = typeof(decimal?),
        [typeof(int)] = typeof(int?), [typeof(long)] = typeof(long?), [typeof(short)] = typeof(short?), [typeof(byte)] = typeof(byte?),
        [typeof(uint)] = typeof(uint?), [typeof(ulong)] = typeof(ulong?), [typeof(ushort)] = typeof(ushort?),
        [typeof(sbyte)] = typeof(sbyte?), [typeof(bool)] = typeof(bool?),
    };

    // Widening only: a narrowing conversion rounds in some databases and truncates in C#, and one that drops the sign wraps around there.
    private static readonly Type[] ByWidth =
    [
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(decimal), typeof(float), typeof(double),
    ];

    public static readonly MethodInfo Floor = ((Func<double, double>)Math.Floor).Method;

    private readonly ParameterExpression _facts;
    private readonly FactForm _form;
    private readonly bool _isCondition;
    private string? _inMemoryOnly;

    private FactsExpression(ParameterExpression facts, FactForm form, bool isCondition = false) =>
        (_facts, _form, _isCondition) = (facts, form, isCondition);

    /// <summary>Brings the body of a measure into that form.</summary>
    /// <exception cref="RefusedExpressionException">The measure contains something else.</exception>
    public static OverFacts Normalize(OverFacts measure, FactForm form)
    {
        var visitor = new FactsExpression(measure.Facts, form);
        return measure with { Body = visitor.Visit(measure.Body), InMemoryOnly = visitor._inMemoryOnly };
    }

    /// <summary>The condition under which a three-valued expression is certainly true, or certainly false; neither when it is
    /// unknown.</summary>
    /// <exception cref="RefusedExpressionException">The expression holds something that cannot be part of a model.</exception>
    public static OverFacts Certainly(bool value, OverFacts condition, FactForm form)
    {
        var visitor = new FactsExpression(condition.Facts, form, isCondition: true);
        return condition with { Body = visitor.Certainly(value, condition.Body), InMemoryOnly = visitor._inMemoryOnly };
    }

    /// <summary>Converts an expression to the nullable of its type; it is null when unknown.</summary>
    public static Expression AsNullable(Expression expression) =>
        expression.Type.IsValueType && Nullable.GetUnderlyingType(expression.Type) is null
            ? Expression.Convert(expression, NullableOf(expression.Type))
            : expression;

    /// <summary>Whether an expression may be null.</summary>
    public static bool MayBeNull(Expression expression) =>
        !expression.Type.IsValueType || Nullable.GetUnderlyingType(expression.Type) is not null;

    /// <summary>Whether an expression may be NaN or, in a database, infinite; a decimal may also be NaN there.</summary>
    public static bool MayBeNaN(Expression expression) =>
        (Nullable.GetUnderlyingType(expression.Type) ?? expression.Type) is var type
        && (type == typeof(double) || type == typeof(float) || type == typeof(decimal));

    /// <summary>Whether a double is neither null, NaN, infinite nor out of bounds. A single range test checks this in C# and in every
    /// database.</summary>
    public static Expression IsWithin(Expression value, Interval bounds) => Expression.AndAlso(
        Expression.GreaterThanOrEqual(value, Expression.Constant(Math.Max(bounds.Low, double.MinValue), value.Type)),
        Expression.LessThanOrEqual(value, Expression.Constant(Math.Min(bounds.High, double.MaxValue), value.Type)));

    /// <summary>The operand of a conversion; any other expression is returned unchanged.</summary>
    public static Expression Unconverted(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Unconverted(convert.Operand) : expression;

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node) => node switch
    {
        null => null,
        ParameterExpression or ConstantExpression or MemberExpression or BinaryExpression or UnaryExpression or ConditionalExpression
            or MethodCallExpression or DefaultExpression or RangedFact or InvocationExpression => base.Visit(node),

        // As F# writes a value that may be missing: Nullable x, Nullable().
        NewExpression { Arguments: [var value] } made when Nullable.GetUnderlyingType(made.Type) is not null => AsNullable(Visit(value)),
        NewExpression { Arguments: [] } made when Nullable.GetUnderlyingType(made.Type) is not null => Expression.Constant(null, made.Type),
        _ => OfOurs(node),
    };

    protected override Expression Leaf(bool value, Expression condition)
    {
        var plain = Visit(condition);
        if (plain.Type == typeof(bool?))
            return Expression.Equal(plain, Expression.Constant(value, typeof(bool?)));
        var holds = value ? plain : Expression.Not(plain);
        if (condition is not BinaryExpression comparison)
            return holds;

        // "x > 90" is unknown while x is; "x == null" is the question whether it is known, and has an answer.
        var (left, right) = Alike(comparison, Visit(comparison.Left), Visit(comparison.Right));
        var asksForNull = comparison.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
            && (IsNull(comparison.Left) || IsNull(comparison.Right));
        return asksForNull ? holds : Known([left, right], holds);
    }

    protected override Expression VisitParameter(ParameterExpression node) => node == _facts ? node : throw Refused(node);

    protected override Expression VisitExtension(Expression node)
    {
        var read = (RangedFact)base.VisitExtension(node);
        return read.Fact is ConstantExpression { Value: null } || _form == FactForm.Bare ? read.Fact
            : _form == FactForm.NullOutside ? read.NullOutside()
            : read;
    }

    protected override Expression VisitDefault(DefaultExpression node) =>
        Nullables.ContainsKey(node.Type) ? Expression.Constant(Convert.ChangeType(0, node.Type, provider: null), node.Type)
        : MayBeNull(node) ? Expression.Constant(null, node.Type)
        : OfOurs(node);

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null)
        {
            return node.Member is FieldInfo { IsInitOnly: true } or FieldInfo { IsLiteral: true }
                ? Constant(((FieldInfo)node.Member).GetValue(null), node.Type)
                : throw MayChange(node);
        }

        var of = Visit(node.Expression);
        if (Nullable.GetUnderlyingType(node.Expression.Type) is not null)
        {
            // Null goes on as null, so Value is the thing itself.
            return node.Member.Name == nameof(Nullable<int>.Value) ? of : Expression.NotEqual(of, Expression.Constant(null, of.Type));
        }

        if (of is ConstantExpression constant)
        {
            if (constant.Value is not { } captured)
                return Constant(null, MayBeNull(node) ? node.Type : NullableOf(node.Type));
            return Constant(CapturedValues.ValueOf(node.Member, captured), node.Type);
        }

        if (of == _facts)
            return Expression.MakeMemberAccess(of, node.Member);
        if (of.Type.IsValueType)
            return Lifted(of, known => Expression.MakeMemberAccess(known, node.Member));
        if (of.Type.IsAssignableTo(typeof(Terms.ITerm)))
            throw TermAsNumber(of.Type);
        if (of.Type != typeof(string) && of.Type.IsAssignableTo(typeof(IEnumerable)))
        {
            InMemoryOnly(
                $"it reads {node.Member.Name} of the collection '{of}', which needs a query of its own; "
                + "compute it beforehand and make it a fact");
        }

        return OfWhatMayBeMissing(of, node.Member);
    }

    protected override Expression VisitConstant(ConstantExpression node) => node;

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method == Floor)
            return Lifted(Visit(node.Arguments[0]), argument => Expression.Call(Floor, argument));
        if (node.Object is { } of
            && Nullable.GetUnderlyingType(of.Type) is { } type
            && node.Method.Name == nameof(Nullable<int>.GetValueOrDefault))
        {
            var operand = Visit(of);
            return MayBeNull(operand)
                ? Expression.Coalesce(operand, node.Arguments is [var given] ? Visit(given) : VisitDefault(Expression.Default(type)))
                : operand;
        }

        InMemoryOnly(
            $"it calls {node.Method.DeclaringType?.Name}.{node.Method.Name}, which not every database supports; "
            + "compute it beforehand and make it a fact");
        var parameters = node.Method.GetParameters();
        var call = new Parts(this);
        var on = node.Object is null ? null : call.Of(node.Object, node.Object.Type, isNeeded: true);
        var isExtension = node.Method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        Expression[] arguments =
        [
            .. node.Arguments.Select((argument, i) => call.Of(argument, parameters[i].ParameterType, isNeeded: isExtension && i == 0)),
        ];
        return call.Guarded(on is null ? Expression.Call(node.Method, arguments) : LookedUp(on, node.Method, arguments));
    }

    protected override Expression VisitInvocation(InvocationExpression node)
    {
        InMemoryOnly($"it calls '{node.Expression}', which no database supports; compute it beforehand and make it a fact");
        var call = new Parts(this);
        return call.Guarded(Expression.Invoke(
            node.Expression, node.Arguments.Select(argument => call.Of(argument, argument.Type, isNeeded: false))));
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        switch (node.NodeType)
        {
            case ExpressionType.Convert or ExpressionType.ConvertChecked:
                return Converted(Visit(node.Operand), node);
            case ExpressionType.Negate or ExpressionType.NegateChecked or ExpressionType.UnaryPlus when IsNumber(node.Type):
                var operand = Visit(node.Operand);
                return node.NodeType == ExpressionType.UnaryPlus ? operand : Expression.Negate(operand);
            case ExpressionType.Not when node.Type == typeof(bool) || node.Type == typeof(bool?):
                return Expression.Not(Visit(node.Operand));
            case ExpressionType.ArrayLength:
                InMemoryOnly(
                    $"it reads the length of '{node.Operand}', which not every database supports; "
                    + "compute it beforehand and make it a fact");
                var array = new Parts(this);
                return array.Guarded(Expression.ArrayLength(array.Of(node.Operand, node.Operand.Type, isNeeded: true)));
            default:
                return OfOurs(node);
        }
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var (yes, no) = Alike(node, Visit(node.IfTrue), Visit(node.IfFalse));
        if (!_isCondition)
            return Expression.Condition(IsTrue(Visit(node.Test)), yes, no);

        // What is compared is not known while it is not known which of the two it is.
        (yes, no) = (AsNullable(yes), AsNullable(no));
        return Expression.Condition(
            Certainly(true, node.Test),
            yes,
            Expression.Condition(Certainly(false, node.Test), no, Expression.Constant(null, no.Type)));
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType == ExpressionType.Coalesce && node.Conversion is null)
        {
            var first = Visit(node.Left);
            if (!MayBeNull(first))
                return first;
            var second = Visit(node.Right);
            return Expression.Coalesce(first, second);
        }

        if (node.NodeType == ExpressionType.ArrayIndex)
        {
            InMemoryOnly($"it reads '{node}', which not every database supports; compute it beforehand and make it a fact");
            var element = new Parts(this);
            return element.Guarded(Expression.ArrayIndex(
                element.Of(node.Left, node.Left.Type, isNeeded: true), element.Of(node.Right, typeof(int), isNeeded: false)));
        }

        if (node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse && node.Type == typeof(bool))
            return Expression.MakeBinary(node.NodeType, IsTrue(Visit(node.Left)), IsTrue(Visit(node.Right)));
        // An operator of a type of its own, such as that of two dates.
        if (node is { Method: not null, NodeType: not (ExpressionType.Equal or ExpressionType.NotEqual) } && !IsNumber(node.Left.Type))
            return OfOurs(node);
        var (left, right) = Alike(node, Visit(node.Left), Visit(node.Right));
        switch (node.NodeType)
        {
            case ExpressionType.Add or ExpressionType.AddChecked when IsNumber(left.Type):
                return Expression.Add(left, right);
            case ExpressionType.Subtract or ExpressionType.SubtractChecked when IsNumber(left.Type):
                return Expression.Subtract(left, right);
            case ExpressionType.Multiply or ExpressionType.MultiplyChecked when IsNumber(left.Type):
                return Expression.Multiply(left, right);
            case ExpressionType.Divide when IsNumber(left.Type):
                return NullWhereZero(left, right, Expression.Divide);
            case ExpressionType.Modulo when IsNumber(left.Type):
                if (!IsExact(left.Type))
                    InMemoryOnly($"it takes the remainder of '{node}', which not every database supports with {PlainType(left.Type).Name}");
                return NullWhereZero(left, right, Expression.Modulo);
            case ExpressionType.And when left.Type == typeof(bool):
                return Expression.AndAlso(left, right);
            case ExpressionType.Or when left.Type == typeof(bool):
                return Expression.OrElse(left, right);
            case ExpressionType.Equal or ExpressionType.NotEqual when IsNull(left) || IsNull(right) || IsComparable(node, left.Type):
                return Compared(node.NodeType, left, right);
            case ExpressionType.LessThan or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual when IsNumber(left.Type):
                return Known([left, right], Compared(node.NodeType, left, right));
            default:
                return OfOurs(node);
        }
    }

    // What is C#'s own: it stays as it was written, and runs in memory.
    private Expression OfOurs(Expression node)
    {
        InMemoryOnly(
            $"it holds '{node}'; a database supports members of the facts, arithmetic, comparisons, conditions, ?? and Math.Floor");
        _ = new Lasting().Visit(node);
        return node;
    }

    // The first reason is the one that is told.
    private void InMemoryOnly(string reason) => _inMemoryOnly ??= reason;

    // A key that is not there is a fact that is not known, where that can be said.
    private static Expression LookedUp(Expression on, MethodInfo method, Expression[] arguments)
    {
        var call = Expression.Call(on, method, arguments);
        if (!(MayBeNull(call) || Nullables.ContainsKey(call.Type)) || HasKey(on, method, arguments) is not { } hasKey)
            return call;
        var value = AsNullable(call);
        return Expression.Condition(hasKey, value, Expression.Constant(null, value.Type));
    }

    /// <summary>Whether a dictionary has the requested key; null if the call is not such a request.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where it was trimmed away, the dictionary answers as it does.")]
    public static Expression? HasKey(Expression on, MethodInfo method, Expression[] arguments) =>
        method.Name == "get_Item" && arguments is [var key] && on.Type.GetMethod("ContainsKey", [key.Type]) is { } contains
            && contains.ReturnType == typeof(bool) ? Expression.Call(on, contains, key) : null;

    // A fact of something that is not there is not known: f.A == null ? null : f.A.B == null ? null : f.A.B.C. Only what is read at the end
    // may be null: a database has no values for the things between.
    private static ConditionalExpression OfWhatMayBeMissing(Expression of, MemberInfo member)
    {
        var guarded = of is ConditionalExpression { IfTrue: ConstantExpression { Value: null } } ? (ConditionalExpression)of : null;
        var value = guarded is null ? AsNullable(Expression.MakeMemberAccess(of, member)) : OfWhatMayBeMissing(guarded.IfFalse, member);
        return Expression.Condition(guarded?.Test ?? IsMissing(of), Expression.Constant(null, value.Type), value);
    }

    private static BinaryExpression IsMissing(Expression thing) =>
        thing is ConditionalExpression { IfTrue: ConstantExpression { Value: null } } guarded
            ? Expression.OrElse(guarded.Test, IsMissing(guarded.IfFalse))
            : Expression.ReferenceEqual(thing, Expression.Constant(null, thing.Type));

    private static Type PlainType(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsNumber(Type type) => ByWidth.Contains(PlainType(type));

    private static bool IsExact(Type type) => PlainType(type) is var plain && plain != typeof(double) && plain != typeof(float);

    // A type's own == may do anything; terms and strings are compared as what they are, and anything with null.
    private static bool IsComparable(BinaryExpression node, Type type) =>
        node.Method is null || type == typeof(string) || PlainType(type) == typeof(decimal) || typeof(Terms.ITerm).IsAssignableFrom(type);

    private static Expression Compared(ExpressionType comparison, Expression left, Expression right)
    {
        var isTerm = typeof(Terms.ITerm).IsAssignableFrom(left.Type);
        if (left.Type.IsValueType || (!isTerm && !IsNull(left) && !IsNull(right)))
            return Expression.MakeBinary(comparison, left, right);
        var equal = IsNull(right) ? IsMissing(left) : IsNull(left) ? IsMissing(right) : Expression.ReferenceEqual(left, right);
        return comparison == ExpressionType.Equal ? equal : Expression.Not(equal);
    }

    /// <summary>Whether a divisor is 0; null if it cannot be, or is no number of C#.</summary>
    public static Expression? IsZero(Expression divisor) => !IsNumber(divisor.Type)
        || (divisor is ConstantExpression { Value: { } value } && Convert.ToDouble(value, CultureInfo.InvariantCulture) != 0) ? null
        : Expression.Equal(
            divisor, Expression.Constant(Convert.ChangeType(0, PlainType(divisor.Type), CultureInfo.InvariantCulture), divisor.Type));

    private static Expression NullWhereZero(Expression left, Expression right, Func<Expression, Expression, BinaryExpression> divide)
    {
        if (IsZero(right) is not { } isZero)
            return divide(left, right);
        var quotient = AsNullable(divide(left, right));
        return Expression.Condition(isZero, Expression.Constant(null, quotient.Type), quotient);
    }

    // What is not known does not hold.
    private static Expression IsTrue(Expression condition) =>
        condition.Type == typeof(bool) ? condition : Expression.Equal(condition, Expression.Constant(true, typeof(bool?)));

    private static Expression Lifted(Expression operand, Func<Expression, Expression> function)
    {
        if (!MayBeNull(operand))
            return function(operand);
        var result = AsNullable(function(Expression.Convert(operand, Nullable.GetUnderlyingType(operand.Type)!)));
        return Expression.Condition(
            Expression.Equal(operand, Expression.Constant(null, operand.Type)), Expression.Constant(null, result.Type), result);
    }

    private static (Expression Left, Expression Right) Alike(Expression node, Expression left, Expression right)
    {
        if (left.Type == right.Type)
            return (left, right);
        if (left.Type.IsValueType && right.Type.IsValueType)
            return (AsNullable(left), AsNullable(right));

        // null beside a value that has become nullable, or a term beside its base class
        return IsNull(left) ? (Expression.Constant(null, right.Type), right)
            : IsNull(right) ? (left, Expression.Constant(null, left.Type))
            : left.Type.IsAssignableFrom(right.Type) ? (left, Expression.Convert(right, left.Type))
            : right.Type.IsAssignableFrom(left.Type) ? (Expression.Convert(left, right.Type), right)
            : throw Refused(node);
    }

    // The comparison, where all that may be null is not.
    private static Expression Known(IEnumerable<Expression> operands, Expression comparison) => operands
        .Where(operand => MayBeNull(operand) && operand is not ConstantExpression { Value: not null })
        .Select(operand => Compared(ExpressionType.NotEqual, operand, Expression.Constant(null, operand.Type)))
        .Reverse()
        .Aggregate(comparison, (condition, known) => Expression.AndAlso(known, condition));

    private Expression Converted(Expression operand, UnaryExpression node)
    {
        var from = Nullable.GetUnderlyingType(operand.Type) ?? operand.Type;
        var to = Nullable.GetUnderlyingType(node.Type) ?? node.Type;
        var isNullable = MayBeNull(operand) || Nullable.GetUnderlyingType(node.Type) is not null;
        if (from == to)
            return operand.Type == node.Type || MayBeNull(operand) ? operand : Expression.Convert(operand, node.Type);
        if (!from.IsValueType && to.IsAssignableFrom(from))
            return operand;
        if (IsNull(operand))
            return Expression.Constant(null, isNullable ? NullableOf(to) : to);
        if (Widens(from.IsEnum ? Enum.GetUnderlyingType(from) : from, to))
            return Expression.Convert(operand, isNullable ? NullableOf(to) : to);
        if (from.IsAssignableTo(typeof(Terms.ITerm)))
            throw TermAsNumber(from);
        InMemoryOnly($"it converts {from.Name} to {to.Name}, which databases round differently");
        var target = isNullable && to.IsValueType ? NullableOf(to) : to;
        return node.NodeType == ExpressionType.ConvertChecked ? Expression.ConvertChecked(operand, target, node.Method)
            : Expression.Convert(operand, target, node.Method);
    }

    private static bool Widens(Type from, Type to)
    {
        var (narrow, wide) = (Array.IndexOf(ByWidth, from), Array.IndexOf(ByWidth, to));
        return narrow >= 0 && wide >= narrow && !(IsSigned(from) && IsUnsigned(to));
    }

    private static bool IsSigned(Type type) =>
        type == typeof(sbyte) || type == typeof(short) || type == typeof(int) || type == typeof(long);

    private static bool IsUnsigned(Type type) =>
        type == typeof(byte) || type == typeof(ushort) || type == typeof(uint) || type == typeof(ulong);

    private static RefusedExpressionException TermAsNumber(Type term) => new(
        $"it uses the number of {English.WithArticle(term.Name)}; give the criterion the term itself and a scale of levels");

    private static Type NullableOf(Type type) => Nullables.TryGetValue(type, out var nullable)
        ? nullable
        : throw new RefusedExpressionException(
            $"{English.WithArticle(type.Name)} may be missing here and is not a number; make it a nullable fact");

    private static Expression Constant(object? value, Type type) =>
        value is ConstantExpression ? throw new RefusedExpressionException("it captures an expression") : Expression.Constant(value, type);

    private static RefusedExpressionException MayChange(MemberExpression node) => new(
        $"it reads {node.Member.DeclaringType?.Name}.{node.Member.Name}, which may change; copy it to a variable first");

    private static RefusedExpressionException Refused(Expression node) => new(
        $"it holds '{node}'; allowed are members of the facts, arithmetic, comparisons, conditions, ?? and Math.Floor");

    /// <summary>The arguments of a call. An unknown argument makes the call unknown, unless the call itself accepts null.</summary>
    private sealed class Parts(FactsExpression visitor)
    {
        private readonly List<Expression> _missing = [];

        public Expression Of(Expression part, Type type, bool isNeeded)
        {
            if (part is LambdaExpression or UnaryExpression { NodeType: ExpressionType.Quote })
            {
                _ = new Lasting().Visit(part);
                return part;
            }

            var value = visitor.Visit(part);
            if (type.IsByRef)
                return value;
            var takesNull = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
            if (MayBeNull(value) && value is not ConstantExpression { Value: not null } && (isNeeded || !takesNull))
                _missing.Add(Compared(ExpressionType.Equal, value, Expression.Constant(null, value.Type)));
            return value.Type == type ? value : Expression.Convert(value, type);
        }

        public Expression Guarded(Expression call)
        {
            if (_missing.Count == 0)
                return call;
            var value = AsNullable(call);
            return Expression.Condition(_missing.Aggregate(Expression.OrElse), Expression.Constant(null, value.Type), value);
        }
    }

    /// <summary>Refuses expressions that may change while the model stays the same.</summary>
    private sealed class Lasting : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression is not null || node.Member is FieldInfo { IsInitOnly: true } or FieldInfo { IsLiteral: true }
                ? base.VisitMember(node)
                : throw MayChange(node);

        protected override Expression VisitConstant(ConstantExpression node) =>
            node.Value is ConstantExpression ? throw new RefusedExpressionException("it captures an expression") : node;

        protected override Expression VisitExtension(Expression node) =>
            node is RangedFact ? base.VisitExtension(node) : throw Refused(node);
    }
}
