using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Rules;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The rules of pricing: how a product is priced, how we stand towards a customer, and what we do when costs or prices move.</summary>
/// <remarks>
/// <para>S000 asks the five questions (价格策略) and gives no rules; where a rule leans on literature its provenance says so, and the choice is a
/// <c>LibraryDefault</c> throughout. Each table is complete over its domain, unknown facts included: each combination has exactly one answer.</para>
/// <para>The hit policy is <see cref="HitPolicy.First"/>, because the rules run from the special to the general. To replace a rule, give it other
/// advice under its id; no other combination changes.</para>
/// </remarks>
public static class PricingPolicy
{
    private static readonly Provenance NewProducts = Provenance.LibraryDefault("skimming and penetration are Dean's (HBR 11/1950); for which position is ours");
    private static readonly Provenance LifeCycle = Provenance.LibraryDefault("price through the life cycle after Kotler, Marketing Management; for which position is ours");
    private static readonly Provenance ByCustomer = Provenance.LibraryDefault("S000 asks for prices by customer tier and loyalty and gives no rule");
    private static readonly Provenance CostRises = Provenance.LibraryDefault("S000 asks how to raise prices when our cost rises, before or after the competitor, and gives no rule");
    private static readonly Provenance MarketFalls = Provenance.LibraryDefault("S000 asks whether to cut before or after the competitor and gives no rule");
    private static readonly Provenance CostDownOrder = Provenance.LibraryDefault("S000 teaches expectation before concession, Nagle that price is the last answer; the steps for each reason are ours");

    /// <summary>Product life cycle × market position → pricing strategy.</summary>
    public static DecisionTable<PricingStrategyFacts, PricingStrategy> Strategy { get; } = DecisionTable
        .For<PricingStrategyFacts, PricingStrategy>("pricingPolicy.strategy")
        .Domain(f => f.Stage, [.. ProductStage.InOrder, null])
        .Domain(f => f.Position, [.. MarketPosition.InOrder, null])
        .Rule("stageUnknown", f => f.Stage == null, PricingStrategy.ValueBased, StrategyReason("stageUnknown"), provenance: LifeCycle)
        .Rule("positionUnknown", f => f.Position == null, PricingStrategy.ValueBased, StrategyReason("positionUnknown"), StrategyFacts, LifeCycle)
        .Rule(
            "introduction.skim",
            f => f.Stage == ProductStage.Introduction && (f.Position == MarketPosition.Leader || f.Position == MarketPosition.Nicher),
            PricingStrategy.Skim,
            StrategyReason("introduction.skim"),
            StrategyFacts,
            NewProducts)
        .Rule(
            "penetrate",
            f => (f.Stage == ProductStage.Introduction || f.Stage == ProductStage.Growth) && f.Position == MarketPosition.Challenger,
            PricingStrategy.Penetrate,
            StrategyReason("penetrate"),
            StrategyFacts,
            NewProducts)
        .Rule(
            "growth.value",
            f => f.Stage == ProductStage.Growth && (f.Position == MarketPosition.Leader || f.Position == MarketPosition.Nicher),
            PricingStrategy.ValueBased,
            StrategyReason("growth.value"),
            StrategyFacts,
            LifeCycle)
        .Rule(
            "maturity.leader",
            f => f.Stage == ProductStage.Maturity && f.Position == MarketPosition.Leader,
            PricingStrategy.Segmented,
            StrategyReason("maturity.leader"),
            StrategyFacts,
            LifeCycle)
        .Rule(
            "maturity.nicher",
            f => f.Stage == ProductStage.Maturity && f.Position == MarketPosition.Nicher,
            PricingStrategy.ValueBased,
            StrategyReason("maturity.nicher"),
            StrategyFacts,
            LifeCycle)
        .Rule(
            "decline.harvest",
            f => f.Stage == ProductStage.Decline && (f.Position == MarketPosition.Leader || f.Position == MarketPosition.Nicher),
            PricingStrategy.Harvest,
            StrategyReason("decline.harvest"),
            StrategyFacts,
            LifeCycle)
        .Rule("decline.clear", f => f.Stage == ProductStage.Decline, PricingStrategy.Clear, StrategyReason("decline.clear"), StrategyFacts, LifeCycle)
        .Rule(
            "goingRate",
            f => f.Position == MarketPosition.Follower || f.Position == MarketPosition.Challenger,
            PricingStrategy.GoingRate,
            StrategyReason("goingRate"),
            StrategyFacts,
            LifeCycle)
        .Build(HitPolicy.First);

