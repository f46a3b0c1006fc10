using System.Runtime.CompilerServices;

namespace KeyAccount.Core.Pricing;

/// <summary>Passes a change of our variable cost on to the customer.</summary>
/// <remarks>Pure functions over decimals. Prices are not rounded here; the caller can round them with
/// <see cref="PriceRounding"/>.</remarks>
public static class CostPassThrough
{
    /// <summary>Keeps the margin rate: P′ = VC′/(1 − m), m = (P − VC)/P.</summary>
    /// <param name="price">The old price; positive.</param>
    /// <param name="variableCost">The old variable cost of a unit; positive.</param>
    /// <param name="variableCostChange">The change of the variable cost; the new cost must not be negative.</param>
    /// <returns>The new price.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static PassedOnPrice HoldMarginRate(decimal price, decimal variableCost, decimal variableCostChange)
    {
        Guard.Above(variableCost, 0);

        // P′ = VC′ · P/VC, taken from the change, so that no change is exactly no change.
        return Passed(price, variableCost, variableCostChange, () => variableCostChange * price / variableCost);
    }

    /// <summary>Keeps the unit margin in money: ΔP = ΔVC.</summary>
    /// <param name="price">The old price; positive.</param>
    /// <param name="variableCost">The old variable cost of a unit; not negative.</param>
    /// <param name="variableCostChange">The change of the variable cost; the new cost must not be negative.</param>
    /// <returns>The new price.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static PassedOnPrice HoldUnitMargin(decimal price, decimal variableCost, decimal variableCostChange) =>
        Passed(price, variableCost, variableCostChange, () => variableCostChange);

    /// <summary>Passes on a share of the change and absorbs the rest: ΔP = s · ΔVC.</summary>
    /// <param name="price">The old price; positive.</param>
    /// <param name="variableCost">The old variable cost of a unit; not negative.</param>
    /// <param name="variableCostChange">The change of the variable cost; the new cost must not be negative.</param>
    /// <param name="share">The share that is passed on; 0 … 1.</param>
    /// <returns>The new price.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static PassedOnPrice Share(decimal price, decimal variableCost, decimal variableCostChange, decimal share)
    {
        Guard.NotNegative(share);
        Guard.AtMost(share, 1);
        return Passed(price, variableCost, variableCostChange, () => share * variableCostChange);
    }

    private static PassedOnPrice Passed(
        decimal price, decimal variableCost, decimal variableCostChange, Func<decimal> priceChange, [CallerMemberName] string member = "")
    {
        Guard.Above(price, 0);
        Guard.NotNegative(variableCost);
        Guard.AtLeast(variableCostChange, -variableCost);
        return DecimalOverflow.Named(
            () => new PassedOnPrice(price, price + priceChange(), variableCost + variableCostChange),
            $"CostPassThrough.{member}",
            (nameof(price), price),
            (nameof(variableCost), variableCost),
            (nameof(variableCostChange), variableCostChange));
    }
}
