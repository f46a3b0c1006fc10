namespace KeyAccount.Core.Pricing;

/// <summary>Price elasticity of demand: the percentage by which sales change if the price changes by one percent.</summary>
/// <remarks>Pure functions over decimals. The elasticity is negative if demand falls as the price rises.</remarks>
public static class Elasticity
{
    /// <summary>Calculates the elasticity between two observed points, relative to their midpoint, so that it is the same in both
    /// directions.</summary>
    /// <param name="oldPrice">The first price; positive.</param>
    /// <param name="newPrice">The second price; positive.</param>
    /// <param name="oldQuantity">Sales at the first price; not negative.</param>
    /// <param name="newQuantity">Sales at the second price; not negative.</param>
    /// <returns>(ΔQ/Q̄)/(ΔP/P̄); null if it is undefined, because the price did not change or nothing was sold at either price.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Source: Allen 1934 (arc elasticity).</remarks>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static decimal? Arc(decimal oldPrice, decimal newPrice, decimal oldQuantity, decimal newQuantity)
    {
        Guard.Above(oldPrice, 0);
        Guard.Above(newPrice, 0);
        Guard.NotNegative(oldQuantity);
        Guard.NotNegative(newQuantity);
        if (oldPrice == newPrice || (oldQuantity == 0 && newQuantity == 0))
            return null;

        // The halves of the two means cancel. One division, so that the result is as exact as a decimal can be; two where the product is
        // smaller than one can be.
        return DecimalOverflow.Named(
            () => (oldQuantity + newQuantity) * (newPrice - oldPrice) is var product && product != 0
                ? (newQuantity - oldQuantity) * (oldPrice + newPrice) / product
                : (newQuantity - oldQuantity) / (oldQuantity + newQuantity) * ((oldPrice + newPrice) / (newPrice - oldPrice)),
            "Elasticity.Arc",
            (nameof(oldPrice), oldPrice),
            (nameof(newPrice), newPrice),
            (nameof(oldQuantity), oldQuantity),
            (nameof(newQuantity), newQuantity));
    }

    /// <summary>Calculates the elasticity at one point of a demand curve.</summary>
    /// <param name="slope">dQ/dP at that point, in units per unit of money; normally negative.</param>
    /// <param name="price">The price; positive.</param>
    /// <param name="quantity">The sales at that price; positive.</param>
    /// <returns>slope · price / quantity.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static decimal Point(decimal slope, decimal price, decimal quantity)
    {
        Guard.Above(price, 0);
        Guard.Above(quantity, 0);
        return DecimalOverflow.Named(
            () => slope * price / quantity,
            "Elasticity.Point",
            (nameof(slope), slope), (nameof(price), price), (nameof(quantity), quantity));
    }
}