    /// <summary>Tier × barrier × price sensitivity → posture, and who may give way.</summary>
    public static DecisionTable<PricePolicyFacts, PricePolicy> Posture { get; } = DecisionTable
        .For<PricePolicyFacts, PricePolicy>("pricingPolicy.posture")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Domain(f => f.Barrier, [.. BarrierLevel.InOrder, null])
        .Domain(f => f.Sensitivity, [.. PriceSensitivity.InOrder, null])
        .Rule(
            "ungraded",
            f => f.Tier == null,
            new(PricePosture.Hold, ApprovalLevel.SalesManager),
            PostureReason("ungraded"),
            provenance: ByCustomer)
        .Rule(
            "otherReasons",
            f => f.Sensitivity == PriceSensitivity.Low,
            new(PricePosture.Hold, ApprovalLevel.SalesManager),
            PostureReason("otherReasons"),
            PostureFacts,
            ByCustomer)
        .Rule(
            "held",
            f => f.Barrier == BarrierLevel.High && f.Sensitivity != PriceSensitivity.High,
            new(PricePosture.Hold, ApprovalLevel.SalesManager),
            PostureReason("held"),
            PostureFacts,
            ByCustomer)
        .Rule(
            "priceBuyer",
            f => f.Tier == AccountTier.C && f.Barrier == BarrierLevel.Low && f.Sensitivity == PriceSensitivity.High,
            new(PricePosture.LetGo, ApprovalLevel.SalesManager),
            PostureReason("priceBuyer"),
            PostureFacts,
            ByCustomer)
        .Rule(
            "tail",
            f => f.Tier == AccountTier.C,
            new(PricePosture.Trade, ApprovalLevel.Salesperson),
            PostureReason("tail"),
            PostureFacts,
            ByCustomer)
        .Rule(
            "exposed.a",
            f => f.Tier == AccountTier.A && f.Barrier == BarrierLevel.Low && f.Sensitivity == PriceSensitivity.High,
            new(PricePosture.Defend, ApprovalLevel.Salesperson),
            PostureReason("exposed.a"),
            PostureFacts,
            ByCustomer)
        .Rule(
            "exposed.b",
            f => f.Tier == AccountTier.B && f.Barrier == BarrierLevel.Low && f.Sensitivity == PriceSensitivity.High,
            new(PricePosture.Defend, ApprovalLevel.SalesManager),
            PostureReason("exposed.b"),
            PostureFacts,
            ByCustomer)
        .Rule(
            "learnFirst",
            f => f.Barrier == null || f.Sensitivity == null,
            new(PricePosture.Trade, ApprovalLevel.SalesManager),
            PostureReason("learnFirst"),
            PostureFacts,
            ByCustomer)
        .Rule(
            "exchange",
            f => f.Tier == AccountTier.A || f.Tier == AccountTier.B,
            new(PricePosture.Trade, ApprovalLevel.Salesperson),
            PostureReason("exchange"),
            PostureFacts,
            ByCustomer)
        .Build(HitPolicy.First);

