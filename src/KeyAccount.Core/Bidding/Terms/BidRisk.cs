using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>A risk in a phase of a bid. Its text says what to do about it.</summary>
/// <remarks>《B2B 大客户开发与管理》 asks for the risks on site and the answers to them but gives none: LibraryDefault. None of the answers involves
/// evaluators.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidRisk>))]
public sealed class BidRisk : Term<BidRisk>
{
    /// <summary>The requirement is written for a rival; value 1.</summary>
    public static readonly BidRisk WrittenForRival = new(1);
    /// <summary>We hear of the tender only when it is issued; value 2.</summary>
    public static readonly BidRisk TooLate = new(2);
    /// <summary>A document is missing; value 3.</summary>
    public static readonly BidRisk DocumentMissing = new(3);
    /// <summary>An answer is rough; value 4.</summary>
    public static readonly BidRisk RoughAnswer = new(4);
    /// <summary>A figure is wrong; value 5.</summary>
    public static readonly BidRisk WrongFigure = new(5);
    /// <summary>The seal or the deposit is not in order; value 6.</summary>
    public static readonly BidRisk SealOrDeposit = new(6);
    /// <summary>The bid comes late; value 7.</summary>
    public static readonly BidRisk Late = new(7);
    /// <summary>The order of the presentations matters; value 8.</summary>
    public static readonly BidRisk PresentationOrder = new(8);
    /// <summary>A question comes that nobody has prepared for; value 9.</summary>
    public static readonly BidRisk HardQuestion = new(9);
    /// <summary>The time runs out; value 10.</summary>
    public static readonly BidRisk TimeOverrun = new(10);
    /// <summary>A rival complains; value 11.</summary>
    public static readonly BidRisk RivalComplains = new(11);
    /// <summary>A flaw is found in our bid; value 12.</summary>
    public static readonly BidRisk FlawFound = new(12);
    /// <summary>The contract is not signed in time; value 13.</summary>
    public static readonly BidRisk ContractDelayed = new(13);
    /// <summary>We lose and do not know why; value 14.</summary>
    public static readonly BidRisk LossUnexplained = new(14);

    private BidRisk(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary>The phase in which the risk occurs.</summary>
    public BidPhase Phase => Value <= TooLate.Value ? BidPhase.BeforeIssue
        : Value <= Late.Value ? BidPhase.Preparation
        : Value <= HardQuestion.Value ? BidPhase.BeforeOpening
        : Value <= TimeOverrun.Value ? BidPhase.Presentation
        : Value <= FlawFound.Value ? BidPhase.Publicity
        : BidPhase.Afterwards;
}
