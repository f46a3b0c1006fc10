using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>The customer's sensitivity to price.</summary>
/// <remarks>The indicator is 《大客户销售技巧（客户关系管理篇）》's (客户对价格的敏感程度); its levels are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<PriceSensitivity>))]
public sealed class PriceSensitivity : OrderedTerm<PriceSensitivity>
{
    /// <summary>It pays more for what it gets from us; value 1.</summary>
    public static readonly PriceSensitivity Low = new(1);
    /// <summary>It negotiates, and weighs the price against the rest; value 2.</summary>
    public static readonly PriceSensitivity Medium = new(2);
    /// <summary>A small difference moves the order; value 3.</summary>
    public static readonly PriceSensitivity High = new(3);

    private PriceSensitivity(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.LowestIsBest"/>: a customer that is not sensitive to the price is the more loyal one.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}
