using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The six focuses of sales management as a scorecard, and what to do about the weakest.</summary>
/// <remarks>The focuses come from 《B2B 大客户开发与管理》; indicators, weights, scales, cuts and actions are a <c>LibraryDefault</c>.</remarks>
public static class SalesManagement
{
    /// <summary>The points from which a focus needs no action: 75. Provenance: <c>LibraryDefault</c>.</summary>
    public const double GoodFrom = 75;

    /// <summary>The minimum number of a person's closed deals for a rank: 10; with fewer, only the range is shown. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int LeastDeals = 10;

    /// <summary>The minimum number of people for a ranking: 5. Provenance: <c>LibraryDefault</c>.</summary>
    public const int LeastPeople = 5;

    private const int MostActions = 3;

    /// <summary>Twenty-one indicators in six focuses of equal weight → how well sales management does.</summary>
    public static Scorecard<ManagementFacts, SalesManagementLevel> SixFocuses { get; } = Scorecard
        .For<ManagementFacts, SalesManagementLevel>("salesManagement.sixFocuses")
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} names the six focuses and no indicator; the rest is ours"))
        .Labels(TextTable.Library, "SalesTeam.SixFocuses.")
        .Group("opportunityCreation", 1, g => g
            .Criterion("newOpportunities", 40, f => f.NewOpportunityRatio * 100, Scale.Linear((0, 0), (100, 100)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable)
            .Criterion("otherChannels", 20, f => f.OtherChannelShare * 100, Scale.Linear((0, 0), (20, 50), (50, 100)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable)
            .Criterion("opportunityCost", 10, f => f.CostRatio, Scale.Linear((0.5, 100), (1, 80), (2, 0)), 0.1,
                unit: Unit("times"), control: Controllability.Influenceable)
            .Criterion("reserve", 30, f => f.ReserveRatio * 100, Scale.Linear((0, 0), (50, 40), (100, 90), (150, 100)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable))
        .Group("salesProcess", 1, g => g
            .Criterion("onTime", 30, f => f.OnTimeShare * 100, Scale.Linear((0, 0), (50, 30), (90, 100)), 1,
                unit: Unit("percent"), control: Controllability.Actionable)
            .Criterion("nextSteps", 30, f => f.NextStepShare * 100, Scale.Linear((0, 0), (50, 30), (90, 100)), 1,
                unit: Unit("percent"), control: Controllability.Actionable)
            .Criterion("moving", 20, f => f.MovingShare * 100, Scale.Linear((25, 0), (75, 80), (100, 100)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable)
            .Criterion("supported", 20, f => f.SupportedShare * 100, Scale.Linear((50, 0), (100, 100)), 1,
                unit: Unit("percent"), control: Controllability.Actionable))
        .Group("effectiveness", 1, g => g
            .Criterion("effectiveVisits", 45, f => f.EffectiveShare * 100, Scale.Linear((0, 0), (30, 60), (60, 100)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable)
            .Criterion("topTierHours", 35, f => f.TopTierShare * 100, Scale.Linear((0, 0), (50, 80), (70, 100)), 1,
                unit: Unit("percent"), control: Controllability.Actionable)
            .Criterion("winsPerVisits", 20, f => f.WinsPerHundredVisits, Scale.Linear((0, 0), (3, 60), (8, 100)), 0.1,
                unit: Unit("wins"), control: Controllability.Influenceable))
        .Group("peopleCapability", 1, g => g
            .Criterion("skills", 40, f => f.SkillShare * 100, Scale.Linear((40, 0), (80, 70), (100, 100)), 1,
                unit: Unit("percent"), control: Controllability.Actionable)
            .Criterion("firstWin", 30, f => f.MonthsToFirstWin, Scale.Linear((3, 100), (6, 80), (12, 30), (18, 0)), 1,
                unit: Unit("months"), control: Controllability.Influenceable)
            .Criterion("conversion", 30, f => f.Conversion,
                Scale.Levels(
                    (ConversionStanding.BelowTeam, 20), (ConversionStanding.LikeTeam, 70), (ConversionStanding.AboveTeam, 100)),
                control: Controllability.Influenceable))
        .Group("peopleIncentives", 1, g => g
            .Criterion("atQuota", 50, f => f.AtQuotaShare * 100, Scale.Linear((0, 0), (50, 100), (70, 100), (100, 40)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable)
            .Criterion("payResult", 30, f => f.PayResultCorrelation, Scale.Linear((0, 0), (0.5, 60), (0.8, 100)), 0.1,
                unit: Unit("rank"), control: Controllability.Actionable)
            .Criterion("leavers", 20, f => f.RegrettedLeaverShare * 100, Scale.Linear((0, 100), (10, 50), (30, 0)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable))
        .Group("predictability", 1, g => g
            .Criterion("forecastError", 35, f => f.ForecastError * 100, Scale.Linear((5, 100), (15, 70), (50, 0)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable)
            .Criterion("forecastBias", 20, f => f.ForecastBias * 100, Scale.Linear((2, 100), (10, 70), (40, 0)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable)
            .Criterion("commitments", 25, f => f.CommitmentShare * 100, Scale.Linear((20, 0), (70, 70), (95, 100)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable)
            .Criterion("slipping", 20, f => f.SlippingShare * 100, Scale.Linear((0, 100), (20, 60), (60, 0)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable))
        .MissingData(MissingData.Renormalize, 0.4)
        .Bands((0, SalesManagementLevel.Weak), (50, SalesManagementLevel.Fair), (75, SalesManagementLevel.Strong))
        .Build();

    /// <summary>Focus → what to do about it; complete.</summary>
    public static DecisionTable<ManagementActionFacts, ManagementAction> Actions { get; } = DecisionTable
        .For<ManagementActionFacts, ManagementAction>("salesManagement.actions")
        .Domain(f => f.Focus, [.. ManagementFocus.InOrder])
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} asks what to manage in each focus; the answers are ours"))
        .Reasons(TextTable.Library, "SalesTeam.Actions.", f => [f.Points])
        .Rule("opportunityCreation", f => f.Focus == ManagementFocus.OpportunityCreation, ManagementAction.PlanOpportunities)
        .Rule("salesProcess", f => f.Focus == ManagementFocus.SalesProcess, ManagementAction.DateNextSteps)
        .Rule("effectiveness", f => f.Focus == ManagementFocus.Effectiveness, ManagementAction.PlanVisits)
        .Rule("peopleCapability", f => f.Focus == ManagementFocus.PeopleCapability, ManagementAction.CloseSkillGaps)
        .Rule("peopleIncentives", f => f.Focus == ManagementFocus.PeopleIncentives, ManagementAction.RepairPay)
        .Rule("predictability", f => f.Focus == ManagementFocus.Predictability, ManagementAction.ReviewForecast)
        .Build(HitPolicy.Unique);

    /// <summary>Calculates the points of each focus.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="scorecard">The scorecard; null for <see cref="SixFocuses"/>. Its groups are named after the focuses.</param>
    /// <returns>The six focuses in their order: the points from the known indicators, and the possible range.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static IReadOnlyList<FocusScore> FocusesOf(
        ManagementFacts facts, Scorecard<ManagementFacts, SalesManagementLevel>? scorecard = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var model = scorecard ?? SixFocuses;
        var weights = model.Criteria.ToDictionary(criterion => criterion.Key, criterion => criterion.Weight, StringComparer.Ordinal);
        var parts = model.Assess(facts).Contributions;
        return
        [
            .. ManagementFocus.InOrder.Select(focus =>
            {
                var own = parts.Where(part => string.Equals(part.Group, focus.Name, StringComparison.OrdinalIgnoreCase)).ToArray();
                var (all, known) = (own.Sum(part => weights[part.Key]),
                    own.Where(part => part.Points is not null).Sum(part => weights[part.Key]));
                var sum = own.Where(part => part.Points is not null).Sum(part => weights[part.Key] * part.Points!.Value);
                return all == 0 ? new(focus, null, 0, 0, Most)
                    : new FocusScore(
                        focus, known == 0 ? null : Held(sum / known), Math.Min(1, ScoreRounding.Round(known / all)),
                        Held(sum / all),
                        Held((sum + (Most * (all - known))) / all));
            }),
        ];
    }

    /// <summary>Finds the weakest link (短板): the focus or focuses with the fewest points among the known ones.</summary>
    /// <param name="focuses">The focuses.</param>
    /// <returns>The weakest focuses; empty if nothing is known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="focuses"/> or a focus is null.</exception>
    public static IReadOnlyList<FocusScore> ShortBoard(IReadOnlyList<FocusScore> focuses)
    {
        Guard.NoNull(focuses);
        var least = focuses.Min(focus => focus.Points);
        return least is null ? [] : [.. focuses.Where(focus => focus.Points == least)];
    }

    /// <summary>Advises an action for each of the three weakest focuses below <see cref="GoodFrom"/> points.</summary>
    /// <param name="focuses">The focuses.</param>
    /// <returns>The actions with their reasons, the weakest focus first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="focuses"/> or a focus is null.</exception>
    public static IReadOnlyList<Hit<ManagementAction>> ActionsFor(IReadOnlyList<FocusScore> focuses)
    {
        Guard.NoNull(focuses);
        return
        [
            .. focuses.Where(focus => focus.Points < GoodFrom).OrderBy(focus => focus.Points).ThenBy(focus => focus.Focus.Value)
                .Take(MostActions).SelectMany(focus => Actions.Decide(new(focus.Focus, focus.Points!.Value)).Hits),
        ];
    }

    private const double Most = 100;

    // Quantised like every score: sums of doubles may miss the ends by a grain.
    private static double Held(double points) => Math.Clamp(ScoreRounding.Round(points), 0, Most);

    private static Text Unit(string unit) => TextTable.Library[$"SalesTeam.SixFocuses.unit.{unit}"];
}
