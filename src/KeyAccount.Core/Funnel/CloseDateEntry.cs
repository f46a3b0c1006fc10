using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>On a day, somebody expected a deal to close on another day.</summary>
/// <param name="On">The day on which it was expected.</param>
/// <param name="ExpectedClose">The day that was expected.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record CloseDateEntry(
    LocalDate On,
    LocalDate ExpectedClose)
{
    /// <summary>The day on which it was expected.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); } = Guard.Iso(On);

    /// <summary>The day that was expected.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate ExpectedClose { get; init => field = Guard.Iso(value, nameof(ExpectedClose)); } = Guard.Iso(ExpectedClose);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"CloseDateEntry {{ On = {On:R}, ExpectedClose = {ExpectedClose:R} }}");
}
