using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The models of this room.</summary>
internal static class CustomerStrategyRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        StrategyResponses.Standard,
        PlanningTransitions.Standard,
        StrategicCooperation.Readiness,
        new ModelConstants(
            "strategy.decoding",
            new ModelDefault(
                nameof(StrategyDecoding.HalfLifeDays), Invariant($"{StrategyDecoding.HalfLifeDays} days"),
                Provenance.LibraryDefault("a strategy is set for years and reviewed every year")),
            new ModelDefault(
                nameof(StrategyDecoding.RequiredAreas),
                Invariant($"{StrategyDecoding.RequiredAreas} of {CustomerStrategyArea.InOrder.Count} areas, each of at most a year"),
                Provenance.LibraryDefault("most of the areas; who waits for all of them never plans"))),
        new ModelConstants(
            "strategy.match",
            new ModelDefault(
                nameof(StrategicMatch.LeastCoverage), Invariant($"{StrategicMatch.LeastCoverage}"),
                Provenance.LibraryDefault("as in the scorecards")),
            new ModelDefault(
                nameof(StrategicMatch.ImportantFrom), Invariant($"{StrategicMatch.ImportantFrom}"),
                Provenance.LibraryDefault("a tenth of what the customer wants")),
            new ModelDefault(
                nameof(StrategicMatch.Level), Invariant($"medium from {StrategicMatch.MediumFrom}, high from {StrategicMatch.HighFrom}"),
                Provenance.LibraryDefault("no published cuts"))),
        new ModelConstants(
            "strategy.rhythm",
            new ModelDefault(
                nameof(PlanningRhythm),
                Invariant($"{PlanningRhythm.Standard.A} months for A, {PlanningRhythm.Standard.B} for B, ")
                    + Invariant($"{PlanningRhythm.Standard.Other} for others"),
                Provenance.LibraryDefault($"{SourceTitle.Relationships} asks for a dynamic review and gives no rhythm"))),
        new ModelConstants(
            "cooperation.dependence",
            new ModelDefault(
                nameof(DependenceBalance.LargeForThem), Invariant($"{DependenceBalance.LargeForThem}"),
                Provenance.LibraryDefault("a supplier of a third is hard to replace")),
            new ModelDefault(
                nameof(DependenceBalance.LargeForUs), Invariant($"{DependenceBalance.LargeForUs}"),
                Provenance.Literature("FASB ASC 280-10-50-42, Information about Major Customers: 10 percent or more of revenues"))),
        new ModelConstants(
            "cooperation.calendar",
            new ModelDefault(
                nameof(GovernanceCalendar),
                string.Join(
                    ", ", GovernanceMeeting.InOrder.Select(kind => Invariant($"{kind.Name} {GovernanceCalendar.MonthsOf(kind)} months"))),
                Provenance.LibraryDefault("figures monthly, the committee quarterly, the leaders half-yearly, the plan yearly"))),
    ];
}
