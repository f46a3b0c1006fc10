using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>An element of the climate.</summary>
/// <remarks>Source: 《客户关系拓展与管理》.</remarks>
[JsonConverter(typeof(TermJsonConverter<ExtensiveElement>))]
public sealed class ExtensiveElement : Term<ExtensiveElement>
{
    /// <summary>Loyalty to our brand rises (品牌忠诚度提升); value 1.</summary>
    public static readonly ExtensiveElement BrandLoyalty = new(1);
    /// <summary>Information reaches us (信息渠道通畅); value 2.</summary>
    public static readonly ExtensiveElement InformationChannels = new(2);
    /// <summary>We lead in technical evaluation (技术评标领先); value 3.</summary>
    public static readonly ExtensiveElement TechnicalEvaluation = new(3);
    /// <summary>Deliveries succeed and improve the profit (交付成功与改善盈利); value 4.</summary>
    public static readonly ExtensiveElement DeliveryAndProfit = new(4);

    private ExtensiveElement(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
