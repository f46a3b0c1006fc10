using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The amount received in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Amount">The amount.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MonthlyReceipt(
    YearMonth Month, [property: JsonPropertyOrder(1)] decimal Amount)
{
    /// <summary>The month.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(YearMonthJsonConverter))]
    public YearMonth Month { get; init => field = Guard.Iso(value, nameof(Month)); } = Guard.Iso(Month);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"MonthlyReceipt {{ Month = {Month:yyyy-MM}, Amount = {Amount} }}");
}
