using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The three rules for a bid: nothing missing, nothing rough, nothing wrong.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》, 不漏、不粗、不错.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidQuality>))]
public sealed class BidQuality : Term<BidQuality>
{
    /// <summary>Every required document is present; value 1.</summary>
    public static readonly BidQuality NothingMissing = new(1);
    /// <summary>Every criterion is answered with evidence; value 2.</summary>
    public static readonly BidQuality NothingRough = new(2);
    /// <summary>Every figure and name agrees across documents; value 3.</summary>
    public static readonly BidQuality NothingWrong = new(3);

    private BidQuality(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
