using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Planning;

/// <summary>The events that an account plan accepts, and their effects.</summary>
/// <remarks>The cycle is that of the source documents; which event is accepted when is a <c>LibraryDefault</c>.</remarks>
public static class PlanTransitions
{
    /// <summary>Event and state → move, end, or refuse; complete, the first rule that matches answers.</summary>
    public static DecisionTable<PlanTransitionFacts, PlanTransition> Standard { get; } = DecisionTable
        .For<PlanTransitionFacts, PlanTransition>("plan.transitions")
        .Domain(f => f.Kind, [.. PlanEventKind.InOrder])
        .Domain(f => f.Phase, [.. PlanPhase.InOrder])
        .Domain(f => f.IsInOrder, true, false)
        .Domain(f => f.HasEnded, true, false)
        .Domain(f => f.HasObjectives, true, false)
        .Domain(f => f.AreFiguresComplete, true, false)
        .From(Provenance.LibraryDefault($"{SourceTitle.Strategy} names PDCA; which event is accepted when is ours"))
        .Reasons(TextTable.Library, "Planning.Transitions.", f => [f.Kind, f.Phase, Day(f.On), Day(f.LastOn), f.Missing])
        .Rule("earlier", f => !f.IsInOrder, PlanTransition.Refuse)
        .Rule("closed", f => f.HasEnded, PlanTransition.Refuse)
        .Rule("agree.noObjective",
            f => f.Kind == PlanEventKind.Agreed && f.Phase == PlanPhase.Plan && !f.HasObjectives, PlanTransition.Refuse)
        .Rule("agree", f => f.Kind == PlanEventKind.Agreed && f.Phase == PlanPhase.Plan, PlanTransition.Move)
        .Rule("check.noFigures",
            f => f.Kind == PlanEventKind.Checked && f.Phase == PlanPhase.Do && !f.AreFiguresComplete, PlanTransition.Refuse)
        .Rule("check", f => f.Kind == PlanEventKind.Checked && f.Phase == PlanPhase.Do, PlanTransition.Move)
        .Rule("decide", f => f.Kind == PlanEventKind.Decided && f.Phase == PlanPhase.Check, PlanTransition.Move)
        .Rule("renew", f => f.Kind == PlanEventKind.Renewed && f.Phase == PlanPhase.Act, PlanTransition.Move)
        .Rule("close", f => f.Kind == PlanEventKind.Closed && f.Phase == PlanPhase.Act, PlanTransition.End)
        .Rule("notNow", f => true, PlanTransition.Refuse)
        .Build(HitPolicy.First);

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
