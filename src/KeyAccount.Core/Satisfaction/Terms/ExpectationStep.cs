using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A step in managing what a customer expects, with a complaint or with a demand for a lower price.</summary>
/// <remarks>Source for the number: 《大客户销售技巧（客户关系管理篇）》 (客户期望值管理的四个步骤), which names no step; these four, and which tasks of a
/// complaint they are, are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<ExpectationStep>))]
public sealed class ExpectationStep : OrderedTerm<ExpectationStep>
{
    /// <summary>Learn what the customer expects; value 1.</summary>
    public static readonly ExpectationStep Learn = new(nameof(Learn), 1, [ComplaintTask.LearnExpectation]);
    /// <summary>Separate reasonable from unreasonable expectations; value 2.</summary>
    public static readonly ExpectationStep Distinguish = new(
        nameof(Distinguish), 2, [ComplaintTask.VerifyFacts, ComplaintTask.GatherEvidence]);
    /// <summary>Guide the expectation: conditions, price, choices; value 3.</summary>
    public static readonly ExpectationStep Guide = new(
        nameof(Guide), 3, [ComplaintTask.LowerExpectation, ComplaintTask.SetExpectation, ComplaintTask.OfferAlternatives]);
    /// <summary>Keep the promise and exceed it; value 4.</summary>
    public static readonly ExpectationStep Deliver = new(
        nameof(Deliver), 4, [ComplaintTask.ExceedExpectation, ComplaintTask.Compensate]);

    private ExpectationStep(string name, int value, IReadOnlyList<ComplaintTask> tasks)
        : base(name, value) => Tasks = tasks;

    /// <summary><see cref="TermDirection.HighestIsBest"/>: the promise kept = 4 is the furthest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;

    /// <summary>The tasks of a complaint that belong to this step.</summary>
    public IReadOnlyList<ComplaintTask> Tasks { get; }

    /// <summary>What to say in this step.</summary>
    public IEnumerable<ExpectationPattern> Patterns => ExpectationPattern.InOrder.Where(pattern => pattern.Step == this);
}
