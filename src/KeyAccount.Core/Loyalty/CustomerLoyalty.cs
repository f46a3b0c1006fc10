using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>Models of loyalty: how loyal, what kind of loyalty, and what raises it.</summary>
/// <remarks>The indicators and the four strategies are S000's, the kinds of loyalty L Dick &amp; Basu 1994's. Every weight, scale, cut and every
/// rule of the strategies is a <c>LibraryDefault</c>, meant to be replaced.</remarks>
public static class CustomerLoyalty
{
    /// <summary>The share of wallet from which a customer counts as buying much from us: half, so that no other supplier can have more.
    /// Provenance: <c>LibraryDefault</c>.</summary>
    public const decimal HighShareOfWallet = 0.5m;

    private static readonly Provenance Ours = Provenance.LibraryDefault("no published weights, scales or cuts; chosen for an industrial supplier");
    private static readonly Provenance Indicator = Provenance.LibraryDefault("the indicator is S000's; weight and scale are ours");
    private static readonly Provenance DickBasu = Provenance.Literature("Dick & Basu 1994, Customer Loyalty: Toward an Integrated Conceptual Framework, JAMS 22(2)");
    private static readonly Provenance Advice = Provenance.LibraryDefault("the four strategies are S000's; when to take which is ours");

    /// <summary>One quantitative and four qualitative indicators → how loyal the customer is.</summary>
    public static Scorecard<LoyaltyFacts, LoyaltyLevel> Standard { get; } = Scorecard
        .For<LoyaltyFacts, LoyaltyLevel>("customerLoyalty.standard")
        .From(Ours)
        .Group("quantitative", 40, g => g
            .Criterion(
                "shareOfWallet",
                1,
                f => 100 * (double?)f.ShareOfWallet,
                Scale.Linear((0, 0), (25, 40), (50, 70), (80, 100)),
                1,
                Label("shareOfWallet"),
                Label("unit.percent"),
                Indicator))
        .Group("qualitative", 60, Qualitative)
        .Cap(
            "prefersCompetitor",
            f => f.CompetitorAttitude == CompetitorAttitude.Prefers,
            LoyaltyLevel.Medium,
            Label("prefersCompetitor"),
            Provenance.LibraryDefault("who would rather buy elsewhere is not loyal, however much it buys"))
        .MissingData(MissingData.Renormalize, 0.6)
        .Bands((0, LoyaltyLevel.Low), (40, LoyaltyLevel.Medium), (70, LoyaltyLevel.High))
        .Build();

    /// <summary>The four qualitative indicators → whether the customer thinks better of us than of our competitors.</summary>
    public static Scorecard<LoyaltyFacts, RelativeAttitude> Attitude { get; } = Scorecard
        .For<LoyaltyFacts, RelativeAttitude>("customerLoyalty.attitude")
        .From(Ours)
        .Group("qualitative", 1, Qualitative)
        .MissingData(MissingData.Renormalize, 0.5)
        .Bands((0, RelativeAttitude.Low), (50, RelativeAttitude.High))
        .Build();

    /// <summary>Attitude × share → true, latent, spurious or no loyalty. Complete over what is known; where either is not known, nothing is decided.</summary>
    public static DecisionTable<LoyaltyTypeFacts, LoyaltyType> Types { get; } = DecisionTable
        .For<LoyaltyTypeFacts, LoyaltyType>("customerLoyalty.types")
        .Domain(f => f.Attitude, [.. RelativeAttitude.InOrder])
        .Domain(f => f.Patronage, [.. RepeatPatronage.InOrder])
        .Rule("true", f => f.Attitude == RelativeAttitude.High && f.Patronage == RepeatPatronage.High, LoyaltyType.True, Reason("true"), provenance: DickBasu)
        .Rule("latent", f => f.Attitude == RelativeAttitude.High && f.Patronage == RepeatPatronage.Low, LoyaltyType.Latent, Reason("latent"), provenance: DickBasu)
        .Rule("spurious", f => f.Attitude == RelativeAttitude.Low && f.Patronage == RepeatPatronage.High, LoyaltyType.Spurious, Reason("spurious"), provenance: DickBasu)
        .Rule("none", f => f.Attitude == RelativeAttitude.Low && f.Patronage == RepeatPatronage.Low, LoyaltyType.None, Reason("none"), provenance: DickBasu)
        .Build(HitPolicy.Unique);

