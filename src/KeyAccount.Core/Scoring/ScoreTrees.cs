using System.Globalization;
using System.Linq.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>The trees of a scorecard: those that are compiled, and those that a database translates.</summary>
internal sealed class ScoreTrees<TFacts, TBand>(Scorecard<TFacts, TBand> scorecard, ScoreArithmetic arithmetic)
    where TBand : class
{
    private readonly ParameterExpression _facts = Expression.Parameter(typeof(TFacts), "f");

    /// <summary>Fills an array: the raw value of each criterion, then 1 or 0 for each cap; NaN for what is not known.</summary>
    public Expression<Action<TFacts, double[]>> Reader()
    {
        var values = Expression.Parameter(typeof(double[]), "values");
        var variables = new List<ParameterExpression>();
        var statements = new List<Expression>();
        var next = 0;
        foreach (var criterion in scorecard.Criteria)
        {
            var raw = Raw(criterion, variables, statements);
            statements.Add(Expression.Assign(Expression.ArrayAccess(values, Expression.Constant(next++)), raw));
        }

        foreach (var cap in scorecard.Caps)
        {
            statements.Add(Expression.Assign(
                Expression.ArrayAccess(values, Expression.Constant(next++)),
                Expression.Condition(
                    Of(cap.Holds),
                    Expression.Constant(1.0),
                    Expression.Condition(Of(cap.Fails), Expression.Constant(0.0), Expression.Constant(double.NaN)))));
        }

        statements.Add(Expression.Empty());
        return Expression.Lambda<Action<TFacts, double[]>>(Expression.Block(variables, statements), _facts, values);
    }

    /// <summary>The score, NaN for an unrated account, as one function; an infinite measure throws.</summary>
    public Expression<Func<TFacts, double>> Score()
    {
        var variables = new List<ParameterExpression>();
        var statements = new List<Expression>();
        var criteria = new List<(Expression? Known, Expression Points)>();
        foreach (var criterion in scorecard.Criteria)
        {
            var raw = Raw(criterion, variables, statements);
            var points = Let(
                Expression.Condition(Expression.Equal(raw, raw), criterion.Scale.PointsTree(raw), Expression.Constant(double.NaN)), variables, statements);
            criteria.Add((Expression.Equal(points, points), points));
        }

        statements.Add(arithmetic.Tree(criteria, Expression.Constant(double.NaN), value => Let(value, variables, statements)));
        return Expression.Lambda<Func<TFacts, double>>(Expression.Block(variables, statements), _facts);
    }

    /// <summary>The place of the highest band that the caps allow.</summary>
    public Expression<Func<TFacts, int>> HighestBand() => Expression.Lambda<Func<TFacts, int>>(
        scorecard.Caps
            .OrderByDescending(cap => scorecard.Bands.IndexOf(cap.HighestBand))
            .Aggregate(
                (Expression)Expression.Constant(scorecard.Bands.InOrder.Count - 1),
                (otherwise, cap) => Expression.Condition(
                    Of(cap.Holds), Expression.Constant(scorecard.Bands.IndexOf(cap.HighestBand)), otherwise)),
        _facts);

    /// <summary>The score for a database: no variables, no calls, null for an unrated account.</summary>
    public Expression<Func<TFacts, double?>> ForDatabase() => Expression.Lambda<Func<TFacts, double?>>(DatabaseScore(), _facts);

    /// <summary>Whether the account is in a band, for a database.</summary>
    public Expression<Func<TFacts, bool>> InBand(int band)
    {
        var score = DatabaseScore();
        var bands = scorecard.Bands.InOrder;
        var isIn = (Expression)Expression.GreaterThanOrEqual(score, Expression.Constant(bands[band].From, typeof(double?)));
        foreach (var cap in scorecard.Caps.Where(cap => scorecard.Bands.IndexOf(cap.HighestBand) < band))
            isIn = Expression.AndAlso(isIn, Expression.Not(Of(cap.Holds)));
        if (band + 1 < bands.Count)
        {
            // Below the next band, or held back from it.
            var below = (Expression)Expression.LessThan(score, Expression.Constant(bands[band + 1].From, typeof(double?)));
            foreach (var cap in scorecard.Caps.Where(cap => scorecard.Bands.IndexOf(cap.HighestBand) == band))
                below = Expression.OrElse(below, Of(cap.Holds));
            isIn = Expression.AndAlso(isIn, below);
        }

        return Expression.Lambda<Func<TFacts, bool>>(isIn, _facts);
    }

    /// <summary>What to throw of a measure that is infinite.</summary>
    public static ArgumentException Infinite(double raw, string key) => new(string.Create(
        CultureInfo.InvariantCulture, $"criteria[\"{key}\"]: the measure is {raw}; it must be finite, or null when it is not known."));

    private static double ValueOf(ITerm? term) => term?.Value ?? double.NaN;

    private static ParameterExpression Let(Expression value, List<ParameterExpression> variables, List<Expression> statements)
    {
        var variable = Expression.Variable(value.Type);
        variables.Add(variable);
        statements.Add(Expression.Assign(variable, value));
        return variable;
    }

    // An unbroken range test says that a double is neither null, nor NaN, nor infinite, in C# and in every database.
    private static Expression? IsKnown(Expression value)
    {
        var measured = FactsExpression.Unconverted(value);
        var type = Nullable.GetUnderlyingType(measured.Type) ?? measured.Type;
        if (type != typeof(double) && type != typeof(float))
            return FactsExpression.MayBeNull(measured) ? Expression.NotEqual(value, Expression.Constant(null, value.Type)) : null;
        return Expression.AndAlso(
            Expression.GreaterThanOrEqual(value, Expression.Constant(double.MinValue, value.Type)),
            Expression.LessThanOrEqual(value, Expression.Constant(double.MaxValue, value.Type)));
    }

    private Expression DatabaseScore() => arithmetic.Tree(
        [.. scorecard.Criteria.Select(DatabasePoints)], Expression.Constant(null, typeof(double?)), value => value);

    private (Expression? Known, Expression Points) DatabasePoints(Criterion<TFacts> criterion)
    {
        var value = Of(criterion.Value);
        if (criterion.Scale.Kind != ScaleKind.Levels)
            return (IsKnown(value), criterion.Scale.PointsTree(Expression.Convert(value, typeof(double))));

        // Compared with the terms themselves: how they are stored is the database's business.
        var levels = criterion.Scale.TermLevels!
            .Where(level => !double.IsNaN(level.Points))
            .Select(level => (Is: (Expression)Expression.ReferenceEqual(value, Expression.Constant(level.Level, value.Type)), level.Points))
            .ToArray();
        var points = levels.SkipLast(1).Reverse().Aggregate(
            (Expression)Expression.Constant(levels[^1].Points),
            (otherwise, level) => Expression.Condition(level.Is, Expression.Constant(level.Points), otherwise));
        return (levels.Select(level => level.Is).Aggregate(Expression.OrElse), points);
    }

    private ParameterExpression Raw(Criterion<TFacts> criterion, List<ParameterExpression> variables, List<Expression> statements)
    {
        var value = Of(criterion.Value);
        if (criterion.Scale.Kind == ScaleKind.Levels)
            return Let(Expression.Call(((Func<ITerm?, double>)ValueOf).Method, value), variables, statements);

        var raw = Let(Expression.Coalesce(value, Expression.Constant(double.NaN)), variables, statements);
        statements.Add(Expression.IfThen(
            Expression.OrElse(
                Expression.GreaterThan(raw, Expression.Constant(double.MaxValue)), Expression.LessThan(raw, Expression.Constant(double.MinValue))),
            Expression.Throw(Expression.Call(
                ((Func<double, string, ArgumentException>)Infinite).Method, raw, Expression.Constant(criterion.Key)))));
        return raw;
    }

    private Expression Of(OverFacts expression) => new Renaming(expression.Facts, _facts).Visit(expression.Body);

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
