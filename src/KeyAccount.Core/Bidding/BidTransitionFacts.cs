using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The facts that decide whether a bid accepts an event.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record BidTransitionFacts
{
    /// <summary>The kind of the event.</summary>
    public required BidEventKind Kind { get; init; }

    /// <summary>Where the bid stands.</summary>
    public required BidPhase Phase { get; init; }

    /// <summary>Whether the day is not before the day of the last event.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>Whether the case has ended.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Whether we have won.</summary>
    public bool IsWon { get; init; }

    /// <summary>The day of the event.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The day of the last event.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate LastOn { get; init => field = Guard.Iso(value, nameof(LastOn)); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BidTransitionFacts {{ Kind = {Kind}, Phase = {Phase}, IsInOrder = {IsInOrder}, ")
        + Invariant($"HasEnded = {HasEnded}, IsWon = {IsWon}, On = {On:R}, LastOn = {LastOn:R} }}");
}
