using System.Text.Json.Serialization;
using KeyAccount.Core.Activities;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Competition;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Needs;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Services;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Reviews;

/// <summary>The JSON format of the facts of the library's scorecards and decision tables. It is source-generated, so that it works in a
/// trimmed program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
#if NET9_0_OR_GREATER
    RespectNullableAnnotations = true,
#endif
    Converters =
    [
        typeof(LocalDateJsonConverter), typeof(YearMonthJsonConverter), typeof(PeriodJsonConverter), typeof(InstantJsonConverter),
    ],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AccountValueFacts))]
[JsonSerializable(typeof(ActionFacts))]
[JsonSerializable(typeof(ActivityTypeFacts))]
[JsonSerializable(typeof(AudienceFacts))]
[JsonSerializable(typeof(BarrierPolicyFacts))]
[JsonSerializable(typeof(BidConductFacts))]
[JsonSerializable(typeof(BidFacts))]
[JsonSerializable(typeof(BidTransitionFacts))]
[JsonSerializable(typeof(BidValidityFacts))]
[JsonSerializable(typeof(BuildingFacts))]
[JsonSerializable(typeof(BuildingTransitionFacts))]
[JsonSerializable(typeof(CompetitorBarrierFacts))]
[JsonSerializable(typeof(ComplaintStandardFacts))]
[JsonSerializable(typeof(ComplaintTransitionFacts))]
[JsonSerializable(typeof(CooperationFacts))]
[JsonSerializable(typeof(CostDownFacts))]
[JsonSerializable(typeof(CostRiseFacts))]
[JsonSerializable(typeof(CustomerStateFacts))]
[JsonSerializable(typeof(DealHealthFacts))]
[JsonSerializable(typeof(DepartureFacts))]
[JsonSerializable(typeof(DevelopmentFacts))]
[JsonSerializable(typeof(DifferentiationFacts))]
[JsonSerializable(typeof(FocusFacts))]
[JsonSerializable(typeof(GiftFacts))]
[JsonSerializable(typeof(GuestFacts))]
[JsonSerializable(typeof(IncumbentFacts))]
[JsonSerializable(typeof(InsideFacts))]
[JsonSerializable(typeof(InterviewFacts))]
[JsonSerializable(typeof(KeyDecisionMaker))]
[JsonSerializable(typeof(LadderFacts))]
[JsonSerializable(typeof(LifecycleFacts))]
[JsonSerializable(typeof(LoyaltyChainFacts))]
[JsonSerializable(typeof(LoyaltyFacts))]
[JsonSerializable(typeof(LoyaltyStrategyFacts))]
[JsonSerializable(typeof(LoyaltyTypeFacts))]
[JsonSerializable(typeof(ManagementActionFacts))]
[JsonSerializable(typeof(ManagementFacts))]
[JsonSerializable(typeof(MarketCutFacts))]
[JsonSerializable(typeof(MovePlanFacts))]
[JsonSerializable(typeof(NegotiationAdviceFacts))]
[JsonSerializable(typeof(NegotiationMoveFacts))]
[JsonSerializable(typeof(OkeActivityFacts))]
[JsonSerializable(typeof(OkeActivityPlanFacts))]
[JsonSerializable(typeof(OkeFacts))]
[JsonSerializable(typeof(OkeGaps))]
[JsonSerializable(typeof(OrganisationFacts))]
[JsonSerializable(typeof(PeriodGuideFacts))]
[JsonSerializable(typeof(PersuasionFacts))]
[JsonSerializable(typeof(PitfallFacts))]
[JsonSerializable(typeof(PlanTransitionFacts))]
[JsonSerializable(typeof(PlanningTransitionFacts))]
[JsonSerializable(typeof(PostureFacts))]
[JsonSerializable(typeof(PreparationFacts))]
[JsonSerializable(typeof(PresentationFacts))]
[JsonSerializable(typeof(PricingStrategyFacts))]
[JsonSerializable(typeof(ProhibitionFacts))]
[JsonSerializable(typeof(PromiseFacts))]
[JsonSerializable(typeof(ProspectFacts))]
[JsonSerializable(typeof(ProspectTransitionFacts))]
[JsonSerializable(typeof(ReachFacts))]
[JsonSerializable(typeof(RelationshipFacts))]
[JsonSerializable(typeof(ReviewFacts))]
[JsonSerializable(typeof(RfmSegmentFacts))]
[JsonSerializable(typeof(RoleFocusFacts))]
[JsonSerializable(typeof(SatisfactionLeverFacts))]
[JsonSerializable(typeof(ServiceMaturityFacts))]
[JsonSerializable(typeof(ServicePackageFacts))]
[JsonSerializable(typeof(ServiceStandardFacts))]
[JsonSerializable(typeof(ServiceStrategyFacts))]
[JsonSerializable(typeof(SkillFacts))]
[JsonSerializable(typeof(StageGateFacts))]
[JsonSerializable(typeof(StageGuideFacts))]
[JsonSerializable(typeof(StrategyResponseFacts))]
[JsonSerializable(typeof(StrategyTargetFacts))]
[JsonSerializable(typeof(SurveyFacts))]
[JsonSerializable(typeof(SwitchingCostFacts))]
[JsonSerializable(typeof(TrainingFacts))]
[JsonSerializable(typeof(WarningFacts))]
[JsonSerializable(typeof(WhiteSpaceFacts))]
[JsonSerializable(typeof(WinbackStrategyFacts))]
[JsonSerializable(typeof(WinbackToolFacts))]
[JsonSerializable(typeof(WinbackTransitionFacts))]
internal sealed partial class FactsJson : JsonSerializerContext;
