using System.Globalization;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>The purchases of an account in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Amount">The amount; negative if returns exceed deliveries.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record MonthlyPurchases(
    YearMonth Month,
    [property: JsonRequired, JsonPropertyOrder(1)]
    [property: FactRange(
        double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "more can come back in a month than goes out")]
    decimal Amount)
{
    /// <summary>The month.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonRequired]
    [JsonConverter(typeof(YearMonthJsonConverter))]
    public YearMonth Month { get; init => field = Guard.Iso(value, nameof(Month)); } = Guard.Iso(Month);

    /// <summary>The currency of the amount; null to use that of the account.</summary>
    [JsonPropertyOrder(2)]
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"MonthlyPurchases {{ Month = {YearMonthPattern.Iso.Format(Month)}, Amount = {Amount}, Currency = {Currency} }}");
}
