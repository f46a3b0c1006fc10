using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>What shows how far a deal really is.</summary>
/// <remarks>LibraryDefault: the source names the stages and asks for the focus of each, not for evidence.</remarks>
[JsonConverter(typeof(TermJsonConverter<StageEvidence>))]
public sealed class StageEvidence : Term<StageEvidence>
{
    /// <summary>Somebody of the customer was met; value 1.</summary>
    public static readonly StageEvidence ContactSeen = new(1);
    /// <summary>There may be a need; value 2.</summary>
    public static readonly StageEvidence PossibleNeed = new(2);
    /// <summary>The customer confirmed the need; value 3.</summary>
    public static readonly StageEvidence NeedConfirmed = new(3);
    /// <summary>The budget is known; value 4.</summary>
    public static readonly StageEvidence BudgetKnown = new(4);
    /// <summary>The project is approved; value 5.</summary>
    public static readonly StageEvidence ProjectApproved = new(5);
    /// <summary>The date of the decision is known; value 6.</summary>
    public static readonly StageEvidence DateKnown = new(6);
    /// <summary>Who decides is known; value 7.</summary>
    public static readonly StageEvidence DeciderKnown = new(7);
    /// <summary>Test, reference visit or short list; value 8.</summary>
    public static readonly StageEvidence SolutionAccepted = new(8);
    /// <summary>Offer or tender is in; value 9.</summary>
    public static readonly StageEvidence OfferSubmitted = new(9);
    /// <summary>We are asked into talks; value 10.</summary>
    public static readonly StageEvidence InvitedToNegotiate = new(10);
    /// <summary>We are ranked first; value 11.</summary>
    public static readonly StageEvidence RankedFirst = new(11);
    /// <summary>The contract is signed; value 12.</summary>
    public static readonly StageEvidence ContractSigned = new(12);
    /// <summary>The first payment is in; value 13.</summary>
    public static readonly StageEvidence FirstPaymentReceived = new(13);

    private StageEvidence(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
