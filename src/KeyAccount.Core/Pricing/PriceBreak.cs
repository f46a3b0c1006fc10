using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A quantity from which another price applies.</summary>
/// <param name="From">The first unit at that price; 1 for the first break.</param>
/// <param name="UnitPrice">The price of a unit.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record PriceBreak(long From, decimal UnitPrice)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"PriceBreak {{ From = {From}, UnitPrice = {UnitPrice} }}");
}
