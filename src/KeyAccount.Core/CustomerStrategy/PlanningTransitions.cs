using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The events that the plan of a relationship accepts, and their effects.</summary>
/// <remarks>《客户关系拓展与管理》 gives the three principles and their order; what each of them needs is a <c>LibraryDefault</c>.</remarks>
public static class PlanningTransitions
{
    /// <summary>Event and state → attach, advance, review, restart, close, or refuse; complete, the first rule that matches
    /// answers.</summary>
    public static DecisionTable<PlanningTransitionFacts, PlanningTransition> Standard { get; } = DecisionTable
        .For<PlanningTransitionFacts, PlanningTransition>("strategy.planning")
        .Domain(f => f.Kind, [.. PlanningEventKind.InOrder])
        .Domain(f => f.IsInOrder, true, false)
        .Domain(f => f.Principle, [.. PlanningPrinciple.InOrder])
        .Domain(f => f.IsClosed, true, false)
        .Domain(f => f.HasEnoughAreas, true, false)
        .Domain(f => f.HasCase, true, false)
        .From(Provenance.LibraryDefault($"{SourceTitle.Relationships} gives the three principles; what each of them needs is ours"))
        .Reasons(
            TextTable.Library, "CustomerStrategy.Planning.",
            f => [Day(f.On), Day(f.LastOn), f.Principle, f.Areas, StrategyDecoding.RequiredAreas])
        .Rule("earlier", f => !f.IsInOrder, PlanningTransition.Refuse)
        .Rule("restart.closed", f => f.Kind == PlanningEventKind.Restarted && f.IsClosed, PlanningTransition.Restart)
        .Rule("closed", f => f.IsClosed, PlanningTransition.Refuse)
        .Rule("close", f => f.Kind == PlanningEventKind.Closed, PlanningTransition.Close)
        .Rule("attach", f => f.Kind == PlanningEventKind.CaseAttached, PlanningTransition.Attach)
        .Rule(
            "restart.prep", f => f.Kind == PlanningEventKind.Restarted && f.Principle == PlanningPrinciple.Prep,
            PlanningTransition.Refuse)
        .Rule("restart", f => f.Kind == PlanningEventKind.Restarted, PlanningTransition.Restart)
        .Rule(
            "prep.again", f => f.Kind == PlanningEventKind.PrepCompleted && f.Principle != PlanningPrinciple.Prep,
            PlanningTransition.Refuse)
        .Rule("prep.areas", f => f.Kind == PlanningEventKind.PrepCompleted && !f.HasEnoughAreas, PlanningTransition.Refuse)
        .Rule("prep", f => f.Kind == PlanningEventKind.PrepCompleted, PlanningTransition.Advance)
        .Rule(
            "adopt.early", f => f.Kind == PlanningEventKind.Adopted && f.Principle == PlanningPrinciple.Prep,
            PlanningTransition.Refuse)
        .Rule(
            "adopt.again", f => f.Kind == PlanningEventKind.Adopted && f.Principle == PlanningPrinciple.Persistence,
            PlanningTransition.Refuse)
        .Rule("adopt.case", f => f.Kind == PlanningEventKind.Adopted && !f.HasCase, PlanningTransition.Refuse)
        .Rule("adopt", f => f.Kind == PlanningEventKind.Adopted, PlanningTransition.Advance)
        .Rule("review.early", f => f.Principle != PlanningPrinciple.Persistence, PlanningTransition.Refuse)
        .Rule("review", f => f.Kind == PlanningEventKind.Reviewed, PlanningTransition.Review)
        .Rule("adjust", f => f.Kind == PlanningEventKind.Adjusted, PlanningTransition.Review)
        .Build(HitPolicy.First);

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
