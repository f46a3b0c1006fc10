using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The five key points of a successful bid.</summary>
/// <remarks>《B2B 大客户开发与管理》 announces five key points (五大要点) and names none: the number is the source’s, the points are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidKeyPoint>))]
public sealed class BidKeyPoint : Term<BidKeyPoint>
{
    /// <summary>Known before the document is out; value 1.</summary>
    public static readonly BidKeyPoint EarlyInvolvement = new(1);
    /// <summary>The scoring criteria are understood; value 2.</summary>
    public static readonly BidKeyPoint ReadTheCriteria = new(2);
    /// <summary>The people who decide support us; value 3.</summary>
    public static readonly BidKeyPoint KeyPeople = new(3);
    /// <summary>The bid is complete, thorough and right; value 4.</summary>
    public static readonly BidKeyPoint BidQualityChecked = new(4);
    /// <summary>The price is set by the formula; value 5.</summary>
    public static readonly BidKeyPoint PriceStrategy = new(5);

    private BidKeyPoint(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
