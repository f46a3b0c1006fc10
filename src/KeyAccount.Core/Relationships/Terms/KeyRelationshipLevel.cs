using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The level of support by a decision maker.</summary>
/// <remarks>Source: 《客户关系拓展与管理》. Judged for each decision maker, separately from the ladder.</remarks>
[JsonConverter(typeof(TermJsonConverter<KeyRelationshipLevel>))]
public sealed class KeyRelationshipLevel : OrderedTerm<KeyRelationshipLevel>
{
    /// <summary>We have access (接触); value 1.</summary>
    public static readonly KeyRelationshipLevel Contact = new(1);
    /// <summary>We are accepted (接受); value 2.</summary>
    public static readonly KeyRelationshipLevel Acceptance = new(2);
    /// <summary>We are thought well of (有好感); value 3.</summary>
    public static readonly KeyRelationshipLevel Favour = new(3);
    /// <summary>We are supported, but others are too (支持不排他); value 4.</summary>
    public static readonly KeyRelationshipLevel Support = new(4);
    /// <summary>We are supported, and others are kept out (支持并排他); value 5.</summary>
    public static readonly KeyRelationshipLevel ExclusiveSupport = new(5);

    private KeyRelationshipLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: contact = 1 is the lowest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
