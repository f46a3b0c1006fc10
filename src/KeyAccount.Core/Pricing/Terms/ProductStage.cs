using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The stage of a product in its life cycle.</summary>
/// <remarks>Source of the idea: 《大客户销售技巧（客户关系管理篇）》 (不同产品生命周期的定价策略); the four stages are from Levitt, Exploit the Product Life Cycle, HBR
/// 11/1965.</remarks>
[JsonConverter(typeof(TermJsonConverter<ProductStage>))]
public sealed class ProductStage : Term<ProductStage>
{
    /// <summary>New on the market; value 1.</summary>
    public static readonly ProductStage Introduction = new(1);
    /// <summary>Demand grows and rivals come; value 2.</summary>
    public static readonly ProductStage Growth = new(2);
    /// <summary>Demand no longer grows; value 3.</summary>
    public static readonly ProductStage Maturity = new(3);
    /// <summary>Demand falls; value 4.</summary>
    public static readonly ProductStage Decline = new(4);

    private ProductStage(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
