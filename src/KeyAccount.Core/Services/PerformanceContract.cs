using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The terms of a contract that pays for hours in which the customer's equipment is available.</summary>
/// <remarks>
/// <para>Fee = hours · availability · fee of an hour · (1 + bonus · tenths of a point above the target), or · (1 − malus · tenths of a
/// point below it), never below 0. A tenth of a point is an availability of 0.001; parts of it count in proportion. Source of the service:
/// 《大客户销售技巧（客户关系管理篇）》 (绩效保证合同); the formula is a <c>LibraryDefault</c>.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record PerformanceContract
{
    /// <summary>The step of bonus and malus: a tenth of a point of availability. Provenance: <c>LibraryDefault</c>.</summary>
    public const decimal Step = 0.001m;

    // Probabilities that somebody writes with a few decimals sum to 1 within this.
    private const decimal Tolerance = 1e-9m;

    /// <summary>The scheduled hours of the equipment per year; above 0, at most 10⁶.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e6, FactUnit.Number, IsMinimumExcluded = true)]
    public required decimal HoursPerYear { get; init => field = FactRange<PerformanceContract>.Checked(value); }

    /// <summary>The fee per available hour; 0 … 10⁹.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Money)]
    public required decimal FeePerHour { get; init => field = FactRange<PerformanceContract>.Checked(value); }

    /// <summary>The guaranteed availability, as a fraction; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public required decimal Target { get; init => field = FactRange<PerformanceContract>.Checked(value); }

    /// <summary>The bonus: the fraction by which the fee rises for each tenth of a point above the target; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public decimal Bonus { get; init => field = FactRange<PerformanceContract>.Checked(value); }

    /// <summary>The malus: the fraction by which the fee falls for each tenth of a point below the target; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public decimal Malus { get; init => field = FactRange<PerformanceContract>.Checked(value); }

    /// <summary>The yearly fee.</summary>
    /// <param name="availability">The availability reached, as a fraction; 0 … 1.</param>
    /// <returns>The fee, not rounded; not below 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="availability"/> is outside its range.</exception>
    public decimal FeeAt(decimal availability)
    {
        Guard.NotNegative(availability);
        Guard.AtMost(availability, 1);
        var steps = (availability - Target) / Step;
        var factor = 1 + (steps > 0 ? Bonus * steps : Malus * steps);
        return HoursPerYear * availability * FeePerHour * Math.Max(0, factor);
    }

    /// <summary>The yearly result of the contract, and our risk.</summary>
    /// <param name="outcomes">The possible availabilities; their probabilities sum to 1.</param>
    /// <param name="annualCost">The yearly cost of fulfilling the contract; 0 … 10¹⁵.</param>
    /// <returns>The expected fee Σ p·fee, the expected result, and the probability that the fee is below the cost.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no outcome, one is null, or the probabilities do not sum to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="annualCost"/> is outside its range.</exception>
    public PerformanceContractResult Expect(IReadOnlyList<AvailabilityOutcome> outcomes, decimal annualCost)
    {
        Guard.NoNull(outcomes);
        Guard.NotNegative(annualCost);
        Guard.AtMost(annualCost, 1e15m);
        if (outcomes.Count == 0)
            throw new ArgumentException("outcomes is empty; give at least one availability with its probability.", nameof(outcomes));
        var sum = outcomes.Sum(outcome => outcome.Probability);
        if (Math.Abs(sum - 1) > Tolerance)
        {
            throw new ArgumentException(
                Invariant($"outcomes has probabilities that sum to {sum}; they must sum to 1."), nameof(outcomes));
        }

        var fees = outcomes.Select(outcome => (Fee: FeeAt(outcome.Availability), outcome.Probability)).ToArray();
        var expected = fees.Sum(each => each.Probability * each.Fee);
        return new(
            expected, annualCost, expected - annualCost, fees.Where(each => each.Fee < annualCost).Sum(each => each.Probability),
            fees.Min(each => each.Fee) - annualCost, fees.Max(each => each.Fee) - annualCost);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PerformanceContract {{ HoursPerYear = {HoursPerYear}, FeePerHour = {FeePerHour}, Target = {Target}, ")
        + Invariant($"Bonus = {Bonus}, Malus = {Malus} }}");
}
