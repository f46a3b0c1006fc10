using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>The ability of a company to pay.</summary>
/// <remarks>The criterion is that of 《大客户销售技巧（客户关系管理篇）》 (支付能力); its levels are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<PayingAbility>))]
public sealed class PayingAbility : OrderedTerm<PayingAbility>
{
    /// <summary>It cannot, or does not; value 1.</summary>
    public static readonly PayingAbility NotMet = new(1);
    /// <summary>It may not; value 2.</summary>
    public static readonly PayingAbility Doubtful = new(2);
    /// <summary>It can, and does; value 3.</summary>
    public static readonly PayingAbility Met = new(3);

    private PayingAbility(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
