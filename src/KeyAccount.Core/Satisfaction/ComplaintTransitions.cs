using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The events that a complaint accepts, and their effects.</summary>
/// <remarks>LibraryDefault throughout: 《大客户销售技巧（客户关系管理篇）》 names the six steps and what each needs, not when a case is closed or begins
/// again.</remarks>
public static class ComplaintTransitions
{
    /// <summary>Event and state → settle a task, close, reopen, or refuse; complete, the first rule that matches answers.</summary>
    public static DecisionTable<ComplaintTransitionFacts, ComplaintTransition> Standard { get; } = DecisionTable
        .For<ComplaintTransitionFacts, ComplaintTransition>("complaint.transitions")
        .Domain(f => f.Kind, [.. ComplaintEventKind.InOrder])
        .Domain(f => f.IsInOrder, true, false)
        .Domain(f => f.IsClosed, true, false)
        .Domain(f => f.AreAllStepsDone, true, false)
        .Domain(f => f.Satisfaction, [.. SatisfactionLevel.InOrder, null])
        .Domain(f => f.IsTaskSettled, true, false)
        .Domain(f => f.IsTaskOfCurrentStep, true, false)
        .Domain(f => f.IsTaskWaivable, true, false)
        .From(Provenance.LibraryDefault(
            $"{SourceTitle.Selling} names the six steps and what each needs; which event is accepted when is ours"))
        .Reasons(
            TextTable.Library, "Satisfaction.ComplaintTransitions.", f => [f.Task, f.Step, f.NextTask, Day(f.On), Day(f.LastOn)])
        .Rule("earlier", f => !f.IsInOrder, ComplaintTransition.Refuse)
        .Rule("reopen.closed", f => f.Kind == ComplaintEventKind.Reopened && f.IsClosed, ComplaintTransition.Reopen)
        .Rule("reopen.dissatisfied",
            f => f.Kind == ComplaintEventKind.Reopened && f.AreAllStepsDone && f.Satisfaction == SatisfactionLevel.Low,
            ComplaintTransition.Reopen)
        .Rule("reopen.allDone", f => f.Kind == ComplaintEventKind.Reopened && f.AreAllStepsDone, ComplaintTransition.Refuse)
        .Rule("reopen.stillOpen", f => f.Kind == ComplaintEventKind.Reopened, ComplaintTransition.Refuse)
        .Rule("alreadyClosed", f => f.IsClosed, ComplaintTransition.Refuse)
        .Rule("close.notFollowedUp", f => f.Kind == ComplaintEventKind.Closed && !f.AreAllStepsDone, ComplaintTransition.Refuse)
        .Rule("close.dissatisfied",
            f => f.Kind == ComplaintEventKind.Closed && f.Satisfaction == SatisfactionLevel.Low, ComplaintTransition.Refuse)
        .Rule("close", f => f.Kind == ComplaintEventKind.Closed, ComplaintTransition.Close)
        .Rule("alreadySettled", f => f.IsTaskSettled, ComplaintTransition.Refuse)
        .Rule("notYet", f => !f.IsTaskOfCurrentStep, ComplaintTransition.Refuse)
        .Rule("notWaivable", f => f.Kind == ComplaintEventKind.Waived && !f.IsTaskWaivable, ComplaintTransition.Refuse)
        .Rule("waive", f => f.Kind == ComplaintEventKind.Waived, ComplaintTransition.Settle)
        .Rule("done", f => f.Kind == ComplaintEventKind.Done, ComplaintTransition.Settle)
        .Build(HitPolicy.First);

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
