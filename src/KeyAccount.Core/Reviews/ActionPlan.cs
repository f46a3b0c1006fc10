using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An action: what to do, by whom and how soon. It is the advice of the table of actions, or an action that a finding names itself
/// (<see cref="Stake.Actions"/>).</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ActionPlan
{
    /// <summary>Creates an action.</summary>
    /// <param name="kind">The kind of action.</param>
    /// <param name="owner">Who is to do it.</param>
    /// <param name="days">The number of days until it is due; not negative.</param>
    /// <param name="text">The action in a sentence, if a finding names it; null to use the description of <paramref name="kind"/>. For a
    /// rule of the table of actions, the sentence is its reason.</param>
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

    /// <summary>The kind of action.</summary>
    public ActionKind Kind { get; }

    /// <summary>Who is to do it.</summary>
    public ActionOwner Owner { get; }

    /// <summary>The number of days until it is due.</summary>
    public int Days { get; }

    /// <summary>The action in a sentence, if a finding names it; null to use the description of <see cref="Kind"/>.</summary>
    public Text? Text { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The kind, the owner and the number of days.</returns>
    public override string ToString() => Invariant($"{Kind}, {Owner}, {Days} days");
}
