using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>Every ready model and every default of the library, with where each comes from.</summary>
public static class ModelCatalog
{
    private static readonly Provenance Reichheld = Provenance.Literature("Reichheld 2003, The One Number You Need to Grow, Harvard Business Review 12/2003");
    private static readonly Provenance Saaty = Provenance.Literature("Saaty 1980, The Analytic Hierarchy Process");

    /// <summary>All of them, room by room.</summary>
    public static IReadOnlyList<IModel> All { get; } =
    [
        new Constants(
            "scorecard",
            new ModelDefault(nameof(ScorecardBuilder<object, object>.DefaultMinimumCoverage), Show(ScorecardBuilder<object, object>.DefaultMinimumCoverage), Provenance.LibraryDefault("half of the weight must be known before a score is shown"))),
        new Constants(
            "pareto",
            new ModelDefault("rule", nameof(ParetoRule.Crossing), Provenance.LibraryDefault("S004 states 20 % of the customers and 80 % of the revenue at once; the reading is ours")),
            Cuts(nameof(ParetoCuts.OfRevenue), ParetoCuts.OfRevenue),
            Cuts(nameof(ParetoCuts.OfHeadCount), ParetoCuts.OfHeadCount)),
        AccountValue.Standard,
        AccountValue.SixIndicators,
        new Constants(
            "accountValue.pyramid",
            [.. AccountValue.Pyramid.InOrder.Select(band => new ModelDefault(
                $"bands[\"{band.Band}\"]", Show(band.From), Provenance.LibraryDefault("S001 names the pyramid, Zeithaml, Rust & Lemon 2001 its levels, nobody the cuts")))]),
        new Constants(
            "tierStability",
            Stability(nameof(TierStability.PromotionMargin), Show(TierStability.Standard.PromotionMargin), "points beyond the cut; about the noise of one judged factor"),
            Stability(nameof(TierStability.DemotionMargin), Show(TierStability.Standard.DemotionMargin), "as for promotion"),
            Stability(nameof(TierStability.Periods), Show(TierStability.Standard.Periods), "one good month is no trend"),
            Stability(nameof(TierStability.MinimumStay), TierStability.Standard.MinimumStay.ToString(), "service and people cannot follow faster than a quarter")),
        DifferentiatedService.Standard,
        Checklists.KeyAccount,
        Checklists.PotentialCustomer,
        new Constants(
            "pairwiseComparison",
            new ModelDefault(nameof(PairwiseComparison.AcceptedRatio), Show(PairwiseComparison.AcceptedRatio), Saaty),
            new ModelDefault("randomIndex", "n = 3 … 10: .58 .90 1.12 1.24 1.32 1.41 1.45 1.49", Saaty)),
        new Constants(
            "ladder",
            new ModelDefault(nameof(Ladder.HalfLifeDays), Show(Ladder.HalfLifeDays), Provenance.LibraryDefault("half a year without news halves what is known of a person")),
            new ModelDefault(nameof(Ladder.ConfirmedFrom), Show(Ladder.ConfirmedFrom), Provenance.LibraryDefault("a level is confirmed for one half-life")),
            new ModelDefault(nameof(Ladder.Points), Ladder.Points.ToString(), Provenance.LibraryDefault("equal steps from CR1 to CR5; S003 gives no points")),
            new ModelDefault("sameDay", "the worse level stands", Provenance.LibraryDefault("a false friend costs more than a false enemy"))),
        Ladder.Moves,
        Ladder.Plans,
        Ladder.Stances,
        new Constants(
            "oke",
            new ModelDefault(nameof(Oke.DecisiveShare), Show(Oke.DecisiveShare), Provenance.LibraryDefault("those who hold half of the influence decide together"))),
        Oke.Organisation,
        Oke.Standard,
        Oke.Targets,
        Oke.HoldingBack,
        Oke.Activities,
        Oke.Agreement,
        RelationshipFormula.Standard,
        new Constants(
            "stakeholderMap",
            [
                new ModelDefault(nameof(StakeholderMap.UsualDeciders), Show(StakeholderMap.UsualDeciders), Provenance.Source("S004")),
                new ModelDefault(nameof(Tie.DefaultStrength), Show(Tie.DefaultStrength), Provenance.LibraryDefault("a tie that nobody has judged carries as often as not")),
                .. TieKind.InOrder.Select(kind => new ModelDefault(
                    $"carries[\"{kind}\"]", Carries(kind), Provenance.LibraryDefault("S001 names the politics; who carries us to whom is ours"))),
                new ModelDefault("path", "product of the strengths", Provenance.LibraryDefault("each step must hold, and a longer way is less sure")),
                new ModelDefault("path.over", "supporters and neutral people", Provenance.LibraryDefault("who is not known may be an opponent")),
                new ModelDefault("depth", "one supporter at the layer", Provenance.LibraryDefault("S001 gives the picture and no measure")),
                new ModelDefault("nextToWin", "by the gain of the nearest move", Provenance.LibraryDefault("a longer move gains more with everybody and is less sure")),
            ]),
        Development.Stages,
        Development.Guides,
        RelationshipLifecycle.Periods,
        RelationshipLifecycle.Guides,
        LoyaltyChain.Next,
        new Constants(
            "counterConcessions",
            new ModelDefault(nameof(CounterConcessions.DaysPerYear), Show(CounterConcessions.DaysPerYear), Provenance.LibraryDefault("simple interest on a year of 365 days"))),
        PricingPolicy.Strategy,
        PricingPolicy.Posture,
        PricingPolicy.CostRise,
        PricingPolicy.MarketCut,
        PricingPolicy.CostDown,
        PriceGuardrails.Standard,
        new Constants(
            "priceReview",
            new ModelDefault(nameof(PriceReview.InterestGrain), PriceReview.InterestGrain.ToString(CultureInfo.InvariantCulture), Provenance.LibraryDefault("a millionth of the invoice price, so that the steps of the waterfall sum exactly"))),
        SwitchingCost.Standard,
        SwitchingCost.ThreeTypes,
        new Constants(
            "switchingCost.facets",
            [
                .. CostFacet.InOrder.Select(facet => new ModelDefault(
                    $"mainCost[\"{facet}\"]", facet.MainCost.Name, Provenance.LibraryDefault("S000 speaks of four main costs and names none; the grouping is ours"))),
                .. CostFacet.InOrder.Select(facet => new ModelDefault(
                    $"type[\"{facet}\"]", facet.Type.Name, Provenance.Literature("Burnham, Frels & Mahajan 2003, JAMS 31:109-126"))),
                new ModelDefault(nameof(SwitchingCost.Step), Show(SwitchingCost.Step), Provenance.LibraryDefault("a tenth of the scale is what an action can be expected to move")),
            ]),
        new Constants(
            "switchingCost.survey",
            new ModelDefault("facet", "mean of its items, reversed items k + 1 - x", Provenance.Literature("Burnham, Frels & Mahajan 2003, JAMS 31:109-126")),
            new ModelDefault("respondents", "each counts the same", Provenance.LibraryDefault("no weights of respondents are published"))),
        SwitchingCostLevers.Standard,
        CompetitorBarrier.Standard,
        new Constants(
            "switchingCost.inMoney",
            new ModelDefault("units", "bought evenly over the days of the contract", Provenance.LibraryDefault("the simplest reading of a contract without a call-off plan"))),
        BarrierPolicy.Standard,
        CustomerLoyalty.Standard,
        CustomerLoyalty.Attitude,
        CustomerLoyalty.Types,
        CustomerLoyalty.Strategies,
        new Constants(
            "loyaltyTypeFacts",
            new ModelDefault(nameof(CustomerLoyalty.HighShareOfWallet), CustomerLoyalty.HighShareOfWallet.ToString(CultureInfo.InvariantCulture), Provenance.LibraryDefault("half: no other supplier can have more"))),
        ServQual.Standard,
        SatisfactionLevers.Standard,
        new Constants(
            "satisfactionLeverFacts",
            new ModelDefault(nameof(SatisfactionLeverFacts.IsServiceSound), "from the middle of the scale", Provenance.LibraryDefault("below the middle even the customer calls the service poor"))),
        new Constants(
            "netPromoterScore",
            new ModelDefault(nameof(NetPromoterScore.PromotersFrom), Show(NetPromoterScore.PromotersFrom), Reichheld),
            new ModelDefault(nameof(NetPromoterScore.DetractorsTo), Show(NetPromoterScore.DetractorsTo), Reichheld),
            new ModelDefault("interval", nameof(NetPromoterInterval.Wald), Provenance.LibraryDefault("the interval of the published variance; the other one is for small surveys"))),
        new Constants(
            "customerSatisfactionScore",
            new ModelDefault(nameof(CustomerSatisfactionScore.DefaultScalePoints), Show(CustomerSatisfactionScore.DefaultScalePoints), Provenance.LibraryDefault("the usual scale")),
            new ModelDefault(nameof(CustomerSatisfactionScore.SatisfiedRatings), Show(CustomerSatisfactionScore.SatisfiedRatings), Provenance.LibraryDefault("the usual two highest ratings"))),
        new Constants(
            "confidenceInterval",
            new ModelDefault(nameof(ConfidenceInterval.DefaultConfidence), Show(ConfidenceInterval.DefaultConfidence), Provenance.LibraryDefault("the usual confidence"))),
        new Constants(
            "importancePerformance",
            new ModelDefault("cuts", "the means of importance and performance", Provenance.LibraryDefault("Martilla & James 1977 leave the place of the lines to judgement"))),
        ComplaintDeadlines.Standard,
        new Constants(
            "complaint",
            new ModelDefault(nameof(ComplaintTask.IsWaivable), "all but the first step and the follow-up", Provenance.LibraryDefault("first the mood, then the matter; no case closes before the follow-up")),
            new ModelDefault("closedFrom", nameof(SatisfactionLevel.Medium), Provenance.LibraryDefault("a dissatisfied customer's case begins again"))),
        NegotiationModels.Preparation,
        NegotiationModels.Moves,
        NegotiationModels.Advice,
        new Constants(
            "negotiation.timeRemaining",
            [.. NegotiationModels.TimeRemaining.InOrder.Select(band => new ModelDefault(
                $"bands[\"{band.Band}\"]", Show(band.From), Provenance.LibraryDefault("percent of the time left; no published cuts")))]),
        AccountFindings.Standard,
        new Constants(
            "review",
            [
                new ModelDefault(nameof(AccountFindings.SilentMonths), Show(AccountFindings.SilentMonths), Provenance.LibraryDefault("a quarter without purchases, where its own pauses were shorter")),
                new ModelDefault(nameof(AccountFindings.NotableFall), AccountFindings.NotableFall.ToString(CultureInfo.InvariantCulture), Provenance.LibraryDefault("a fifth: more than purchases waver as a rule")),
                new ModelDefault(nameof(AccountFindings.OpenContractDays), Show(AccountFindings.OpenContractDays), Provenance.LibraryDefault("half a year: a barrier takes that long to build")),
                new ModelDefault(nameof(AccountFindings.ContractDays), Show(AccountFindings.ContractDays), Provenance.LibraryDefault("a quarter to negotiate in")),
                new ModelDefault(nameof(AccountFindings.NotableLoss), Show(AccountFindings.NotableLoss), Provenance.LibraryDefault("a tenth of the scale of support")),
                new ModelDefault(nameof(PurchaseTrend.ShortSpan), Show(PurchaseTrend.ShortSpan), Provenance.LibraryDefault("half of the year that most files hold; the season is not taken out")),
                new ModelDefault(nameof(AccountActions.Most), Show(AccountActions.Most), Provenance.LibraryDefault("who has more to do does nothing of it")),
            ]),
        AccountFindings.Risk,
        AccountActions.Standard,
        AccountActions.Prohibitions,
    ];

    private static ModelDefault Cuts(string name, ParetoCuts cuts) => new(
        $"cuts.{name}", string.Create(CultureInfo.InvariantCulture, $"A {cuts.A}, B {cuts.B}"), Provenance.Source("S004"));

    private static ModelDefault Stability(string name, string value, string reason) => new(name, value, Provenance.LibraryDefault(reason));

    private static string Carries(TieKind kind) => !kind.CarriesForward ? "not at all" : kind.CarriesBack ? "both ways" : "one way";

    private static string Show(double value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed class Constants(string id, params ModelDefault[] defaults) : IModel
    {
        public string Id { get; } = id;

        public string Version => "1";

        public IEnumerable<ModelDefault> Defaults { get; } = defaults;
    }
}
