using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A part of the total cost to the customer (客户总成本).</summary>
/// <remarks>Literature: Kotler, Marketing Management.</remarks>
[JsonConverter(typeof(TermJsonConverter<CostComponent>))]
public sealed class CostComponent : Term<CostComponent>
{
    /// <summary>Money (货币成本); value 1.</summary>
    public static readonly CostComponent Money = new(1);
    /// <summary>Time (时间成本); value 2.</summary>
    public static readonly CostComponent Time = new(2);
    /// <summary>Effort (体力成本); value 3.</summary>
    public static readonly CostComponent Energy = new(3);
    /// <summary>Worry (精神成本); value 4.</summary>
    public static readonly CostComponent Psychic = new(4);

    private CostComponent(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
