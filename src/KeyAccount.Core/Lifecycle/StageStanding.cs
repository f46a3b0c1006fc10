using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Lifecycle;

/// <summary>The development stage of an account, as far as it is known.</summary>
/// <param name="Lowest">The stage with every unknown fact at its worst; null if a table of your own has no answer.</param>
/// <param name="Highest">The stage with every unknown fact at its best; null as for <paramref name="Lowest"/>.</param>
/// <param name="Decision">The decision of the table on the facts, with its reason; undecided while an unknown fact decides.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record StageStanding(DevelopmentStage? Lowest, DevelopmentStage? Highest, Decision<DevelopmentStage> Decision)
{
    /// <summary>The decision of the table on the facts, with its reason; undecided while an unknown fact decides.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Decision<DevelopmentStage> Decision { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Decision, nameof(Decision));

    /// <summary>The stage; null while an unknown fact decides.</summary>
    [JsonIgnore]
    public DevelopmentStage? Stage => Decision.Advice;

    /// <summary>The stage for a person: where the relationship stands, why, and what to do.</summary>
    /// <param name="guides">The guide to each stage; the library's own if none is given.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(
        DecisionTable<StageGuideFacts, PhaseGuide>? guides = null, string language = Terms.Language.English) =>
        LifecycleDocuments.Of(this, guides ?? Development.Guides, language);
}
