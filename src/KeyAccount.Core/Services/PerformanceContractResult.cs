using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>What a performance contract brings in a year, and what we risk with it.</summary>
/// <param name="ExpectedFee">The fee that is expected.</param>
/// <param name="Cost">What keeping the contract costs us.</param>
/// <param name="ExpectedResult">The expected fee less the cost.</param>
/// <param name="LossProbability">The probability that the fee is below the cost, as a fraction.</param>
/// <param name="WorstResult">The lowest result that may come about.</param>
/// <param name="BestResult">The highest result that may come about.</param>
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