    /// <summary>Kind of loyalty and what stands in its way → strategies, the first one first; a strategy stands as often as there are reasons for it.</summary>
    /// <remarks>Each kind of loyalty has at least one. While the kind is not known, only what stands in the way advises.</remarks>
    public static DecisionTable<LoyaltyStrategyFacts, LoyaltyStrategy> Strategies { get; } = DecisionTable
        .For<LoyaltyStrategyFacts, LoyaltyStrategy>("customerLoyalty.strategies")
        .Domain(f => f.Type, [.. LoyaltyType.InOrder])
        .Domain(f => f.Satisfaction, [.. SatisfactionLevel.InOrder, null])
        .Domain(f => f.PriceSensitivity, [.. PriceSensitivity.InOrder, null])
        .Domain(f => f.CompetitorAttitude, [.. CompetitorAttitude.InOrder, null])
        .Rule("dissatisfied", f => f.Satisfaction == SatisfactionLevel.Low, LoyaltyStrategy.Service, Reason("dissatisfied"), provenance: Advice)
        .Rule("true.deepen", f => f.Type == LoyaltyType.True, LoyaltyStrategy.Relationship, Reason("true.deepen"), provenance: Advice)
        .Rule("latent.removeObstacles", f => f.Type == LoyaltyType.Latent, LoyaltyStrategy.Pricing, Reason("latent.removeObstacles"), provenance: Advice)
        .Rule("spurious.improve", f => f.Type == LoyaltyType.Spurious, LoyaltyStrategy.Service, Reason("spurious.improve"), provenance: Advice)
        .Rule("spurious.hold", f => f.Type == LoyaltyType.Spurious, LoyaltyStrategy.SwitchingCost, Reason("spurious.hold"), provenance: Advice)
        .Rule("none.meet", f => f.Type == LoyaltyType.None, LoyaltyStrategy.Relationship, Reason("none.meet"), provenance: Advice)
        .Rule("priceSensitive", f => f.PriceSensitivity == PriceSensitivity.High, LoyaltyStrategy.Pricing, Reason("priceSensitive"), provenance: Advice)
        .Rule(
            "competitorsWelcome",
            f => f.CompetitorAttitude == CompetitorAttitude.Open || f.CompetitorAttitude == CompetitorAttitude.Prefers,
            LoyaltyStrategy.Relationship,
            Reason("competitorsWelcome"),
            f => [f.CompetitorAttitude],
            Advice)
        .Build(HitPolicy.Collect);

    // Weights that sum to 1, so that the group's weight is the weight of all four.
    private static void Qualitative(CriteriaGroup<LoyaltyFacts> group) => group
        .Criterion("supplierRank", 0.25, f => f.SupplierRank, Scale.Linear((1, 100), (2, 60), (3, 30), (5, 0)), 1, Label("supplierRank"), Label("unit.place"), Indicator)
        .Criterion(
            "qualityTolerance",
            0.25,
            f => f.QualityTolerance,
            Scale.Levels((QualityTolerance.Low, 0), (QualityTolerance.Medium, 60), (QualityTolerance.High, 100)),
            Label("qualityTolerance"),
            Indicator)
        .Criterion(
            "priceSensitivity",
            0.25,
            f => f.PriceSensitivity,
            Scale.Levels((PriceSensitivity.Low, 100), (PriceSensitivity.Medium, 50), (PriceSensitivity.High, 0)),
            Label("priceSensitivity"),
            Indicator)
        .Criterion(
            "competitorAttitude",
            0.25,
            f => f.CompetitorAttitude,
            Scale.Levels((CompetitorAttitude.Rejects, 100), (CompetitorAttitude.Reserved, 70), (CompetitorAttitude.Open, 30), (CompetitorAttitude.Prefers, 0)),
            Label("competitorAttitude"),
            Indicator);

    private static Text Label(string key) => TextTable.Library[$"Loyalty.CustomerLoyalty.{key}"];

    private static Text Reason(string rule) => TextTable.Library[$"Loyalty.CustomerLoyalty.{rule}.Reason"];
}
