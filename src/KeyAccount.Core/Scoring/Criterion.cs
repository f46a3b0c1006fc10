using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>One criterion of a scorecard: what is measured, how it is scaled, how much it counts, and what a screen needs to show
/// it.</summary>
/// <typeparam name="TFacts">The facts the measure reads.</typeparam>
/// <remarks>Immutable. Made by a <see cref="ScorecardBuilder{TFacts,TBand}"/>; compared by reference.</remarks>
public sealed class Criterion<TFacts>
{
    internal Criterion(CriterionDefinition definition, double weight)
    {
        Definition = definition;
        Weight = weight;
        var value = FactsExpression.Normalize(definition.Measure);
        Value = definition.Scale.Kind == ScaleKind.Levels ? value : value with { Body = FactsExpression.AsNullable(value.Body) };
    }

    /// <summary>The stable identifier, unique in the scorecard; the name of its column.</summary>
    public string Key => Definition.Key;

    /// <summary>The key of its group; null outside any.</summary>
    public string? Group => Definition.Group;

    /// <summary>What a person calls its group; null outside any, and where the group has no text.</summary>
    public Text? GroupLabel => Definition.GroupLabel;

    /// <summary>Its share of the whole, 0 … 1: its weight times that of its group, over the sum of all.</summary>
    public double Weight { get; }

    /// <summary>How raw values become points.</summary>
    public Scale Scale => Definition.Scale;

    /// <summary>The grain of advice in the unit of the raw value: half a visit is no advice. Null where any value can be reached.</summary>
    public double? Step => Definition.Step;

    /// <summary>What a person calls it; the key where none was given.</summary>
    public Text Label => Definition.Label ?? Key;

    /// <summary>The unit of the raw value; empty where none was given.</summary>
    public Text Unit => Definition.Unit ?? "";

    /// <summary>Where its weight and scale come from; null where the definition does not say.</summary>
    public Provenance? Provenance => Definition.Provenance;

    /// <summary>The name of a level for a person.</summary>
    /// <param name="raw">The raw value.</param>
    /// <returns>The name of the level with that <c>Value</c>; null where there is none, and for a criterion that measures a
    /// number.</returns>
    public Text? LevelName(double raw)
    {
        foreach (var (level, _) in Scale.TermLevels ?? [])
        {
            var term = (ITerm)level;
            if (term.Value != raw)
                continue;
            return new(
                term.DisplayName(Language.English),
                term.DisplayName(Language.SimplifiedChinese),
                term.DisplayName(Language.TraditionalChinese));
        }

        return null;
    }

    internal CriterionDefinition Definition { get; }

    /// <summary>The measure in the form that everything executes.</summary>
    internal OverFacts Value { get; }

    /// <summary>The measure for a database, over the facts of <see cref="Value"/>.</summary>
    internal Expression StoredValue => StoredComparisons.In(Value).Body;

    /// <summary>The points for a database, null where the measure is not known.</summary>
    /// <param name="value">The value of <see cref="StoredValue"/>: the measure itself, or a column that holds it.</param>
    internal Expression StoredPoints(Expression value)
    {
        var (known, points) = DatabasePoints(value);
        var nullable = Expression.Convert(points, typeof(double?));
        return known is null ? nullable : Expression.Condition(known, nullable, Expression.Constant(null, typeof(double?)));
    }

    /// <summary>For a database: whether the measure is known (null where it always is), and its points while it is.</summary>
    internal (Expression? Known, Expression Points) DatabasePoints(Expression value)
    {
        if (Scale.Kind != ScaleKind.Levels)
            return (IsKnown(value), Scale.PointsTree(Expression.Convert(value, typeof(double))));

        // Compared with the terms themselves: how they are stored is the database's business.
        var levels = Scale.TermLevels!
            .Where(level => !double.IsNaN(level.Points))
            .Select(level => (Is: (Expression)Expression.ReferenceEqual(value, Expression.Constant(level.Level, value.Type)), level.Points))
            .ToArray();
        var points = levels.SkipLast(1).Reverse().Aggregate(
            (Expression)Expression.Constant(levels[^1].Points),
            (otherwise, level) => Expression.Condition(level.Is, Expression.Constant(level.Points), otherwise));
        return (levels.Select(level => level.Is).Aggregate(Expression.OrElse), points);
    }

    /// <summary>The points of this criterion as an expression that a LINQ provider translates, null where the measure is not
    /// known.</summary>
    /// <returns>A tree of the same parts as <see cref="Scorecard{TFacts,TBand}.ToExpression"/>.</returns>
    public Expression<Func<TFacts, double?>> ToExpression() =>
        Expression.Lambda<Func<TFacts, double?>>(StoredPoints(StoredValue), Value.Facts);

    // What is measured tells what can be missing; a column of it no longer does.
    private Expression? IsKnown(Expression value)
    {
        var measured = FactsExpression.Unconverted(Value.Body);
        return FactsExpression.MayBeNaN(measured) ? FactsExpression.IsFinite(value)
            : FactsExpression.MayBeNull(measured) ? Expression.NotEqual(value, Expression.Constant(null, value.Type))
            : null;
    }
}

/// <summary>A criterion as it was defined, before its weight is set against the others.</summary>
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
    Text? GroupLabel = null);
