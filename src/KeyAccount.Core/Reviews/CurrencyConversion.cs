using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The conversion of a review's amounts to the currency of the portfolio.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CurrencyConversion
{
    /// <summary>The name of the table of rates (<see cref="ExchangeRateTable.Name"/>).</summary>
    public required string Table { get; init; }

    /// <summary>The currencies that were converted, in ordinal order.</summary>
    /// <exception cref="ArgumentNullException">The list or a currency is null.</exception>
    public required IReadOnlyList<string> Currencies { get; init => field = ValueList.Of(value, nameof(Currencies)); }

    /// <summary>The date of the earliest rate that was used.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate FirstRate { get; init => field = Guard.Iso(value, nameof(FirstRate)); }

    /// <summary>The date of the latest rate that was used.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate LastRate { get; init => field = Guard.Iso(value, nameof(LastRate)); }

    /// <summary>Combines two conversions by one table; either may be null if nothing was converted.</summary>
    internal static CurrencyConversion? Of(CurrencyConversion? one, CurrencyConversion? other) => one is null ? other : other is null ? one
        : one with
        {
            Currencies = [.. one.Currencies.Union(other.Currencies, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            FirstRate = LocalDate.Min(one.FirstRate, other.FirstRate),
            LastRate = LocalDate.Max(one.LastRate, other.LastRate),
        };

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"CurrencyConversion {{ Table = {Table}, Currencies = {string.Join(", ", Currencies)}, ")
        + Invariant($"FirstRate = {FirstRate:R}, LastRate = {LastRate:R} }}");
}
