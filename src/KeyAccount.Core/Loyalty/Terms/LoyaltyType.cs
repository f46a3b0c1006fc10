using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>The kind of loyalty, from attitude and purchases.</summary>
/// <remarks>Source: Dick &amp; Basu 1994. No order: latent and spurious loyalty lack different things.</remarks>
[JsonConverter(typeof(TermJsonConverter<LoyaltyType>))]
public sealed class LoyaltyType : Term<LoyaltyType>
{
    /// <summary>The customer wants to buy from us, and does; value 1.</summary>
    public static readonly LoyaltyType True = new(1);
    /// <summary>The customer wants to buy from us, but buys little; value 2.</summary>
    public static readonly LoyaltyType Latent = new(2);
    /// <summary>The customer buys much from us, but does not want to; value 3.</summary>
    public static readonly LoyaltyType Spurious = new(3);
    /// <summary>Neither of the two; value 4.</summary>
    public static readonly LoyaltyType None = new(4);

    private LoyaltyType(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
