using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using KeyAccount.Core.Expressions;

namespace KeyAccount.Core.Scoring;

/// <summary>The trees of a scorecard: those that are compiled, and those that a database translates.</summary>
internal sealed class ScoreTrees<TFacts, TBand>(Scorecard<TFacts, TBand> scorecard, ScoreArithmetic arithmetic)
    where TBand : class
{
    private static readonly MethodInfo Write = ((WriteValue)WriteAt).Method;

    private readonly ParameterExpression _facts = Expression.Parameter(typeof(TFacts), "f");

    private delegate void WriteValue(ref double values, int index, double value);

    /// <summary>Writes the raw value of each criterion, its points and 1 or 0 for each cap, the last two if they are wanted and each at a
    /// place of its own; NaN if unknown. Without points it holds no number that settings can change.</summary>
    public Expression<FactsReader<TFacts>> Reader(bool withCaps, bool withPoints)
    {
        var values = Expression.Parameter(typeof(double).MakeByRefType(), "values");
        var (variables, statements) = Begun(withCaps);
        var capsFrom = 2 * scorecard.Criteria.Count;
        for (var i = 0; i < scorecard.Criteria.Count; i++)
        {
            var scale = scorecard.Criteria[i].Scale;
            var raw = Raw(scorecard.Criteria[i], variables, statements);
            AddWrite(i, raw);
            if (withPoints)
            {
                AddWrite(scorecard.Criteria.Count + i, BranchFree.IfKnown(
                    raw, scale.BranchFreePoints(raw, value => Let(value, variables, statements)), double.NaN));
            }
        }

        for (var i = 0; withCaps && i < scorecard.Caps.Count; i++)
        {
            AddWrite(capsFrom + i, Expression.Condition(
                Of(scorecard.Caps[i].Holds),
                Expression.Constant(1.0),
                Expression.Condition(Of(scorecard.Caps[i].Fails), Expression.Constant(0.0), Expression.Constant(double.NaN))));
        }

        statements.Add(Expression.Empty());
        return Expression.Lambda<FactsReader<TFacts>>(Expression.Block(variables, statements), _facts, values);

        void AddWrite(int index, Expression value) => statements.Add(Expression.Call(Write, values, Expression.Constant(index), value));
    }

    /// <summary>The score, NaN for an unrated account, as one function; an infinite measure throws.</summary>
    public Expression<Func<TFacts, double>> Score()
    {
        var (variables, statements) = Begun(withCaps: false);
        statements.Add(Score(variables, statements));
        return Expression.Lambda<Func<TFacts, double>>(Expression.Block(variables, statements), _facts);
    }

    /// <summary>The index of the band, caps applied; -1 for an unrated account; an infinite measure throws.</summary>
    public Expression<Func<TFacts, int>> Band()
    {
        var (variables, statements) = Begun(withCaps: true);
        var score = Let(Score(variables, statements), variables, statements);
        var index = Let(
            scorecard.Bands.InOrder.Skip(1).Aggregate(
                (Expression)Expression.Constant(0),
                (index, band) => Expression.Add(index, Expression.Condition(
                    Expression.GreaterThanOrEqual(score, Expression.Constant(band.From)), Expression.Constant(1), Expression.Constant(0)))),
            variables,
            statements);
        var highest = Let(HighestBand(variables, statements), variables, statements);
        statements.Add(Expression.Condition(
            Expression.Equal(score, score),
            Expression.Condition(Expression.LessThan(index, highest), index, highest),
            Expression.Constant(-1)));
        return Expression.Lambda<Func<TFacts, int>>(Expression.Block(variables, statements), _facts);
    }

    /// <summary>The score for a database: no variables, no calls, null for an unrated account.</summary>
    public Expression<Func<TFacts, double?>> ForDatabase() => Expression.Lambda<Func<TFacts, double?>>(DatabaseScore(), _facts);

    /// <summary>Whether the account is in a band, for a database.</summary>
    public Expression<Func<TFacts, bool>> InBand(int band)
    {
        var score = DatabaseScore();
        var bands = scorecard.Bands.InOrder;
        var isIn = (Expression)Expression.GreaterThanOrEqual(score, Expression.Constant(bands[band].From, typeof(double?)));
        foreach (var cap in scorecard.Caps.Where(cap => scorecard.Bands.IndexOf(cap.HighestBand) < band))
            isIn = Expression.AndAlso(isIn, Expression.Not(Of(cap.StoredHolds)));
        if (band + 1 < bands.Count)
        {
            // Below the next band, or kept below it by a cap.
            var below = (Expression)Expression.LessThan(score, Expression.Constant(bands[band + 1].From, typeof(double?)));
            foreach (var cap in scorecard.Caps.Where(cap => scorecard.Bands.IndexOf(cap.HighestBand) == band))
                below = Expression.OrElse(below, Of(cap.StoredHolds));
            isIn = Expression.AndAlso(isIn, below);
        }

        return Expression.Lambda<Func<TFacts, bool>>(isIn, _facts);
    }

    /// <summary>The exception for an infinite measure.</summary>
    public static ArgumentException Infinite(double raw, string key) => new(string.Create(
        CultureInfo.InvariantCulture, $"criteria[\"{key}\"]: the measure is {raw}; it must be finite, or null when it is not known."));

    /// <summary>The exception for a fact that is out of range, or below a fact that is part of it.</summary>
    public static ArgumentException OutOfRange(string path, FactRange range, object fact, object? part)
    {
        var value = Convert.ToDouble(fact, CultureInfo.InvariantCulture);
        var shown = Convert.ToString(fact, CultureInfo.InvariantCulture)!;
        return new(range.Holds(value)
            ? $"{path}: {range.FaultBelow(shown, Convert.ToString(part, CultureInfo.InvariantCulture)!)}"
            : $"{path}: {range.Name} {range.FaultOf(value, shown)}");
    }

    // Facts that are checked by themselves, each once, before anything is computed.
    private (List<ParameterExpression> Variables, List<Expression> Statements) Begun(bool withCaps)
    {
        var variables = new List<ParameterExpression>();
        var statements = new List<Expression>();
        var done = new HashSet<string>(
            scorecard.Criteria.Select(criterion => criterion.RawFact).OfType<OverFacts>().Select(Named), StringComparer.Ordinal);
        var reads = scorecard.Criteria.SelectMany(each => each.Reads.Select(read => (Path: $"criteria[\"{each.Key}\"]", Read: read)));
        if (withCaps)
            reads = reads.Concat(scorecard.Caps.SelectMany(each => each.Reads.Select(read => (Path: $"caps[\"{each.Key}\"]", Read: read))));
        foreach (var (path, read) in reads)
        {
            if (done.Add(Named(read)))
                AddCheck(path, (RangedFact)Of(read), ((RangedFact)Of(read)).IsOutside(), statements);
        }

        return (variables, statements);

        static string Named(OverFacts read) => read.Body is RangedFact { Part: { } part } fact ? $"{fact} {part}" : $"{read.Body}";
    }

    private static void AddCheck(string path, RangedFact read, Expression isOutside, List<Expression> statements) =>
        statements.Add(Expression.IfThen(isOutside, Expression.Throw(Expression.Call(
            ((Func<string, FactRange, object, object?, ArgumentException>)OutOfRange).Method,
            Expression.Constant(path),
            Expression.Constant(read.Range),
            Expression.Convert(read.Fact, typeof(object)),
            read.Part is null ? Expression.Constant(null, typeof(object)) : Expression.Convert(read.Part, typeof(object))))));

    private static void WriteAt(ref double values, int index, double value) => Unsafe.Add(ref values, index) = value;

    private static ParameterExpression Let(Expression value, List<ParameterExpression> variables, List<Expression> statements)
    {
        var variable = Expression.Variable(value.Type);
        variables.Add(variable);
        statements.Add(Expression.Assign(variable, value));
        return variable;
    }

    private Expression DatabaseScore() => arithmetic.Tree(
        scorecard.Criteria.Select(DatabasePoints),
        Expression.Constant(null, typeof(double?)),
        (known, then, otherwise) => Expression.Condition(known, then, Expression.Constant(otherwise)),
        known => known,
        value => value);

    private (Expression? Known, Expression Points) DatabasePoints(Criterion<TFacts> criterion)
    {
        var (known, points) = criterion.DatabasePoints(criterion.StoredValue);
        return (known is null ? null : Of(criterion.Value with { Body = known }), Of(criterion.Value with { Body = points }));
    }

    private Expression Score(List<ParameterExpression> variables, List<Expression> statements)
    {
        return arithmetic.Tree(
            scorecard.Criteria.Select(Points),
            Expression.Constant(double.NaN),
            BranchFree.IfKnown,
            known => Expression.Equal(known, known),
            value => Let(value, variables, statements));

        (Expression? Known, Expression Points) Points(Criterion<TFacts> criterion)
        {
            var raw = Raw(criterion, variables, statements);
            var points = Let(criterion.Scale.BranchFreePoints(raw, value => Let(value, variables, statements)), variables, statements);

            // A level can mean "not known"; its points are NaN.
            return (criterion.Scale.Kind == ScaleKind.Levels ? points : raw, points);
        }
    }

    // The index of the highest band that the caps allow. All of them are asked, as the reader asks them.
    private Expression HighestBand(List<ParameterExpression> variables, List<Expression> statements) => scorecard.Caps
        .Select(cap => (Holds: Let(Of(cap.Holds), variables, statements), Highest: scorecard.Bands.IndexOf(cap.HighestBand)))
        .OrderByDescending(cap => cap.Highest)
        .Aggregate(
            (Expression)Expression.Constant(scorecard.Bands.InOrder.Count - 1),
            (otherwise, cap) => Expression.Condition(cap.Holds, Expression.Constant(cap.Highest), otherwise));

    private ParameterExpression Raw(Criterion<TFacts> criterion, List<ParameterExpression> variables, List<Expression> statements)
    {
        var value = Of(criterion.Value);
        var raw = Let(BranchFree.Raw(value), variables, statements);

        // Only floating numbers can be infinite.
        var type = FactsExpression.Unconverted(value).Type;
        if (type == typeof(double) || type == typeof(double?) || type == typeof(float) || type == typeof(float?))
        {
            statements.Add(Expression.IfThen(
                Expression.GreaterThan(Expression.Call(((Func<double, double>)Math.Abs).Method, raw), Expression.Constant(double.MaxValue)),
                Expression.Throw(Expression.Call(
                    ((Func<double, string, ArgumentException>)Infinite).Method, raw, Expression.Constant(criterion.Key)))));
        }

        if (criterion.RawFact is { } fact)
        {
            Expression? outside = null;
            if (!double.IsInfinity(criterion.Range.Low))
                outside = Expression.LessThan(raw, Expression.Constant(criterion.Range.Low));
            if (!double.IsInfinity(criterion.Range.High))
            {
                var above = Expression.GreaterThan(raw, Expression.Constant(criterion.Range.High));
                outside = outside is null ? above : Expression.OrElse(outside, above);
            }

            if (outside is not null)
                AddCheck($"criteria[\"{criterion.Key}\"]", (RangedFact)Of(fact), outside, statements);
        }

        return raw;
    }

    private Expression Of(OverFacts expression) => new Renaming(expression.Facts, _facts).Visit(expression.Body);

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
