using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>The facts that decide whether an account plan accepts an event.</summary>
/// <remarks>Immutable, with value equality. The rules do not read the last three facts; the reasons speak of them.</remarks>
public sealed record PlanTransitionFacts
{
    /// <summary>The kind of the event.</summary>
    public required PlanEventKind Kind { get; init; }

    /// <summary>The phase of the plan.</summary>
    public required PlanPhase Phase { get; init; }

    /// <summary>Whether the day is on or after the day of the last event.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>Whether the plan is closed.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Whether the version that is to be agreed has an objective.</summary>
    public bool HasObjectives { get; init; }

    /// <summary>Whether there is a figure for every agreed objective, and for nothing else.</summary>
    public bool AreFiguresComplete { get; init; }

    /// <summary>The day of the event.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The day of the last event.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate LastOn { get; init => field = Guard.Iso(value, nameof(LastOn)); }

    /// <summary>The objectives that lack a figure, or the figures that have no objective; null if there are none.</summary>
    public string? Missing { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() => Invariant($"PlanTransitionFacts {{ Kind = {Kind}, Phase = {Phase}, IsInOrder = {IsInOrder}, ")
        + Invariant($"HasEnded = {HasEnded}, HasObjectives = {HasObjectives}, AreFiguresComplete = {AreFiguresComplete}, On = {On:R}, ")
        + Invariant($"LastOn = {LastOn:R}, Missing = {Missing} }}");
}
