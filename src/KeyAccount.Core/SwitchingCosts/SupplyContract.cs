using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The contract of a customer with us, as far as it affects leaving: its days, and the units it covers.</summary>
/// <remarks>Immutable, with value equality. The units are taken to be bought evenly over the days (<c>LibraryDefault</c>).</remarks>
public sealed record SupplyContract
{
    /// <summary>A contract.</summary>
    /// <param name="firstDay">The first day it is in force.</param>
    /// <param name="lastDay">The last day it is in force; not before <paramref name="firstDay"/>.</param>
    /// <param name="units">The units bought over the whole term; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public SupplyContract(LocalDate firstDay, LocalDate lastDay, decimal units)
    {
        Guard.Iso(firstDay);
        Guard.Iso(lastDay);
        if (lastDay < firstDay)
            throw new ArgumentOutOfRangeException(
                nameof(lastDay), Invariant($"lastDay is {lastDay:R}; it must be at least firstDay ({firstDay:R})."));
        Guard.Above(units, 0);
        FirstDay = firstDay;
        LastDay = lastDay;
        Units = units;
    }

    /// <summary>The first day it is in force.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate FirstDay { get; }

    /// <summary>The last day it is in force.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate LastDay { get; }

    /// <summary>The units bought over the whole term.</summary>
    public decimal Units { get; }

    /// <summary>The number of days of the term, both ends included.</summary>
    internal int Days => Period.DaysBetween(FirstDay, LastDay) + 1;

    /// <summary>The number of days left of the term.</summary>
    /// <param name="asOf">The reference date; it counts as left.</param>
    /// <returns>All of them up to the first day, 1 on the last day, 0 after it.</returns>
    public int DaysLeft(LocalDate asOf) => Guard.Iso(asOf) > LastDay ? 0 : Period.DaysBetween(LocalDate.Max(asOf, FirstDay), LastDay) + 1;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SupplyContract {{ FirstDay = {FirstDay:R}, LastDay = {LastDay:R}, Units = {Units} }}");
}
