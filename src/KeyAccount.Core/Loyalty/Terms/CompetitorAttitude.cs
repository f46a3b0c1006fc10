using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>The customer's attitude to our competitors.</summary>
/// <remarks>The indicator is 《大客户销售技巧（客户关系管理篇）》's (客户对竞争对手的态度); its levels are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CompetitorAttitude>))]
public sealed class CompetitorAttitude : OrderedTerm<CompetitorAttitude>
{
    /// <summary>It turns them away; value 1.</summary>
    public static readonly CompetitorAttitude Rejects = new(1);
    /// <summary>It listens to them and leaves it at that; value 2.</summary>
    public static readonly CompetitorAttitude Reserved = new(2);
    /// <summary>It invites their offers and tries them; value 3.</summary>
    public static readonly CompetitorAttitude Open = new(3);
    /// <summary>It would rather buy from one of them; value 4.</summary>
    public static readonly CompetitorAttitude Prefers = new(4);

    private CompetitorAttitude(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.LowestIsBest"/>: a customer that turns competitors away is the more loyal one.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}
