using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Relationships;

/// <summary>How a relationship grows, from the first trust of a person to the organisation.</summary>
/// <remarks>The four steps and the snowball are 《大客戶戰略客戶關係管理》's. Which level of the ladder a step supports, when an event is accepted
/// and how large a snowball is are a <c>LibraryDefault</c>.</remarks>
public static class RelationshipBuilding
{
    private static readonly Provenance Order = Provenance.LibraryDefault(
        $"{SourceTitle.Strategy} names the four steps in their order; the next one is the first without evidence");
    private static readonly Provenance Ours = Provenance.LibraryDefault(
        $"{SourceTitle.Strategy} names the steps and {SourceTitle.Development} the levels; which goes with which is ours");

    /// <summary>The steps reached → the next step: the first without evidence; no rule matches when all four are reached.</summary>
    public static DecisionTable<BuildingFacts, RelationshipStep> Next { get; } = DecisionTable
        .For<BuildingFacts, RelationshipStep>("relationshipBuilding.next")
        .From(Order)
        .Reasons(TextTable.Library, "Relationships.Building.")
        .Rule("trust", f => !f.HasTrust, RelationshipStep.BuildTrust)
        .Rule("needs", f => !f.AreNeedsKnown, RelationshipStep.LearnNeeds)
        .Rule("answer", f => !f.AreNeedsMet, RelationshipStep.MeetNeeds)
        .Rule("bond", f => !f.HasBond, RelationshipStep.DevelopBond)
        .Build(HitPolicy.First);

    /// <summary>The steps reached → the level of the ladder that they support; no rule matches if none is reached.</summary>
    public static DecisionTable<BuildingFacts, LadderLevel> Supports { get; } = DecisionTable
        .For<BuildingFacts, LadderLevel>("relationshipBuilding.ladder")
        .From(Ours)
        .Reasons(TextTable.Library, "Relationships.BuildingLadder.")
        .Rule("bond", f => f.HasBond && f.AreNeedsMet && f.AreNeedsKnown && f.HasTrust, LadderLevel.CR1)
        .Rule("answer", f => f.AreNeedsMet && f.AreNeedsKnown && f.HasTrust, LadderLevel.CR2)
        .Rule("trust", f => f.HasTrust, LadderLevel.CR3)
        .Build(HitPolicy.First);

    /// <summary>Event and state → reach a step, confirm it, fall back, or refuse; complete.</summary>
    public static DecisionTable<BuildingTransitionFacts, BuildingTransition> Transitions { get; } = DecisionTable
        .For<BuildingTransitionFacts, BuildingTransition>("relationshipBuilding.transitions")
        .Domain(f => f.Kind, [.. BuildingEventKind.InOrder])
        .Domain(f => f.IsInOrder, true, false)
        .Domain(f => f.IsReached, true, false)
        .Domain(f => f.IsNext, true, false)
        .From(Provenance.LibraryDefault($"{SourceTitle.Strategy} names the steps in their order; which event is accepted when is ours"))
        .Reasons(TextTable.Library, "Relationships.BuildingTransition.", f => [f.Step, f.Next, Day(f.On), Day(f.LastOn)])
        .Rule("earlier", f => !f.IsInOrder, BuildingTransition.Refuse)
        .Rule("confirm", f => f.Kind == BuildingEventKind.Shown && f.IsReached, BuildingTransition.Confirm)
        .Rule("reach", f => f.Kind == BuildingEventKind.Shown && f.IsNext, BuildingTransition.Reach)
        .Rule("skips", f => f.Kind == BuildingEventKind.Shown, BuildingTransition.Refuse)
        .Rule("fallBack", f => f.Kind == BuildingEventKind.Lost && f.IsReached, BuildingTransition.FallBack)
        .Rule("nothingToLose", f => f.Kind == BuildingEventKind.Lost, BuildingTransition.Refuse)
        .Build(HitPolicy.First);

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
