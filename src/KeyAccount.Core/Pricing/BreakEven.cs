namespace KeyAccount.Core.Pricing;

/// <summary>Break-even sales change: how much volume a price move may cost, or must bring, to leave the profit as it is.</summary>
/// <remarks>
/// <para>%BE = −ΔCM/(CM + ΔCM) + ΔFC/((CM + ΔCM)·Q₀), ΔCM = ΔP − ΔVC. Source: Nagle, The Strategy and Tactics of Pricing.</para>
/// <para>Pure functions over decimals. A division keeps 28 significant digits; nothing else is rounded.</para>
/// </remarks>
public static class BreakEven
{
    /// <summary>Calculates the break-even sales change of a price move, in money.</summary>
    /// <param name="price">The old price; above the variable cost.</param>
    /// <param name="variableCost">The old variable cost of a unit; not negative.</param>
    /// <param name="priceChange">The change of the price; negative for a cut.</param>
    /// <param name="variableCostChange">The change of the variable cost of a unit.</param>
    /// <param name="fixedCostChange">The change of the fixed cost in the period of <paramref name="quantity"/>.</param>
    /// <param name="quantity">The old sales in units; positive; required if the fixed cost changes.</param>
    /// <returns>The change of sales that keeps the profit constant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">The fixed cost changes and no quantity is given.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static BreakEvenResult Of(
        decimal price,
        decimal variableCost,
        decimal priceChange,
        decimal variableCostChange = 0,
        decimal fixedCostChange = 0,
        decimal? quantity = null)
    {
        Guard.NotNegative(variableCost);
        Guard.Above(price, variableCost);
        if (quantity is { } units)
            Guard.Above(units, 0, nameof(quantity));
        else if (fixedCostChange != 0)
            throw new ArgumentException("fixedCostChange is given without quantity; give the units that carry it.", nameof(quantity));

        return DecimalOverflow.Named(
            () => Result(price - variableCost, priceChange - variableCostChange, fixedCostChange, quantity),
            "BreakEven.Of",
            (nameof(price), price),
            (nameof(variableCost), variableCost),
            (nameof(priceChange), priceChange),
            (nameof(variableCostChange), variableCostChange),
            (nameof(fixedCostChange), fixedCostChange),
            (nameof(quantity), quantity));
    }

    /// <summary>Calculates the break-even sales change of a price move from the contribution margin as a fraction of the price.</summary>
    /// <param name="contributionMarginRate">(Price − variable cost)/price; above 0 and at most 1.</param>
    /// <param name="priceChangeRate">The change of the price as a fraction of it; above −1.</param>
    /// <returns>The change of sales that keeps the profit constant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static BreakEvenResult OfRates(decimal contributionMarginRate, decimal priceChangeRate)
    {
        Guard.Above(contributionMarginRate, 0);
        Guard.AtMost(contributionMarginRate, 1);
        Guard.Above(priceChangeRate, -1);
        return Of(1, 1 - contributionMarginRate, priceChangeRate);
    }

    /// <summary>Calculates the reactive break-even: the share of our sales that we would have to lose to a rival's price cut before it pays
    /// to follow.</summary>
    /// <param name="contributionMargin">Our price − variable cost; positive. If the price change is a rate, as a fraction of our
    /// price.</param>
    /// <param name="priceChange">The rival's change of price, in the same unit; negative for a cut.</param>
    /// <returns>ΔP/CM: the change of sales, as a fraction, at which following and not following are worth the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contributionMargin"/> is not positive.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static decimal Reactive(decimal contributionMargin, decimal priceChange)
    {
        Guard.Above(contributionMargin, 0);
        return DecimalOverflow.Named(
            () => priceChange / contributionMargin,
            "BreakEven.Reactive",
            (nameof(contributionMargin), contributionMargin),
            (nameof(priceChange), priceChange));
    }

    private static BreakEvenResult Result(decimal margin, decimal marginChange, decimal fixedCostChange, decimal? quantity)
    {
        var newMargin = margin + marginChange;
        if (newMargin <= 0)
            return new(BreakEvenOutcome.NoVolumeSuffices, newMargin, null);

        // One division, so that the result is as exact as a decimal can be; two where the product is smaller than one can be.
        var change = quantity is not { } sold ? -marginChange / newMargin
            : newMargin * sold is var all && all != 0 ? (fixedCostChange - (marginChange * sold)) / all
            : ((fixedCostChange / sold) - marginChange) / newMargin;
        return change < -1
            ? new(BreakEvenOutcome.AnyVolumeSuffices, newMargin, null)
            : new(BreakEvenOutcome.Reached, newMargin, change);
    }
}
