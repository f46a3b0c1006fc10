using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The yearly result of a performance contract, and our risk.</summary>
/// <param name="ExpectedFee">The expected fee.</param>
/// <param name="Cost">The cost of fulfilling the contract.</param>
/// <param name="ExpectedResult">The expected fee less the cost.</param>
/// <param name="LossProbability">The probability that the fee is below the cost, as a fraction.</param>
/// <param name="WorstResult">The lowest possible result.</param>
/// <param name="BestResult">The highest possible result.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PerformanceContractResult(
    decimal ExpectedFee, decimal Cost, decimal ExpectedResult, decimal LossProbability, decimal WorstResult, decimal BestResult)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PerformanceContractResult {{ ExpectedFee = {ExpectedFee}, Cost = {Cost}, ExpectedResult = {ExpectedResult}, ")
        + Invariant($"LossProbability = {LossProbability}, WorstResult = {WorstResult}, BestResult = {BestResult} }}");
}
