using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The forecast of a month, with the actual amount.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TeamForecast
{
    /// <summary>The month.</summary>
    [JsonConverter(typeof(YearMonthJsonConverter))]
    public required YearMonth Month { get; init => field = Guard.Iso(value, nameof(Month)); }

    /// <summary>The forecast made before the month began; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public required decimal Forecast { get; init => field = FactRange<TeamForecast>.Checked(value); }

    /// <summary>The actual amount; at least 0. Null while the month is not over.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Actual { get; init => field = FactRange<TeamForecast>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"TeamForecast {{ Month = {Month:uuuu'-'MM}, Forecast = {Forecast}, Actual = {Actual} }}");
}
