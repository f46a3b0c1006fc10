using System.Text.Json.Serialization;

namespace KeyAccount.Core.Pricing;

/// <summary>The price after a cost change has been passed on.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PassedOnPrice
{
    internal PassedOnPrice(decimal oldPrice, decimal newPrice, decimal newVariableCost)
    {
        Price = newPrice;
        Change = newPrice - oldPrice;
        ChangeRate = Change / oldPrice;
        UnitMargin = newPrice - newVariableCost;
        MarginRate = newPrice == 0 ? null : UnitMargin / newPrice;
    }

    [JsonConstructor]
    internal PassedOnPrice(decimal price, decimal change, decimal changeRate, decimal unitMargin, decimal? marginRate) =>
        (Price, Change, ChangeRate, UnitMargin, MarginRate) = (price, change, changeRate, unitMargin, marginRate);

    /// <summary>The new price, not rounded.</summary>
    public decimal Price { get; }

    /// <summary>New − old price.</summary>
    public decimal Change { get; }

    /// <summary>The change as a fraction of the old price.</summary>
    public decimal ChangeRate { get; }

    /// <summary>New price − new variable cost.</summary>
    public decimal UnitMargin { get; }

    /// <summary>The unit margin as a fraction of the new price; null if the new price is 0.</summary>
    public decimal? MarginRate { get; }
}
