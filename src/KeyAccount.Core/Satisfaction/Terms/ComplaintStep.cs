using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A step in handling a complaint. First the mood, then the matter (先处理心情，再处理事情).</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》, six steps.</remarks>
[JsonConverter(typeof(TermJsonConverter<ComplaintStep>))]
public sealed class ComplaintStep : OrderedTerm<ComplaintStep>
{
    /// <summary>Listen, apologise, show empathy; value 1.</summary>
    public static readonly ComplaintStep Listen = new(1);
    /// <summary>Verify the facts, gather evidence, learn the expectation; value 2.</summary>
    public static readonly ComplaintStep Verify = new(2);
    /// <summary>Lower the expectation; value 3.</summary>
    public static readonly ComplaintStep LowerExpectation = new(3);
    /// <summary>Set a new expectation, offer alternatives; value 4.</summary>
    public static readonly ComplaintStep SetExpectation = new(4);
    /// <summary>Exceed the new expectation, compensate suitably; value 5.</summary>
    public static readonly ComplaintStep ExceedExpectation = new(5);
    /// <summary>Call back, track satisfaction; value 6.</summary>
    public static readonly ComplaintStep FollowUp = new(6);

    private ComplaintStep(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: follow-up = 6 is the furthest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;

    /// <summary>The tasks of the step: it is done when all of them are.</summary>
    public IEnumerable<ComplaintTask> Tasks => ComplaintTask.InOrder.Where(task => task.Step == this);
}
