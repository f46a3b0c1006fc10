using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Relationships;

/// <summary>The relationship with a customer in three dimensions, each on its own scale, and what follows.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. Made by
/// <see cref="Oke.Profile"/>.</remarks>
public sealed record OkeProfile
{
    /// <summary>A profile from its parts; what JSON reads back.</summary>
    /// <param name="organisation">The organisational relationship with its reasons.</param>
    /// <param name="keyDecisionMakers">The key decision makers.</param>
    /// <param name="extensive">The climate.</param>
    /// <param name="target">The target of the relationship.</param>
    /// <param name="gaps">The gaps to the target.</param>
    /// <param name="holdingBack">The dimension that holds the account back.</param>
    /// <param name="activities">The suggested activities.</param>
    /// <param name="conflicts">The people with contradictory judgements.</param>
    /// <param name="score">The weighted score.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    [JsonConstructor]
    public OkeProfile(
        Assessment<OrganisationLevel> organisation,
        KeyRelationship keyDecisionMakers,
        ExtensiveRelationship extensive,
        OkeTarget target,
        OkeGaps gaps,
        Decision<OkeDimension?> holdingBack,
        IReadOnlyList<Hit<OkeActivity>> activities,
        IReadOnlyList<LevelConflict> conflicts,
        Assessment<RelationshipStrength> score)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(keyDecisionMakers);
        ArgumentNullException.ThrowIfNull(extensive);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(gaps);
        ArgumentNullException.ThrowIfNull(holdingBack);
        ArgumentNullException.ThrowIfNull(score);
        Organisation = organisation;
        KeyDecisionMakers = keyDecisionMakers;
        Extensive = extensive;
        Target = target;
        Gaps = gaps;
        HoldingBack = holdingBack;
        Activities = ValueList.Of(activities);
        Conflicts = ValueList.Of(conflicts);
        Score = score;
    }

    /// <summary>The organisational relationship: its band is the level, with the reasons.</summary>
    public Assessment<OrganisationLevel> Organisation { get; }

    /// <summary>The relationship with the key decision makers, with the weakest beside it.</summary>
    public KeyRelationship KeyDecisionMakers { get; }

    /// <summary>The climate, with its weakest elements.</summary>
    public ExtensiveRelationship Extensive { get; }

    /// <summary>The target of the relationship.</summary>
    public OkeTarget Target { get; }

    /// <summary>The number of levels that each dimension lacks, on its own scale.</summary>
    public OkeGaps Gaps { get; }

    /// <summary>The dimension that holds the account back, among those known, with the reason; its advice is null if none is known to do
    /// so.</summary>
    public Decision<OkeDimension?> HoldingBack { get; }

    /// <summary>The suggested activities for that dimension, in the order of the table.</summary>
    public IReadOnlyList<Hit<OkeActivity>> Activities { get; }

    /// <summary>The people whose key level and ladder level contradict each other, by name.</summary>
    public IReadOnlyList<LevelConflict> Conflicts { get; }

    /// <summary>The weighted score: a <c>LibraryDefault</c>, to be read after the profile and never instead of it.</summary>
    public Assessment<RelationshipStrength> Score { get; }

    /// <summary>The three levels.</summary>
    [JsonIgnore]
    public OkeFacts Levels => new()
    {
        Organisation = Organisation.Band,
        KeyDecisionMakers = KeyDecisionMakers.Level,
        Extensive = Extensive.Level,
    };

    /// <summary>The profile for a person: the three scales with their targets, why, what holds the account back, and what to do.</summary>
    /// <param name="models">The models of the profile, which name its observations; null for the library's own.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(OkeModels? models = null, string language = Terms.Language.English) =>
        OkeDocument.Of(this, models ?? new OkeModels(), language);
}
