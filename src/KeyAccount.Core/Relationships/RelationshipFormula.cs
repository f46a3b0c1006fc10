using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The formula of the relationship: trust + interest + emotion, where trust is organisational trust + personal trust.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (信任+利益+情感=關係；信任=組織信任+個人信任). It gives no weights: weights, scales and cuts are ours, a
/// <c>LibraryDefault</c>.</remarks>
public static class RelationshipFormula
{
    private static readonly Provenance Ours = Provenance.LibraryDefault(
        $"{SourceTitle.Strategy} adds trust, interest and emotion and gives no weights");
    private static readonly Provenance Personal = Provenance.LibraryDefault(
        "the measure is Maister's trust equation, 0.3 … 30; weight and scale are ours");

    /// <summary>Trust, interest and emotion → strength of the relationship.</summary>
    public static Scorecard<RelationshipFacts, RelationshipStrength> Standard { get; } = Scorecard
        .For<RelationshipFacts, RelationshipStrength>("relationshipFormula.standard")
        .From(Ours)
        .Labels(TextTable.Library, "Relationships.RelationshipFormula.")
        .Group("trust", 50, g => g
            .Criterion("organisationalTrust", 0.5, f => f.OrganisationalTrust, FactorLevel.Points(), control: Controllability.Influenceable)
            .Criterion(
                "personalTrust",
                0.5,
                f => (f.Credibility + f.Reliability + f.Intimacy) / f.SelfOrientation,
                Scale.Linear((0.3, 0), (1, 20), (3, 50), (10, 80), (30, 100)),
                0.1,
                unit: TextTable.Library["Relationships.RelationshipFormula.unit.trust"],
                provenance: Personal,
                control: Controllability.Influenceable))
        .Criterion("interest", 30, f => f.Interest, FactorLevel.Points(), control: Controllability.Influenceable)
        .Criterion("emotion", 20, f => f.Emotion, FactorLevel.Points(), control: Controllability.Influenceable)
        .MissingData(MissingData.Renormalize, 0.6)
        .Bands(
            (0, RelationshipStrength.Weak),
            (30, RelationshipStrength.Developing),
            (55, RelationshipStrength.Solid),
            (80, RelationshipStrength.Strong))
        .Build();
}
