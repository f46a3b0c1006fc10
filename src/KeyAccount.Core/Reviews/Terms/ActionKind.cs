using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What a review can ask somebody to do.</summary>
/// <remarks>LibraryDefault. An account has each at most once.</remarks>
[JsonConverter(typeof(TermJsonConverter<ActionKind>))]
public sealed class ActionKind : Term<ActionKind>
{
    /// <summary>Settle a complaint; value 1.</summary>
    public static readonly ActionKind SettleComplaint = new(nameof(SettleComplaint), 1);

    /// <summary>Mend what the customer is unhappy with; value 2.</summary>
    public static readonly ActionKind ImproveService = new(nameof(ImproveService), 2);

    /// <summary>Have a leader of ours meet one of theirs; value 3.</summary>
    public static readonly ActionKind MeetLeaders = new(nameof(MeetLeaders), 3);

    /// <summary>Find out why it buys less, and win it back; value 4.</summary>
    public static readonly ActionKind RecoverPurchases = new(nameof(RecoverPurchases), 4);

    /// <summary>Renew a contract before it ends; value 5.</summary>
    public static readonly ActionKind RenewContract = new(nameof(RenewContract), 5);

    /// <summary>Raise the barrier around the customer; value 6.</summary>
    public static readonly ActionKind RaiseBarrier = new(nameof(RaiseBarrier), 6);

    /// <summary>Ease the barrier around a customer that wants to go; value 7.</summary>
    public static readonly ActionKind EaseBarrier = new(nameof(EaseBarrier), 7);

    /// <summary>Raise the barrier against the competitor; value 8.</summary>
    public static readonly ActionKind KeepCompetitorOut = new(nameof(KeepCompetitorOut), 8);

    /// <summary>Get to know who decides; value 9.</summary>
    public static readonly ActionKind FindDecider = new(nameof(FindDecider), 9);

    /// <summary>Get to know a second person who decides; value 10.</summary>
    public static readonly ActionKind BroadenContacts = new(nameof(BroadenContacts), 10);

    /// <summary>Win a person by a move on the ladder; value 11.</summary>
    public static readonly ActionKind WinPerson = new(nameof(WinPerson), 11);

    /// <summary>Confirm where people stand; value 12.</summary>
    public static readonly ActionKind ConfirmStanding = new(nameof(ConfirmStanding), 12);

    /// <summary>Lengthen the short board of the relationship; value 13.</summary>
    public static readonly ActionKind LengthenShortBoard = new(nameof(LengthenShortBoard), 13);

    /// <summary>Offer a price step in exchange; value 14.</summary>
    public static readonly ActionKind OfferTrade = new(nameof(OfferTrade), 14);

    /// <summary>Bring a quotation back to its floor; value 15.</summary>
    public static readonly ActionKind ReviseQuotation = new(nameof(ReviseQuotation), 15);

    /// <summary>Have a quotation granted; value 16.</summary>
    public static readonly ActionKind SeekApproval = new(nameof(SeekApproval), 16);

    /// <summary>Ask for something in return for a price step; value 17.</summary>
    public static readonly ActionKind AskForReturn = new(nameof(AskForReturn), 17);

    /// <summary>Ask the customer how satisfied it is; value 18.</summary>
    public static readonly ActionKind AskSatisfaction = new(nameof(AskSatisfaction), 18);

    /// <summary>Learn or correct facts; value 19.</summary>
    public static readonly ActionKind LearnFacts = new(nameof(LearnFacts), 19);

    private ActionKind(string name, int value)
        : base(name, value)
    {
    }
}
