using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>Models of loyalty: its degree, its kind, and what raises it.</summary>
/// <remarks>The indicators and the four strategies are 《大客户销售技巧（客户关系管理篇）》's, the kinds of loyalty Dick &amp; Basu 1994's. Every weight,
/// scale, cut and
/// every rule of the strategies is a <c>LibraryDefault</c>, meant to be replaced.</remarks>
public static class CustomerLoyalty
{
    /// <summary>The share of wallet from which a customer counts as buying much from us: half, so that no other supplier can have more.
    /// Provenance: <c>LibraryDefault</c>.</summary>
    public const decimal HighShareOfWallet = 0.5m;

    private static readonly Provenance Ours =
        Provenance.LibraryDefault("no published weights, scales or cuts; chosen for an industrial supplier");
    private static readonly Provenance Indicator = Provenance.LibraryDefault(
        $"the indicator is from {SourceTitle.Selling}; weight and scale are ours");
    private static readonly Provenance Advice = Provenance.LibraryDefault(
        $"the four strategies are from {SourceTitle.Selling}; when to take which is ours");
    private static readonly Provenance DickBasu = Provenance.Literature(
        "Dick & Basu 1994, Customer Loyalty: Toward an Integrated Conceptual Framework, JAMS 22(2)");

    /// <summary>One quantitative and four qualitative indicators → the degree of loyalty.</summary>
    public static Scorecard<LoyaltyFacts, LoyaltyLevel> Standard { get; } = Scorecard
        .For<LoyaltyFacts, LoyaltyLevel>("customerLoyalty.standard")
        .From(Ours)
        .Labels(TextTable.Library, "Loyalty.CustomerLoyalty.")
        .Group("quantitative", 40, g => g
            .Criterion("shareOfWallet", 1, f => 100 * (double?)f.ShareOfWallet,
                Scale.Linear((0, 0), (25, 40), (50, 70), (80, 100)), step: 1,
                unit: TextTable.Library["Loyalty.CustomerLoyalty.unit.percent"], provenance: Indicator,
                control: Controllability.Influenceable))
        .Group("qualitative", 60, Qualitative)
        .Cap("prefersCompetitor", f => f.CompetitorAttitude == CompetitorAttitude.Prefers, LoyaltyLevel.Medium,
            provenance: Provenance.LibraryDefault("a customer that would rather buy elsewhere is not loyal, however much it buys"))
        .MissingData(MissingData.Renormalize, 0.6)
        .Bands((0, LoyaltyLevel.Low), (40, LoyaltyLevel.Medium), (70, LoyaltyLevel.High))
        .Build();

    /// <summary>The four qualitative indicators → whether the customer prefers us to our competitors.</summary>
    public static Scorecard<LoyaltyFacts, RelativeAttitude> Attitude { get; } = Scorecard
        .For<LoyaltyFacts, RelativeAttitude>("customerLoyalty.attitude")
        .From(Ours)
        .Labels(TextTable.Library, "Loyalty.CustomerLoyalty.")
        .Group("qualitative", 1, Qualitative)
        .MissingData(MissingData.Renormalize, 0.5)
        .Bands((0, RelativeAttitude.Low), (50, RelativeAttitude.High))
        .Build();

    /// <summary>Attitude × share of wallet → true, latent, spurious or no loyalty. Complete over known facts; where a fact is not known,
    /// nothing is decided.</summary>
    public static DecisionTable<LoyaltyTypeFacts, LoyaltyType> Types { get; } = DecisionTable
        .For<LoyaltyTypeFacts, LoyaltyType>("customerLoyalty.types")
        .Domain(f => f.Attitude, [.. RelativeAttitude.InOrder])
        .Domain(f => f.Patronage, [.. RepeatPatronage.InOrder])
        .From(DickBasu)
        .Reasons(TextTable.Library, "Loyalty.Types.")
        .Rule("true", f => f.Attitude == RelativeAttitude.High && f.Patronage == RepeatPatronage.High, LoyaltyType.True)
        .Rule("latent", f => f.Attitude == RelativeAttitude.High && f.Patronage == RepeatPatronage.Low, LoyaltyType.Latent)
        .Rule("spurious", f => f.Attitude == RelativeAttitude.Low && f.Patronage == RepeatPatronage.High, LoyaltyType.Spurious)
        .Rule("none", f => f.Attitude == RelativeAttitude.Low && f.Patronage == RepeatPatronage.Low, LoyaltyType.None)
        .Build(HitPolicy.Unique);

