namespace KeyAccount.Core.Pricing;

/// <summary>Orders that cost more than a larger one.</summary>
/// <param name="From">The smallest such quantity.</param>
/// <param name="To">The largest one, just below a break.</param>
/// <param name="Better">The larger quantity that costs less.</param>
/// <param name="TotalThere">What that costs.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record UnreasonableQuantities(long From, long To, long Better, decimal TotalThere);
