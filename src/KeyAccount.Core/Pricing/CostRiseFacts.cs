using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Pricing;

/// <summary>What the answer to a rise of our cost depends on. Any of them may be unknown: null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record CostRiseFacts
{
    /// <summary>Whether the contract has a formula by which the price follows the cost.</summary>
    public bool? HasPriceFormula { get; init; }

    /// <summary>Whether the rise hits our rivals too: a raw material, and not a fault of our own.</summary>
    public bool? IsIndustryWide { get; init; }

    /// <summary>What part we play in the market.</summary>
    public MarketPosition? Position { get; init; }

    /// <summary>How high the barrier around the customer is.</summary>
    public BarrierLevel? Barrier { get; init; }
}
