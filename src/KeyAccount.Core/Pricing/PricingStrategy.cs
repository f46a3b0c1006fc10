using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>Where a product stands in its life cycle.</summary>
/// <remarks>Source for the idea: S000 (不同产品生命周期的定价策略); the four stages are L Levitt, Exploit the Product Life Cycle, HBR 11/1965.</remarks>
[JsonConverter(typeof(TermJsonConverter<ProductStage>))]
public sealed class ProductStage : Term<ProductStage>
{
    /// <summary>New on the market; value 1.</summary>
    public static readonly ProductStage Introduction = new(nameof(Introduction), 1);

    /// <summary>Demand grows and rivals come; value 2.</summary>
    public static readonly ProductStage Growth = new(nameof(Growth), 2);

    /// <summary>Demand no longer grows; value 3.</summary>
    public static readonly ProductStage Maturity = new(nameof(Maturity), 3);

    /// <summary>Demand falls; value 4.</summary>
    public static readonly ProductStage Decline = new(nameof(Decline), 4);

    private ProductStage(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What part we play in the market of a product.</summary>
/// <remarks>Literature: Kotler, Marketing Management (leader, challenger, follower, nicher).</remarks>
[JsonConverter(typeof(TermJsonConverter<MarketPosition>))]
public sealed class MarketPosition : Term<MarketPosition>
{
    /// <summary>The largest share; others look at our price; value 1.</summary>
    public static readonly MarketPosition Leader = new(nameof(Leader), 1);

    /// <summary>We attack for share; value 2.</summary>
    public static readonly MarketPosition Challenger = new(nameof(Challenger), 2);

    /// <summary>We go along with the market; value 3.</summary>
    public static readonly MarketPosition Follower = new(nameof(Follower), 3);

    /// <summary>We serve a niche that the large ones leave; value 4.</summary>
    public static readonly MarketPosition Nicher = new(nameof(Nicher), 4);

    private MarketPosition(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>How a product is priced.</summary>
/// <remarks>Literature: Dean, Pricing Policies for New Products, HBR 11/1950 (skimming, penetration); Kotler, Marketing Management; Nagle, The
/// Strategy and Tactics of Pricing (value). The choice of these seven is a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<PricingStrategy>))]
public sealed class PricingStrategy : Term<PricingStrategy>
{
    /// <summary>High at first, for those to whom it is worth most; value 1.</summary>
    public static readonly PricingStrategy Skim = new(nameof(Skim), 1);

    /// <summary>Low at first, to win share; value 2.</summary>
    public static readonly PricingStrategy Penetrate = new(nameof(Penetrate), 2);

    /// <summary>By what it is worth to the customer; value 3.</summary>
    public static readonly PricingStrategy ValueBased = new(nameof(ValueBased), 3);

    /// <summary>Different prices for different customers, service and volumes; value 4.</summary>
    public static readonly PricingStrategy Segmented = new(nameof(Segmented), 4);

    /// <summary>With the market; value 5.</summary>
    public static readonly PricingStrategy GoingRate = new(nameof(GoingRate), 5);

    /// <summary>Held high while the demand lasts, without further investment; value 6.</summary>
    public static readonly PricingStrategy Harvest = new(nameof(Harvest), 6);

    /// <summary>Down towards the floor, to leave the product; value 7.</summary>
    public static readonly PricingStrategy Clear = new(nameof(Clear), 7);

    private PricingStrategy(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What the pricing strategy of a product depends on. Both may be unknown; unknown is null.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record PricingStrategyFacts
{
    /// <summary>Where the product stands in its life cycle.</summary>
    public ProductStage? Stage { get; init; }

    /// <summary>What part we play in its market.</summary>
    public MarketPosition? Position { get; init; }
}
