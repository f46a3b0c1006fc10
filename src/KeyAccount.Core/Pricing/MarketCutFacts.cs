using KeyAccount.Core.Loyalty;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Pricing;

/// <summary>What the answer to falling prices depends on. Any of them may be unknown: null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record MarketCutFacts
{
    /// <summary>Whether the fall will last, because costs fell for all; false for a rival's raid.</summary>
    public bool? IsLasting { get; init; }

    /// <summary>How high the barrier around the customer is.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>How much the customer's decision depends on the price.</summary>
    public PriceSensitivity? Sensitivity { get; init; }
}
