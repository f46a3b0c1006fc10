using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>The facts that decide whether a prospect accepts an event.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ProspectTransitionFacts
{
    /// <summary>What happens.</summary>
    public required ProspectEventKind Kind { get; init; }

    /// <summary>Whether it happens on the day of the last event or later.</summary>
    public required bool IsInOrder { get; init; }

    /// <summary>Whether the customer is won: the first order is delivered.</summary>
    public required bool IsWon { get; init; }

    /// <summary>Whether the prospect is given up.</summary>
    public required bool IsDropped { get; init; }

    /// <summary>Whether the action belongs to the current step; true for an event without an action.</summary>
    public required bool IsOfStep { get; init; }

    /// <summary>Whether the action is done or waived already.</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>Whether the action is the delivery of the first order.</summary>
    public required bool IsFirstOrder { get; init; }

    /// <summary>The day of the event.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The day of the last event, or the day on which the case was opened.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? LastOn { get; init => field = Guard.Iso(value, nameof(LastOn)); }

    /// <summary>The action; null for an event without one.</summary>
    public KeyAction? Action { get; init; }

    /// <summary>The current step; null once the case is closed.</summary>
    public ProspectStep? Step { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() =>
        Invariant($"ProspectTransitionFacts {{ Kind = {Kind}, IsInOrder = {IsInOrder}, IsWon = {IsWon}, IsDropped = {IsDropped}, ")
        + Invariant($"IsOfStep = {IsOfStep}, IsAnswered = {IsAnswered}, IsFirstOrder = {IsFirstOrder}, On = {On:R}, ")
        + Invariant($"LastOn = {LastOn:R}, Action = {Action}, Step = {Step} }}");
}
