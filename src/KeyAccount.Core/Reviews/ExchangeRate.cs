using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The exchange rate between two currencies from a day on.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ExchangeRate
{
    /// <summary>The first day of the rate.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The currency that is converted; not blank.</summary>
    [Privacy(Privacy.Code)]
    public required string From { get; init; }

    /// <summary>The currency that it is converted to; not blank.</summary>
    [Privacy(Privacy.Code)]
    public required string To { get; init; }

    /// <summary>The number of units of <see cref="To"/> that one unit of <see cref="From"/> is worth; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Number, IsMinimumExcluded = true)]
    public required decimal Rate
    {
        get;
        init => field = FactRange<ExchangeRate>.Checked(value);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ExchangeRate {{ Date = {Date:R}, From = {From}, To = {To}, Rate = {Rate} }}");
}
