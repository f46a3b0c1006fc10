using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What to do, by whom and how soon: the advice of the table of actions.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ActionPlan
{
    /// <summary>What to do.</summary>
    /// <param name="kind">What.</param>
    /// <param name="owner">By whom.</param>
    /// <param name="days">Within how many days; not negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> or <paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public ActionPlan(ActionKind kind, ActionOwner owner, int days)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(owner);
        Guard.NotNegative(days);
        Kind = kind;
        Owner = owner;
        Days = days;
    }

    /// <summary>What.</summary>
    public ActionKind Kind { get; }

    /// <summary>By whom.</summary>
    public ActionOwner Owner { get; }

    /// <summary>Within how many days.</summary>
    public int Days { get; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>What, by whom and how soon.</returns>
    public override string ToString() => Invariant($"{Kind}, {Owner}, {Days} days");
}
