using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>What kind of loyalty attitude and purchases make together.</summary>
/// <remarks>Source: Dick &amp; Basu 1994. No order: latent and spurious loyalty lack different things.</remarks>
[JsonConverter(typeof(TermJsonConverter<LoyaltyType>))]
public sealed class LoyaltyType : Term<LoyaltyType>
{
    /// <summary>It wants to buy from us and does; value 1.</summary>
    public static readonly LoyaltyType True = new(1);
    /// <summary>It wants to and buys little; value 2.</summary>
    public static readonly LoyaltyType Latent = new(2);
    /// <summary>It buys much and does not want to; value 3.</summary>
    public static readonly LoyaltyType Spurious = new(3);
    /// <summary>Neither; value 4.</summary>
    public static readonly LoyaltyType None = new(4);

    private LoyaltyType(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
