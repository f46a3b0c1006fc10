using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Expressions;

/// <summary>The building blocks of a compiled score: choices between numbers without a branch. The CPU would mispredict a branch for one
/// account in ten if one value in ten is missing. The JIT inlines all of it. NaN means unknown.</summary>
internal static class BranchFree
{
    private static readonly MethodInfo RawMethod = ((Func<double?, double>)Raw).Method;
    private static readonly MethodInfo RawOfIntMethod = ((Func<int?, double>)Raw).Method;
    private static readonly MethodInfo RawOfDecimalMethod = ((Func<decimal?, double>)Raw).Method;
    private static readonly MethodInfo QuotientMethod = ((Func<double, double, double>)Quotient).Method;
    private static readonly MethodInfo IfKnownMethod = ((Func<double, double, double, double>)IfKnown).Method;
    private static readonly MethodInfo IfAtLeastMethod = ((Func<double, double, double, double, double>)IfAtLeast).Method;
    private static readonly MethodInfo IfSameMethod = ((Func<double, double, double, double, double>)IfSame).Method;
    private static readonly MethodInfo ClampMethod = ((Func<double, double, double, double>)Clamp).Method;

    /// <summary>The number of a term.</summary>
    public static MemberInfo TermValue { get; } = ((MemberExpression)((Expression<Func<ITerm, int>>)(term => term.Value)).Body).Member;

    /// <summary>The raw value of a measure with bare facts in the form of <see cref="FactsExpression"/>; NaN if it is null.</summary>
    public static Expression Raw(Expression measure)
    {
        var type = Nullable.GetUnderlyingType(measure.Type) ?? measure.Type;
        switch (measure)
        {
            case ConstantExpression { Value: null }:
                return Expression.Constant(double.NaN);
            case UnaryExpression { NodeType: ExpressionType.Convert } convert when type == typeof(double):
                return Raw(convert.Operand);
            case UnaryExpression { NodeType: ExpressionType.Negate } negation when type == typeof(double):
                return Expression.Negate(Raw(negation.Operand));

            // What is missing stays so: NaN goes through arithmetic as null does.
            case BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.Subtract or ExpressionType.Multiply } binary
                when type == typeof(double):
                return Expression.MakeBinary(binary.NodeType, Raw(binary.Left), Raw(binary.Right));
            case BinaryExpression { NodeType: ExpressionType.Divide } division when type == typeof(double):
                return Expression.Call(QuotientMethod, Raw(division.Left), Raw(division.Right));

            // "b == 0 ? null : a / b" is what a division by anything but a constant has become, and nothing else becomes that.
            case ConditionalExpression { IfTrue: ConstantExpression { Value: null } } choice
                when type == typeof(double)
                    && FactsExpression.Unconverted(choice.IfFalse)
                        is BinaryExpression { NodeType: ExpressionType.Divide, Right: not ConstantExpression } division:
                return Raw(division);
        }

        if (measure.Type.IsAssignableTo(typeof(ITerm)))
        {
            return Expression.Condition(
                Expression.ReferenceEqual(measure, Expression.Constant(null, measure.Type)),
                Expression.Constant(double.NaN),
                Expression.Convert(Expression.MakeMemberAccess(measure, TermValue), typeof(double)));
        }

        return measure.Type == typeof(double?) ? Expression.Call(RawMethod, measure)
            : measure.Type == typeof(int?) ? Expression.Call(RawOfIntMethod, measure)
            : measure.Type == typeof(decimal?) ? Expression.Call(RawOfDecimalMethod, measure)
            : FactsExpression.MayBeNull(measure)
                ? Expression.Coalesce(Expression.Convert(measure, typeof(double?)), Expression.Constant(double.NaN))
            : type == typeof(double) ? measure
            : Expression.Convert(measure, typeof(double));
    }

    /// <summary><paramref name="then"/> if a number is known.</summary>
    public static Expression IfKnown(Expression number, Expression then, double otherwise) =>
        Expression.Call(IfKnownMethod, number, then, Expression.Constant(otherwise));

    /// <summary><paramref name="then"/> if a number reaches a limit.</summary>
    public static Expression IfAtLeast(Expression number, double limit, Expression then, Expression otherwise) =>
        Expression.Call(IfAtLeastMethod, number, Expression.Constant(limit), then, otherwise);

    /// <summary><paramref name="then"/> if a number equals another.</summary>
    public static Expression IfSame(Expression number, double other, Expression then, Expression otherwise) =>
        Expression.Call(IfSameMethod, number, Expression.Constant(other), then, otherwise);

    /// <summary>A number clamped between two others.</summary>
    public static Expression Clamp(Expression number, double lowest, double highest) =>
        Expression.Call(ClampMethod, number, Expression.Constant(lowest), Expression.Constant(highest));

    /// <summary><paramref name="then"/> if a number is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double IfKnown(double number, double then, double otherwise) => IfSame(number, number, then, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Raw(double? value) => KnownOrNaN(value.HasValue, value.GetValueOrDefault());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Raw(int? value) => KnownOrNaN(value.HasValue, value.GetValueOrDefault());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Raw(decimal? value) => KnownOrNaN(value.HasValue, (double)value.GetValueOrDefault());

    // All bits set is a NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double KnownOrNaN(bool isKnown, double value)
    {
        var missing = Vector128.CreateScalarUnsafe((long)Unsafe.BitCast<bool, byte>(isKnown) - 1).AsDouble();
        return (Vector128.CreateScalarUnsafe(value) | missing).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Quotient(double dividend, double divisor) => IfSame(divisor, 0, double.NaN, dividend / divisor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double IfAtLeast(double number, double limit, double then, double otherwise) => Vector128.ConditionalSelect(
        Vector128.GreaterThanOrEqual(Vector128.CreateScalarUnsafe(number), Vector128.CreateScalarUnsafe(limit)),
        Vector128.CreateScalarUnsafe(then),
        Vector128.CreateScalarUnsafe(otherwise)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double IfSame(double number, double other, double then, double otherwise) => Vector128.ConditionalSelect(
        Vector128.Equals(Vector128.CreateScalarUnsafe(number), Vector128.CreateScalarUnsafe(other)),
        Vector128.CreateScalarUnsafe(then),
        Vector128.CreateScalarUnsafe(otherwise)).ToScalar();

    // What becomes of NaN does not matter: its points are not counted.
#if NET9_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Clamp(double number, double lowest, double highest) =>
        double.MinNative(double.MaxNative(number, lowest), highest);
#else
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Clamp(double number, double lowest, double highest) => Math.Min(Math.Max(number, lowest), highest);
#endif
}
