using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

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
