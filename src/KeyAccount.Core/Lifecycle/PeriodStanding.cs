using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Lifecycle;

/// <summary>The period of a relationship in its life cycle, as far as it is known.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record PeriodStanding
{
    /// <summary>A standing from its parts; what JSON reads back.</summary>
    /// <param name="decision">The decision of the table on the facts.</param>
    /// <param name="possible">Every possible period.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    [JsonConstructor]
    public PeriodStanding(Decision<LifecyclePeriod> decision, IReadOnlyList<LifecyclePeriod> possible)
    {
        ArgumentNullException.ThrowIfNull(decision);
        Decision = decision;
        Possible = ValueList.Of(possible);
    }

    /// <summary>The decision of the table on the facts, with its reason; undecided while an unknown fact decides.</summary>
    public Decision<LifecyclePeriod> Decision { get; }

    /// <summary>Every possible period, whatever the unknown facts turn out to be, in the order of the term.</summary>
    public IReadOnlyList<LifecyclePeriod> Possible { get; }

    /// <summary>The period; null while an unknown fact decides.</summary>
    [JsonIgnore]
    public LifecyclePeriod? Period => Decision.Advice;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The period and what is possible.</returns>
    public override string ToString() => $"PeriodStanding {{ Period = {Period}, Possible = {Possible} }}";

    /// <summary>The period for a person: where the relationship stands, why, and what to do.</summary>
    /// <param name="guides">The guide to each period; the library's own if none is given.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(
        DecisionTable<PeriodGuideFacts, PhaseGuide>? guides = null, string language = Terms.Language.English) =>
        LifecycleDocuments.Of(this, guides ?? RelationshipLifecycle.Guides, language);
}
