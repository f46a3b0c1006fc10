using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The kind of an event in a bid.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidEventKind>))]
public sealed class BidEventKind : Term<BidEventKind>
{
    /// <summary>The tender document is out; value 1.</summary>
    public static readonly BidEventKind FileIssued = new(1);
    /// <summary>We hand in the bid; value 2.</summary>
    public static readonly BidEventKind Submitted = new(2);
    /// <summary>The bids are opened; value 3.</summary>
    public static readonly BidEventKind Opened = new(3);
    /// <summary>The ranking is published; value 4.</summary>
    public static readonly BidEventKind Published = new(4);
    /// <summary>We win; value 5.</summary>
    public static readonly BidEventKind Won = new(5);
    /// <summary>Another bidder wins; value 6.</summary>
    public static readonly BidEventKind Lost = new(6);
    /// <summary>Our bid is declared invalid; value 7.</summary>
    public static readonly BidEventKind Rejected = new(7);
    /// <summary>The tender is declared void; value 8.</summary>
    public static readonly BidEventKind Voided = new(8);
    /// <summary>We withdraw; value 9.</summary>
    public static readonly BidEventKind Withdrawn = new(9);
    /// <summary>We hold the debrief and ask why; value 10.</summary>
    public static readonly BidEventKind DebriefHeld = new(10);
    /// <summary>The contract is signed; value 11.</summary>
    public static readonly BidEventKind ContractSigned = new(11);

    private BidEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
