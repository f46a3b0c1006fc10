namespace KeyAccount.Core.Pricing;

/// <summary>One line of a leakage report.</summary>
/// <param name="Name">The step.</param>
/// <param name="Amount">What it takes off the price.</param>
/// <param name="ShareOfList">The amount as a fraction of the list price; null where that is 0.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Leakage(string Name, decimal Amount, decimal? ShareOfList);
