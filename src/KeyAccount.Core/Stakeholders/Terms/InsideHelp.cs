using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>How a person helps us from inside: an insider tells us how things stand, a coach also tells us what to do.</summary>
/// <remarks>Source for the two: 《大客戶戰略客戶關係管理》 (線人與教練); how they differ is a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<InsideHelp>))]
public sealed class InsideHelp : OrderedTerm<InsideHelp>
{
    /// <summary>Tells us how things stand; value 1.</summary>
    public static readonly InsideHelp Insider = new(1);
    /// <summary>Tells us how things stand and what to do, and wants us to win; value 2.</summary>
    public static readonly InsideHelp Coach = new(2);

    private InsideHelp(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: a coach = 2 helps more.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
