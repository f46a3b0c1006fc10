using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>An element of the relationship with key decision makers.</summary>
/// <remarks>Source: 《客户关系拓展与管理》.</remarks>
[JsonConverter(typeof(TermJsonConverter<KeyElement>))]
public sealed class KeyElement : Term<KeyElement>
{
    /// <summary>Support from all sides (全方位的立体支撑); value 1.</summary>
    public static readonly KeyElement AllRoundSupport = new(1);
    /// <summary>Support on key projects (关键项目支持); value 2.</summary>
    public static readonly KeyElement KeyProjectSupport = new(2);
    /// <summary>A strategic partnership (战略合作伙伴关系); value 3.</summary>
    public static readonly KeyElement StrategicPartnership = new(3);
    /// <summary>Exclusive support against competitors (竞争排他性支持); value 4.</summary>
    public static readonly KeyElement ExclusiveSupport = new(4);

    private KeyElement(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
