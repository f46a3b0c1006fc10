using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>A way in which goodwill grows between two organisations.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (组织间情感的建立).</remarks>
[JsonConverter(typeof(TermJsonConverter<GoodwillActivity>))]
public sealed class GoodwillActivity : Term<GoodwillActivity>
{
    /// <summary>Care at festivals (节日关怀); value 1.</summary>
    public static readonly GoodwillActivity FestiveGreetings = new(1);
    /// <summary>The leaders meet (高层互动); value 2.</summary>
    public static readonly GoodwillActivity LeadersMeet = new(2);
    /// <summary>Courtesy is returned (礼尚往来); value 3.</summary>
    public static readonly GoodwillActivity Reciprocity = new(3);
    /// <summary>Social gatherings of both sides (联谊活动); value 4.</summary>
    public static readonly GoodwillActivity Gatherings = new(4);

    private GoodwillActivity(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
