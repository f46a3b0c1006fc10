using KeyAccount.Core.Loyalty;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Pricing;

/// <summary>The facts that decide how to answer falling prices. Any of them may be unknown: null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record MarketCutFacts
{
    /// <summary>Whether the fall will last, because costs fell for everyone; false if a rival is raiding the market.</summary>
    public bool? IsLasting { get; init; }

    /// <summary>The height of the barrier around the customer.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>How strongly the customer's decision depends on the price.</summary>
    public PriceSensitivity? Sensitivity { get; init; }
}
