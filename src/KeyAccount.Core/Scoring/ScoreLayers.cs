using System.Linq.Expressions;

namespace KeyAccount.Core.Scoring;

/// <summary>The layers of a score, independent of the types of facts and bands.</summary>
internal interface IScoreLayers
{
    /// <summary>The facts that measures and conditions read.</summary>
    ParameterExpression Facts { get; }

    /// <summary>The first layer: the measures.</summary>
    IReadOnlyList<Expression> Measures { get; }

    /// <summary>The key of the criterion of each measure.</summary>
    IReadOnlyList<string> Keys { get; }

    /// <summary>The key and the condition of each cap.</summary>
    IReadOnlyList<(string Key, Expression Holds)> Caps { get; }

    /// <summary>The key of each criterion, and whether it reads an impossible fact.</summary>
    IReadOnlyList<(string Key, Expression IsOutside)> OutOfRange { get; }

    /// <summary>The bands from the lowest.</summary>
    IReadOnlyList<object> Bands { get; }

    /// <summary>The index of the highest band that the caps allow; null if there are no caps.</summary>
    Expression? Highest { get; }

    /// <summary>The points of each measure.</summary>
    IReadOnlyList<Expression> Points(IReadOnlyList<Expression> measures);

    /// <summary>The weighted sum and, if it matters, the known weight.</summary>
    IReadOnlyList<Expression> Sums(IReadOnlyList<Expression> points);

    /// <summary>The score; null for an account that is not rated.</summary>
    Expression Score(IReadOnlyList<Expression> sums);

    /// <summary>The index of the band.</summary>
    Expression Place(Expression score, Expression? highest);
}

/// <summary>A scorecard that a database computes layer by layer, independent of the types of facts and bands.</summary>
internal interface ILayeredScorecard : IScorecard
{
    /// <summary>The layers.</summary>
    IScoreLayers Layers { get; }
}

