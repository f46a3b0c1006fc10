using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>One of five levels of praise, from what anybody sees to who a person is.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 announces five levels (赞美客户的五重境界) and names none; these are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<PraiseLevel>))]
public sealed class PraiseLevel : OrderedTerm<PraiseLevel>
{
    /// <summary>Praise of what one sees; value 1.</summary>
    public static readonly PraiseLevel Appearance = new(1);
    /// <summary>Praise of something the person has done; value 2.</summary>
    public static readonly PraiseLevel Action = new(2);
    /// <summary>Praise of what it has led to; value 3.</summary>
    public static readonly PraiseLevel Result = new(3);
    /// <summary>Praise of the ability behind it; value 4.</summary>
    public static readonly PraiseLevel Ability = new(4);
    /// <summary>Praise of the character behind that; value 5.</summary>
    public static readonly PraiseLevel Character = new(5);

    private PraiseLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: the highest value is the furthest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
