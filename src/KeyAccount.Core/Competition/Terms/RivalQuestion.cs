using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>One of the six questions about a rival.</summary>
/// <remarks>Source: 《客户关系拓展与管理》 (友商竞争策略分析的“6 问”).</remarks>
[JsonConverter(typeof(TermJsonConverter<RivalQuestion>))]
public sealed class RivalQuestion : Term<RivalQuestion>
{
    /// <summary>Market position and aims (市场战略定位及目标); value 1.</summary>
    public static readonly RivalQuestion Positioning = new(1);
    /// <summary>Market strategy (市场策略); value 2.</summary>
    public static readonly RivalQuestion MarketStrategy = new(2);
    /// <summary>How it improves its relationships (客户关系提升策略); value 3.</summary>
    public static readonly RivalQuestion RelationshipStrategy = new(3);
    /// <summary>Its means of building relationships (客户关系拓展手段); value 4.</summary>
    public static readonly RivalQuestion RelationshipMeans = new(4);
    /// <summary>What its relationships are based on, how good they are, and where they are weak (客户关系的主要支撑点、关系水平、存在问题); value 5.</summary>
    public static readonly RivalQuestion RelationshipSupport = new(5);
    /// <summary>Its organisation and division of work (组织架构与分工); value 6.</summary>
    public static readonly RivalQuestion Organisation = new(6);

    private RivalQuestion(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
