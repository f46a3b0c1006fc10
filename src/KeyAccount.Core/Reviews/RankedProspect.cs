using KeyAccount.Core.Prospects;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A prospect among the others.</summary>
/// <param name="Account">The id of the account.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Priority">How much work it is worth; null where too little is known.</param>
/// <param name="Score">The score behind it; null where too little is known.</param>
/// <param name="ExpectedPurchases">What it is expected to buy in a year; null where nobody knows.</param>
/// <param name="Step">The step it is in; null while the work has not begun.</param>
/// <param name="NextAction">What to do next; null while the work has not begun, and while it waits.</param>
/// <param name="IsStuck">Whether it has been in its step for longer than that usually takes.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record RankedProspect(
    string Account, string Name, ProspectPriority? Priority, double? Score, decimal? ExpectedPurchases, ProspectStep? Step,
    KeyAction? NextAction, bool IsStuck)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The account, its priority and its next action.</returns>
    public override string ToString() => Invariant(
        $"RankedProspect {{ Account = {Account}, Priority = {Priority}, Score = {Score}, Step = {Step}, NextAction = {NextAction} }}");
}
