using KeyAccount.Core.Prospects;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A prospect with its priority.</summary>
/// <param name="Account">The id of the account.</param>
/// <param name="Name">The name of the account.</param>
/// <param name="Priority">The priority of working on it; null if too little is known.</param>
/// <param name="Score">The score behind the priority; null if too little is known.</param>
/// <param name="ExpectedPurchases">The expected yearly purchases; null if they are not known.</param>
/// <param name="Step">The step it is in; null if work has not begun.</param>
/// <param name="NextAction">The next action; null if work has not begun, or while it waits.</param>
/// <param name="IsStuck">Whether it has been in its step for longer than usual.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record RankedProspect(
    string Account, string Name, ProspectPriority? Priority, double? Score, decimal? ExpectedPurchases, ProspectStep? Step,
    KeyAction? NextAction, bool IsStuck)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account, its priority and its next action.</returns>
    public override string ToString() => Invariant(
        $"RankedProspect {{ Account = {Account}, Priority = {Priority}, Score = {Score}, Step = {Step}, NextAction = {NextAction} }}");
}
