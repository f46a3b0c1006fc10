using System.Linq.Expressions;
using KeyAccount.Core.Expressions;

namespace KeyAccount.Core.Scoring;

/// <summary>The single arithmetic of a scorecard, in three forms that agree bit for bit: on numbers, as a tree (compiled, or for a
/// database), and on columns (<see cref="ColumnScores"/>).</summary>
/// <remarks>Points are added in the order of the criteria, and no operation may be fused with another. A criterion of weight 0 adds nothing
/// in any form.</remarks>
internal sealed class ScoreArithmetic
{
    private readonly double[] _weights;
    private readonly Scale[] _scales;
    private readonly double _all;
    private readonly double[] _worst;
    private readonly double[] _best;
    private readonly double[] _assumed;
    private readonly double?[] _assumedPoints;
    private readonly MissingData _policy;

    // A known weight of at least this is enough; null where nothing need be known. Never 0, so that dividing by the known weight is safe.
    private readonly double? _enough;

    public ScoreArithmetic(double[] weights, Scale[] scales, MissingData policy, double minimumCoverage)
    {
        _policy = policy;
        _weights = weights;
        _scales = scales;
        _all = weights.Sum();
        _worst = [.. weights.Zip(scales, (weight, scale) => weight * scale.Minimum)];
        _best = [.. weights.Zip(scales, (weight, scale) => weight * scale.Maximum)];
        _assumedPoints = Array.ConvertAll(scales, scale => policy switch
        {
            MissingData.AssumeWorst => scale.Minimum,
            MissingData.AssumeMidpoint => (scale.Minimum + scale.Maximum) / 2,
            _ => (double?)null,
        });
        _assumed = [.. weights.Zip(_assumedPoints, (weight, points) => weight * (points ?? 0))];
        if (minimumCoverage > 0 || policy == MissingData.Renormalize)
            _enough = Math.Max(ScoreRounding.SmallestReaching(minimumCoverage), _weights.Where(weight => weight > 0).Min());
    }

    /// <summary>The weight of each criterion; they sum to 1.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>The scale of each criterion.</summary>
    public IReadOnlyList<Scale> Scales => _scales;

    /// <summary>The points of each criterion while it is missing; null if it gets none.</summary>
    public double?[] AssumedPoints => _assumedPoints;

    /// <summary>The amount that each criterion adds to the sum while it is missing.</summary>
    public IReadOnlyList<double> Assumed => _assumed;

    /// <summary>The policy for missing data.</summary>
    public MissingData Policy => _policy;

    /// <summary>The known weight that is enough for a score; null if nothing need be known.</summary>
    public double? Enough => _enough;

    /// <summary>Calculates the points of raw values; NaN for one that is not known.</summary>
    public void Points(ReadOnlySpan<double> values, Span<double> points)
    {
        for (var i = 0; i < points.Length; i++)
            points[i] = !double.IsNaN(values[i]) && _scales[i].TryPoints(values[i], out var reached) ? reached : double.NaN;
    }

    /// <summary>Calculates the score alone.</summary>
    /// <param name="points">The points of each criterion; NaN for one that is missing.</param>
    /// <returns>The score; NaN for an unrated account.</returns>
    public double Score(ReadOnlySpan<double> points)
    {
        double sum = 0, known = 0;
        for (var i = 0; i < points.Length; i++)
        {
            sum += BranchFree.IfKnown(points[i], _weights[i] * points[i], _assumed[i]);
            known += BranchFree.IfKnown(points[i], _weights[i], 0);
        }

        return Finish(sum, known, complete: _policy != MissingData.Refuse || !points.Contains(double.NaN));
    }

    /// <summary>Calculates the score, and everything that explains it.</summary>
    /// <param name="points">The points of each criterion; NaN for one that is missing.</param>
    /// <param name="parts">Receives the contribution of each criterion to a rated score (added in order and rounded, they are the score); 0
    /// for an unrated account.</param>
    /// <returns>The score, NaN for an unrated account; the known weight; the score with everything missing at its worst and at its best,
    /// both equal to the score if nothing is missing.</returns>
    public (double Score, double Known, ScoreRange Range) Explain(ReadOnlySpan<double> points, Span<double> parts)
    {
        double sum = 0, known = 0, low = 0, high = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var weighted = _weights[i] * points[i];
            parts[i] = BranchFree.IfKnown(points[i], weighted, _assumed[i]);
            sum += parts[i];
            known += BranchFree.IfKnown(points[i], _weights[i], 0);
            low += BranchFree.IfKnown(points[i], weighted, _worst[i]);
            high += BranchFree.IfKnown(points[i], weighted, _best[i]);
        }

