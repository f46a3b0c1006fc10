using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The level of a person of the customer on the five-level relationship ladder.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (五个客户关系等级). CR1 is the top. A level belongs to a person, never to a company.</remarks>
[JsonConverter(typeof(TermJsonConverter<LadderLevel>))]
public sealed class LadderLevel : OrderedTerm<LadderLevel>
{
    /// <summary>Our die-hard supporter (铁杆支持者); value 1.</summary>
    public static readonly LadderLevel CR1 = new(1);
    /// <summary>Friendly to us (友善者); value 2.</summary>
    public static readonly LadderLevel CR2 = new(2);
    /// <summary>Neutral (中立者); value 3.</summary>
    public static readonly LadderLevel CR3 = new(3);
    /// <summary>The competitor's die-hard supporter (对手铁杆支持者); value 4.</summary>
    public static readonly LadderLevel CR4 = new(4);
    /// <summary>Our mortal enemy (我方死敌); value 5.</summary>
    public static readonly LadderLevel CR5 = new(5);

    private LadderLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.LowestIsBest"/>: CR1 = 1 is the best.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}
