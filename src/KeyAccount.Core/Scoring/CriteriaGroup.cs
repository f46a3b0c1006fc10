namespace KeyAccount.Core.Scoring;

/// <summary>The criteria of a group. The weight of the group multiplies their weights and does nothing else.</summary>
/// <typeparam name="TFacts">The facts that the measures read.</typeparam>
/// <remarks>Not a value. Not safe to share between threads.</remarks>
public sealed class CriteriaGroup<TFacts> : CriteriaBuilder<TFacts, CriteriaGroup<TFacts>>
{
    internal CriteriaGroup(string key, double weight, List<CriterionDefinition> criteria)
        : base(key, weight, criteria)
    {
    }
}
