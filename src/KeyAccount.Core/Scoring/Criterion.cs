using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>A criterion of a scorecard: what it measures, how it is scaled, how much it counts, and what a screen needs to show
/// it.</summary>
/// <typeparam name="TFacts">The facts that the measure reads.</typeparam>
/// <remarks>Immutable. Made by a <see cref="ScorecardBuilder{TFacts,TBand}"/>; compared by reference.</remarks>
public sealed class Criterion<TFacts>
{
    private static readonly (Text Yes, Text No) Answers = (TextTable.Library["Scoring.yes"], TextTable.Library["Scoring.no"]);

    private readonly Lazy<Expression> _stored;
    private readonly bool _isAnswer;

    // What is measured the same way has been looked at.
    internal Criterion(CriterionDefinition definition, double weight, Criterion<TFacts>? like = null)
    {
        Definition = definition;
        Weight = weight;
        if (like is not null && like.Definition.Measure == definition.Measure
            && like.Scale.Kind == ScaleKind.Levels == (definition.Scale.Kind == ScaleKind.Levels))
        {
            (_isAnswer, _stored) = (like._isAnswer, like._stored);
            (Value, RawFact, Reads, Range) = (like.Value, like.RawFact, like.Reads, like.Range);
            return;
        }

        _isAnswer = definition.Unit is null && IsAnswer(definition.Measure.Body);
        var isNumber = definition.Scale.Kind != ScaleKind.Levels;
        Value = InForm(FactForm.Bare);
        var ranged = InForm(FactForm.Ranged);
        var line = isNumber ? FactInterval.OfOneFact(ranged.Body) : null;
        RawFact = line is { } one ? ranged with { Body = one.Fact } : null;
        Reads = line is null ? [.. RangedFact.In(ranged.Body).Select(read => ranged with { Body = read })] : [];
        Range = line?.Interval ?? (isNumber && Reads.Count > 0 ? FactInterval.Of(ranged.Body) : Interval.All);
        _stored = new(() => StoredComparisons.In(
            Fault is { } fault ? throw new InvalidModelException(Key, [fault])
            : Reads.Count == 0 ? Value
            : InForm(FactForm.NullOutside)).Body);

        OverFacts InForm(FactForm form)
        {
            var value = FactsExpression.Normalize(definition.Measure, form);
            return isNumber ? value with { Body = FactsExpression.AsNullable(value.Body) } : value;
        }
    }

    /// <summary>The stable identifier, unique in the scorecard; also the name of its column.</summary>
    public string Key => Definition.Key;

    /// <summary>The key of its group; null if it has none.</summary>
    public string? Group => Definition.Group;

    /// <summary>The name of its group for a person; null if it has no group or the group has no text.</summary>
    public Text? GroupLabel => Definition.GroupLabel;

    /// <summary>The share of the whole weight, 0 … 1: its weight times that of its group, divided by the sum over all criteria.</summary>
    public double Weight { get; }

    /// <summary>The scale that turns raw values into points.</summary>
    public Scale Scale => Definition.Scale;

    /// <summary>The smallest step of an advised change, in the unit of the raw value: nobody can pay half a visit. Null if any value can be
    /// reached.</summary>
    public double? Step => Definition.Step;

    /// <summary>The name of the criterion for a person; the key if none was given.</summary>
    public Text Label => Definition.Label ?? Key;

    /// <summary>The unit of the raw value; empty if none was given.</summary>
    public Text Unit => Definition.Unit ?? "";

    /// <summary>Our influence on the criterion; <see cref="Controllability.Actionable"/> if the definition does not state it.</summary>
    public Controllability Control => Definition.Control ?? Controllability.Actionable;

    /// <summary>The source of the weight and the scale; null if the definition does not state it.</summary>
    public Provenance? Provenance => Definition.Provenance;

    /// <summary>Looks up the name of a level for a person.</summary>
    /// <param name="raw">The raw value.</param>
    /// <returns>The name of the level with that <c>Value</c>; yes or no for 1 and 0 of a measure that has no other values; null if there is
    /// no name, and for a criterion that measures a number.</returns>
    public Text? LevelName(double raw)
    {
        if (_isAnswer && raw is 0 or 1)
            return raw == 1 ? Answers.Yes : Answers.No;
        foreach (var (level, _) in Scale.TermLevels ?? [])
        {
            var term = (ITerm)level;
            if (term.Value != raw)
                continue;
            return term.Label;
        }

        return null;
    }

    /// <summary>The smallest raw value that is possible while the facts are within their ranges; -∞ if it is unbounded, and for a term. See
    /// <see cref="FactRangeAttribute"/>.</summary>
    public double Minimum => Range.Low;

    /// <summary>The largest raw value that is possible while the facts are within their ranges; ∞ if it is unbounded, and for a
    /// term.</summary>
    public double Maximum => Range.High;

    /// <summary>Returns whether a fact of the measure is outside the range of its property, as an expression that a LINQ provider
    /// translates. In a database such a measure counts as unknown; use this expression to count these cases.</summary>
    /// <returns>The condition; false if the fact is not known, and for a measure whose facts have no range.</returns>
    public Expression<Func<TFacts, bool>> IsOutOfRange()
    {
        var reads = RawFact is null ? Reads : [RawFact];
        var outside = reads.Select(read => ((RangedFact)read.Body).IsOutside())
            .Aggregate(
                (Expression)Expression.Constant(false),
                (one, other) => one is ConstantExpression ? other : Expression.OrElse(one, other));
        return Expression.Lambda<Func<TFacts, bool>>(StoredComparisons.In(new(Value.Facts, outside)).Body, Value.Facts);
    }

