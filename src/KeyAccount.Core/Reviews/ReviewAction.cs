using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
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

/// <summary>What a review asks somebody to do.</summary>
/// <param name="RuleId">The rule of the table of actions.</param>
/// <param name="Finding">The rule of the finding it answers.</param>
/// <param name="Kind">What to do.</param>
/// <param name="Owner">By whom.</param>
/// <param name="DueOn">By when: the date of the facts and the days of the rule, but not after the contract it speaks of has ended.</param>
/// <param name="Text">What to do, in a sentence.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ReviewAction(
    string RuleId,
    string Finding,
    ActionKind Kind,
    ActionOwner Owner,
    [property: JsonConverter(typeof(LocalDateJsonConverter))] LocalDate DueOn,
    Text Text)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ReviewAction {{ RuleId = {RuleId}, Finding = {Finding}, Kind = {Kind}, Owner = {Owner}, DueOn = {DueOn:R}, Text = {Text} }}");
}

/// <summary>An action that a finding asks for and another table forbids.</summary>
/// <param name="RuleId">The rule of the table of actions.</param>
/// <param name="Finding">The rule of the finding it answers.</param>
/// <param name="Kind">What must not be done.</param>
/// <param name="Prohibition">The rule of the table of prohibitions.</param>
/// <param name="Reason">Why not, in a sentence.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ForbiddenAction(string RuleId, string Finding, ActionKind Kind, string Prohibition, Text Reason);
