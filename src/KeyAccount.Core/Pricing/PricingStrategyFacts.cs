namespace KeyAccount.Core.Pricing;

/// <summary>What the pricing strategy of a product depends on. Either may be unknown: null.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record PricingStrategyFacts
{
    /// <summary>Where the product stands in its life cycle.</summary>
    public ProductStage? Stage { get; init; }

    /// <summary>What part we play in its market.</summary>
    public MarketPosition? Position { get; init; }
}
