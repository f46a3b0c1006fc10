using System.Linq.Expressions;

namespace KeyAccount.Core.Scoring;

/// <summary>The one arithmetic of a scorecard, in two forms that agree bit for bit: on numbers, and as a tree.</summary>
/// <remarks>Points are added in the order of the criteria, and no operation may be fused with another. A criterion of weight 0 adds nothing
/// in either form.</remarks>
internal sealed class ScoreArithmetic
{
    private readonly double[] _weights;
    private readonly double[] _worst;
    private readonly double[] _best;
    private readonly double[] _assumed;
    private readonly MissingData _policy;

    // A known weight of at least this is enough; null where nothing need be known. Never 0, so that dividing by the known weight is safe.
    private readonly double? _enough;

    public ScoreArithmetic(IReadOnlyList<(double Weight, Scale Scale)> criteria, MissingData policy, double minimumCoverage)
    {
        _policy = policy;
        _weights = [.. criteria.Select(each => each.Weight)];
        _worst = [.. criteria.Select(each => each.Weight * each.Scale.Minimum)];
        _best = [.. criteria.Select(each => each.Weight * each.Scale.Maximum)];
        _assumed = policy switch
        {
            MissingData.AssumeWorst => _worst,
            MissingData.AssumeMidpoint => [.. criteria.Select(each => each.Weight * AssumedPoints(each.Scale)!.Value)],
            _ => new double[criteria.Count],
        };
        if (minimumCoverage > 0 || policy == MissingData.Renormalize)
            _enough = Math.Max(Quantum.ReachesFrom(minimumCoverage), _weights.Where(weight => weight > 0).Min());
    }

    /// <summary>The points a missing criterion is given; null where it is given none.</summary>
    public double? AssumedPoints(Scale scale) => _policy switch
    {
        MissingData.AssumeWorst => scale.Minimum,
        MissingData.AssumeMidpoint => (scale.Minimum + scale.Maximum) / 2,
        _ => null,
    };

    /// <summary>What one criterion adds to the sum and to the known weight; NaN points are missing.</summary>
    public void Add(int criterion, double points, ref double sum, ref double known, ref bool complete)
    {
        if (double.IsNaN(points))
        {
            sum += _assumed[criterion];
            complete = false;
        }
        else
        {
            sum += _weights[criterion] * points;
            known += _weights[criterion];
        }
    }

    /// <summary>The score of the sums; NaN for an unrated account.</summary>
    public double Finish(double sum, double known, bool complete)
    {
        if (known < _enough || (_policy == MissingData.Refuse && !complete))
            return double.NaN;
        return Quantum.Of(_policy == MissingData.Renormalize ? sum / known : sum);
    }

    /// <summary>What each criterion contributes to a rated score: added in order and rounded, they are the score.</summary>
    public double[] Contributions(ReadOnlySpan<double> points, double known, double score)
    {
        var parts = new double[points.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var weighted = double.IsNaN(points[i]) ? _assumed[i] : _weights[i] * points[i];
            parts[i] = _policy == MissingData.Renormalize ? weighted / known : weighted;
        }

        // Divided one by one they may miss, by the last bit, the side to which the score was rounded: the largest takes the difference.
        var largest = Array.IndexOf(parts, parts.Max());
        for (var sum = Quantum.Of(parts.Sum()); sum != score; sum = Quantum.Of(parts.Sum()))
            parts[largest] = sum < score ? Math.BitIncrement(parts[largest]) : Math.BitDecrement(parts[largest]);
        return parts;
    }

    /// <summary>The score with everything missing at its worst and at its best: with nothing missing, the score.</summary>
    public ScoreRange Range(ReadOnlySpan<double> points)
    {
        double low = 0, high = 0;
        for (var i = 0; i < points.Length; i++)
        {
            low += double.IsNaN(points[i]) ? _worst[i] : _weights[i] * points[i];
            high += double.IsNaN(points[i]) ? _best[i] : _weights[i] * points[i];
        }

        var all = _weights.Sum();
        return new(Finish(low, all, complete: true), Finish(high, all, complete: true));
    }

    /// <summary>The score as a tree.</summary>
    /// <param name="criteria">For each criterion whether it is known (null where it always is) and its points while it is.</param>
    /// <param name="unrated">The result for an unrated account; gives the type.</param>
    /// <param name="let">Keeps a value that is used more than once, where the tree can hold variables.</param>
    public Expression Tree(IReadOnlyList<(Expression? Known, Expression Points)> criteria, ConstantExpression unrated, Func<Expression, Expression> let)
    {
        var counted = Enumerable.Range(0, criteria.Count).Where(i => _weights[i] > 0).ToArray();
        var sum = Sum(counted, i => IfKnown(i, Expression.Multiply(Expression.Constant(_weights[i]), criteria[i].Points), _assumed[i]));
        var known = _enough is null ? null : let(Sum(counted, i => IfKnown(i, Expression.Constant(_weights[i]), 0)));
        var score = Rounded(_policy == MissingData.Renormalize ? Expression.Divide(sum, known!) : sum);

        var conditions = new List<Expression>();
        if (known is not null && criteria.Any(each => each.Known is not null))
            conditions.Add(Expression.GreaterThanOrEqual(known, Expression.Constant(_enough!.Value)));
        if (_policy == MissingData.Refuse)
            conditions.AddRange(criteria.Select(each => each.Known).OfType<Expression>());
        score = score.Type == unrated.Type ? score : Expression.Convert(score, unrated.Type);
        return conditions.Count == 0 ? score : Expression.Condition(conditions.Aggregate(Expression.AndAlso), score, unrated);

        Expression IfKnown(int i, Expression then, double otherwise) =>
            criteria[i].Known is { } condition ? Expression.Condition(condition, then, Expression.Constant(otherwise)) : then;
    }

    private static Expression Sum(int[] counted, Func<int, Expression> term) => counted.Select(term).Aggregate(Expression.Add);

    private static Expression Rounded(Expression value) => Expression.Divide(
        Expression.Call(
            ((Func<double, double>)Math.Floor).Method,
            Expression.Add(Expression.Multiply(value, Expression.Constant(Quantum.PerUnit)), Expression.Constant(0.5))),
        Expression.Constant(Quantum.PerUnit));
}
