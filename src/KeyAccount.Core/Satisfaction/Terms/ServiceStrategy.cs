using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A strategy to raise the service that a customer perceives: one for each dimension.</summary>
/// <remarks>Source for the number: 《大客户销售技巧（客户关系管理篇）》 (提升客户感知服务的五个策略), which names no strategy; these five, one for each
/// of its five dimensions, are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<ServiceStrategy>))]
public sealed class ServiceStrategy : Term<ServiceStrategy>
{
    /// <summary>Make the service visible; value 1.</summary>
    public static readonly ServiceStrategy MakeVisible = new(nameof(MakeVisible), 1, ServiceDimension.Tangibles);
    /// <summary>Keep every promise, right the first time; value 2.</summary>
    public static readonly ServiceStrategy KeepPromises = new(nameof(KeepPromises), 2, ServiceDimension.Reliability);
    /// <summary>Answer within a fixed time and report progress unasked; value 3.</summary>
    public static readonly ServiceStrategy AnswerInTime = new(nameof(AnswerInTime), 3, ServiceDimension.Responsiveness);
    /// <summary>Send experts and show what they can do; value 4.</summary>
    public static readonly ServiceStrategy ShowExpertise = new(nameof(ShowExpertise), 4, ServiceDimension.Assurance);
    /// <summary>One person in charge who knows the customer's situation; value 5.</summary>
    public static readonly ServiceStrategy OnePersonInCharge = new(nameof(OnePersonInCharge), 5, ServiceDimension.Empathy);

    private ServiceStrategy(string name, int value, ServiceDimension dimension)
        : base(name, value) => Dimension = dimension;

    /// <summary>The dimension that the strategy raises.</summary>
    public ServiceDimension Dimension { get; }
}
