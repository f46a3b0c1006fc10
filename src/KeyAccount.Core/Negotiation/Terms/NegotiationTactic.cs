using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>A tactic, with the phase it belongs to; its description says what to do.</summary>
/// <remarks>《B2B 大客户开发与管理》 asks for tactics in each phase and names none. From Dawson, Secrets of Power Negotiating:
/// <see cref="AmbitiousOffer"/>,
/// <see cref="AskFirst"/>, <see cref="TradeConcessions"/>, <see cref="SetAside"/>, <see cref="TaperConcessions"/>,
/// <see cref="EasyAcceptance"/>. From Fisher &amp; Ury 1981, Getting to Yes: <see cref="ExploreInterests"/>,
/// <see cref="ObjectiveCriteria"/>, <see cref="StandOnAlternative"/>. From Raiffa 1985, Post-settlement settlements:
/// <see cref="ImproveTogether"/>. The others are a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<NegotiationTactic>))]
public sealed class NegotiationTactic : Term<NegotiationTactic>
{
    /// <summary>Set target, opening and reservation of each issue, and the alternative to a deal; value 1.</summary>
    public static readonly NegotiationTactic SetGoals = new(nameof(SetGoals), 1, NegotiationPhase.Preparation);
    /// <summary>Prepare with those who know the field, and agree who speaks on what; value 2.</summary>
    public static readonly NegotiationTactic BringExperts = new(nameof(BringExperts), 2, NegotiationPhase.Preparation);
    /// <summary>Match the ranks at the table, and settle place, order and what may be published; value 3.</summary>
    public static readonly NegotiationTactic ArrangeProtocol = new(nameof(ArrangeProtocol), 3, NegotiationPhase.Preparation);
    /// <summary>Listen, keep small promises, and speak of figures only then; value 4.</summary>
    public static readonly NegotiationTactic BuildTrust = new(nameof(BuildTrust), 4, NegotiationPhase.Opening);
    /// <summary>Ask for more than you expect to get, and be able to justify it; value 5.</summary>
    public static readonly NegotiationTactic AmbitiousOffer = new(nameof(AmbitiousOffer), 5, NegotiationPhase.Opening);
    /// <summary>Ask before you state a figure, and never say yes to the first offer; value 6.</summary>
    public static readonly NegotiationTactic AskFirst = new(nameof(AskFirst), 6, NegotiationPhase.Opening);
    /// <summary>Begin near the target, with reasons, and say that there is little room; value 7.</summary>
    public static readonly NegotiationTactic ReasonedOffer = new(nameof(ReasonedOffer), 7, NegotiationPhase.Opening);
    /// <summary>Ask why each side wants what it asks for, before positions harden; value 8.</summary>
    public static readonly NegotiationTactic ExploreInterests = new(nameof(ExploreInterests), 8, NegotiationPhase.Opening);
    /// <summary>Argue from market prices, costs and precedents instead of will; value 9.</summary>
    public static readonly NegotiationTactic ObjectiveCriteria = new(nameof(ObjectiveCriteria), 9, NegotiationPhase.Middle);
    /// <summary>Ask for something in return whenever you give something; value 10.</summary>
    public static readonly NegotiationTactic TradeConcessions = new(nameof(TradeConcessions), 10, NegotiationPhase.Middle);
    /// <summary>Settle the other issues first, and come back with momentum; value 11.</summary>
    public static readonly NegotiationTactic SetAside = new(nameof(SetAside), 11, NegotiationPhase.Middle);
    /// <summary>Offer several packages of equal value to us, and see which one they prefer; value 12.</summary>
    public static readonly NegotiationTactic OfferPackages = new(nameof(OfferPackages), 12, NegotiationPhase.Middle);
    /// <summary>Say what is the last offer and until when it stands, and mean it; value 13.</summary>
    public static readonly NegotiationTactic FinalOffer = new(nameof(FinalOffer), 13, NegotiationPhase.Closing);
    /// <summary>Make each concession smaller than the one before; value 14.</summary>
    public static readonly NegotiationTactic TaperConcessions = new(nameof(TaperConcessions), 14, NegotiationPhase.Closing);
    /// <summary>Measure the last offer against your alternative, not against their pressure; value 15.</summary>
    public static readonly NegotiationTactic StandOnAlternative = new(nameof(StandOnAlternative), 15, NegotiationPhase.Closing);
    /// <summary>Give a small last concession and the credit, so that they can say yes without losing face; value 16.</summary>
    public static readonly NegotiationTactic EasyAcceptance = new(nameof(EasyAcceptance), 16, NegotiationPhase.Closing);
    /// <summary>Before signing, look together for a package that is better for both; value 17.</summary>
    public static readonly NegotiationTactic ImproveTogether = new(nameof(ImproveTogether), 17, NegotiationPhase.Closing);
    /// <summary>Put every issue on paper while both remember it alike; value 18.</summary>
    public static readonly NegotiationTactic ConfirmInWriting = new(nameof(ConfirmInWriting), 18, NegotiationPhase.Agreed);
    /// <summary>Part on good terms, and say what would bring us back; value 19.</summary>
    public static readonly NegotiationTactic LeaveDoorOpen = new(nameof(LeaveDoorOpen), 19, NegotiationPhase.WalkedAway);

    private NegotiationTactic(string name, int value, NegotiationPhase phase)
        : base(name, value) =>
        Phase = phase;

    /// <summary>The phase it belongs to.</summary>
    public NegotiationPhase Phase { get; }

    /// <summary>The strategy it serves: opening, middle or late by its phase; null before and after the talks.</summary>
    public NegotiationStrategy? Strategy =>
        Phase == NegotiationPhase.Opening ? NegotiationStrategy.Opening
        : Phase == NegotiationPhase.Middle ? NegotiationStrategy.Middle
        : Phase == NegotiationPhase.Closing ? NegotiationStrategy.Late
        : null;
}
