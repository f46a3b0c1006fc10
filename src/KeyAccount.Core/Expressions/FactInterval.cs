using System.Globalization;
using System.Linq.Expressions;

namespace KeyAccount.Core.Expressions;

/// <summary>The numbers between two bounds, both included; an infinite bound does not limit.</summary>
internal readonly record struct Interval(double Low, double High)
{
    public static Interval All { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public bool IsAll => double.IsNegativeInfinity(Low) && double.IsPositiveInfinity(High);

    public bool Holds(double value) => value >= Low && value <= High;

    public Interval With(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    public Interval Within(Interval other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));
}

/// <summary>Finds the range of a measure while its facts are within their ranges, by interval arithmetic over its expression.</summary>
internal sealed class FactInterval
{
    // What rounding on the way to a bound can differ by, so that no possible value is taken for an impossible one.
    private const double Slack = 1e-9;

    /// <summary>The measure as a line through one fact: raw = Slope · fact + Offset, computed in the order of the measure; null if the
    /// measure is anything else.</summary>
    public static (RangedFact Fact, Interval Interval)? OfOneFact(Expression measure)
    {
        if (RangedFact.In(measure) is not [{ Part: null } fact] || !IsLine(measure))
            return null;
        var (one, other) = (At(measure, fact.Range.Low), At(measure, fact.Range.High));
        return (fact, new(Math.Min(one, other), Math.Max(one, other)));
    }

    /// <summary>The interval of any measure in the form of <see cref="FactsExpression"/>.</summary>
    public static Interval Of(Expression measure)
    {
        var (low, high) = Of(measure, new(StringComparer.Ordinal)) ?? Interval.All;
        return new(low - (Slack * Math.Abs(Finite(low))), high + (Slack * Math.Abs(Finite(high))));

        static double Finite(double bound) => double.IsInfinity(bound) ? 0 : bound;
    }

    // Only what keeps the order of the fact in every double: then a value outside is a fact outside.
    private static bool IsLine(Expression part) => part switch
    {
        RangedFact => true,
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Negate } unary => IsLine(unary.Operand),
        BinaryExpression when (Nullable.GetUnderlyingType(part.Type) ?? part.Type) != typeof(double) => false,
        BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.Subtract } sum =>
            (NumberOf(sum.Right) is not null && IsLine(sum.Left)) || (NumberOf(sum.Left) is not null && IsLine(sum.Right)),
        BinaryExpression { NodeType: ExpressionType.Multiply } product =>
            (NumberOf(product.Right) is { } right && right != 0 && IsLine(product.Left))
            || (NumberOf(product.Left) is { } left && left != 0 && IsLine(product.Right)),
        BinaryExpression { NodeType: ExpressionType.Divide } quotient =>
            NumberOf(quotient.Right) is { } divisor && divisor != 0 && IsLine(quotient.Left),
        _ => false,
    };

    private static double At(Expression part, double fact) => part switch
    {
        RangedFact => fact,
        UnaryExpression { NodeType: ExpressionType.Negate } negation => -At(negation.Operand, fact),
        UnaryExpression conversion => At(conversion.Operand, fact),
        BinaryExpression binary => Computed(
            binary.NodeType, NumberOf(binary.Left) ?? At(binary.Left, fact), NumberOf(binary.Right) ?? At(binary.Right, fact)),
        _ => double.NaN,
    };

    private static double Computed(ExpressionType operation, double left, double right) => operation switch
    {
        ExpressionType.Add => left + right,
        ExpressionType.Subtract => left - right,
        ExpressionType.Multiply => left * right,
        _ => left / right,
    };

    /// <summary>The number of a constant; null for anything else.</summary>
    public static double? NumberOf(Expression part) =>
        FactsExpression.Unconverted(part) is ConstantExpression { Value: IConvertible number and not string and not bool }
            ? Convert.ToDouble(number, CultureInfo.InvariantCulture)
            : null;

    // Null for what is never known.
    private static Interval? Of(Expression part, Dictionary<string, Interval> limits)
    {
        if (NumberOf(part) is { } number)
            return new(number, number);
        switch (part)
        {
            case ConstantExpression { Value: null }:
                return null;
            case RangedFact read:
                return Limited(new(read.Range.Low, read.Range.High), read.Fact);
            case MemberExpression member:
                return Limited(Interval.All, member);
            case UnaryExpression { NodeType: ExpressionType.Convert } conversion:
                return Of(conversion.Operand, limits);
            case UnaryExpression { NodeType: ExpressionType.Negate } negation:
                return Of(negation.Operand, limits) is { } negated ? new(-negated.High, -negated.Low) : null;
            case BinaryExpression { NodeType: ExpressionType.Coalesce } coalesce:
                return United(Of(coalesce.Left, limits), Of(coalesce.Right, limits));
            case BinaryExpression { NodeType: ExpressionType.Subtract, Left: RangedFact { Part: { } within } } difference
                when Named(within) == Named(difference.Right):
                return Of(difference.Left, limits) is { } whole && Of(difference.Right, limits) is { } inside
                    ? Subtracted(whole, inside).Within(new(0, double.PositiveInfinity))
                    : null;
            case BinaryExpression binary:
                return Of(binary.Left, limits) is { } left && Of(binary.Right, limits) is { } right
                    ? Computed(binary.NodeType, left, right)
                    : null;
            case ConditionalExpression choice:
                return United(
                    Of(choice.IfTrue, Refined(choice.Test, true, limits)), Of(choice.IfFalse, Refined(choice.Test, false, limits)));
            case MethodCallExpression { Arguments: [var argument] } call when call.Method == FactsExpression.Floor:
                return Of(argument, limits) is { } floored ? new(Math.Floor(floored.Low), Math.Floor(floored.High)) : null;
            default:
                return Interval.All;
        }

        Interval Limited(Interval natural, Expression fact) =>
            limits.TryGetValue(Named(fact), out var limit) ? natural.Within(limit) : natural;
    }

    private static Interval? United(Interval? one, Interval? other) =>
        one is { } first && other is { } second ? first.With(second) : one ?? other;

    private static Interval Computed(ExpressionType operation, Interval left, Interval right)
    {
        switch (operation)
        {
            case ExpressionType.Add:
                return new(left.Low + right.Low, left.High + right.High);
            case ExpressionType.Subtract:
                return Subtracted(left, right);
            case ExpressionType.Multiply:
                return Corners((x, y) => x * y);
            case ExpressionType.Divide when right.Low > 0 || right.High < 0:
                return Corners((x, y) => x / y);
            default:
                return Interval.All;
        }

        // 0 · ∞ and ∞ / ∞ come near to everything between the other corners, 0 included.
        Interval Corners(Func<double, double, double> of)
        {
            double[] corners =
                [of(left.Low, right.Low), of(left.Low, right.High), of(left.High, right.Low), of(left.High, right.High)];
            var known = corners.Select(corner => double.IsNaN(corner) ? 0 : corner).ToArray();
            return new(known.Min(), known.Max());
        }
    }

    private static Interval Subtracted(Interval left, Interval right) => new(left.Low - right.High, left.High - right.Low);

    // What a comparison with a number says of a fact where it was decided. A fact that is null makes no value of what it is in.
    private static Dictionary<string, Interval> Refined(Expression test, bool holds, Dictionary<string, Interval> limits)
    {
        var refined = new Dictionary<string, Interval>(limits, StringComparer.Ordinal);
        Refine(test, holds);
        return refined;

        void Refine(Expression condition, bool isTrue)
        {
            switch (condition)
            {
                case UnaryExpression { NodeType: ExpressionType.Not } negation:
                    Refine(negation.Operand, !isTrue);
                    break;
                case BinaryExpression { NodeType: ExpressionType.AndAlso } both
                    when isTrue || AsksForNull(both.Left) || AsksForNull(both.Right):
                    Refine(both.Left, isTrue);
                    Refine(both.Right, isTrue);
                    break;
                case BinaryExpression comparison when NumberOf(comparison.Right) is { } limit:
                    Limit(comparison.Left, comparison.NodeType, limit, isTrue);
                    break;
                case BinaryExpression comparison when NumberOf(comparison.Left) is { } limit:
                    Limit(comparison.Right, Turned(comparison.NodeType), limit, isTrue);
                    break;
            }
        }

        void Limit(Expression fact, ExpressionType comparison, double limit, bool isTrue)
        {
            if (FactsExpression.Unconverted(fact) is not (RangedFact or MemberExpression))
                return;
            var isAbove = comparison is ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual;
            if (!isAbove && comparison is not (ExpressionType.LessThan or ExpressionType.LessThanOrEqual))
                return;
            var side = isAbove == isTrue ? new Interval(limit, double.PositiveInfinity) : new(double.NegativeInfinity, limit);
            var name = Named(fact);
            refined[name] = refined.TryGetValue(name, out var before) ? before.Within(side) : side;
        }
    }

    private static bool AsksForNull(Expression condition) =>
        condition is BinaryExpression { NodeType: ExpressionType.NotEqual, Right: ConstantExpression { Value: null } };

    private static ExpressionType Turned(ExpressionType comparison) => comparison switch
    {
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        _ => comparison,
    };

    private static string Named(Expression fact) => FactsExpression.Unconverted(fact).ToString();
}
