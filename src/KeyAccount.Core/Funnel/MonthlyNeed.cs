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
    [property: JsonConverter(typeof(YearMonthJsonConverter))] YearMonth Month, FunnelStage Stage, double Deals)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"MonthlyNeed {{ Month = {Month:yyyy-MM}, Stage = {Stage}, Deals = {Deals} }}");
}
