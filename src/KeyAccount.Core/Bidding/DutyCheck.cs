using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A duty, and how it stands.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record DutyCheck
{
    /// <summary>The duty.</summary>
    public required TenderDuty Duty { get; init => field = Guard.NotNull(value); }

    /// <summary>The earliest day (at least so many days) or the latest day (at most) that keeps it; null where the day to count from is not
    /// known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Limit { get; init => field = Guard.Iso(value, nameof(Limit)); }

    /// <summary>The last day for the day to count from: of a duty of at least so many days of which only the second day is known, such as
    /// the last day to object before the deadline; null otherwise.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? LatestFrom { get; init => field = Guard.Iso(value, nameof(LatestFrom)); }

    /// <summary>The day it is counted to; null where that is not known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>How it stands.</summary>
    public DutyState State { get; init; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"DutyCheck {{ Duty = {Duty.Key}, Limit = {Limit:R}, LatestFrom = {LatestFrom:R}, ")
        + Invariant($"On = {On:R}, State = {State} }}");
}
