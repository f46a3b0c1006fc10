using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Prospects;

/// <summary>The events that a prospect accepts, and their effects.</summary>
/// <remarks>LibraryDefault throughout: 《大客户销售技巧（客户关系管理篇）》 gives the number of steps and actions, not their order.</remarks>
public static class ProspectTransitions
{
    /// <summary>Event and state → answer an action, drop, reopen, or refuse; complete, the first rule that matches answers.</summary>
    public static DecisionTable<ProspectTransitionFacts, ProspectTransition> Standard { get; } = DecisionTable
        .For<ProspectTransitionFacts, ProspectTransition>("prospects.transitions")
        .Domain(f => f.Kind, [.. ProspectEventKind.InOrder])
        .Domain(f => f.IsInOrder, true, false)
        .Domain(f => f.IsWon, true, false)
        .Domain(f => f.IsDropped, true, false)
        .Domain(f => f.IsOfStep, true, false)
        .Domain(f => f.IsAnswered, true, false)
        .Domain(f => f.IsFirstOrder, true, false)
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} gives the numbers five and twelve; which event is accepted when is ours"))
        .Reasons(
            TextTable.Library, "Prospects.Transition.", f => [Day(f.On), Day(f.LastOn), Named(f.Action), Named(f.Step)])
        .Rule("earlier", f => !f.IsInOrder, ProspectTransition.Refuse)
        .Rule("won", f => f.IsWon, ProspectTransition.Refuse)
        .Rule("reopen", f => f.Kind == ProspectEventKind.Reopened && f.IsDropped, ProspectTransition.Reopen)
        .Rule("reopen.open", f => f.Kind == ProspectEventKind.Reopened, ProspectTransition.Refuse)
        .Rule("dropped", f => f.IsDropped, ProspectTransition.Refuse)
        .Rule("drop", f => f.Kind == ProspectEventKind.Dropped, ProspectTransition.Drop)
        .Rule("again", f => f.IsAnswered, ProspectTransition.Refuse)
        .Rule("otherStep", f => !f.IsOfStep, ProspectTransition.Refuse)
        .Rule("waive.firstOrder", f => f.Kind == ProspectEventKind.Waived && f.IsFirstOrder, ProspectTransition.Refuse)
        .Rule("waive", f => f.Kind == ProspectEventKind.Waived, ProspectTransition.Answer)
        .Rule("do", f => f.Kind == ProspectEventKind.Done, ProspectTransition.Answer)
        .Build(HitPolicy.First);

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static object Named(object? term) => term ?? "";
}
