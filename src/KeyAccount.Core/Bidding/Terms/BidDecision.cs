using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>Whether to bid.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidDecision>))]
public sealed class BidDecision : OrderedTerm<BidDecision>
{
    /// <summary>Do not bid; value 1.</summary>
    public static readonly BidDecision NoBid = new(1);
    /// <summary>Bid once the conditions are met; value 2.</summary>
    public static readonly BidDecision BidWithConditions = new(2);
    /// <summary>Bid; value 3.</summary>
    public static readonly BidDecision Bid = new(3);

    private BidDecision(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
