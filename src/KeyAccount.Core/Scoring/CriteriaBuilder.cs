using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>Criteria being collected, for a scorecard or for a group in one.</summary>
/// <typeparam name="TFacts">The facts the measures read.</typeparam>
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
    /// <param name="weight">How much it counts beside the others; finite and not negative. Weights need not sum to anything.</param>
    /// <param name="measure">The raw value from the facts; null when it is not known. Of members, arithmetic, comparisons,
    /// conditions, <c>??</c> and <see cref="Math.Floor(double)"/>, a database can compute it too. Whatever else C# can do, such as a method
    /// of your own, an indexer or a collection, runs in memory only; a database refuses it by its key. A key that a dictionary lacks is a
    /// fact that is not known.</param>
    /// <param name="scale">How the raw value becomes points: <see cref="Scale.Linear"/> or <see cref="Scale.Steps"/>.</param>
    /// <param name="step">The grain of advice, in the unit of the raw value; positive.</param>
    /// <param name="label">What a person calls it.</param>
    /// <param name="unit">The unit of the raw value.</param>
    /// <param name="provenance">Where weight and scale come from.</param>
    /// <param name="control">What we can do about it; without it, <see cref="Controllability.Actionable"/>.</param>
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

    /// <summary>Adds a criterion that takes the level of a term.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="key">The stable identifier, unique in the scorecard.</param>
    /// <param name="weight">How much it counts beside the others; finite and not negative.</param>
    /// <param name="level">The level from the facts; null when it is not known.</param>
    /// <param name="scale">The points of each level: <see cref="Scale.Levels"/> of the same term.</param>
    /// <param name="label">What a person calls it.</param>
    /// <param name="provenance">Where weight and scale come from.</param>
    /// <param name="control">What we can do about it; without it, <see cref="Controllability.Actionable"/>.</param>
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
