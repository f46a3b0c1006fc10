using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>An entry of the close-date history: on one day, the deal was expected to close on another day.</summary>
/// <param name="On">The day on which it was expected.</param>
/// <param name="ExpectedClose">The day that was expected.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CloseDateEntry(
    LocalDate On,
    LocalDate ExpectedClose)
{
    /// <summary>The day on which it was expected.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); } = Guard.Iso(On);

    /// <summary>The day that was expected.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate ExpectedClose { get; init => field = Guard.Iso(value, nameof(ExpectedClose)); } = Guard.Iso(ExpectedClose);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"CloseDateEntry {{ On = {On:R}, ExpectedClose = {ExpectedClose:R} }}");
}
