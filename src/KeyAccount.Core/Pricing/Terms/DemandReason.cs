using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The reason why a customer demands a lower price.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 teaches the answer to cost down but does not classify the reasons.</remarks>
[JsonConverter(typeof(TermJsonConverter<DemandReason>))]
public sealed class DemandReason : Term<DemandReason>
{
    /// <summary>A rival offers less; value 1.</summary>
    public static readonly DemandReason RivalOffer = new(1);
    /// <summary>The inputs of our product have become cheaper; value 2.</summary>
    public static readonly DemandReason LowerInputCost = new(2);
    /// <summary>The customer has to save money; value 3.</summary>
    public static readonly DemandReason CustomerSavings = new(3);
    /// <summary>The customer demands it every year; value 4.</summary>
    public static readonly DemandReason Routine = new(4);

    private DemandReason(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
