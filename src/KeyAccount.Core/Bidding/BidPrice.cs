using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A price in a tender.</summary>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record BidPrice
{
    /// <summary>A price.</summary>
    /// <param name="price">The price; above 0.</param>
    /// <param name="isValid">Whether the bid is valid. A disqualified price does not enter the base and gets no points.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is not above 0.</exception>
    public BidPrice(decimal price, bool isValid = true)
    {
        Guard.Above(price, 0);
        (Price, IsValid) = (price, isValid);
    }

    /// <summary>The price.</summary>
    public decimal Price { get; }

    /// <summary>Whether the bid is valid. A disqualified price does not enter the base and gets no points.</summary>
    public bool IsValid { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"BidPrice {{ Price = {Price}, IsValid = {IsValid} }}");
}
