using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>One of the four steps by which a relationship with a person grows.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (中国式关系发展四步).</remarks>
[JsonConverter(typeof(TermJsonConverter<RelationshipStep>))]
public sealed class RelationshipStep : OrderedTerm<RelationshipStep>
{
    /// <summary>Build trust (建立信任); value 1.</summary>
    public static readonly RelationshipStep BuildTrust = new(1);
    /// <summary>Learn the needs (了解需求); value 2.</summary>
    public static readonly RelationshipStep LearnNeeds = new(2);
    /// <summary>Meet the needs (满足需求); value 3.</summary>
    public static readonly RelationshipStep MeetNeeds = new(3);
    /// <summary>Develop a bond (发展情感); value 4.</summary>
    public static readonly RelationshipStep DevelopBond = new(4);

    private RelationshipStep(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: the highest value is the furthest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
