using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>The facts that decide whether an event is accepted, for <see cref="RelationshipBuilding.Transitions"/>.</summary>
/// <remarks>Immutable, with value equality. The rules do not read the last four facts; the reasons speak of them.</remarks>
public sealed record BuildingTransitionFacts
{
    /// <summary>The kind of the event.</summary>
    public required BuildingEventKind Kind { get; init; }

    /// <summary>Whether the event is no earlier than the last one.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>Whether the step of the event is reached.</summary>
    public bool IsReached { get; init; }

    /// <summary>Whether the step of the event is the next one.</summary>
    public bool IsNext { get; init; }

    /// <summary>The step of the event.</summary>
    public RelationshipStep? Step { get; init; }

    /// <summary>The next step; null when all four are reached.</summary>
    public RelationshipStep? Next { get; init; }

    /// <summary>The day of the event.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The day of the last event; the day of the event itself if there is none.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate LastOn { get; init => field = Guard.Iso(value, nameof(LastOn)); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() =>
        Invariant($"BuildingTransitionFacts {{ Kind = {Kind}, IsInOrder = {IsInOrder}, IsReached = {IsReached}, IsNext = {IsNext}, ")
        + Invariant($"Step = {Step}, Next = {Next}, On = {On:R}, LastOn = {LastOn:R} }}");
}
