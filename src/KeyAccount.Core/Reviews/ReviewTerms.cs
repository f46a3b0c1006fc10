using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What a review speaks of: one topic for each question a room answers.</summary>
/// <remarks>LibraryDefault: the questions are those of the rooms; that a review asks these is ours.</remarks>
[JsonConverter(typeof(TermJsonConverter<ReviewTopic>))]
public sealed class ReviewTopic : Term<ReviewTopic>
{
    /// <summary>What the account buys in a year; value 1.</summary>
    public static readonly ReviewTopic Purchases = new(nameof(Purchases), 1);

    /// <summary>Whether that rises or falls, and since when it has bought nothing; value 2.</summary>
    public static readonly ReviewTopic Trend = new(nameof(Trend), 2);

    /// <summary>What the account is worth, and its tier; value 3.</summary>
    public static readonly ReviewTopic AccountValue = new(nameof(AccountValue), 3);

    /// <summary>The relationship in its three dimensions; value 4.</summary>
    public static readonly ReviewTopic Relationship = new(nameof(Relationship), 4);

    /// <summary>The people through whom we stand; value 5.</summary>
    public static readonly ReviewTopic Stakeholders = new(nameof(Stakeholders), 5);

    /// <summary>How far the relationship has come; value 6.</summary>
    public static readonly ReviewTopic Development = new(nameof(Development), 6);

    /// <summary>Whether the customer can leave; value 7.</summary>
    public static readonly ReviewTopic SwitchingCost = new(nameof(SwitchingCost), 7);

    /// <summary>Whether a competitor can come in; value 8.</summary>
    public static readonly ReviewTopic CompetitorBarrier = new(nameof(CompetitorBarrier), 8);

    /// <summary>Whether the customer wants to stay; value 9.</summary>
    public static readonly ReviewTopic Loyalty = new(nameof(Loyalty), 9);

    /// <summary>Whether it is satisfied; value 10.</summary>
    public static readonly ReviewTopic Satisfaction = new(nameof(Satisfaction), 10);

    /// <summary>What is agreed, and until when; value 11.</summary>
    public static readonly ReviewTopic Contract = new(nameof(Contract), 11);

    /// <summary>What we offer; value 12.</summary>
    public static readonly ReviewTopic Quotation = new(nameof(Quotation), 12);

    private ReviewTopic(string name, int value)
        : base(name, value)
    {
    }

    /// <summary>The topics of which every account can be asked whether they are known, in order: all but contracts and quotations, of which there may be none.</summary>
    public static IReadOnlyList<ReviewTopic> Covered { get; } =
        [Purchases, Trend, AccountValue, Relationship, Stakeholders, Development, SwitchingCost, CompetitorBarrier, Loyalty, Satisfaction];
}

/// <summary>How much of an account is at stake.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<RiskLevel>))]
public sealed class RiskLevel : OrderedTerm<RiskLevel>
{
    /// <summary>Nothing found that puts much at stake; value 1.</summary>
    public static readonly RiskLevel Low = new(nameof(Low), 1);

    /// <summary>Something to watch; value 2.</summary>
    public static readonly RiskLevel Medium = new(nameof(Medium), 2);

    /// <summary>The account may leave; value 3.</summary>
    public static readonly RiskLevel High = new(nameof(High), 3);

    private RiskLevel(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.LowestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}

/// <summary>The amount of which a finding puts a share at stake.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<StakeBasis>))]
public sealed class StakeBasis : Term<StakeBasis>
{
    /// <summary>What the account buys in a year (<see cref="ReviewFacts.AnnualPurchases"/>); value 1.</summary>
    public static readonly StakeBasis AnnualPurchases = new(nameof(AnnualPurchases), 1);

    /// <summary>What it buys less than before, in a year (<see cref="ReviewFacts.PurchaseFall"/>); value 2.</summary>
    public static readonly StakeBasis PurchaseFall = new(nameof(PurchaseFall), 2);

    /// <summary>What the contract is worth in a year, or what the account buys where that is not known (<see cref="ReviewFacts.ContractValue"/>); value 3.</summary>
    public static readonly StakeBasis ContractValue = new(nameof(ContractValue), 3);

    /// <summary>What quotations lack to their floor (<see cref="ReviewFacts.FloorShortfall"/>); value 4.</summary>
    public static readonly StakeBasis FloorShortfall = new(nameof(FloorShortfall), 4);

    /// <summary>By how much the list price of quotations is undercut (<see cref="ReviewFacts.DiscountForApproval"/>); value 5.</summary>
    public static readonly StakeBasis Discount = new(nameof(Discount), 5);

    /// <summary>What quotations give for nothing in return (<see cref="ReviewFacts.PriceGivenAway"/>); value 6.</summary>
    public static readonly StakeBasis PriceGivenAway = new(nameof(PriceGivenAway), 6);

    private StakeBasis(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>Who in our company does what a review asks for.</summary>
/// <remarks>LibraryDefault: the source documents speak of the customer's roles and name none of ours beyond the salesperson and the leaders.</remarks>
[JsonConverter(typeof(TermJsonConverter<ActionOwner>))]
public sealed class ActionOwner : Term<ActionOwner>
{
    /// <summary>Who answers for the account; value 1.</summary>
    public static readonly ActionOwner KeyAccountManager = new(nameof(KeyAccountManager), 1);

    /// <summary>Who leads the salespeople; value 2.</summary>
    public static readonly ActionOwner SalesManager = new(nameof(SalesManager), 2);

    /// <summary>The leader of ours who stands for the account; value 3.</summary>
    public static readonly ActionOwner ExecutiveSponsor = new(nameof(ExecutiveSponsor), 3);

    /// <summary>Who answers for service and complaints; value 4.</summary>
    public static readonly ActionOwner ServiceManager = new(nameof(ServiceManager), 4);

    /// <summary>Who answers for technology at the customer; value 5.</summary>
    public static readonly ActionOwner TechnicalLead = new(nameof(TechnicalLead), 5);

    private ActionOwner(string name, int value)
        : base(name, value)
    {
    }
}

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
