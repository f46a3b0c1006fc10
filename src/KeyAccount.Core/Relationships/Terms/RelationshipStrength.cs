using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The strength of a relationship, by its score.</summary>
/// <remarks>LibraryDefault: the source documents have no score and no bands.</remarks>
[JsonConverter(typeof(TermJsonConverter<RelationshipStrength>))]
public sealed class RelationshipStrength : OrderedTerm<RelationshipStrength>
{
    /// <summary>There is hardly a relationship; value 1.</summary>
    public static readonly RelationshipStrength Weak = new(1);
    /// <summary>There is a relationship, but it bears little; value 2.</summary>
    public static readonly RelationshipStrength Developing = new(2);
    /// <summary>It supports the daily business; value 3.</summary>
    public static readonly RelationshipStrength Solid = new(3);
    /// <summary>It supports projects, also in difficult times; value 4.</summary>
    public static readonly RelationshipStrength Strong = new(4);

    private RelationshipStrength(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: weak = 1 is the lowest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
