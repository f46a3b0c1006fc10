using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>A possible availability, with its probability.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AvailabilityOutcome
{
    /// <summary>The availability, as a fraction; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public required decimal Availability { get; init => field = FactRange<AvailabilityOutcome>.Checked(value); }

    /// <summary>The probability, as a fraction; above 0, at most 1. The probabilities of all outcomes sum to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction, IsMinimumExcluded = true)]
    public required decimal Probability { get; init => field = FactRange<AvailabilityOutcome>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() =>
        Invariant($"AvailabilityOutcome {{ Availability = {Availability}, Probability = {Probability} }}");
}
