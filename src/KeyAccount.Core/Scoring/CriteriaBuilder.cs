using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>Collects criteria for a scorecard, or for a group of it.</summary>
/// <typeparam name="TFacts">The facts that the measures read.</typeparam>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <remarks>Not safe to share between threads.</remarks>
public abstract class CriteriaBuilder<TFacts, TSelf>
    where TSelf : CriteriaBuilder<TFacts, TSelf>
{
    private readonly string? _group;
    private readonly double _groupWeight;
    private readonly List<CriterionDefinition> _criteria;

    private protected CriteriaBuilder(string? group, double groupWeight, List<CriterionDefinition> criteria)
    {
        _group = group;
        _groupWeight = groupWeight;
        _criteria = criteria;
    }

    /// <summary>Adds a criterion that measures a number.</summary>
    /// <param name="key">The stable identifier, unique in the scorecard.</param>
    /// <param name="weight">The weight relative to the others; finite and not negative. Weights need not add up to a particular
    /// sum.</param>
    /// <param name="measure">The raw value from the facts; null if it is not known. A database can also compute a measure that consists of
    /// members, arithmetic, comparisons, conditions, <c>??</c> and <see cref="Math.Floor(double)"/>. Anything else that C# can do, such as
    /// a method of your own, an indexer or a collection, runs in memory only; a database refuses the criterion by its key. A key that a
    /// dictionary lacks counts as an unknown fact.</param>
    /// <param name="scale">The scale that turns the raw value into points: <see cref="Scale.Linear"/> or <see cref="Scale.Steps"/>.</param>
    /// <param name="step">The smallest step of an advised change, in the unit of the raw value; positive.</param>
    /// <param name="label">The name of the criterion for a person.</param>
    /// <param name="unit">The unit of the raw value.</param>
    /// <param name="provenance">The source of the weight and the scale.</param>
    /// <param name="control">Our influence on the criterion; <see cref="Controllability.Actionable"/> if it is left out.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">Key, measure or scale is null.</exception>
    /// <exception cref="ArgumentException">The expression is nested deeper than 250 levels.</exception>
    public TSelf Criterion(
        string key,
        double weight,
        Expression<Func<TFacts, double?>> measure,
        Scale scale,
        double? step = null,
        Text? label = null,
        Text? unit = null,
        Provenance? provenance = null,
        Controllability? control = null) => Add(key, weight, measure, scale, step, label, unit, provenance, control);

    /// <summary>Adds a criterion that reads the level of a term.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="key">The stable identifier, unique in the scorecard.</param>
    /// <param name="weight">The weight relative to the others; finite and not negative.</param>
    /// <param name="level">The level from the facts; null if it is not known.</param>
    /// <param name="scale">The points of each level: <see cref="Scale.Levels"/> of the same term.</param>
    /// <param name="label">The name of the criterion for a person.</param>
    /// <param name="provenance">The source of the weight and the scale.</param>
    /// <param name="control">Our influence on the criterion; <see cref="Controllability.Actionable"/> if it is left out.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">Key, level or scale is null.</exception>
    /// <exception cref="ArgumentException">The expression is nested deeper than 250 levels.</exception>
    public TSelf Criterion<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        string key,
        double weight,
        Expression<Func<TFacts, TTerm?>> level,
        Scale scale,
        Text? label = null,
        Provenance? provenance = null,
        Controllability? control = null)
        where TTerm : Term<TTerm> => Add(key, weight, level, scale, step: null, label, unit: null, provenance, control);

    private TSelf Add(
        string key,
        double weight,
        LambdaExpression measure,
        Scale scale,
        double? step,
        Text? label,
        Text? unit,
        Provenance? provenance,
        Controllability? control)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(measure);
        Nesting.Check(measure);
        ArgumentNullException.ThrowIfNull(scale);
        var marked = RangedFact.Mark(OverFacts.From(measure));
        _criteria.Add(new(key, _group, weight, _groupWeight, marked, scale, step, label, unit, provenance, control));
        return (TSelf)this;
    }
}
