using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A dimension of perceived service.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》 (客户感知服务 = 有形 + 可靠 + 响应 + 保证 + 移情); Parasuraman, Zeithaml &amp; Berry 1988 (SERVQUAL).</remarks>
[JsonConverter(typeof(TermJsonConverter<ServiceDimension>))]
public sealed class ServiceDimension : Term<ServiceDimension>
{
    /// <summary>What can be seen and touched; value 1.</summary>
    public static readonly ServiceDimension Tangibles = new(1);
    /// <summary>The promise kept; value 2.</summary>
    public static readonly ServiceDimension Reliability = new(2);
    /// <summary>Prompt help; value 3.</summary>
    public static readonly ServiceDimension Responsiveness = new(3);
    /// <summary>Knowledge and courtesy that inspire trust; value 4.</summary>
    public static readonly ServiceDimension Assurance = new(4);
    /// <summary>Care for this one customer; value 5.</summary>
    public static readonly ServiceDimension Empathy = new(5);

    private ServiceDimension(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
