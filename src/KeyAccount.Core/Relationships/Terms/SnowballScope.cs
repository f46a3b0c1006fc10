using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>How far the snowball has grown, from a person to the organisation.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 names the snowball (关系雪球理论); its sizes are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<SnowballScope>))]
public sealed class SnowballScope : OrderedTerm<SnowballScope>
{
    /// <summary>One person; value 1.</summary>
    public static readonly SnowballScope Person = new(1);
    /// <summary>Several people; value 2.</summary>
    public static readonly SnowballScope Team = new(2);
    /// <summary>Several departments or layers; value 3.</summary>
    public static readonly SnowballScope Department = new(3);
    /// <summary>The organisation; value 4.</summary>
    public static readonly SnowballScope Company = new(4);

    private SnowballScope(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: the highest value is the furthest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
