using KeyAccount.Core.Planning;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The result of editing an action in a file of plans: the changed file, or the same file and the reason why the edit is
/// refused.</summary>
/// <param name="File">The file after the edit; the unchanged file if it is refused.</param>
/// <param name="IsAccepted">Whether the edit was applied.</param>
/// <param name="Action">The present action; null if there is no such action.</param>
/// <param name="Reason">What was done, or why not and what the file holds now, for a person.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PlanEdit(PlanFile File, bool IsAccepted, PlanAction? Action, Text Reason)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Whether it is accepted, and the action.</returns>
    public override string ToString() => $"PlanEdit {{ IsAccepted = {IsAccepted}, Action = {Action} }}";
}
