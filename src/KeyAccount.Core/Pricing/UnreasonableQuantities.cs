namespace KeyAccount.Core.Pricing;

/// <summary>Orders that cost more than a larger one.</summary>
/// <param name="From">The smallest such number of pieces; where quantities are measured, every quantity above this one.</param>
/// <param name="To">The largest number of pieces, just below a break; where quantities are measured, every quantity below this one.</param>
/// <param name="Better">The larger quantity that costs less.</param>
/// <param name="TotalThere">What that costs.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record UnreasonableQuantities(decimal From, decimal To, decimal Better, decimal TotalThere);
