using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

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
