using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The number of deals needed at a stage in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Deals">The number of deals; a mean, not a whole number.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MonthlyNeed(
    YearMonth Month, [property: JsonPropertyOrder(1)] FunnelStage Stage, [property: JsonPropertyOrder(1)] double Deals)
{
    /// <summary>The month.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(YearMonthJsonConverter))]
    public YearMonth Month { get; init => field = Guard.Iso(value, nameof(Month)); } = Guard.Iso(Month);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"MonthlyNeed {{ Month = {Month:yyyy-MM}, Stage = {Stage}, Deals = {Deals} }}");
}
