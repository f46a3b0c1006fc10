using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A rival's bid as we expect it.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RivalOffer
{
    /// <summary>A rival's bid.</summary>
    /// <param name="technical">Its points, price apart; at least 0.</param>
    /// <param name="price">Its price; above 0, at most <see cref="TenderBidder.MostPrice"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public RivalOffer(double technical, decimal price)
    {
        Guard.FiniteNotNegative(technical);
        Guard.Above(price, 0);
        Guard.AtMost(price, TenderBidder.MostPrice);
        (Technical, Price) = (technical, price);
    }

    /// <summary>Its points, price apart.</summary>
    public double Technical { get; }

    /// <summary>Its price.</summary>
    public decimal Price { get; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"RivalOffer {{ Technical = {Technical}, Price = {Price} }}");
}
