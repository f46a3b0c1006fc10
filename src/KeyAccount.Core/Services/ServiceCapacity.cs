using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>What we can do of a service for an account.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceCapacity
{
    /// <summary>The service.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required ServiceType Type { get; init => field = Guard.NotNull(value); }

    /// <summary>The hours that our people have for it in a month; 0 … 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100_000, FactUnit.Number)]
    public required double HoursPerMonth { get; init => field = FactRange<ServiceCapacity>.Checked(value); }

    /// <summary>The hours that the service takes in a month; 0 … 100,000. Null if not known: any are then enough.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100_000, FactUnit.Number)]
    public double? NeededPerMonth { get; init => field = FactRange<ServiceCapacity>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServiceCapacity {{ Type = {Type}, HoursPerMonth = {HoursPerMonth}, NeededPerMonth = {NeededPerMonth} }}");
}
