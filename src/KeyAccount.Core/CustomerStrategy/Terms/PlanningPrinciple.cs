using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>One of the three principles by which a relationship is planned (3P).</summary>
/// <remarks>Source: 《客户关系拓展与管理》 (客户关系规划的 3P 原则).</remarks>
[JsonConverter(typeof(TermJsonConverter<PlanningPrinciple>))]
public sealed class PlanningPrinciple : Term<PlanningPrinciple>
{
    /// <summary>Insight into the customer (客户洞察); value 1.</summary>
    public static readonly PlanningPrinciple Prep = new(1);
    /// <summary>The experience of others (他山之石可以攻玉); value 2.</summary>
    public static readonly PlanningPrinciple People = new(2);
    /// <summary>Review and adjust (动态审视，调整规划); value 3.</summary>
    public static readonly PlanningPrinciple Persistence = new(3);

    private PlanningPrinciple(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
