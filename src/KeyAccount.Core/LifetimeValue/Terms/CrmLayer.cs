using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The three layers of customer relationship management.</summary>
/// <remarks>Source for the number: 《大客户销售技巧（客户关系管理篇）》 (三个层次), which names no layer; the three are those of Iriana &amp; Buttle 2006,
/// Strategic, Operational, and Analytical Customer Relationship Management, Journal of Relationship Marketing 5(4):23–42.</remarks>
[JsonConverter(typeof(TermJsonConverter<CrmLayer>))]
public sealed class CrmLayer : Term<CrmLayer>
{
    /// <summary>The company puts the customer first; value 1.</summary>
    public static readonly CrmLayer Strategic = new(1);
    /// <summary>Marketing, selling and service to the customer; value 2.</summary>
    public static readonly CrmLayer Operational = new(2);
    /// <summary>Analysis of the data; value 3.</summary>
    public static readonly CrmLayer Analytical = new(3);

    private CrmLayer(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
