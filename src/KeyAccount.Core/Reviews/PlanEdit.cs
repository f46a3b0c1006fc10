using KeyAccount.Core.Planning;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What an edit of an action makes of a file of plans: the file after it, or the same file and why the edit is refused.</summary>
/// <param name="File">The file after the edit; the unchanged file where it is refused.</param>
/// <param name="IsAccepted">Whether the edit is part of the file now.</param>
/// <param name="Action">The action as it stands now; null where there is no such action.</param>
/// <param name="Reason">What was done, or why not and what is there now, for a person.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PlanEdit(PlanFile File, bool IsAccepted, PlanAction? Action, Text Reason)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Whether it is accepted, and the action.</returns>
    public override string ToString() => $"PlanEdit {{ IsAccepted = {IsAccepted}, Action = {Action} }}";
}
