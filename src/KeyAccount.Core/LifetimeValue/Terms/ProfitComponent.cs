using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>What the life-cycle profit of a customer consists of.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 analyses the composition of the life-cycle profit and names no component; these are the ones of Reichheld
/// 1996, The
/// Loyalty Effect.</remarks>
[JsonConverter(typeof(TermJsonConverter<ProfitComponent>))]
public sealed class ProfitComponent : Term<ProfitComponent>
{
    /// <summary>What it costs to win the customer, once; negative; value 1.</summary>
    public static readonly ProfitComponent AcquisitionCost = new(1);
    /// <summary>The profit of what it bought from the start; value 2.</summary>
    public static readonly ProfitComponent BaseProfit = new(2);
    /// <summary>The profit of what it buys beyond that; value 3.</summary>
    public static readonly ProfitComponent RevenueGrowth = new(3);
    /// <summary>What it costs less to serve than at the start; value 4.</summary>
    public static readonly ProfitComponent CostSavings = new(4);
    /// <summary>The profit of customers it brought; value 5.</summary>
    public static readonly ProfitComponent Referrals = new(5);
    /// <summary>What it pays more than new customers do; value 6.</summary>
    public static readonly ProfitComponent PricePremium = new(6);

    private ProfitComponent(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
