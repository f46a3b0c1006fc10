using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The bid that we expect from a rival.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RivalOffer
{
    /// <summary>Creates the expected bid of a rival.</summary>
    /// <param name="technical">The rival's points without those for the price; at least 0.</param>
    /// <param name="price">The rival's price; above 0, at most <see cref="TenderBidder.MostPrice"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public RivalOffer(double technical, decimal price)
    {
        Guard.FiniteNotNegative(technical);
        Guard.Above(price, 0);
        Guard.AtMost(price, TenderBidder.MostPrice);
        (Technical, Price) = (technical, price);
    }

    /// <summary>The rival's points without those for the price.</summary>
    public double Technical { get; }

    /// <summary>The rival's price.</summary>
    public decimal Price { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"RivalOffer {{ Technical = {Technical}, Price = {Price} }}");
}
