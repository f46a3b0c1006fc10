using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>The workload of a person in a month, and how much of it fits.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Month">The month.</param>
/// <param name="Hours">The hours available.</param>
/// <param name="Due">The hours of the actions that are due in the month; in the first month, also of those that were due before.</param>
/// <param name="Used">The hours used by actions; an action due later may be done earlier.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CapacityMonth(string Owner, YearMonth Month, double Hours, double Due, double Used)
{
    /// <summary>The month.</summary>
    [JsonConverter(typeof(YearMonthJsonConverter))]
    public YearMonth Month { get; init => field = Guard.Iso(value, nameof(Month)); } = Guard.Iso(Month);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"CapacityMonth {{ Owner = {Owner}, Month = {Month:uuuu'-'MM}, Hours = {Hours}, Due = {Due}, Used = {Used} }}");
}
