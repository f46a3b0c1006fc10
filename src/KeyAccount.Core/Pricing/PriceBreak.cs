using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A quantity from which a different price applies.</summary>
/// <param name="From">The quantity at which the price begins. In a list that counts pieces, whose first break is 1: the first piece at that
/// price. In a list for measured quantities, whose first break is 0: the quantity from which the price applies.</param>
/// <param name="UnitPrice">The price of a unit.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record PriceBreak(decimal From, decimal UnitPrice)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"PriceBreak {{ From = {From}, UnitPrice = {UnitPrice} }}");
}
