using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>An area in which a customer has a strategy.</summary>
/// <remarks>Source: 《客户关系拓展与管理》 (客户的战略分析).</remarks>
[JsonConverter(typeof(TermJsonConverter<CustomerStrategyArea>))]
public sealed class CustomerStrategyArea : Term<CustomerStrategyArea>
{
    /// <summary>Where its business is to grow (业务发展战略); value 1.</summary>
    public static readonly CustomerStrategyArea BusinessDevelopment = new(1);
    /// <summary>Where it invests (投资发展战略); value 2.</summary>
    public static readonly CustomerStrategyArea Investment = new(2);
    /// <summary>Which projects it plans (项目发展战略); value 3.</summary>
    public static readonly CustomerStrategyArea ProjectDevelopment = new(3);
    /// <summary>How it maintains its installations (项目维护战略); value 4.</summary>
    public static readonly CustomerStrategyArea ProjectMaintenance = new(4);
    /// <summary>How it likes to buy (采购偏好); value 5.</summary>
    public static readonly CustomerStrategyArea ProcurementPreference = new(5);
    /// <summary>How it organises itself (组织战略); value 6.</summary>
    public static readonly CustomerStrategyArea Organisation = new(6);

    private CustomerStrategyArea(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