        var score = Finish(sum, known, complete: _policy != MissingData.Refuse || !points.Contains(double.NaN));
        var range = new ScoreRange(Finish(low, _all, complete: true), Finish(high, _all, complete: true));
        if (double.IsNaN(score))
            parts.Clear();
        else if (_policy == MissingData.Renormalize)
            Share(parts, known, score);
        return (score, known, range);
    }

    /// <summary>The weighted points, before they are divided by the known weight.</summary>
    /// <param name="points">The points of each criterion; NaN for one that is missing.</param>
    public double SumOf(ReadOnlySpan<double> points)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Length; i++)
            sum += BranchFree.IfKnown(points[i], _weights[i] * points[i], _assumed[i]);
        return sum;
    }

    /// <summary>The score as a tree.</summary>
    /// <param name="criteria">For each criterion, the expression that tells whether it is known (null if it always is), and its points
    /// while it is. They are requested one after the other, while the tree is being built.</param>
    /// <param name="unrated">The result for an unrated account; gives the type.</param>
    /// <param name="ifKnown">Chooses between two values, depending on whether a criterion is known.</param>
    /// <param name="isKnown">The same as a condition.</param>
    /// <param name="let">Stores a value, if the tree can hold variables.</param>
    public Expression Tree(
        IEnumerable<(Expression? Known, Expression Points)> criteria,
        ConstantExpression unrated,
        Func<Expression, Expression, double, Expression> ifKnown,
        Func<Expression, Expression> isKnown,
        Func<Expression, Expression> let)
    {
        Expression? sum = null, known = null;
        var telling = new List<Expression>();
        var i = 0;
        foreach (var (tells, points) in criteria)
        {
            if (_weights[i] > 0)
            {
                sum = Sum(sum, IfKnown(Expression.Multiply(Expression.Constant(_weights[i]), points), _assumed[i]));
                known = _enough is null ? null : Sum(known, IfKnown(Expression.Constant(_weights[i]), 0));
            }

            if (tells is not null)
                telling.Add(tells);
            i++;

            Expression IfKnown(Expression then, double otherwise) => tells is null ? then : ifKnown(tells, then, otherwise);
        }

        // At least one weight is positive.
        var score = Rounded(_policy == MissingData.Renormalize ? Expression.Divide(sum!, known!) : sum!);
        var conditions = new List<Expression>();
        if (known is not null && telling.Count > 0)
            conditions.Add(Expression.GreaterThanOrEqual(known, Expression.Constant(_enough!.Value)));
        if (_policy == MissingData.Refuse)
            conditions.AddRange(telling.Select(isKnown));
        score = score.Type == unrated.Type ? score : Expression.Convert(score, unrated.Type);
        return conditions.Count == 0 ? score : Expression.Condition(conditions.Aggregate(Expression.AndAlso), score, unrated);

        Expression Sum(Expression? before, Expression term) => let(before is null ? term : Expression.Add(before, term));
    }

    // The score of the sums; NaN for an unrated account.
    private double Finish(double sum, double known, bool complete)
    {
        if (known < _enough || (_policy == MissingData.Refuse && !complete))
            return double.NaN;
        return ScoreRounding.Round(_policy == MissingData.Renormalize ? sum / known : sum);
    }

    // Divided one by one they may miss, by the last bit, the side to which the score was rounded: the largest takes the difference.
    private static void Share(Span<double> parts, double known, double score)
    {
        foreach (ref var part in parts)
            part /= known;
        for (var sum = Sum(parts); sum != score; sum = Sum(parts))
        {
            var largest = 0;
            for (var i = 1; i < parts.Length; i++)
                largest = parts[i] > parts[largest] ? i : largest;
            parts[largest] = sum < score ? Math.BitIncrement(parts[largest]) : Math.BitDecrement(parts[largest]);
        }

        static double Sum(ReadOnlySpan<double> parts)
        {
            var sum = 0.0;
            foreach (var part in parts)
                sum += part;
            return ScoreRounding.Round(sum);
        }
    }

    /// <summary>A score as a tree, rounded to six places.</summary>
    public static Expression Rounded(Expression value) => Expression.Divide(
        Expression.Call(
            ((Func<double, double>)Math.Floor).Method,
            Expression.Add(Expression.Multiply(value, Expression.Constant(ScoreRounding.PerUnit)), Expression.Constant(0.5))),
        Expression.Constant(ScoreRounding.PerUnit));
}
