using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>A component of the lifetime profit of a customer.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 analyses the composition of the lifetime profit but names no components; these are the ones of Reichheld
/// 1996, The Loyalty Effect.</remarks>
[JsonConverter(typeof(TermJsonConverter<ProfitComponent>))]
public sealed class ProfitComponent : Term<ProfitComponent>
{
    /// <summary>The one-off cost of winning the customer; negative; value 1.</summary>
    public static readonly ProfitComponent AcquisitionCost = new(1);
    /// <summary>The profit on what the customer bought from the start; value 2.</summary>
    public static readonly ProfitComponent BaseProfit = new(2);
    /// <summary>The profit on additional purchases; value 3.</summary>
    public static readonly ProfitComponent RevenueGrowth = new(3);
    /// <summary>The saving in the cost to serve compared with the start; value 4.</summary>
    public static readonly ProfitComponent CostSavings = new(4);
    /// <summary>The profit from customers it referred; value 5.</summary>
    public static readonly ProfitComponent Referrals = new(5);
    /// <summary>The premium it pays over the prices of new customers; value 6.</summary>
    public static readonly ProfitComponent PricePremium = new(6);

    private ProfitComponent(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
