using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>An answer to a demand for a lower price. The answers are given in the order of their values: the price comes last.</summary>
/// <remarks>Source of the question: 《大客户销售技巧（客户关系管理篇）》 (客户要求降价 (cost down) 时的应对策略, 管理客户期望值). That the price is the last answer comes from
/// Nagle, The Strategy and Tactics of Pricing. The six steps are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CostDownAnswer>))]
public sealed class CostDownAnswer : Term<CostDownAnswer>
{
    /// <summary>Find out why, with evidence; value 1.</summary>
    public static readonly CostDownAnswer VerifyReason = new(1);
    /// <summary>Say early what the customer can expect and what not; value 2.</summary>
    public static readonly CostDownAnswer ManageExpectation = new(2);
    /// <summary>Offer more value at the same price; value 3.</summary>
    public static readonly CostDownAnswer OfferValue = new(3);
    /// <summary>Offer less scope for less money; value 4.</summary>
    public static readonly CostDownAnswer ChangeScope = new(4);
    /// <summary>Name what we want in return; value 5.</summary>
    public static readonly CostDownAnswer Trade = new(5);
    /// <summary>Only then move the price, within the guardrails; value 6.</summary>
    public static readonly CostDownAnswer PriceStep = new(6);

    private CostDownAnswer(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
