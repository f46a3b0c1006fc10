using KeyAccount.Core.Planning;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An action in the plan of an account, as a review sees it.</summary>
/// <param name="Action">The action: who does it by when, its progress, and why it was dismissed.</param>
/// <param name="Asked">The action that the review asks for; null if it does not ask for this one.</param>
/// <param name="IsOverdue">Whether it is neither done nor dismissed, and its day has passed.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. Made by
/// <see cref="AccountReview.WithPlan"/>.</remarks>
public sealed record PlannedAction(PlanAction Action, ReviewAction? Asked, bool IsOverdue)
{
    /// <summary>Whether it is open although the review no longer has the finding that asked for it, so that it can be dismissed.</summary>
    public bool IsReasonGone { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The action, whether a review asks for it, and whether it is overdue.</returns>
    public override string ToString() =>
        Invariant($"PlannedAction {{ Action = {Action}, IsAsked = {Asked is not null}, IsOverdue = {IsOverdue}, ")
        + Invariant($"IsReasonGone = {IsReasonGone} }}");

    /// <summary>Sorts actions: overdue first, then open by day, then ended by day.</summary>
    internal static IEnumerable<PlannedAction> InOrder(IEnumerable<PlannedAction> actions) => actions
        .OrderBy(each => each.IsOverdue ? 0 : each.Action.State.HasEnded ? 2 : 1)
        .ThenBy(each => each.Action.DueOn).ThenBy(each => each.Action.Id, StringComparer.Ordinal);
}
