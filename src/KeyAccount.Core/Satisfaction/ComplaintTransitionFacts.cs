using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The facts that decide whether an event is accepted, for <see cref="ComplaintTransitions"/>.</summary>
/// <remarks>Immutable, with value equality. The rules do not read the last five facts; the reasons speak of them.</remarks>
public sealed record ComplaintTransitionFacts
{
    /// <summary>The kind of the event.</summary>
    public required ComplaintEventKind Kind { get; init; }

    /// <summary>Whether the event is no earlier than the last one.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>Whether the case is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether all six steps are done.</summary>
    public bool AreAllStepsDone { get; init; }

    /// <summary>The satisfaction that the customer stated at the follow-up; null while it has not been asked.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>Whether the task of the event is done or waived already; false for an event without a task.</summary>
    public bool IsTaskSettled { get; init; }

    /// <summary>Whether the task of the event belongs to the current step; false for an event without a task.</summary>
    public bool IsTaskOfCurrentStep { get; init; }

    /// <summary>Whether the task of the event may be waived; false for an event without a task.</summary>
    public bool IsTaskWaivable { get; init; }

    /// <summary>The task of the event; null if it has none.</summary>
    public ComplaintTask? Task { get; init; }

    /// <summary>The current step; null when all six are done.</summary>
    public ComplaintStep? Step { get; init; }

    /// <summary>The first task that the current step still needs; null when all six steps are done.</summary>
    public ComplaintTask? NextTask { get; init; }

    /// <summary>The day of the event.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The day of the last event; for a new complaint, the day of the complaint.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate LastOn { get; init => field = Guard.Iso(value, nameof(LastOn)); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() =>
        Invariant($"ComplaintTransitionFacts {{ Kind = {Kind}, IsInOrder = {IsInOrder}, IsClosed = {IsClosed}, ")
        + Invariant($"AreAllStepsDone = {AreAllStepsDone}, Satisfaction = {Satisfaction}, IsTaskSettled = {IsTaskSettled}, ")
        + Invariant($"IsTaskOfCurrentStep = {IsTaskOfCurrentStep}, IsTaskWaivable = {IsTaskWaivable}, Task = {Task}, Step = {Step}, ")
        + Invariant($"NextTask = {NextTask}, On = {On:R}, LastOn = {LastOn:R} }}");
}
