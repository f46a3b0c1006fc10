using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The outcome for a bid, or for the tender as a whole.</summary>
/// <remarks>《B2B 大客户开发与管理》 asks for the difference (废标与无效投标的区别) but does not give it: LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidOutcome>))]
public sealed class BidOutcome : Term<BidOutcome>
{
    /// <summary>The bid is evaluated; value 1.</summary>
    public static readonly BidOutcome Valid = new(1);
    /// <summary>This bid is rejected; the others remain; value 2.</summary>
    public static readonly BidOutcome Invalid = new(2);
    /// <summary>The whole tender fails; value 3.</summary>
    public static readonly BidOutcome TenderVoid = new(3);

    private BidOutcome(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
