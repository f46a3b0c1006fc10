using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A lever to close a satisfaction gap.</summary>
/// <remarks>The two ways are 《大客户销售技巧（客户关系管理篇）》's (提升感知服务 VS 管理客户期望值); taking both, or none, follows from them.</remarks>
[JsonConverter(typeof(TermJsonConverter<SatisfactionLever>))]
public sealed class SatisfactionLever : Term<SatisfactionLever>
{
    /// <summary>No gap to close: keep it so; value 1.</summary>
    public static readonly SatisfactionLever Keep = new(1);
    /// <summary>Raise perceived service; value 2.</summary>
    public static readonly SatisfactionLever RaiseService = new(2);
    /// <summary>Manage the expectation; value 3.</summary>
    public static readonly SatisfactionLever ManageExpectation = new(3);
    /// <summary>Raise the service and manage the expectation; value 4.</summary>
    public static readonly SatisfactionLever Both = new(4);

    private SatisfactionLever(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