    /// <summary>Our cost rises: price formula × reach of the rise × market position × barrier → raise, share or absorb, how, and before or after the
    /// competitor.</summary>
    public static DecisionTable<CostRiseFacts, CostRisePolicy> CostRise { get; } = DecisionTable
        .For<CostRiseFacts, CostRisePolicy>("pricingPolicy.costRise")
        .Domain(f => f.HasPriceFormula, true, false, null)
        .Domain(f => f.IsIndustryWide, true, false, null)
        .Domain(f => f.Position, [.. MarketPosition.InOrder, null])
        .Domain(f => f.Barrier, [.. BarrierLevel.InOrder, null])
        .Rule(
            "formula",
            f => f.HasPriceFormula == true,
            new(CostResponse.Raise, PassThroughWay.Formula, MoveTiming.Before),
            CostRiseReason("formula"),
            provenance: CostRises)
        .Rule(
            "reachUnknown",
            f => f.IsIndustryWide == null,
            new(CostResponse.Share, PassThroughWay.InSteps, MoveTiming.After),
            CostRiseReason("reachUnknown"),
            provenance: CostRises)
        .Rule(
            "ours.held",
            f => f.IsIndustryWide == false && f.Barrier == BarrierLevel.High,
            new(CostResponse.Share, PassThroughWay.InSteps, MoveTiming.After),
            CostRiseReason("ours.held"),
            CostRiseFacts,
            CostRises)
        .Rule(
            "ours",
            f => f.IsIndustryWide == false,
            new(CostResponse.Absorb, PassThroughWay.Savings, MoveTiming.After),
            CostRiseReason("ours"),
            provenance: CostRises)
        .Rule(
            "leader",
            f => f.Position == MarketPosition.Leader,
            new(CostResponse.Raise, PassThroughWay.AtOnce, MoveTiming.Before),
            CostRiseReason("leader"),
            CostRiseFacts,
            CostRises)
        .Rule(
            "open",
            f => f.Barrier == BarrierLevel.Low,
            new(CostResponse.Share, PassThroughWay.Surcharge, MoveTiming.After),
            CostRiseReason("open"),
            CostRiseFacts,
            CostRises)
        .Rule(
            "niche",
            f => f.Position == MarketPosition.Nicher && f.Barrier != null,
            new(CostResponse.Raise, PassThroughWay.AtOnce, MoveTiming.Before),
            CostRiseReason("niche"),
            CostRiseFacts,
            CostRises)
        .Rule(
            "withTheMarket",
            f => f.IsIndustryWide == true,
            new(CostResponse.Raise, PassThroughWay.InSteps, MoveTiming.After),
            CostRiseReason("withTheMarket"),
            provenance: CostRises)
        .Build(HitPolicy.First);

    /// <summary>The market cuts: kind of the fall × barrier × price sensitivity → hold, match or differentiate, and before or after the
    /// competitor.</summary>
    public static DecisionTable<MarketCutFacts, MarketCutPolicy> MarketCut { get; } = DecisionTable
        .For<MarketCutFacts, MarketCutPolicy>("pricingPolicy.marketCut")
        .Domain(f => f.IsLasting, true, false, null)
        .Domain(f => f.Barrier, [.. BarrierLevel.InOrder, null])
        .Domain(f => f.Sensitivity, [.. PriceSensitivity.InOrder, null])
        .Rule(
            "otherReasons",
            f => f.Sensitivity == PriceSensitivity.Low,
            new(CutResponse.Hold, MoveTiming.After),
            MarketCutReason("otherReasons"),
            MarketCutFacts,
            MarketFalls)
        .Rule(
            "held",
            f => f.Barrier == BarrierLevel.High && f.Sensitivity != PriceSensitivity.High,
            new(CutResponse.Hold, MoveTiming.After),
            MarketCutReason("held"),
            MarketCutFacts,
            MarketFalls)
        .Rule(
            "lasting.exposed",
            f => f.IsLasting == true && f.Sensitivity == PriceSensitivity.High,
            new(CutResponse.Match, MoveTiming.Before),
            MarketCutReason("lasting.exposed"),
            MarketCutFacts,
            MarketFalls)
        .Rule(
            "lasting",
            f => f.IsLasting == true,
            new(CutResponse.Match, MoveTiming.After),
            MarketCutReason("lasting"),
            provenance: MarketFalls)
        .Rule(
            "raid.exposed",
            f => f.IsLasting == false && f.Barrier == BarrierLevel.Low && f.Sensitivity == PriceSensitivity.High,
            new(CutResponse.Match, MoveTiming.After),
            MarketCutReason("raid.exposed"),
            MarketCutFacts,
            MarketFalls)
        .Rule(
            "raid",
            f => f.IsLasting == false,
            new(CutResponse.Differentiate, MoveTiming.After),
            MarketCutReason("raid"),
            provenance: MarketFalls)
        .Rule(
            "kindUnknown",
            f => f.IsLasting == null,
            new(CutResponse.Differentiate, MoveTiming.After),
            MarketCutReason("kindUnknown"),
            provenance: MarketFalls)
        .Build(HitPolicy.First);

