using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Needs;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Services;

/// <summary>One of the twelve services that manufacturers most often offer with their products.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 says that there are twelve and describes three of them in cases: early vendor involvement, vendor-managed
/// inventory and the performance contract. The other nine, and the depth, the lever and the value of each, are a
/// <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<ServiceType>))]
public sealed class ServiceType : Term<ServiceType>
{
    /// <summary>Emergency repair (故障抢修); value 1.</summary>
    public static readonly ServiceType Repair =
        new(1, ServiceDepth.FireFighting, SwitchingCostLever.Service, ValueComponent.Service);
    /// <summary>Supply of spare parts (备件供应); value 2.</summary>
    public static readonly ServiceType SpareParts =
        new(2, ServiceDepth.FireFighting, SwitchingCostLever.Service, ValueComponent.Service);
    /// <summary>Returns and claims (退换货与索赔处理); value 3.</summary>
    public static readonly ServiceType ReturnsAndClaims =
        new(3, ServiceDepth.FireFighting, SwitchingCostLever.EmotionAndBrand, ValueComponent.Image);
    /// <summary>Installation and commissioning (安装调试); value 4.</summary>
    public static readonly ServiceType Installation =
        new(4, ServiceDepth.FirePrevention, SwitchingCostLever.ProductAndTechnology, ValueComponent.Service);
    /// <summary>Training in operation and maintenance (操作与维护培训); value 5.</summary>
    public static readonly ServiceType Training =
        new(5, ServiceDepth.FirePrevention, SwitchingCostLever.ProductAndTechnology, ValueComponent.Personnel);
    /// <summary>Preventive maintenance and inspection (预防性维护与巡检); value 6.</summary>
    public static readonly ServiceType PreventiveMaintenance =
        new(6, ServiceDepth.FirePrevention, SwitchingCostLever.Service, ValueComponent.Service);
    /// <summary>Remote monitoring and warning (远程监测与预警); value 7.</summary>
    public static readonly ServiceType RemoteMonitoring =
        new(7, ServiceDepth.FirePrevention, SwitchingCostLever.Process, ValueComponent.Service);
    /// <summary>Vendor-managed inventory (供应商管理的库存, VMI); value 8.</summary>
    public static readonly ServiceType Vmi =
        new(8, ServiceDepth.FirePrevention, SwitchingCostLever.Process, ValueComponent.Service);
    /// <summary>Early vendor involvement (供应商先期介入, EVI); value 9.</summary>
    public static readonly ServiceType Evi =
        new(9, ServiceDepth.ValueAdding, SwitchingCostLever.ProductAndTechnology, ValueComponent.Product);
    /// <summary>Consulting on process and application (工艺与应用咨询); value 10.</summary>
    public static readonly ServiceType ProcessConsulting =
        new(10, ServiceDepth.ValueAdding, SwitchingCostLever.Process, ValueComponent.Personnel);
    /// <summary>A turnkey solution (整体解决方案); value 11.</summary>
    public static readonly ServiceType TurnkeySolution =
        new(11, ServiceDepth.ValueAdding, SwitchingCostLever.DedicatedAssets, ValueComponent.Product);
    /// <summary>A contract that pays for performance (绩效保证合同); value 12.</summary>
    public static readonly ServiceType PerformanceContract =
        new(12, ServiceDepth.ValueAdding, SwitchingCostLever.Service, ValueComponent.Service);

    private ServiceType(
        int value, ServiceDepth depth, SwitchingCostLever lever, ValueComponent component, [CallerMemberName] string name = "")
        : base(name, value) => (Depth, Lever, Component) = (depth, lever, component);

    /// <summary>The depth of the service: it repairs, it prevents, or it adds value.</summary>
    public ServiceDepth Depth { get; }

    /// <summary>The lever of the switching cost that the service uses.</summary>
    public SwitchingCostLever Lever { get; }

    /// <summary>The part of the customer's total value that the service raises.</summary>
    public ValueComponent Component { get; }
}
