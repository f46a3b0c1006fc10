using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The inside help of a person: an insider gives information, a coach also gives advice.</summary>
/// <remarks>Source for the two: 《大客戶戰略客戶關係管理》 (線人與教練); how they differ is a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<InsideHelp>))]
public sealed class InsideHelp : OrderedTerm<InsideHelp>
{
    /// <summary>Gives information; value 1.</summary>
    public static readonly InsideHelp Insider = new(1);
    /// <summary>Gives information and advice, and wants us to win; value 2.</summary>
    public static readonly InsideHelp Coach = new(2);

    private InsideHelp(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: a coach = 2 helps more.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
