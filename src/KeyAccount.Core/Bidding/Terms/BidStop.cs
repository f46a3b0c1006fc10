using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>Conduct that ends the work on a bid: the library names the law and gives no advice.</summary>
/// <remarks>LibraryDefault. The documents raise the topics; the library refuses to help with the means.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidStop>))]
public sealed class BidStop : Term<BidStop>
{
    /// <summary>Contact with evaluators; value 1.</summary>
    public static readonly BidStop EvaluatorContact = new(1);
    /// <summary>Prices agreed among bidders; value 2.</summary>
    public static readonly BidStop AgreedPrices = new(2);
    /// <summary>A requirement written for one bidder; value 3.</summary>
    public static readonly BidStop WrittenForOne = new(3);

    private BidStop(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
