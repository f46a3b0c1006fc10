using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The phase of a bid.</summary>
/// <remarks>Source: the sections of module 6 of 《B2B 大客户开发与管理》. Where one phase ends and the next begins is a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidPhase>))]
public sealed class BidPhase : Term<BidPhase>
{
    /// <summary>The tender document is not out yet; value 1.</summary>
    public static readonly BidPhase BeforeIssue = new(1);
    /// <summary>The bid is being written; value 2.</summary>
    public static readonly BidPhase Preparation = new(2);
    /// <summary>The bid is submitted; value 3.</summary>
    public static readonly BidPhase BeforeOpening = new(3);
    /// <summary>The bids are open and being presented; value 4.</summary>
    public static readonly BidPhase Presentation = new(4);
    /// <summary>The ranking is published; value 5.</summary>
    public static readonly BidPhase Publicity = new(5);
    /// <summary>The decision is made; value 6.</summary>
    public static readonly BidPhase Afterwards = new(6);

    private BidPhase(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
