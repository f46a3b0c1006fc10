using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>Our position in the market of a product.</summary>
/// <remarks>Literature: Kotler, Marketing Management (leader, challenger, follower, nicher).</remarks>
[JsonConverter(typeof(TermJsonConverter<MarketPosition>))]
public sealed class MarketPosition : Term<MarketPosition>
{
    /// <summary>We have the largest share, and others watch our price; value 1.</summary>
    public static readonly MarketPosition Leader = new(1);
    /// <summary>We attack for share; value 2.</summary>
    public static readonly MarketPosition Challenger = new(2);
    /// <summary>We follow the market; value 3.</summary>
    public static readonly MarketPosition Follower = new(3);
    /// <summary>We serve a niche that the large suppliers leave; value 4.</summary>
    public static readonly MarketPosition Nicher = new(4);

    private MarketPosition(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