    // A choice between 1, 0 and not known answers a question.
    private static bool IsAnswer(Expression measure)
    {
        while (measure is UnaryExpression { NodeType: ExpressionType.Convert } converted)
            measure = converted.Operand;
        return measure is ConditionalExpression && IsEither(measure);

        static bool IsEither(Expression part) => part switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } converted => IsEither(converted.Operand),
            ConditionalExpression choice => IsEither(choice.IfTrue) && IsEither(choice.IfFalse),
            ConstantExpression constant => constant.Value is null or 0 or 1 or 0.0 or 1.0,
            _ => false,
        };
    }

    internal CriterionDefinition Definition { get; }

    /// <summary>The measure in the form that all executions share; its facts are bare.</summary>
    internal OverFacts Value { get; }

    /// <summary>Why a database cannot compute the measure; null if it can.</summary>
    internal ModelFault? Fault =>
        Value.InMemoryOnly is { } reason ? new($"criteria[\"{Key}\"].measure", reason) : null;

    /// <summary>The possible raw values while the facts are within their ranges.</summary>
    internal Interval Range { get; }

    /// <summary>The only ranged fact of a measure that is a line through it, so that <see cref="Range"/> is a complete check. Null if each
    /// fact is checked by itself.</summary>
    internal OverFacts? RawFact { get; }

    /// <summary>The ranged facts that are checked by themselves.</summary>
    internal IReadOnlyList<OverFacts> Reads { get; }

    /// <summary>The measure for a database, over the facts of <see cref="Value"/>.</summary>
    internal Expression StoredValue => _stored.Value;

    /// <summary>The points for a database; null if the measure is not known.</summary>
    /// <param name="value">The value of <see cref="StoredValue"/>: the measure itself, or a column that holds it.</param>
    internal Expression StoredPoints(Expression value)
    {
        // A term that is none of the levels is not known: the last choice says so itself.
        if (Scale.Kind == ScaleKind.Levels)
        {
            return Enumerable.Reverse(Levels(value)).Aggregate(
                (Expression)Expression.Constant(null, typeof(double?)),
                (otherwise, level) =>
                    Expression.Condition(level.Is, Expression.Constant(level.Points, typeof(double?)), otherwise));
        }

        var (known, points) = DatabasePoints(value);
        var nullable = Expression.Convert(points, typeof(double?));
        return known is null ? nullable : Expression.Condition(known, nullable, Expression.Constant(null, typeof(double?)));
    }

    /// <summary>For a database: whether the measure is known (null if it always is), and its points while it is.</summary>
    internal (Expression? Known, Expression Points) DatabasePoints(Expression value)
    {
        if (Scale.Kind != ScaleKind.Levels)
            return (IsKnown(value), Scale.StoredPoints(Expression.Convert(value, typeof(double))));

        var levels = Levels(value);
        var points = levels.SkipLast(1).Reverse().Aggregate(
            (Expression)Expression.Constant(levels[^1].Points),
            (otherwise, level) => Expression.Condition(level.Is, Expression.Constant(level.Points), otherwise));
        return (levels.Select(level => level.Is).Aggregate(Expression.OrElse), points);
    }

    // Compared with the terms themselves: how they are stored is the database's business.
    private (Expression Is, double Points)[] Levels(Expression value) =>
    [
        .. Scale.TermLevels!.Where(level => !double.IsNaN(level.Points))
            .Select(level => ((Expression)Expression.ReferenceEqual(value, Expression.Constant(level.Level, value.Type)), level.Points)),
    ];

    /// <summary>Returns the points of this criterion as an expression that a LINQ provider translates; null if the measure is not
    /// known.</summary>
    /// <returns>A tree of the same kinds of nodes as <see cref="Scorecard{TFacts,TBand}.ToExpression"/>.</returns>
    /// <exception cref="InvalidModelException">The measure runs in memory only: it calls a method, or looks into a collection.</exception>
    public Expression<Func<TFacts, double?>> ToExpression() =>
        Expression.Lambda<Func<TFacts, double?>>(StoredPoints(StoredValue), Value.Facts);

    // What is measured tells what can be missing; a column of it no longer does.
    private Expression? IsKnown(Expression value)
    {
        var measured = FactsExpression.Unconverted(Value.Body);
        var bounds = RawFact is null ? Interval.All : Range;
        return FactsExpression.MayBeNaN(measured) || !bounds.IsAll ? FactsExpression.IsWithin(value, bounds)
            : Reads.Count > 0 || FactsExpression.MayBeNull(measured) ? Expression.NotEqual(value, Expression.Constant(null, value.Type))
            : null;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The key, the weight and the scale.</returns>
    public override string ToString() => FormattableString.Invariant($"{Key}: weight {Weight}, {Scale}");
}

/// <summary>A criterion as it was defined, before its weight is divided by the sum of all.</summary>
internal sealed record CriterionDefinition(
    string Key,
    string? Group,
    double Weight,
    double GroupWeight,
    OverFacts Measure,
    Scale Scale,
    double? Step,
    Text? Label,
    Text? Unit,
    Provenance? Provenance,
    Controllability? Control,
    Text? GroupLabel = null);
