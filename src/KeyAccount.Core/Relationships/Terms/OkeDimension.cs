using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The three dimensions of the relationship with a customer, OKE.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》 and 《客户关系拓展与管理》. Each has levels of its own, and they are never forced onto one scale.</remarks>
[JsonConverter(typeof(TermJsonConverter<OkeDimension>))]
public sealed class OkeDimension : Term<OkeDimension>
{
    /// <summary>From company to company: the engine of long-term growth (组织客户关系); value 1.</summary>
    public static readonly OkeDimension Organisation = new(1);
    /// <summary>With those who decide projects (关键客户关系); value 2.</summary>
    public static readonly OkeDimension KeyDecisionMakers = new(2);
    /// <summary>With everybody else: the climate (普遍客户关系); value 3.</summary>
    public static readonly OkeDimension Extensive = new(3);

    private OkeDimension(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
