using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Pricing;

/// <summary>The facts that decide how to answer a rise of our cost. Any of them may be unknown: null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record CostRiseFacts
{
    /// <summary>Whether the contract has a formula that ties the price to the cost.</summary>
    public bool? HasPriceFormula { get; init; }

    /// <summary>Whether the rise also hits our rivals: a raw material, say, and not a problem that only we have.</summary>
    public bool? IsIndustryWide { get; init; }

    /// <summary>Our position in the market.</summary>
    public MarketPosition? Position { get; init; }

    /// <summary>The height of the barrier around the customer.</summary>
    public BarrierLevel? Barrier { get; init; }
}
