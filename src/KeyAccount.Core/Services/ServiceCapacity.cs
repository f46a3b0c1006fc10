using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>Our capacity for a service to an account.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceCapacity
{
    /// <summary>The service.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required ServiceType Type { get; init => field = Guard.NotNull(value); }

    /// <summary>The hours per month that our people have for it; 0 … 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100_000, FactUnit.Number)]
    public required double HoursPerMonth { get; init => field = FactRange<ServiceCapacity>.Checked(value); }

    /// <summary>The hours per month that the service takes; 0 … 100,000. Null if not known: any hours are then enough.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100_000, FactUnit.Number)]
    public double? NeededPerMonth { get; init => field = FactRange<ServiceCapacity>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServiceCapacity {{ Type = {Type}, HoursPerMonth = {HoursPerMonth}, NeededPerMonth = {NeededPerMonth} }}");
}
