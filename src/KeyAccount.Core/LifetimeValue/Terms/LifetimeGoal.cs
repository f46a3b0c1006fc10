using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The three goals of customer relationship management: 更多、更久、更深.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》, unit 1.</remarks>
[JsonConverter(typeof(TermJsonConverter<LifetimeGoal>))]
public sealed class LifetimeGoal : Term<LifetimeGoal>
{
    /// <summary>More customers and more orders; value 1.</summary>
    public static readonly LifetimeGoal More = new(1);
    /// <summary>Customers who stay longer; value 2.</summary>
    public static readonly LifetimeGoal Longer = new(2);
    /// <summary>Customers who bring more each year; value 3.</summary>
    public static readonly LifetimeGoal Deeper = new(3);

    private LifetimeGoal(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
