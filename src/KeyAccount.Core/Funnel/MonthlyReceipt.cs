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
    [property: JsonConverter(typeof(YearMonthJsonConverter))] YearMonth Month, decimal Amount)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"MonthlyReceipt {{ Month = {Month:yyyy-MM}, Amount = {Amount} }}");
}
