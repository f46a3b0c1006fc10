using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>One answer to a demand for a lower price. The order of the values is the order in which they are given: the price comes
/// last.</summary>
/// <remarks>Source for the question: 《大客户销售技巧（客户关系管理篇）》 (客户要求降价 (cost down) 时的应对策略, 管理客户期望值); that the price is the last of the answers is
/// Nagle, The
/// Strategy and Tactics of Pricing; the six steps are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CostDownAnswer>))]
public sealed class CostDownAnswer : Term<CostDownAnswer>
{
    /// <summary>Find out why, with evidence; value 1.</summary>
    public static readonly CostDownAnswer VerifyReason = new(1);
    /// <summary>Say early what can be expected and what cannot; value 2.</summary>
    public static readonly CostDownAnswer ManageExpectation = new(2);
    /// <summary>More worth at the same price; value 3.</summary>
    public static readonly CostDownAnswer OfferValue = new(3);
    /// <summary>Less scope for less money; value 4.</summary>
    public static readonly CostDownAnswer ChangeScope = new(4);
    /// <summary>Name what we want in return; value 5.</summary>
    public static readonly CostDownAnswer Trade = new(5);
    /// <summary>Only then the price, within the guardrails; value 6.</summary>
    public static readonly CostDownAnswer PriceStep = new(6);

    private CostDownAnswer(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
