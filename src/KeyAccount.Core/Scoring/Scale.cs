using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>Turns a raw value of a criterion, in its own unit, into points from 0 to 100.</summary>
/// <remarks>Immutable and safe to share between threads; compared by reference. Create one with <see cref="Linear"/>, <see cref="Steps"/>
/// or <see cref="Levels"/>; knots, steps and levels may be given in any order.</remarks>
public sealed class Scale
{
    // Up to so many pieces all are computed and one is chosen.
    private const int MostChoices = 8;

    // Piece i holds from its From to that of piece i + 1: points = Points + (raw - From) · Slope. The first one reaches down to -∞.
    private readonly (double From, double Points, double Slope)[] _pieces;

    private Scale(
        ScaleKind kind,
        ScalePoint[] knots,
        (double From, double Points, double Slope)[] pieces,
        Type? term = null,
        (object Level, double Points)[]? levels = null)
    {
        Kind = kind;
        Knots = [.. knots];
        _pieces = pieces;
        Term = term;
        TermLevels = levels;
        var known = knots.Select(knot => knot.Points).Where(points => !double.IsNaN(points)).ToArray();
        Minimum = known.Min();
        Maximum = known.Max();
    }

    /// <summary>The kind of scale.</summary>
    public ScaleKind Kind { get; }

    /// <summary>The points that define the scale, by ascending raw value: its knots, the beginnings of its steps, or its levels.</summary>
    public IReadOnlyList<ScalePoint> Knots { get; }

    /// <summary>The lowest points that the scale can give.</summary>
    public double Minimum { get; }

    /// <summary>The highest points that the scale can give.</summary>
    public double Maximum { get; }

    /// <summary>The term whose levels the scale is for; null for a scale of numbers.</summary>
    internal Type? Term { get; }

    /// <summary>The levels with their points; null for a scale of numbers.</summary>
    internal (object Level, double Points)[]? TermLevels { get; }

    /// <summary>Creates a piecewise linear scale. It is constant beyond its ends, and may rise, fall or both.</summary>
    /// <param name="knots">At least two knots with different, finite raw values; points 0 … 100.</param>
    /// <returns>The scale. At a knot it gives exactly the knot's points. If the knots rise or fall, so does the scale, from each double to
    /// the next.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="knots"/> is null.</exception>
    /// <exception cref="ArgumentException">The knots are not a valid scale; the message names every fault.</exception>
    public static Scale Linear(params (double Raw, double Points)[] knots)
    {
        ArgumentNullException.ThrowIfNull(knots);
        return Made(ScaleKind.Linear, knots, nameof(knots));
    }

    /// <summary>Creates a scale of steps. It gives the points of the last step whose beginning the raw value reaches; below the first step,
    /// it gives the points of the first step.</summary>
    /// <param name="steps">At least one step; different, finite beginnings; points 0 … 100.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> is null.</exception>
    /// <exception cref="ArgumentException">The steps are not a valid scale; the message names every fault.</exception>
    public static Scale Steps(params (double From, double Points)[] steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return Made(ScaleKind.Steps, steps, nameof(steps));
    }

