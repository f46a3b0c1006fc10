using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>What has to be done, with evidence, to win a new customer.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 has twelve of them (十二个关键动作) and names none: the actions are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<KeyAction>))]
public sealed class KeyAction : Term<KeyAction>
{
    /// <summary>Put the company on the list of targets; value 1.</summary>
    public static readonly KeyAction ListTargets = new(1, ProspectStep.Find);
    /// <summary>Check need, positioning fit and ability to pay; value 2.</summary>
    public static readonly KeyAction CheckDefinition = new(2, ProspectStep.Find);
    /// <summary>Learn the organisation and the decision chain; value 3.</summary>
    public static readonly KeyAction LearnOrganisation = new(3, ProspectStep.Approach);
    /// <summary>Find somebody who introduces us or gives us information; value 4.</summary>
    public static readonly KeyAction FindInsider = new(4, ProspectStep.Approach);
    /// <summary>Pay the first visit and agree on the next step; value 5.</summary>
    public static readonly KeyAction FirstVisit = new(5, ProspectStep.Approach);
    /// <summary>Interview those who decide, who influence, and who use it; value 6.</summary>
    public static readonly KeyAction InterviewRoles = new(6, ProspectStep.Diagnose);
    /// <summary>Confirm the need, and what the present supplier does not cover; value 7.</summary>
    public static readonly KeyAction ConfirmGap = new(7, ProspectStep.Diagnose);
    /// <summary>Have a sample tested or a trial made; value 8.</summary>
    public static readonly KeyAction TestOrSample = new(8, ProspectStep.Prove);
    /// <summary>Show a reference customer; value 9.</summary>
    public static readonly KeyAction ShowReference = new(9, ProspectStep.Prove);
    /// <summary>Submit an offer with its value in money; value 10.</summary>
    public static readonly KeyAction QuantifyOffer = new(10, ProspectStep.Prove);
    /// <summary>Agree on the terms of the first order; value 11.</summary>
    public static readonly KeyAction AgreeTerms = new(11, ProspectStep.WinFirstOrder);
    /// <summary>Deliver the first order and ask how it went; value 12.</summary>
    public static readonly KeyAction DeliverAndFollow = new(12, ProspectStep.WinFirstOrder);

    private KeyAction(int value, ProspectStep step, [CallerMemberName] string name = "") : base(name, value) => Step = step;

    /// <summary>The step to which the action belongs.</summary>
    public ProspectStep Step { get; }
}
