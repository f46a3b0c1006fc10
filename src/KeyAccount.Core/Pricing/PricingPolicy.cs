using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Rules;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The rules of pricing: how to price a product, which posture to take with a customer, and what to do when costs or prices
/// move.</summary>
/// <remarks>
/// <para>《大客户销售技巧（客户关系管理篇）》 asks the five questions (价格策略) but gives no rules. If a rule is based on literature, its provenance says so;
/// the choice is a <c>LibraryDefault</c> throughout. Each table is complete over its domain, unknown facts included: each combination has
/// exactly one answer.</para>
/// <para>The hit policy is <see cref="HitPolicy.First"/>, because the rules run from the special to the general. To replace a rule, give
/// new advice under its id; no other combination changes.</para>
/// </remarks>
public static class PricingPolicy
{
    private static readonly Provenance NewProducts = Provenance.LibraryDefault(
        "skimming and penetration are Dean's (HBR 11/1950); for which position is ours");

    private static readonly Provenance LifeCycle = Provenance.LibraryDefault(
        "price through the life cycle after Kotler, Marketing Management; for which position is ours");

    private static readonly Provenance ByCustomer = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} asks for prices by customer tier and loyalty and gives no rule");

    private static readonly Provenance CostRises = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} asks how to raise prices when our cost rises, before or after the competitor, and gives no rule");

    private static readonly Provenance MarketFalls = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} asks whether to cut before or after the competitor and gives no rule");

    private static readonly Provenance CostDownOrder = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} teaches expectation before concession, Nagle that price is the last answer; the steps for each "
        + "reason are ours");

    /// <summary>Product life cycle × market position → pricing strategy.</summary>
    public static DecisionTable<PricingStrategyFacts, PricingStrategy> Strategy { get; } = DecisionTable
        .For<PricingStrategyFacts, PricingStrategy>("pricingPolicy.strategy")
        .Domain(f => f.Stage, [.. ProductStage.InOrder, null])
        .Domain(f => f.Position, [.. MarketPosition.InOrder, null])
        .From(LifeCycle)
        .Reasons(TextTable.Library, "Pricing.Strategy.", f => [f.Stage, f.Position])
        .Rule("stageUnknown", f => f.Stage == null, PricingStrategy.ValueBased)
        .Rule("positionUnknown", f => f.Position == null, PricingStrategy.ValueBased)
        .Rule("introduction.skim",
            f => f.Stage == ProductStage.Introduction && (f.Position == MarketPosition.Leader || f.Position == MarketPosition.Nicher),
            PricingStrategy.Skim, provenance: NewProducts)
        .Rule("penetrate",
            f => (f.Stage == ProductStage.Introduction || f.Stage == ProductStage.Growth) && f.Position == MarketPosition.Challenger,
            PricingStrategy.Penetrate, provenance: NewProducts)
        .Rule("growth.value",
            f => f.Stage == ProductStage.Growth && (f.Position == MarketPosition.Leader || f.Position == MarketPosition.Nicher),
            PricingStrategy.ValueBased)
        .Rule("maturity.leader", f => f.Stage == ProductStage.Maturity && f.Position == MarketPosition.Leader, PricingStrategy.Segmented)
        .Rule("maturity.nicher", f => f.Stage == ProductStage.Maturity && f.Position == MarketPosition.Nicher, PricingStrategy.ValueBased)
        .Rule("decline.harvest",
            f => f.Stage == ProductStage.Decline && (f.Position == MarketPosition.Leader || f.Position == MarketPosition.Nicher),
            PricingStrategy.Harvest)
        .Rule("decline.clear", f => f.Stage == ProductStage.Decline, PricingStrategy.Clear)
        .Rule("goingRate", f => f.Position == MarketPosition.Follower || f.Position == MarketPosition.Challenger, PricingStrategy.GoingRate)
        .Build(HitPolicy.First);

    /// <summary>Tier × barrier × price sensitivity → posture, and who may give way.</summary>
    public static DecisionTable<PostureFacts, PostureAdvice> Posture { get; } = DecisionTable
        .For<PostureFacts, PostureAdvice>("pricingPolicy.posture")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Domain(f => f.Barrier, [.. BarrierLevel.InOrder, null])
        .Domain(f => f.Sensitivity, [.. PriceSensitivity.InOrder, null])
        .From(ByCustomer)
        .Reasons(TextTable.Library, "Pricing.Posture.", f => [f.Tier, f.Barrier, f.Sensitivity])
        .Rule("ungraded", f => f.Tier == null, new(PricePosture.Hold, ApprovalLevel.SalesManager))
        .Rule("otherReasons", f => f.Sensitivity == PriceSensitivity.Low, new(PricePosture.Hold, ApprovalLevel.SalesManager))
        .Rule("held", f => f.Barrier == BarrierLevel.High && f.Sensitivity != PriceSensitivity.High,
            new(PricePosture.Hold, ApprovalLevel.SalesManager))
        .Rule("held.sensitivityUnknown", f => f.Barrier == BarrierLevel.High && f.Sensitivity == null,
            new(PricePosture.Hold, ApprovalLevel.SalesManager))
        .Rule("priceBuyer", f => f.Tier == AccountTier.C && f.Barrier == BarrierLevel.Low && f.Sensitivity == PriceSensitivity.High,
            new(PricePosture.LetGo, ApprovalLevel.SalesManager))
        .Rule("tail", f => f.Tier == AccountTier.C, new(PricePosture.Trade, ApprovalLevel.Salesperson))
        .Rule("exposed.a", f => f.Tier == AccountTier.A && f.Barrier == BarrierLevel.Low && f.Sensitivity == PriceSensitivity.High,
            new(PricePosture.Defend, ApprovalLevel.SalesDirector))
        .Rule("exposed.b", f => f.Tier == AccountTier.B && f.Barrier == BarrierLevel.Low && f.Sensitivity == PriceSensitivity.High,
            new(PricePosture.Defend, ApprovalLevel.SalesManager))
        .Rule("learnFirst", f => f.Barrier == null || f.Sensitivity == null, new(PricePosture.Trade, ApprovalLevel.SalesManager))
        .Rule("exchange", f => f.Tier == AccountTier.A || f.Tier == AccountTier.B, new(PricePosture.Trade, ApprovalLevel.Salesperson))
        .Build(HitPolicy.First);

    /// <summary>Our cost rises: price formula × reach of the rise × market position × barrier → raise, share or absorb; how; and before or
    /// after the competitor.</summary>
    public static DecisionTable<CostRiseFacts, CostRiseAdvice> CostRise { get; } = DecisionTable
        .For<CostRiseFacts, CostRiseAdvice>("pricingPolicy.costRise")
        .Domain(f => f.HasPriceFormula, true, false, null)
        .Domain(f => f.IsIndustryWide, true, false, null)
        .Domain(f => f.Position, [.. MarketPosition.InOrder, null])
        .Domain(f => f.Barrier, [.. BarrierLevel.InOrder, null])
        .From(CostRises)
        .Reasons(TextTable.Library, "Pricing.CostRise.", f => [f.Position, f.Barrier])
        .Rule("formula", f => f.HasPriceFormula == true, new(CostResponse.Raise, PassThroughWay.Formula, MoveTiming.Before))
        .Rule("reachUnknown", f => f.IsIndustryWide == null, new(CostResponse.Share, PassThroughWay.InSteps, MoveTiming.After))
        .Rule("ours.held", f => f.IsIndustryWide == false && f.Barrier == BarrierLevel.High,
            new(CostResponse.Share, PassThroughWay.InSteps, MoveTiming.After))
        .Rule("ours", f => f.IsIndustryWide == false, new(CostResponse.Absorb, PassThroughWay.Savings, MoveTiming.After))
        .Rule("leader", f => f.Position == MarketPosition.Leader, new(CostResponse.Raise, PassThroughWay.AtOnce, MoveTiming.Before))
        .Rule("open", f => f.Barrier == BarrierLevel.Low, new(CostResponse.Share, PassThroughWay.Surcharge, MoveTiming.After))
        .Rule("niche", f => f.Position == MarketPosition.Nicher && f.Barrier != null,
            new(CostResponse.Raise, PassThroughWay.AtOnce, MoveTiming.Before))
        .Rule("withTheMarket", f => f.IsIndustryWide == true, new(CostResponse.Raise, PassThroughWay.InSteps, MoveTiming.After))
        .Build(HitPolicy.First);

    /// <summary>The market cuts its prices: kind of fall × barrier × price sensitivity → hold, match or differentiate; and before or after
    /// the competitor.</summary>
    public static DecisionTable<MarketCutFacts, MarketCutAdvice> MarketCut { get; } = DecisionTable
        .For<MarketCutFacts, MarketCutAdvice>("pricingPolicy.marketCut")
        .Domain(f => f.IsLasting, true, false, null)
        .Domain(f => f.Barrier, [.. BarrierLevel.InOrder, null])
        .Domain(f => f.Sensitivity, [.. PriceSensitivity.InOrder, null])
        .From(MarketFalls)
        .Reasons(TextTable.Library, "Pricing.MarketCut.", f => [f.Barrier, f.Sensitivity])
        .Rule("otherReasons", f => f.Sensitivity == PriceSensitivity.Low, new(CutResponse.Hold, MoveTiming.After))
        .Rule("held", f => f.Barrier == BarrierLevel.High && f.Sensitivity != PriceSensitivity.High,
            new(CutResponse.Hold, MoveTiming.After))
        .Rule("held.sensitivityUnknown", f => f.Barrier == BarrierLevel.High && f.Sensitivity == null,
            new(CutResponse.Hold, MoveTiming.After))
        .Rule("lasting.exposed", f => f.IsLasting == true && f.Sensitivity == PriceSensitivity.High,
            new(CutResponse.Match, MoveTiming.Before))
        .Rule("lasting", f => f.IsLasting == true, new(CutResponse.Match, MoveTiming.After))
        .Rule("raid.exposed", f => f.IsLasting == false && f.Barrier == BarrierLevel.Low && f.Sensitivity == PriceSensitivity.High,
            new(CutResponse.Match, MoveTiming.After))
        .Rule("raid", f => f.IsLasting == false, new(CutResponse.Differentiate, MoveTiming.After))
        .Rule("kindUnknown", f => f.IsLasting == null, new(CutResponse.Differentiate, MoveTiming.After))
        .Build(HitPolicy.First);

    /// <summary>The customer demands a lower price (cost down): reason × posture → the answers in their order, the price last.</summary>
    public static DecisionTable<CostDownFacts, CostDownPlan> CostDown { get; } = DecisionTable
        .For<CostDownFacts, CostDownPlan>("pricingPolicy.costDown")
        .Domain(f => f.Reason, [.. DemandReason.InOrder, null])
        .Domain(f => f.Posture, [.. PricePosture.InOrder, null])
        .From(CostDownOrder)
        .Reasons(TextTable.Library, "Pricing.CostDown.", f => [f.Reason, f.Posture])
        .Rule("unverified", f => f.Reason == null, ExpectationFirst())
        .Rule("postureUnknown.scope", f => f.Reason == DemandReason.CustomerSavings && f.Posture == null,
            ExpectationFirst(CostDownAnswer.ChangeScope))
        .Rule("postureUnknown.value", f => f.Posture == null, ExpectationFirst(CostDownAnswer.OfferValue))
        .Rule("noStep.scope",
            f => f.Reason == DemandReason.CustomerSavings && f.Posture != PricePosture.Trade && f.Posture != PricePosture.Defend,
            ExpectationFirst(CostDownAnswer.ChangeScope))
        .Rule("noStep.value", f => f.Posture != PricePosture.Trade && f.Posture != PricePosture.Defend,
            ExpectationFirst(CostDownAnswer.OfferValue))
        .Rule("rivalOffer", f => f.Reason == DemandReason.RivalOffer,
            ExpectationFirst(CostDownAnswer.OfferValue, CostDownAnswer.Trade, CostDownAnswer.PriceStep))
        .Rule("lowerInputCost", f => f.Reason == DemandReason.LowerInputCost,
            ExpectationFirst(CostDownAnswer.Trade, CostDownAnswer.PriceStep))
        .Rule("customerSavings", f => f.Reason == DemandReason.CustomerSavings,
            ExpectationFirst(CostDownAnswer.ChangeScope, CostDownAnswer.Trade, CostDownAnswer.PriceStep))
        .Rule("routine", f => f.Reason == DemandReason.Routine, new([.. CostDownAnswer.InOrder]))
        .Build(HitPolicy.First);

    private static CostDownPlan ExpectationFirst(params CostDownAnswer[] then) =>
        new([CostDownAnswer.VerifyReason, CostDownAnswer.ManageExpectation, .. then]);
}
