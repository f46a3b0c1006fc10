namespace KeyAccount.Core.Pricing;

/// <summary>Profit levers: price, cost and volume, ranked by how much they move the profit.</summary>
/// <remarks>Profit = quantity · (price − variable cost) − fixed cost. Source: Marn, Roegner &amp; Zawada, The Price Advantage.</remarks>
public static class ProfitLevers
{
    /// <summary>Calculates the effect of the same improvement on each lever, one at a time.</summary>
    /// <param name="quantity">Units sold; not negative.</param>
    /// <param name="price">The price of a unit; not negative.</param>
    /// <param name="variableCost">The variable cost of a unit; not negative.</param>
    /// <param name="fixedCost">The fixed cost; not negative.</param>
    /// <param name="improvement">The improvement of each lever, as a fraction: 0.05 is a price 5 % higher, or a cost 5 % lower; 0 …
    /// 1.</param>
    /// <returns>The four levers, the strongest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static IReadOnlyList<LeverEffect> Of(
        decimal quantity, decimal price, decimal variableCost, decimal fixedCost, decimal improvement)
    {
        Guard.NotNegative(quantity);
        Guard.NotNegative(price);
        Guard.NotNegative(variableCost);
        Guard.NotNegative(fixedCost);
        Guard.NotNegative(improvement);
        Guard.AtMost(improvement, 1);

        return DecimalOverflow.Named(
            () => Effects(quantity, price, variableCost, fixedCost, improvement),
            "ProfitLevers.Of",
            (nameof(quantity), quantity),
            (nameof(price), price),
            (nameof(variableCost), variableCost),
            (nameof(fixedCost), fixedCost),
            (nameof(improvement), improvement));
    }

    private static IReadOnlyList<LeverEffect> Effects(
        decimal quantity, decimal price, decimal variableCost, decimal fixedCost, decimal improvement)
    {
        var profit = (quantity * (price - variableCost)) - fixedCost;
        (ProfitLever Lever, decimal Gain)[] gains =
        [
            (ProfitLever.Price, quantity * price * improvement),
            (ProfitLever.VariableCost, quantity * variableCost * improvement),
            (ProfitLever.Volume, quantity * (price - variableCost) * improvement),
            (ProfitLever.FixedCost, fixedCost * improvement),
        ];
        return [.. gains
            .OrderByDescending(each => each.Gain)
            .Select(each => new LeverEffect(each.Lever, profit + each.Gain, each.Gain, profit > 0 ? each.Gain / profit : null))];
    }
}
