using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What to do, by whom and how soon: the advice of the table of actions, or what a finding names itself
/// (<see cref="Stake.Actions"/>).</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ActionPlan
{
    /// <summary>What to do.</summary>
    /// <param name="kind">What.</param>
    /// <param name="owner">By whom.</param>
    /// <param name="days">Within how many days; not negative.</param>
    /// <param name="text">The action in a sentence, where a finding names it; null for the description of <paramref name="kind"/>. A rule
    /// of the table of actions has its sentence as its reason.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> or <paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    [JsonConstructor]
    public ActionPlan(ActionKind kind, ActionOwner owner, int days, Text? text = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(owner);
        Guard.NotNegative(days);
        Kind = kind;
        Owner = owner;
        Days = days;
        Text = text;
    }

    /// <summary>What.</summary>
    public ActionKind Kind { get; }

    /// <summary>By whom.</summary>
    public ActionOwner Owner { get; }

    /// <summary>Within how many days.</summary>
    public int Days { get; }

    /// <summary>The action in a sentence, where a finding names it; null for the description of <see cref="Kind"/>.</summary>
    public Text? Text { get; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>What, by whom and how soon.</returns>
    public override string ToString() => Invariant($"{Kind}, {Owner}, {Days} days");
}
