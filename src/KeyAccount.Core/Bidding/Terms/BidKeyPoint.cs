using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The five key points of a successful bid.</summary>
/// <remarks>《B2B 大客户开发与管理》 announces five key points (五大要点) but does not name them. The number comes from the source; the points are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidKeyPoint>))]
public sealed class BidKeyPoint : Term<BidKeyPoint>
{
    /// <summary>We know the need, and the customer our solution, before the document is issued; value 1.</summary>
    public static readonly BidKeyPoint EarlyInvolvement = new(1);
    /// <summary>The scoring criteria are understood; value 2.</summary>
    public static readonly BidKeyPoint ReadTheCriteria = new(2);
    /// <summary>The people who decide support us; value 3.</summary>
    public static readonly BidKeyPoint KeyPeople = new(3);
    /// <summary>The bid is complete, thorough and correct; value 4.</summary>
    public static readonly BidKeyPoint BidQualityChecked = new(4);
    /// <summary>The price is set with the formula in mind; value 5.</summary>
    public static readonly BidKeyPoint PriceStrategy = new(5);

    private BidKeyPoint(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
