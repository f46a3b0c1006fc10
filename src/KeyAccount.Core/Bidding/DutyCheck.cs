using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A duty and its state.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record DutyCheck
{
    /// <summary>The duty.</summary>
    public required TenderDuty Duty { get; init => field = Guard.NotNull(value); }

    /// <summary>The day that just keeps the duty: the earliest one for a minimum number of days, the latest one for a maximum; null if the
    /// day to count from is not known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Limit { get; init => field = Guard.Iso(value, nameof(Limit)); }

    /// <summary>The last possible day to count from, if the duty sets a minimum number of days and only its second day is known, such as
    /// the last day to object before the deadline; null otherwise.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? LatestFrom { get; init => field = Guard.Iso(value, nameof(LatestFrom)); }

    /// <summary>The day to which the duty counts; null if it is not known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The state of the duty.</summary>
    public DutyState State { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"DutyCheck {{ Duty = {Duty.Key}, Limit = {Limit:R}, LatestFrom = {LatestFrom:R}, ")
        + Invariant($"On = {On:R}, State = {State} }}");
}