    /// <summary>The customer demands cost down: reason × posture → the answers in their order, the price last.</summary>
    public static DecisionTable<CostDownFacts, CostDownPlan> CostDown { get; } = DecisionTable
        .For<CostDownFacts, CostDownPlan>("pricingPolicy.costDown")
        .Domain(f => f.Reason, [.. DemandReason.InOrder, null])
        .Domain(f => f.Posture, [.. PricePosture.InOrder, null])
        .Rule(
            "unverified",
            f => f.Reason == null,
            new(CostDownAnswer.VerifyReason, CostDownAnswer.ManageExpectation),
            CostDownReason("unverified"),
            provenance: CostDownOrder)
        .Rule(
            "noStep.scope",
            f => f.Reason == DemandReason.CustomerSavings && f.Posture != PricePosture.Trade && f.Posture != PricePosture.Defend,
            new(CostDownAnswer.VerifyReason, CostDownAnswer.ManageExpectation, CostDownAnswer.ChangeScope),
            CostDownReason("noStep.scope"),
            CostDownFacts,
            CostDownOrder)
        .Rule(
            "noStep.value",
            f => f.Posture != PricePosture.Trade && f.Posture != PricePosture.Defend,
            new(CostDownAnswer.VerifyReason, CostDownAnswer.ManageExpectation, CostDownAnswer.OfferValue),
            CostDownReason("noStep.value"),
            CostDownFacts,
            CostDownOrder)
        .Rule(
            "rivalOffer",
            f => f.Reason == DemandReason.RivalOffer,
            new(CostDownAnswer.VerifyReason, CostDownAnswer.ManageExpectation, CostDownAnswer.OfferValue, CostDownAnswer.Trade, CostDownAnswer.PriceStep),
            CostDownReason("rivalOffer"),
            CostDownFacts,
            CostDownOrder)
        .Rule(
            "lowerInputCost",
            f => f.Reason == DemandReason.LowerInputCost,
            new(CostDownAnswer.VerifyReason, CostDownAnswer.ManageExpectation, CostDownAnswer.Trade, CostDownAnswer.PriceStep),
            CostDownReason("lowerInputCost"),
            CostDownFacts,
            CostDownOrder)
        .Rule(
            "customerSavings",
            f => f.Reason == DemandReason.CustomerSavings,
            new(CostDownAnswer.VerifyReason, CostDownAnswer.ManageExpectation, CostDownAnswer.ChangeScope, CostDownAnswer.Trade, CostDownAnswer.PriceStep),
            CostDownReason("customerSavings"),
            CostDownFacts,
            CostDownOrder)
        .Rule(
            "routine",
            f => f.Reason == DemandReason.Routine,
            new([.. CostDownAnswer.InOrder]),
            CostDownReason("routine"),
            CostDownFacts,
            CostDownOrder)
        .Build(HitPolicy.First);

    private static object?[] StrategyFacts(PricingStrategyFacts facts) => [facts.Stage, facts.Position];

    private static object?[] PostureFacts(PricePolicyFacts facts) => [facts.Tier, facts.Barrier, facts.Sensitivity];

    private static object?[] CostRiseFacts(CostRiseFacts facts) => [facts.Position, facts.Barrier];

    private static object?[] MarketCutFacts(MarketCutFacts facts) => [facts.Barrier, facts.Sensitivity];

    private static object?[] CostDownFacts(CostDownFacts facts) => [facts.Reason, facts.Posture];

    private static Text StrategyReason(string rule) => TextTable.Library[$"Pricing.Strategy.{rule}"];

    private static Text PostureReason(string rule) => TextTable.Library[$"Pricing.Posture.{rule}"];

    private static Text CostRiseReason(string rule) => TextTable.Library[$"Pricing.CostRise.{rule}"];

    private static Text MarketCutReason(string rule) => TextTable.Library[$"Pricing.MarketCut.{rule}"];

    private static Text CostDownReason(string rule) => TextTable.Library[$"Pricing.CostDown.{rule}"];
}
