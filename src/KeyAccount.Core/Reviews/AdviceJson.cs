using System.Runtime.CompilerServices;
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
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Reviews;

/// <summary>The JSON format of the advice of the library's decision tables. It is source-generated, so that it works in a trimmed
/// program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateJsonConverter), typeof(YearMonthJsonConverter), typeof(PeriodJsonConverter)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ActionPlan))]
[JsonSerializable(typeof(ActivityAim))]
[JsonSerializable(typeof(ActivitySize))]
[JsonSerializable(typeof(ActivityType))]
[JsonSerializable(typeof(BarrierAdvice))]
[JsonSerializable(typeof(BidOutcome))]
[JsonSerializable(typeof(BidStop))]
[JsonSerializable(typeof(BidTransition))]
[JsonSerializable(typeof(BuildingTransition))]
[JsonSerializable(typeof(ComplaintStandard))]
[JsonSerializable(typeof(ComplaintTransition))]
[JsonSerializable(typeof(CostDownPlan))]
[JsonSerializable(typeof(CostRiseAdvice))]
[JsonSerializable(typeof(CustomerState))]
[JsonSerializable(typeof(DepartureKind))]
[JsonSerializable(typeof(DevelopmentStage))]
[JsonSerializable(typeof(Differentiation))]
[JsonSerializable(typeof(FunnelFocus))]
[JsonSerializable(typeof(FunnelStage))]
[JsonSerializable(typeof(GiftVerdict))]
[JsonSerializable(typeof(GuestPriority))]
[JsonSerializable(typeof(IncumbentEntry))]
[JsonSerializable(typeof(InsideStep))]
[JsonSerializable(typeof(LadderLevel))]
[JsonSerializable(typeof(LadderMove))]
[JsonSerializable(typeof(LevelAgreement))]
[JsonSerializable(typeof(LifecyclePeriod))]
[JsonSerializable(typeof(LoyaltyStep))]
[JsonSerializable(typeof(LoyaltyStrategy))]
[JsonSerializable(typeof(LoyaltyType))]
[JsonSerializable(typeof(ManagementAction))]
[JsonSerializable(typeof(MarketCutAdvice))]
[JsonSerializable(typeof(MovePlan))]
[JsonSerializable(typeof(MoveRuling))]
[JsonSerializable(typeof(NegotiationTactic))]
[JsonSerializable(typeof(OkeActivity))]
[JsonSerializable(typeof(OkeDimension))]
[JsonSerializable(typeof(OkeTarget))]
[JsonSerializable(typeof(PersuasionAspect))]
[JsonSerializable(typeof(PhaseGuide))]
[JsonSerializable(typeof(Pitfall))]
[JsonSerializable(typeof(PlanTransition))]
[JsonSerializable(typeof(PlanningTransition))]
[JsonSerializable(typeof(PortraitSection))]
[JsonSerializable(typeof(PostureAdvice))]
[JsonSerializable(typeof(PreparationStep))]
[JsonSerializable(typeof(PresentationAdvice))]
[JsonSerializable(typeof(PricingStrategy))]
[JsonSerializable(typeof(PromiseVerdict))]
[JsonSerializable(typeof(ProspectTransition))]
[JsonSerializable(typeof(ReachWay))]
[JsonSerializable(typeof(RelationshipStep))]
[JsonSerializable(typeof(RfmSegment))]
[JsonSerializable(typeof(RoleFocus))]
[JsonSerializable(typeof(SatisfactionLevel))]
[JsonSerializable(typeof(SatisfactionLever))]
[JsonSerializable(typeof(ServiceMaturity))]
[JsonSerializable(typeof(ServicePackage))]
[JsonSerializable(typeof(ServiceStandard))]
[JsonSerializable(typeof(ServiceStrategy))]
[JsonSerializable(typeof(SkillLevel))]
[JsonSerializable(typeof(SpaceState))]
[JsonSerializable(typeof(SponsorLevel))]
[JsonSerializable(typeof(Stake))]
[JsonSerializable(typeof(Stance))]
[JsonSerializable(typeof(StrategyResponse))]
[JsonSerializable(typeof(Text))]
[JsonSerializable(typeof(TrainingMeasure))]
[JsonSerializable(typeof(WinbackStrategy))]
[JsonSerializable(typeof(WinbackTool))]
[JsonSerializable(typeof(WinbackTransition))]
internal sealed partial class AdviceJson : JsonSerializerContext
{
    // The tables are on a floor below and know no rooms.
#pragma warning disable CA2255 // it only makes known what is there, in whatever order a program uses it
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void AddToTables() => TableJson.Ready = () => Default;
}
