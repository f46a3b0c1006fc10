using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A dimension of perceived service.</summary>
/// <remarks>Source: S000 (客户感知服务 = 有形 + 可靠 + 响应 + 保证 + 移情); L Parasuraman, Zeithaml &amp; Berry 1988 (SERVQUAL).</remarks>
[JsonConverter(typeof(TermJsonConverter<ServiceDimension>))]
public sealed class ServiceDimension : Term<ServiceDimension>
{
    /// <summary>What can be seen and touched; value 1.</summary>
    public static readonly ServiceDimension Tangibles = new(nameof(Tangibles), 1);

    /// <summary>The promise kept; value 2.</summary>
    public static readonly ServiceDimension Reliability = new(nameof(Reliability), 2);

    /// <summary>Prompt help; value 3.</summary>
    public static readonly ServiceDimension Responsiveness = new(nameof(Responsiveness), 3);

    /// <summary>Knowledge and courtesy that inspire trust; value 4.</summary>
    public static readonly ServiceDimension Assurance = new(nameof(Assurance), 4);

    /// <summary>Care for this one customer; value 5.</summary>
    public static readonly ServiceDimension Empathy = new(nameof(Empathy), 5);

    private ServiceDimension(string name, int value)
        : base(name, value)
    {
    }
}
