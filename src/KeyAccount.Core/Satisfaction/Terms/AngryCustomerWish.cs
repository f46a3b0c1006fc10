using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A wish that an angry customer really has.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 asks the question (愤怒的客户究竟想要什么) and gives no answer; the five wishes, and which tasks of a
/// complaint meet them, are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<AngryCustomerWish>))]
public sealed class AngryCustomerWish : Term<AngryCustomerWish>
{
    /// <summary>To be heard; value 1.</summary>
    public static readonly AngryCustomerWish BeHeard = new(nameof(BeHeard), 1, [ComplaintTask.Listen]);
    /// <summary>To be respected; value 2.</summary>
    public static readonly AngryCustomerWish BeRespected = new(
        nameof(BeRespected), 2, [ComplaintTask.Apologise, ComplaintTask.ShowEmpathy]);
    /// <summary>To get an explanation; value 3.</summary>
    public static readonly AngryCustomerWish Explanation = new(
        nameof(Explanation), 3, [ComplaintTask.VerifyFacts, ComplaintTask.GatherEvidence, ComplaintTask.LowerExpectation]);
    /// <summary>To get a solution; value 4.</summary>
    public static readonly AngryCustomerWish Solution = new(
        nameof(Solution), 4,
        [
            ComplaintTask.LearnExpectation, ComplaintTask.SetExpectation, ComplaintTask.OfferAlternatives, ComplaintTask.ExceedExpectation,
            ComplaintTask.Compensate,
        ]);
    /// <summary>That it does not happen again; value 5.</summary>
    public static readonly AngryCustomerWish NoRepeat = new(nameof(NoRepeat), 5, [ComplaintTask.CallBack, ComplaintTask.TrackSatisfaction]);

    private AngryCustomerWish(string name, int value, IReadOnlyList<ComplaintTask> tasks)
        : base(name, value) => Tasks = tasks;

    /// <summary>The tasks of a complaint that meet the wish; each task of a complaint meets one wish.</summary>
    public IReadOnlyList<ComplaintTask> Tasks { get; }
}
