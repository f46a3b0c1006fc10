using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A challenge that a customer faces.</summary>
/// <remarks>Source: 《客户关系拓展与管理》 (客户的挑战).</remarks>
[JsonConverter(typeof(TermJsonConverter<CustomerChallenge>))]
public sealed class CustomerChallenge : Term<CustomerChallenge>
{
    /// <summary>Its environment changes (客户面临的宏观环境改变); value 1.</summary>
    public static readonly CustomerChallenge MacroChange = new(1);
    /// <summary>Pressure inside its own business (客户内部的业务压力); value 2.</summary>
    public static readonly CustomerChallenge InternalPressure = new(2);
    /// <summary>Pressure from its competitors (来自友商的竞争压力); value 3.</summary>
    public static readonly CustomerChallenge CompetitorPressure = new(3);
    /// <summary>Problems with its suppliers (来自客户供应商的挑战); value 4.</summary>
    public static readonly CustomerChallenge SupplierChallenge = new(4);

    private CustomerChallenge(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
