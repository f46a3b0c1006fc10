using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>How many deals must be at a stage in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Deals">How many; a mean, not a whole number.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record MonthlyNeed(
    YearMonth Month, [property: JsonPropertyOrder(1)] FunnelStage Stage, [property: JsonPropertyOrder(1)] double Deals)
{
    /// <summary>The month.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(YearMonthJsonConverter))]
    public YearMonth Month { get; init => field = Guard.Iso(value, nameof(Month)); } = Guard.Iso(Month);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"MonthlyNeed {{ Month = {Month:yyyy-MM}, Stage = {Stage}, Deals = {Deals} }}");
}
