using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>A strategy to raise loyalty and share.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》 (定价策略、服务策略、关系策略、转换成本策略).</remarks>
[JsonConverter(typeof(TermJsonConverter<LoyaltyStrategy>))]
public sealed class LoyaltyStrategy : Term<LoyaltyStrategy>
{
    /// <summary>Keep the offer attractive by its price; value 1.</summary>
    public static readonly LoyaltyStrategy Pricing = new(1);
    /// <summary>Serve better: fire-fighting, fire-prevention, value-adding; value 2.</summary>
    public static readonly LoyaltyStrategy Service = new(2);
    /// <summary>Win the organisation, the people who decide, and the climate; value 3.</summary>
    public static readonly LoyaltyStrategy Relationship = new(3);
    /// <summary>Make it costly to leave; value 4.</summary>
    public static readonly LoyaltyStrategy SwitchingCost = new(4);

    private LoyaltyStrategy(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
