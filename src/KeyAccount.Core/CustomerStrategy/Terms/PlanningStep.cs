using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>One of the four steps in which a relationship is planned.</summary>
/// <remarks>Source: 《客户关系拓展与管理》 (市场分析, 客户关系分析, 目标、策略与措施, 执行与监控).</remarks>
[JsonConverter(typeof(TermJsonConverter<PlanningStep>))]
public sealed class PlanningStep : Term<PlanningStep>
{
    /// <summary>Analyse the market (市场分析); value 1.</summary>
    public static readonly PlanningStep MarketAnalysis = new(1);
    /// <summary>Analyse the relationship (客户关系分析); value 2.</summary>
    public static readonly PlanningStep RelationshipAnalysis = new(2);
    /// <summary>Set goals, strategy and measures (目标、策略与措施); value 3.</summary>
    public static readonly PlanningStep GoalsAndMeasures = new(3);
    /// <summary>Carry out and monitor (执行与监控); value 4.</summary>
    public static readonly PlanningStep ExecutionAndMonitoring = new(4);

    private PlanningStep(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
