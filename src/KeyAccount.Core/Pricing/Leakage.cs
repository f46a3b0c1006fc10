namespace KeyAccount.Core.Pricing;

/// <summary>A line of a leakage report.</summary>
/// <param name="Name">The name of the step.</param>
/// <param name="Amount">The amount that the step takes off the price.</param>
/// <param name="ShareOfList">The amount as a fraction of the list price; null if the list price is 0.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Leakage(string Name, decimal Amount, decimal? ShareOfList);