    /// <summary>Creates a scale over the levels of a term.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="levels">Each value of the term once; points 0 … 100, or NaN for a level that means "not known", which counts as
    /// missing.</param>
    /// <returns>The scale; its raw values are the term's <c>Value</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="levels"/> or a level in it is null.</exception>
    /// <exception cref="ArgumentException">The levels are not a valid scale; the message names every fault.</exception>
    public static Scale Levels<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        params (TTerm Level, double Points)[] levels)
        where TTerm : Term<TTerm>
    {
        ArgumentNullException.ThrowIfNull(levels);
        foreach (var (level, _) in levels)
            ArgumentNullException.ThrowIfNull(level, nameof(levels));

        var faults = new List<string>();
        faults.AddRange(levels.Select(level => FaultOf(level.Level, level.Points)).OfType<string>());
        foreach (var term in Term<TTerm>.InOrder)
        {
            var count = levels.Count(level => level.Level == term);
            if (count != 1)
                faults.Add(count == 0 ? $"{term.Name} has no points" : Invariant($"{term.Name} is given {count} times"));
        }

        if (levels.All(level => double.IsNaN(level.Points)))
            faults.Add("no level has points");
        Throw(faults, nameof(levels));
        return OfLevels(typeof(TTerm), [.. levels.Select(level => ((object)level.Level, level.Points))]);
    }

    /// <summary>Calculates the points of a raw value.</summary>
    /// <param name="raw">The raw value in the unit of the criterion, or the <c>Value</c> of a level; beyond the ends, the points stay
    /// constant.</param>
    /// <returns>The points, 0 … 100; NaN only for a level that means "not known".</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="raw"/> is NaN, or not the value of a level.</exception>
    public double Points(double raw)
    {
        if (double.IsNaN(raw))
            throw new ArgumentOutOfRangeException(nameof(raw), "raw is NaN; it must be a number.");
        return TryPoints(raw, out var points)
            ? points
            : throw new ArgumentOutOfRangeException(nameof(raw), $"raw is {NotALevel(raw)}.");
    }

    /// <summary>The kind and its points, such as <c>Linear 0 → 0, 10 → 100</c>.</summary>
    /// <returns>The text, in invariant English.</returns>
    public override string ToString() =>
        $"{Kind} {string.Join(", ", Knots.Select(knot => Invariant($"{knot.Raw} → {knot.Points}")))}";

    /// <summary>Creates a scale of numbers from knots or steps without faults.</summary>
    internal static Scale Of(ScaleKind kind, ScalePoint[] knots)
    {
        if (kind == ScaleKind.Steps)
        {
            return new(
                kind, knots, [.. knots.Select((knot, i) => (i == 0 ? double.NegativeInfinity : knot.Raw, knot.Points, 0.0))]);
        }

        var pieces = new (double From, double Points, double Slope)[knots.Length + 1];
        pieces[0] = (double.NegativeInfinity, knots[0].Points, 0);
        for (var i = 0; i < knots.Length; i++)
            pieces[i + 1] = (knots[i].Raw, knots[i].Points, i + 1 < knots.Length ? Slope(knots[i], knots[i + 1]) : 0);
        return new(kind, knots, pieces);
    }

    /// <summary>Returns the same levels with other points; <paramref name="points"/> has one entry for each level.</summary>
    internal Scale With((object Level, double Points)[] points) => OfLevels(Term!, points);

    /// <summary>Lists everything that is wrong with knots or steps of a scale of numbers.</summary>
    internal static List<string> FaultsOf(ScaleKind kind, (double Raw, double Points)[] knots, string name)
    {
        var areJoined = kind == ScaleKind.Linear;
        var faults = new List<string>();
        var atLeast = areJoined ? 2 : 1;
        if (knots.Length < atLeast)
            faults.Add(Invariant($"{knots.Length} given; at least {atLeast} needed"));
        for (var i = 0; i < knots.Length; i++)
        {
            if (!double.IsFinite(knots[i].Raw))
                faults.Add(Invariant($"{name}[{i}] is at {knots[i].Raw}; it must be finite"));
            if (!IsPoints(knots[i].Points))
                faults.Add(Invariant($"{name}[{i}] has {knots[i].Points} points; they must be between 0 and 100"));
        }

        var sorted = InOrder(knots).ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            var (left, right) = (sorted[i - 1], sorted[i]);
            if (left.Raw == right.Raw)
                faults.Add(Invariant($"{left.Raw} is duplicated"));
            else if (areJoined && double.IsFinite(left.Raw) && double.IsFinite(right.Raw) && !double.IsFinite(right.Raw - left.Raw))
                faults.Add(Invariant($"{left.Raw} and {right.Raw} are too far apart for a line between them"));
            else if (areJoined && IsPoints(left.Points) && IsPoints(right.Points)
                && double.IsInfinity((right.Points - left.Points) / (right.Raw - left.Raw)))
            {
                faults.Add(Invariant($"{left.Raw} and {right.Raw} are too close together for a line between them"));
            }
        }

        return faults;
    }

    /// <summary>What is wrong with the points of a level.</summary>
    internal static string? FaultOf(object level, double points) => double.IsNaN(points) || IsPoints(points)
        ? null
        : Invariant($"{level} has {points} points; they must be between 0 and 100, or NaN for a level that means 'not known'");

    /// <summary>The beginnings of the pieces, ascending; the first is -∞.</summary>
    internal IReadOnlyList<double> Pieces => Array.ConvertAll(_pieces, piece => piece.From);

    /// <summary>The end of the last line; infinite for a scale without lines.</summary>
    internal double LastKnot => Kind == ScaleKind.Linear ? Knots[^1].Raw : double.PositiveInfinity;

    /// <summary>The pieces in which a raw value clamped to the knots can be. The last knot is a separate piece only if the line before it
    /// does not end exactly at its points.</summary>
    internal (double From, double Points, double Slope)[] PiecesBetweenKnots()
    {
        if (Kind != ScaleKind.Linear)
            return _pieces;
        var (from, points, slope) = _pieces[^2];
        var last = _pieces[^1];
        return points + ((last.From - from) * slope) == last.Points ? _pieces[1..^1] : _pieces[1..];
    }

    /// <summary>Calculates the points of a number that is not NaN; false if it is not a level.</summary>
    internal bool TryPoints(double raw, out double points)
    {
        var i = _pieces.Length - 1;
        while (i > 0 && raw < _pieces[i].From)
            i--;
        var (from, atFrom, slope) = _pieces[i];
        points = slope == 0 ? atFrom : atFrom + ((raw - from) * slope);
        return Kind != ScaleKind.Levels || raw == from;
    }

    /// <summary>The message for a number that is not a level.</summary>
    internal string NotALevel(double raw) =>
        Invariant($"{raw}; it must be the value of {English.WithArticle(Term!.Name)}: ")
        + string.Join(", ", Knots.Select(knot => Invariant($"{knot.Raw}")));

    /// <summary>The points of a scale of numbers as a tree over a known raw value, with the same operations in the same order as
    /// <see cref="TryPoints"/>.</summary>
    /// <param name="raw">The raw value.</param>
    /// <param name="line">Writes a piece; null for the operations of <see cref="TryPoints"/>.</param>
    internal Expression PointsTree(Expression raw, Func<(double From, double Points, double Slope), Expression, Expression>? line = null)
    {
        line ??= Line;
        return Between(0, _pieces.Length - 1);

        // A balanced tree, so that a scale of a hundred steps costs seven comparisons.
        Expression Between(int first, int last)
        {
            if (first == last)
                return line(_pieces[first], raw);
            var middle = (first + last + 1) / 2;
            return Expression.Condition(
                Expression.GreaterThanOrEqual(raw, Expression.Constant(_pieces[middle].From)),
                Between(middle, last),
                Between(first, middle - 1));
        }
    }

    /// <summary>The points as a tree to be compiled, over a raw value that may be NaN; for NaN, the result is any number, or NaN for
    /// levels. The operations and their order are those of <see cref="TryPoints"/>.</summary>
    internal Expression BranchFreePoints(Expression raw, Func<Expression, Expression> let)
    {
        var pieces = PiecesBetweenKnots();
        if (Kind == ScaleKind.Levels)
        {
            return pieces.Aggregate(
                (Expression)Expression.Constant(double.NaN),
                (otherwise, piece) => BranchFree.IfSame(raw, piece.From, Expression.Constant(piece.Points), otherwise));
        }

        // A balanced tree of branches is better than so many choices.
        if (pieces.Length > MostChoices)
            return PointsTree(raw);
        var clamped = Kind == ScaleKind.Linear ? let(BranchFree.Clamp(raw, Knots[0].Raw, LastKnot)) : raw;
        return pieces.Skip(1).Aggregate(
            Line(pieces[0], clamped), (before, piece) => BranchFree.IfAtLeast(clamped, piece.From, Line(piece, clamped), before));
    }

    private static Expression Line((double From, double Points, double Slope) piece, Expression raw) => piece.Slope == 0
        ? Expression.Constant(piece.Points)
        : Expression.Add(
            Expression.Constant(piece.Points),
            Expression.Multiply(Expression.Subtract(raw, Expression.Constant(piece.From)), Expression.Constant(piece.Slope)));

    /// <summary>The points for a database. A database performs every operation it is given, so those that add or subtract nothing are left
    /// out.</summary>
    internal Expression StoredPoints(Expression raw) => PointsTree(raw, StoredLine);

    private static Expression StoredLine((double From, double Points, double Slope) piece, Expression raw)
    {
        if (piece.Slope == 0)
            return Expression.Constant(piece.Points);
        var distance = piece.From == 0 ? raw : Expression.Subtract(raw, Expression.Constant(piece.From));
        var gained = Expression.Multiply(distance, Expression.Constant(piece.Slope));
        return piece.Points == 0 ? gained : Expression.Add(Expression.Constant(piece.Points), gained);
    }

    // Rounded towards the flat side, so that just before the next knot the line cannot be beyond it: rising scales rise in every double.
    private static double Slope(ScalePoint left, ScalePoint right)
    {
        var width = right.Raw - left.Raw;
        var slope = (right.Points - left.Points) / width;
        while (left.Points < right.Points
            ? left.Points + (width * slope) > right.Points
            : left.Points + (width * slope) < right.Points)
        {
            slope = left.Points < right.Points ? Math.BitDecrement(slope) : Math.BitIncrement(slope);
        }

        return slope;
    }

    private static Scale OfLevels(Type term, (object Level, double Points)[] levels)
    {
        ScalePoint[] knots =
            [.. levels.Select(level => new ScalePoint(((ITerm)level.Level).Value, level.Points)).OrderBy(knot => knot.Raw)];
        return new(ScaleKind.Levels, knots, [.. knots.Select(knot => (knot.Raw, knot.Points, 0.0))], term, levels);
    }

    private static Scale Made(ScaleKind kind, (double Raw, double Points)[] knots, string name)
    {
        var faults = FaultsOf(kind, knots, name);
        Throw(faults, name);
        return Of(kind, [.. InOrder(knots)]);
    }

    private static IEnumerable<ScalePoint> InOrder((double Raw, double Points)[] knots) =>
        knots.Select(knot => new ScalePoint(knot.Raw, knot.Points)).OrderBy(knot => knot.Raw);

    private static bool IsPoints(double points) => points is >= 0 and <= 100;

    private static void Throw(List<string> faults, string name)
    {
        if (faults.Count > 0)
            throw new ArgumentException($"The {name} do not make a scale: {string.Join("; ", faults)}.", name);
    }
}
