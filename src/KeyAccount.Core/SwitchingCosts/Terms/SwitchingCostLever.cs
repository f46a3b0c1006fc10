using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>One of the five ways to raise what it costs a customer to leave.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》 (五种提高客户转换成本的方式).</remarks>
[JsonConverter(typeof(TermJsonConverter<SwitchingCostLever>))]
public sealed class SwitchingCostLever : Term<SwitchingCostLever>
{
    /// <summary>The customer's own products and engineers depend on ours; value 1.</summary>
    public static readonly SwitchingCostLever ProductAndTechnology = new(1);
    /// <summary>The customer depends on what we do for it; value 2.</summary>
    public static readonly SwitchingCostLever Service = new(2);
    /// <summary>The customer's processes and ours are integrated; value 3.</summary>
    public static readonly SwitchingCostLever Process = new(3);
    /// <summary>The customer owns things that are useful only with us; value 4.</summary>
    public static readonly SwitchingCostLever DedicatedAssets = new(4);
    /// <summary>The customer likes us and our name; value 5.</summary>
    public static readonly SwitchingCostLever EmotionAndBrand = new(5);

    private SwitchingCostLever(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
