using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>What the score of a relationship is worth.</summary>
/// <remarks>LibraryDefault: the source documents have no score and no bands.</remarks>
[JsonConverter(typeof(TermJsonConverter<RelationshipStrength>))]
public sealed class RelationshipStrength : OrderedTerm<RelationshipStrength>
{
    /// <summary>There is hardly a relationship; value 1.</summary>
    public static readonly RelationshipStrength Weak = new(1);
    /// <summary>There is one, and it carries little; value 2.</summary>
    public static readonly RelationshipStrength Developing = new(2);
    /// <summary>It carries the daily business; value 3.</summary>
    public static readonly RelationshipStrength Solid = new(3);
    /// <summary>It carries projects and bad days; value 4.</summary>
    public static readonly RelationshipStrength Strong = new(4);

    private RelationshipStrength(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: weak = 1 is the lowest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
