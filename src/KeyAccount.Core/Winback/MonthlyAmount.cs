using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Winback;

/// <summary>The purchases of a customer in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Amount">The amount; negative if returns outweigh purchases.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MonthlyAmount(YearMonth Month, decimal Amount)
{
    /// <summary>The month.</summary>
    /// <exception cref="ArgumentException">It is a month of another calendar than ISO.</exception>
    [JsonConverter(typeof(YearMonthJsonConverter))]
    public YearMonth Month { get; init => field = Guard.Iso(value, nameof(Month)); } = Guard.Iso(Month);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"MonthlyAmount {{ Month = {Month}, Amount = {Amount} }}");
}
