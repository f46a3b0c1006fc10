using System.Globalization;
using System.Linq.Expressions;

namespace KeyAccount.Core.Expressions;

/// <summary>A fact that an expression reads, with the range of its property. The range stays around the fact when the expression is bound
/// to another class, where the property itself is folded away.</summary>
/// <param name="fact">The fact.</param>
/// <param name="range">Its range.</param>
/// <param name="part">The fact that this one cannot be below; null for none.</param>
internal sealed class RangedFact(Expression fact, FactRange range, Expression? part) : Expression
{
    private const decimal SmallestDecimal = 1e-28m;

    public Expression Fact { get; } = fact;

    public FactRange Range { get; } = range;

    public Expression? Part { get; } = part;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override Type Type => Fact.Type;

    public override bool CanReduce => true;

    public override Expression Reduce() => Fact;

    public override string ToString() => Fact.ToString();

    /// <summary>Returns the expression with a range around each fact whose property has one.</summary>
    public static OverFacts Mark(OverFacts expression) => expression with { Body = new Marking().Visit(expression.Body) };

    /// <summary>Every ranged fact that an expression reads.</summary>
    public static IReadOnlyList<RangedFact> In(Expression expression)
    {
        var finding = new Finding();
        _ = finding.Visit(expression);
        return finding.Found;
    }

    /// <summary>Whether the fact is certainly out of range; an unknown fact is not.</summary>
    public Expression IsOutside()
    {
        Expression? outside = null;
        var (lowest, highest) = Finite();
        if (Bound(lowest, Fact.Type) is { } low)
            Or(LessThan(Fact, low));
        if (Bound(highest, Fact.Type) is { } high)
            Or(GreaterThan(Fact, high));
        if (Part is { } part and not ConstantExpression { Value: null })
        {
            var (whole, within) = Alike(Fact, part);
            Or(LessThan(whole, within));
        }

        return outside ?? Constant(false);

        // Lifted to what null answers with false.
        void Or(Expression condition) => outside = outside is null ? condition : OrElse(outside, condition);
    }

    protected override Expression VisitChildren(ExpressionVisitor visitor)
    {
        var (read, within) = (visitor.Visit(Fact), visitor.Visit(Part));
        return read == Fact && within == Part ? this : new RangedFact(read, Range, within);
    }

    private static (Expression One, Expression Other) Alike(Expression one, Expression other) => one.Type == other.Type
        ? (one, other)
        : (FactsExpression.AsNullable(one), FactsExpression.AsNullable(other));

    /// <summary>The fact, or null if it is out of range; for a database. A stored NaN fails the single range test in all of them.</summary>
    public ConditionalExpression NullOutside()
    {
        var value = FactsExpression.AsNullable(Fact);
        var missing = Constant(null, value.Type);
        Expression? inside = null;
        var (lowest, highest) = Finite();
        if (Bound(lowest, value.Type) is { } low)
            And(GreaterThanOrEqual(value, low));
        if (Bound(highest, value.Type) is { } high)
            And(LessThanOrEqual(value, high));

        if (Part is { } part and not ConstantExpression { Value: null })
        {
            var (whole, within) = Alike(value, part);
            var holds = (Expression)GreaterThanOrEqual(whole, within);
            And(FactsExpression.MayBeNull(within) ? OrElse(Equal(within, Constant(null, within.Type)), holds) : holds);
        }

        return Condition(inside ?? Constant(true), value, missing);

        void And(Expression condition) => inside = inside is null ? condition : AndAlso(inside, condition);
    }

    // What can be infinite is never in its range where it is.
    private (double Low, double High) Finite()
    {
        var type = Bare(Fact.Type);
        return type == typeof(double) ? (Math.Max(Range.Low, double.MinValue), Math.Min(Range.High, double.MaxValue))
            : type == typeof(float) ? (Math.Max(Range.Low, float.MinValue), Math.Min(Range.High, float.MaxValue))
            : (Range.Low, Range.High);
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    // A bound in the type of the fact; null where there is none.
    private static ConstantExpression? Bound(double bound, Type type)
    {
        if (double.IsInfinity(bound))
            return null;
        var bare = Bare(type);

        // Above 0: the smallest decimal there is, the next whole number.
        object exact = bare == typeof(decimal) && bound is > 0 and < 1e-28 ? SmallestDecimal
            : System.Convert.ChangeType(IsWhole(bare) ? Math.Ceiling(bound) : bound, bare, CultureInfo.InvariantCulture);
        return Constant(exact, type);
    }

    private static bool IsWhole(Type type) => type != typeof(double) && type != typeof(float) && type != typeof(decimal);

    // Properties of facts, wherever in the tree: f.Margin, f.Margin.Value, f.Part.Height.
    private sealed class Marking : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            var visited = (MemberExpression)base.VisitMember(node);
            return visited.Expression is { } of && FactRange.Of(node.Member) is { } range && (range.HasBounds || range.Part is not null)
                ? new RangedFact(visited, range, range.Part is { } part ? MakeMemberAccess(of, part) : null)
                : visited;
        }
    }

    private sealed class Finding : ExpressionVisitor
    {
        public List<RangedFact> Found { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            Found.Add((RangedFact)node);
            return base.VisitExtension(node);
        }
    }
}
