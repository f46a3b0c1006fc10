using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The prices a rival may bid, each equally likely.</summary>
/// <remarks>Immutable; equal when both ends are.</remarks>
public sealed record PriceRange
{
    /// <summary>A range of prices.</summary>
    /// <param name="low">The lowest price; above 0.</param>
    /// <param name="high">The highest price; not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is outside its range.</exception>
    public PriceRange(decimal low, decimal high)
    {
        Guard.Above(low, 0);
        Guard.AtLeast(high, low);
        (Low, High) = (low, high);
    }

    /// <summary>The lowest price.</summary>
    public decimal Low { get; }

    /// <summary>The highest price.</summary>
    public decimal High { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both ends by name.</returns>
    public override string ToString() => Invariant($"PriceRange {{ Low = {Low}, High = {High} }}");
}
