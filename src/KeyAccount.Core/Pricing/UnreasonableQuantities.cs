namespace KeyAccount.Core.Pricing;

/// <summary>A range of order quantities that cost more than a larger order.</summary>
/// <param name="From">The smallest number of pieces in the range; for measured quantities, the range is above this quantity.</param>
/// <param name="To">The largest number of pieces, just below a break; for measured quantities, the range is below this quantity.</param>
/// <param name="Better">The larger quantity that costs less.</param>
/// <param name="TotalThere">The total of that larger quantity.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record UnreasonableQuantities(decimal From, decimal To, decimal Better, decimal TotalThere);
