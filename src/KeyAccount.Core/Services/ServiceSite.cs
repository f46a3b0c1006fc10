using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The customer's equipment: its scheduled hours, and the cost of its downtime to the customer.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceSite
{
    /// <summary>The scheduled hours per year; above 0, at most 10⁶. Null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e6, FactUnit.Number, IsMinimumExcluded = true)]
    public double? OperatingHoursPerYear { get; init => field = FactRange<ServiceSite>.Checked(value); }

    /// <summary>The customer's cost of an hour of downtime; 0 … 10⁹. Null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Money)]
    public decimal? DowntimeCostPerHour { get; init => field = FactRange<ServiceSite>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ServiceSite {{ OperatingHoursPerYear = {OperatingHoursPerYear}, DowntimeCostPerHour = {DowntimeCostPerHour} }}");
}
