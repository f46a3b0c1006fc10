using KeyAccount.Core.Planning;

namespace KeyAccount.Core.Reviews;

/// <summary>An action that a review asks for, and what the plan knows of it.</summary>
/// <param name="Asked">What the review asks for.</param>
/// <param name="Planned">The action of the plan; null where the plan does not know it yet.</param>
/// <param name="IsOverdue">Whether it is not done, and its day has passed.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record KnownAction(ReviewAction Asked, PlanAction? Planned, bool IsOverdue)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The kind of action and how far it is.</returns>
    public override string ToString() =>
        $"KnownAction {{ Kind = {Asked?.Kind}, Status = {Planned?.State.Status}, IsOverdue = {IsOverdue} }}";
}
