using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>What is paid in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Amount">The amount.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record MonthlyReceipt(
    YearMonth Month, [property: JsonPropertyOrder(1)] decimal Amount)
{
    /// <summary>The month.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(YearMonthJsonConverter))]
    public YearMonth Month { get; init => field = Guard.Iso(value, nameof(Month)); } = Guard.Iso(Month);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"MonthlyReceipt {{ Month = {Month:yyyy-MM}, Amount = {Amount} }}");
}
