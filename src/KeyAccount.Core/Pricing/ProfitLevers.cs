using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>What can be improved to raise a profit.</summary>
[JsonConverter(typeof(TermJsonConverter<ProfitLever>))]
public sealed class ProfitLever : Term<ProfitLever>
{
    /// <summary>A higher price; value 1.</summary>
    public static readonly ProfitLever Price = new(nameof(Price), 1);

    /// <summary>A lower variable cost; value 2.</summary>
    public static readonly ProfitLever VariableCost = new(nameof(VariableCost), 2);

    /// <summary>More units; value 3.</summary>
    public static readonly ProfitLever Volume = new(nameof(Volume), 3);

    /// <summary>A lower fixed cost; value 4.</summary>
    public static readonly ProfitLever FixedCost = new(nameof(FixedCost), 4);

    private ProfitLever(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What an improvement of one lever does to the profit.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Profit">The profit after it.</param>
/// <param name="Gain">How much more that is.</param>
/// <param name="GainRate">The gain as a fraction of the profit before; null where that was not positive.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LeverEffect(ProfitLever Lever, decimal Profit, decimal Gain, decimal? GainRate);

/// <summary>Profit levers: which of price, cost and volume moves the profit most.</summary>
/// <remarks>Profit = quantity · (price − variable cost) − fixed cost. Source: L Marn, Roegner &amp; Zawada, The Price Advantage.</remarks>
public static class ProfitLevers
{
    /// <summary>The effect of the same improvement of each lever, one at a time.</summary>
    /// <param name="quantity">Units sold; not negative.</param>
    /// <param name="price">The price of a unit; not negative.</param>
    /// <param name="variableCost">The variable cost of a unit; not negative.</param>
    /// <param name="fixedCost">The fixed cost; not negative.</param>
    /// <param name="improvement">How much better each becomes, as a fraction: 0.05 is a price 5 % higher, or a cost 5 % lower; 0 … 1.</param>
    /// <returns>The four levers, the strongest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<LeverEffect> Of(decimal quantity, decimal price, decimal variableCost, decimal fixedCost, decimal improvement)
    {
        Guard.NotNegative(quantity);
        Guard.NotNegative(price);
        Guard.NotNegative(variableCost);
        Guard.NotNegative(fixedCost);
        Guard.NotNegative(improvement);
        Guard.AtMost(improvement, 1);

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
