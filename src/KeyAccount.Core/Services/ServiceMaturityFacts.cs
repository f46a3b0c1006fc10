namespace KeyAccount.Core.Services;

/// <summary>The facts that decide the maturity of the service.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceMaturityFacts
{
    /// <summary>The share of repair, as a fraction; null if nothing was measured.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 1.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? RepairShare { get; init => field = FactRange<ServiceMaturityFacts>.Checked(value); }

    /// <summary>The share of what adds value, as a fraction; null if nothing was measured.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 1.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? ValueAddingShare { get; init => field = FactRange<ServiceMaturityFacts>.Checked(value); }
}
