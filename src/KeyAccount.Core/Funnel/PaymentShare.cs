using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>A part of the amount of a deal, with its payment date.</summary>
/// <param name="Date">The day.</param>
/// <param name="Share">The part of the amount, as a fraction; above 0, at most 1.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PaymentShare(
    LocalDate Date,
    [property: FactRange(0, 1, FactUnit.Fraction, IsMinimumExcluded = true)] decimal Share)
{
    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); } = Guard.Iso(Date);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"PaymentShare {{ Date = {Date:R}, Share = {Share} }}");
}
