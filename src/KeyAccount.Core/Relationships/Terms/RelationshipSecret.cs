using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>One of the four secrets of relationships between people, by its letter.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (人际关系发展的四个秘诀：GCLF). The document publishes the letters only.</remarks>
[JsonConverter(typeof(TermJsonConverter<RelationshipSecret>))]
public sealed class RelationshipSecret : Term<RelationshipSecret>
{
    /// <summary>The letter G; value 1.</summary>
    public static readonly RelationshipSecret G = new(1);
    /// <summary>The letter C; value 2.</summary>
    public static readonly RelationshipSecret C = new(2);
    /// <summary>The letter L; value 3.</summary>
    public static readonly RelationshipSecret L = new(3);
    /// <summary>The letter F; value 4.</summary>
    public static readonly RelationshipSecret F = new(4);

    private RelationshipSecret(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