/// <summary>A score split into layers for a database: measures → points → sums → score → index of the band. Each layer is computed from the
/// columns of the one below it, so that nothing is computed twice.</summary>
/// <remarks>The operations and their order are those of <see cref="ScoreTrees{TFacts,TBand}.ForDatabase"/>.</remarks>
internal sealed class ScoreLayers<TFacts, TBand> : IScoreLayers
    where TBand : class
{
    /// <summary>The index for an account that is not rated.</summary>
    public const int Unrated = -1;

    private readonly Scorecard<TFacts, TBand> _scorecard;
    private readonly ScoreArithmetic _arithmetic;
    private readonly int[] _criteria;
    private readonly bool _needsKnown;

    public ScoreLayers(Scorecard<TFacts, TBand> scorecard, ScoreArithmetic arithmetic)
    {
        (_scorecard, _arithmetic) = (scorecard, arithmetic);

        // What weighs nothing adds nothing. Only under Refuse it must be known all the same.
        _criteria = [.. Enumerable.Range(0, scorecard.Criteria.Count)
            .Where(i => arithmetic.Weights[i] > 0 || arithmetic.Policy == MissingData.Refuse)];
        _needsKnown = arithmetic.Enough is not null && arithmetic.Policy != MissingData.Refuse;
        Facts = Expression.Parameter(typeof(TFacts), "f");
    }

    /// <summary>The facts that <see cref="Measures"/> and <see cref="Highest"/> read.</summary>
    public ParameterExpression Facts { get; }

    /// <summary>The first layer: the measures, each a number that may be null, or a term.</summary>
    public IReadOnlyList<Expression> Measures =>
        [.. _criteria.Select(i => Over(_scorecard.Criteria[i].Value.Facts, _scorecard.Criteria[i].StoredValue))];

    /// <summary>The key of the criterion of each measure.</summary>
    public IReadOnlyList<string> Keys => [.. _criteria.Select(i => _scorecard.Criteria[i].Key)];

    /// <inheritdoc/>
    public IReadOnlyList<(string Key, Expression Holds)> Caps =>
        [.. _scorecard.Caps.Select(cap => (cap.Key, Over(cap.StoredHolds.Facts, cap.StoredHolds.Body)))];

    /// <inheritdoc/>
    public IReadOnlyList<(string Key, Expression IsOutside)> OutOfRange =>
    [
        .. _scorecard.Criteria.Select(criterion =>
        {
            var isOutside = criterion.IsOutOfRange();
            return (criterion.Key, Over(isOutside.Parameters[0], isOutside.Body));
        }),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<object> Bands => [.. _scorecard.Bands.InOrder.Select(band => band.Band)];

    /// <summary>The index of the highest band that the caps allow; null if there are no caps.</summary>
    public Expression? Highest => _scorecard.Caps.Count == 0 ? null : _scorecard.Caps
        .OrderByDescending(cap => _scorecard.Bands.IndexOf(cap.HighestBand))
        .Aggregate(
            (Expression)Expression.Constant(_scorecard.Bands.InOrder.Count - 1),
            (otherwise, cap) => Expression.Condition(
                Over(cap.StoredHolds.Facts, cap.StoredHolds.Body), Expression.Constant(_scorecard.Bands.IndexOf(cap.HighestBand)),
                otherwise));

    /// <summary>The points of each measure; null if it is not known.</summary>
    public IReadOnlyList<Expression> Points(IReadOnlyList<Expression> measures) =>
        [.. _criteria.Select((criterion, i) => _scorecard.Criteria[criterion].StoredPoints(measures[i]))];

    /// <summary>The weighted sum of the points and, if it matters, the known weight.</summary>
    public IReadOnlyList<Expression> Sums(IReadOnlyList<Expression> points)
    {
        Expression? sum = null, known = null;
        for (var i = 0; i < _criteria.Length; i++)
        {
            var weight = _arithmetic.Weights[_criteria[i]];
            Expression weighted = Expression.Multiply(Expression.Constant(weight, typeof(double?)), points[i]);

            // Under Refuse null goes on through the sum: one thing that is missing, and there is no score.
            if (_arithmetic.Policy != MissingData.Refuse)
                weighted = Expression.Coalesce(weighted, Expression.Constant(_arithmetic.Assumed[_criteria[i]]));
            sum = sum is null ? weighted : Expression.Add(sum, weighted);
            if (!_needsKnown)
                continue;
            var share = Expression.Condition(
                Expression.Equal(points[i], Expression.Constant(null, typeof(double?))), Expression.Constant(0.0),
                Expression.Constant(weight));
            known = known is null ? share : Expression.Add(known, share);
        }

        return known is null ? [sum!] : [sum!, known];
    }

    /// <summary>The score; null for an account that is not rated.</summary>
    public Expression Score(IReadOnlyList<Expression> sums)
    {
        if (sums is not [var sum, var known])
        {
            return _arithmetic.Policy == MissingData.Refuse
                ? Expression.Condition(
                    Expression.Equal(sums[0], Expression.Constant(null, typeof(double?))),
                    Expression.Constant(null, typeof(double?)),
                    Score(Expression.Convert(sums[0], typeof(double))))
                : Score(sums[0]);
        }

        return Expression.Condition(
            Expression.GreaterThanOrEqual(known, Expression.Constant(_arithmetic.Enough!.Value)),
            Score(_arithmetic.Policy == MissingData.Renormalize ? Expression.Divide(sum, known) : sum),
            Expression.Constant(null, typeof(double?)));

        static Expression Score(Expression value) => Expression.Convert(ScoreArithmetic.Rounded(value), typeof(double?));
    }

    /// <summary>The index of the band, caps applied; <see cref="Unrated"/> for an account that is not rated.</summary>
    public Expression Place(Expression score, Expression? highest)
    {
        Expression place = Expression.Constant(Unrated);
        for (var i = 0; i < _scorecard.Bands.InOrder.Count; i++)
        {
            Expression here = Expression.Constant(i);
            if (highest is not null && i > 0)
                here = Expression.Condition(Expression.LessThan(highest, here), highest, here);
            place = Expression.Condition(
                Expression.GreaterThanOrEqual(score, Expression.Constant(_scorecard.Bands.InOrder[i].From, typeof(double?))), here, place);
        }

        return place;
    }

    private Expression Over(ParameterExpression facts, Expression body) => new Renaming(facts, Facts).Visit(body);

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
