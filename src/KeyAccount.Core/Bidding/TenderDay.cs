using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A day of a tender.</summary>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record TenderDay
{
    /// <summary>A day.</summary>
    /// <param name="date">The event on that day.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentNullException"><paramref name="date"/> is null.</exception>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public TenderDay(TenderDate date, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(date);
        Guard.Iso(on);
        (Date, On) = (date, on);
    }

    /// <summary>The event on that day.</summary>
    public TenderDate Date { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"TenderDay {{ Date = {Date}, On = {On:R} }}");
}
