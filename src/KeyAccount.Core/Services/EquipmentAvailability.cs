using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The availability of the customer's equipment: the share of the time in which it runs.</summary>
/// <remarks>
/// <para>Availability = MTBF / (MTBF + MTTR), where MTBF is the mean time between failures and MTTR the mean time to repair, both in hours.
/// Literature: IEC 61703, the steady-state availability of an item that is repaired.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record EquipmentAvailability
{
    private const double MostHours = 1e9;

    /// <summary>The availability of equipment that fails and is repaired.</summary>
    /// <param name="betweenFailures">The mean time between failures, in hours; above 0, at most 10⁹.</param>
    /// <param name="toRepair">The mean time to repair, in hours; 0 … 10⁹.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public EquipmentAvailability(double betweenFailures, double toRepair)
    {
        Guard.FinitePositive(betweenFailures);
        Guard.Between(betweenFailures, 0, MostHours);
        Guard.Between(toRepair, 0, MostHours);
        (BetweenFailures, ToRepair) = (betweenFailures, toRepair);
    }

    /// <summary>The mean time between failures (MTBF), in hours.</summary>
    public double BetweenFailures { get; }

    /// <summary>The mean time to repair (MTTR), in hours.</summary>
    public double ToRepair { get; }

    /// <summary>The availability, as a fraction.</summary>
    [JsonIgnore]
    public double Value => BetweenFailures / (BetweenFailures + ToRepair);

    /// <summary>The observed availability.</summary>
    /// <param name="operatingHours">The scheduled hours; above 0, at most 10⁹.</param>
    /// <param name="downtimeHours">The hours of downtime; 0 … less than <paramref name="operatingHours"/>.</param>
    /// <param name="failures">The number of failures; positive.</param>
    /// <returns>The availability: MTBF = (operating − downtime) / failures, MTTR = downtime / failures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static EquipmentAvailability Observed(double operatingHours, double downtimeHours, int failures)
    {
        Guard.FinitePositive(operatingHours);
        Guard.Between(operatingHours, 0, MostHours);
        Guard.Between(downtimeHours, 0, operatingHours);
        Guard.Above(failures, 0);
        if (downtimeHours == operatingHours)
        {
            throw new ArgumentOutOfRangeException(
                nameof(downtimeHours), downtimeHours,
                Invariant($"downtimeHours is {downtimeHours}; it must be below operatingHours, which is {operatingHours}."));
        }

        return new((operatingHours - downtimeHours) / failures, downtimeHours / failures);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"EquipmentAvailability {{ BetweenFailures = {BetweenFailures}, ToRepair = {ToRepair}, Value = {Value} }}");
}