    /// <summary>Kind of loyalty and obstacles → strategies, the most urgent first; a strategy appears once for each reason to take
    /// it.</summary>
    /// <remarks>Each kind of loyalty has at least one strategy. While the kind is not known, only the obstacles advise.</remarks>
    public static DecisionTable<LoyaltyStrategyFacts, LoyaltyStrategy> Strategies { get; } = DecisionTable
        .For<LoyaltyStrategyFacts, LoyaltyStrategy>("customerLoyalty.strategies")
        .Domain(f => f.Type, [.. LoyaltyType.InOrder])
        .Domain(f => f.Satisfaction, [.. SatisfactionLevel.InOrder, null])
        .Domain(f => f.PriceSensitivity, [.. PriceSensitivity.InOrder, null])
        .Domain(f => f.CompetitorAttitude, [.. CompetitorAttitude.InOrder, null])
        .From(Advice)
        .Reasons(TextTable.Library, "Loyalty.Strategies.", f => [f.CompetitorAttitude])
        .Rule("dissatisfied", f => f.Satisfaction == SatisfactionLevel.Low, LoyaltyStrategy.Service)
        .Rule("true.deepen", f => f.Type == LoyaltyType.True, LoyaltyStrategy.Relationship)
        .Rule("latent.removeObstacles", f => f.Type == LoyaltyType.Latent, LoyaltyStrategy.Pricing)
        .Rule("spurious.improve", f => f.Type == LoyaltyType.Spurious, LoyaltyStrategy.Service)
        .Rule("spurious.hold", f => f.Type == LoyaltyType.Spurious, LoyaltyStrategy.SwitchingCost)
        .Rule("none.meet", f => f.Type == LoyaltyType.None, LoyaltyStrategy.Relationship)
        .Rule("priceSensitive", f => f.PriceSensitivity == PriceSensitivity.High, LoyaltyStrategy.Pricing)
        .Rule("competitorsWelcome",
            f => f.CompetitorAttitude == CompetitorAttitude.Open || f.CompetitorAttitude == CompetitorAttitude.Prefers,
            LoyaltyStrategy.Relationship)
        .Build(HitPolicy.Collect);

    // Weights that sum to 1, so that the group's weight is the weight of all four.
    private static void Qualitative(CriteriaGroup<LoyaltyFacts> group) => group
        .Criterion("supplierGrade", 0.25, f => f.SupplierGrade,
            Scale.Levels((SupplierGrade.A, 100), (SupplierGrade.B, 60), (SupplierGrade.C, 30), (SupplierGrade.D, 0)), provenance: Indicator,
            control: Controllability.Influenceable)
        .Criterion("qualityTolerance", 0.25, f => f.QualityTolerance,
            Scale.Levels((QualityTolerance.Low, 0), (QualityTolerance.Medium, 60), (QualityTolerance.High, 100)), provenance: Indicator,
            control: Controllability.Influenceable)
        .Criterion("priceSensitivity", 0.25, f => f.PriceSensitivity,
            Scale.Levels((PriceSensitivity.Low, 100), (PriceSensitivity.Medium, 50), (PriceSensitivity.High, 0)), provenance: Indicator,
            control: Controllability.Influenceable)
        .Criterion("competitorAttitude", 0.25, f => f.CompetitorAttitude,
            Scale.Levels(
                (CompetitorAttitude.Rejects, 100), (CompetitorAttitude.Reserved, 70),
                (CompetitorAttitude.Open, 30), (CompetitorAttitude.Prefers, 0)),
            provenance: Indicator, control: Controllability.Influenceable);
}
