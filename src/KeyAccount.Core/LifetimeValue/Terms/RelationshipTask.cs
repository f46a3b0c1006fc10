using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The four steps of customer relationship management, in their order: 识别、开发、保留、价值提升.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》, unit 1.</remarks>
[JsonConverter(typeof(TermJsonConverter<RelationshipTask>))]
public sealed class RelationshipTask : Term<RelationshipTask>
{
    /// <summary>Find out which customers are worth the effort; value 1.</summary>
    public static readonly RelationshipTask Identify = new(1);
    /// <summary>Win them; value 2.</summary>
    public static readonly RelationshipTask Develop = new(2);
    /// <summary>Keep them; value 3.</summary>
    public static readonly RelationshipTask Retain = new(3);
    /// <summary>Raise the value of each customer; value 4.</summary>
    public static readonly RelationshipTask Raise = new(4);

    private RelationshipTask(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
