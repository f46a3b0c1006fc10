namespace KeyAccount.Core.Pricing;

/// <summary>The facts that decide the pricing strategy of a product. Either may be unknown: null.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record PricingStrategyFacts
{
    /// <summary>The stage of the product in its life cycle.</summary>
    public ProductStage? Stage { get; init; }

    /// <summary>Our position in the market of the product.</summary>
    public MarketPosition? Position { get; init; }
}
