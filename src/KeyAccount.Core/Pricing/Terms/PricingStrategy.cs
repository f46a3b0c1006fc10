using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The way to price a product.</summary>
/// <remarks>Literature: Dean, Pricing Policies for New Products, HBR 11/1950 (skimming, penetration); Kotler, Marketing Management; Nagle,
/// The Strategy and Tactics of Pricing (value). The choice of these seven is a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<PricingStrategy>))]
public sealed class PricingStrategy : Term<PricingStrategy>
{
    /// <summary>High at first, for the customers who value the product most; value 1.</summary>
    public static readonly PricingStrategy Skim = new(1);
    /// <summary>Low at first, to gain share; value 2.</summary>
    public static readonly PricingStrategy Penetrate = new(2);
    /// <summary>By the worth of the product to the customer; value 3.</summary>
    public static readonly PricingStrategy ValueBased = new(3);
    /// <summary>Different prices for different customers, service and volumes; value 4.</summary>
    public static readonly PricingStrategy Segmented = new(4);
    /// <summary>At the market price; value 5.</summary>
    public static readonly PricingStrategy GoingRate = new(5);
    /// <summary>Kept high while demand lasts, without further investment; value 6.</summary>
    public static readonly PricingStrategy Harvest = new(6);
    /// <summary>Lowered towards the floor, to leave the product behind; value 7.</summary>
    public static readonly PricingStrategy Clear = new(7);

    private PricingStrategy(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
