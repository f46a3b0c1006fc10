using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A task in a step of handling a complaint.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》.</remarks>
[JsonConverter(typeof(TermJsonConverter<ComplaintTask>))]
public sealed class ComplaintTask : Term<ComplaintTask>
{
    /// <summary>Listen patiently; value 1.</summary>
    public static readonly ComplaintTask Listen = new(nameof(Listen), 1, ComplaintStep.Listen);
    /// <summary>Apologise sincerely; value 2.</summary>
    public static readonly ComplaintTask Apologise = new(nameof(Apologise), 2, ComplaintStep.Listen);
    /// <summary>Show empathy; value 3.</summary>
    public static readonly ComplaintTask ShowEmpathy = new(nameof(ShowEmpathy), 3, ComplaintStep.Listen);
    /// <summary>Verify what happened; value 4.</summary>
    public static readonly ComplaintTask VerifyFacts = new(nameof(VerifyFacts), 4, ComplaintStep.Verify);
    /// <summary>Gather evidence; value 5.</summary>
    public static readonly ComplaintTask GatherEvidence = new(nameof(GatherEvidence), 5, ComplaintStep.Verify);
    /// <summary>Learn what the customer expects; value 6.</summary>
    public static readonly ComplaintTask LearnExpectation = new(nameof(LearnExpectation), 6, ComplaintStep.Verify);
    /// <summary>Lower the expectation; value 7.</summary>
    public static readonly ComplaintTask LowerExpectation = new(nameof(LowerExpectation), 7, ComplaintStep.LowerExpectation);
    /// <summary>Set a new expectation; value 8.</summary>
    public static readonly ComplaintTask SetExpectation = new(nameof(SetExpectation), 8, ComplaintStep.SetExpectation);
    /// <summary>Offer alternatives; value 9.</summary>
    public static readonly ComplaintTask OfferAlternatives = new(nameof(OfferAlternatives), 9, ComplaintStep.SetExpectation);
    /// <summary>Exceed the new expectation; value 10.</summary>
    public static readonly ComplaintTask ExceedExpectation = new(nameof(ExceedExpectation), 10, ComplaintStep.ExceedExpectation);
    /// <summary>Compensate suitably; value 11.</summary>
    public static readonly ComplaintTask Compensate = new(nameof(Compensate), 11, ComplaintStep.ExceedExpectation);
    /// <summary>Call the customer back; value 12.</summary>
    public static readonly ComplaintTask CallBack = new(nameof(CallBack), 12, ComplaintStep.FollowUp);
    /// <summary>Ask how satisfied the customer is; value 13.</summary>
    public static readonly ComplaintTask TrackSatisfaction = new(nameof(TrackSatisfaction), 13, ComplaintStep.FollowUp);

    private ComplaintTask(string name, int value, ComplaintStep step)
        : base(name, value) => Step = step;

    /// <summary>The step to which the task belongs.</summary>
    public ComplaintStep Step { get; }

    internal Text Label => Texts.Name;

    /// <summary>Whether it may be waived with a reason: only between the first step, the mood, and the last, the follow-up. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public bool IsWaivable => Step != ComplaintStep.Listen && Step != ComplaintStep.FollowUp;
}
