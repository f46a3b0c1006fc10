using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The stance of a person; derived from their level on the ladder, and never asked for separately.</summary>
/// <remarks>Source for the word: 《大客戶戰略客戶關係管理》 (采购小组成员立场). Which level means which stance is a <c>LibraryDefault</c>:
/// <see cref="Ladder.Stances"/>.</remarks>
[JsonConverter(typeof(TermJsonConverter<Stance>))]
public sealed class Stance : Term<Stance>
{
    /// <summary>For us; value 1.</summary>
    public static readonly Stance Supporter = new(1);
    /// <summary>Neutral; value 2.</summary>
    public static readonly Stance Neutral = new(2);
    /// <summary>Against us, or for a competitor; value 3.</summary>
    public static readonly Stance Opponent = new(3);

    private Stance(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
