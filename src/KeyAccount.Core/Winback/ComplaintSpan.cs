using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>When a customer complained, and when that was solved.</summary>
/// <param name="OpenedOn">The day of the complaint.</param>
/// <param name="SolvedOn">The day on which it was solved; null while it is not.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ComplaintSpan(LocalDate OpenedOn, LocalDate? SolvedOn = null)
{
    /// <summary>The day of the complaint.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate OpenedOn { get; init => field = Guard.Iso(value, nameof(OpenedOn)); } = Guard.Iso(OpenedOn);

    /// <summary>The day on which it was solved; null while it is not.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? SolvedOn { get; init => field = Guard.Iso(value, nameof(SolvedOn)); } = Guard.Iso(SolvedOn);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ComplaintSpan {{ OpenedOn = {OpenedOn:R}, SolvedOn = {SolvedOn:R} }}");
}
