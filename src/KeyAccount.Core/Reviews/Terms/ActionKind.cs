using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The kind of an action that a review can ask for.</summary>
/// <remarks>LibraryDefault. An account has each kind at most once, except <see cref="FollowUp"/>.</remarks>
[JsonConverter(typeof(TermJsonConverter<ActionKind>))]
public sealed class ActionKind : Term<ActionKind>
{
    /// <summary>Settle a complaint; value 1.</summary>
    public static readonly ActionKind SettleComplaint = new(1);
    /// <summary>Improve what the customer is unhappy with; value 2.</summary>
    public static readonly ActionKind ImproveService = new(2);
    /// <summary>Have one of our leaders meet one of theirs; value 3.</summary>
    public static readonly ActionKind MeetLeaders = new(3);
    /// <summary>Find out why the customer buys less, and win the purchases back; value 4.</summary>
    public static readonly ActionKind RecoverPurchases = new(4);
    /// <summary>Renew a contract before it ends; value 5.</summary>
    public static readonly ActionKind RenewContract = new(5);
    /// <summary>Raise the barrier around the customer; value 6.</summary>
    public static readonly ActionKind RaiseBarrier = new(6);
    /// <summary>Ease the barrier around a customer that wants to go; value 7.</summary>
    public static readonly ActionKind EaseBarrier = new(7);
    /// <summary>Raise the barrier against the competitor; value 8.</summary>
    public static readonly ActionKind KeepCompetitorOut = new(8);
    /// <summary>Get to know the people who decide; value 9.</summary>
    public static readonly ActionKind FindDecider = new(9);
    /// <summary>Get to know a second person who decides; value 10.</summary>
    public static readonly ActionKind BroadenContacts = new(10);
    /// <summary>Win a person by a move on the ladder; value 11.</summary>
    public static readonly ActionKind WinPerson = new(11);
    /// <summary>Confirm where people stand; value 12.</summary>
    public static readonly ActionKind ConfirmStanding = new(12);
    /// <summary>Strengthen the weakest link of the relationship (短板, the shortest stave of the barrel); value 13.</summary>
    public static readonly ActionKind LengthenShortBoard = new(13);
    /// <summary>Offer a price step in exchange; value 14.</summary>
    public static readonly ActionKind OfferTrade = new(14);
    /// <summary>Bring a quotation back to its floor; value 15.</summary>
    public static readonly ActionKind ReviseQuotation = new(15);
    /// <summary>Have a quotation granted; value 16.</summary>
    public static readonly ActionKind SeekApproval = new(16);
    /// <summary>Ask for something in return for a price step; value 17.</summary>
    public static readonly ActionKind AskForReturn = new(17);
    /// <summary>Ask the customer how satisfied it is; value 18.</summary>
    public static readonly ActionKind AskSatisfaction = new(18);
    /// <summary>Learn or correct facts; value 19.</summary>
    public static readonly ActionKind LearnFacts = new(19);
    /// <summary>Follow up a finding of a topic or rule of your own; an account may have several; value 20.</summary>
    public static readonly ActionKind FollowUp = new(20);
    /// <summary>Move a deal that is stuck, or let it go; value 21.</summary>
    public static readonly ActionKind AdvanceDeal = new(21);
    /// <summary>Agree with the customer on a dated next step; value 22.</summary>
    public static readonly ActionKind AgreeNextStep = new(22);
    /// <summary>Raise the profit of an account: price, cost to serve, or let it go; value 23.</summary>
    public static readonly ActionKind RaiseProfit = new(23);
    /// <summary>Collect overdue debt; value 24.</summary>
    public static readonly ActionKind CollectDebt = new(24);
    /// <summary>Ask the customer what it needs; value 31.</summary>
    public static readonly ActionKind AskNeeds = new(31);
    /// <summary>Show the worth of our answer in money; value 32.</summary>
    public static readonly ActionKind ShowValue = new(32);
    /// <summary>Answer the six questions about a rival; value 33.</summary>
    public static readonly ActionKind AnswerSixQuestions = new(33);
    /// <summary>Counter a strong rival; value 34.</summary>
    public static readonly ActionKind CounterRival = new(34);
    /// <summary>Decide whether to bid, and hand in the bid on time; value 41.</summary>
    public static readonly ActionKind PrepareBid = new(41);
    /// <summary>Bring a bid back to a price that we may offer, or withdraw it; value 42.</summary>
    public static readonly ActionKind ReviseBid = new(42);
    /// <summary>Plan an activity; value 43.</summary>
    public static readonly ActionKind PlanActivity = new(43);
    /// <summary>Offer a service that prevents or adds value; value 44.</summary>
    public static readonly ActionKind OfferService = new(44);

    /// <summary>Win a category that the customer buys elsewhere; value 45.</summary>
    public static readonly ActionKind WinCategory = new(45);
    /// <summary>Ask who supplies a category; value 46.</summary>
    public static readonly ActionKind AskSupplier = new(46);
    /// <summary>Take the next key action with a prospect; value 47.</summary>
    public static readonly ActionKind AdvanceProspect = new(47);
    /// <summary>Decide whether to continue with a prospect; value 48.</summary>
    public static readonly ActionKind DropProspect = new(48);
    /// <summary>Decode the strategy of the customer; value 61.</summary>
    public static readonly ActionKind DecodeStrategy = new(61);
    /// <summary>Review the plan of the relationship; value 62.</summary>
    public static readonly ActionKind ReviewStrategyPlan = new(62);
    /// <summary>Close a gap between what the customer wants and what we are good at; value 63.</summary>
    public static readonly ActionKind CloseStrategicGap = new(63);
    /// <summary>Propose strategic cooperation; value 64.</summary>
    public static readonly ActionKind ProposeCooperation = new(64);
    /// <summary>Prepare strategic cooperation where it is weakest; value 65.</summary>
    public static readonly ActionKind PrepareCooperation = new(65);

    private ActionKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
