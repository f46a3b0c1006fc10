using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>Why a customer demands a lower price.</summary>
/// <remarks>LibraryDefault: S000 teaches the answer to cost down and does not sort its reasons.</remarks>
[JsonConverter(typeof(TermJsonConverter<DemandReason>))]
public sealed class DemandReason : Term<DemandReason>
{
    /// <summary>A rival offers less; value 1.</summary>
    public static readonly DemandReason RivalOffer = new(nameof(RivalOffer), 1);

    /// <summary>What our product is made of has become cheaper; value 2.</summary>
    public static readonly DemandReason LowerInputCost = new(nameof(LowerInputCost), 2);

    /// <summary>The customer has to save; value 3.</summary>
    public static readonly DemandReason CustomerSavings = new(nameof(CustomerSavings), 3);

    /// <summary>It demands so every year; value 4.</summary>
    public static readonly DemandReason Routine = new(nameof(Routine), 4);

    private DemandReason(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>One answer to a demand for a lower price. The order of the values is the order in which they are given: the price comes last.</summary>
/// <remarks>Source for the question: S000 (客户要求降价 (cost down) 时的应对策略, 管理客户期望值); that the price is the last of the answers is L Nagle, The
/// Strategy and Tactics of Pricing; the six steps are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CostDownAnswer>))]
public sealed class CostDownAnswer : Term<CostDownAnswer>
{
    /// <summary>Find out why, with evidence; value 1.</summary>
    public static readonly CostDownAnswer VerifyReason = new(nameof(VerifyReason), 1);

    /// <summary>Say early what can be expected and what cannot; value 2.</summary>
    public static readonly CostDownAnswer ManageExpectation = new(nameof(ManageExpectation), 2);

    /// <summary>More worth at the same price; value 3.</summary>
    public static readonly CostDownAnswer OfferValue = new(nameof(OfferValue), 3);

    /// <summary>Less scope for less money; value 4.</summary>
    public static readonly CostDownAnswer ChangeScope = new(nameof(ChangeScope), 4);

    /// <summary>Name what we want in return; value 5.</summary>
    public static readonly CostDownAnswer Trade = new(nameof(Trade), 5);

    /// <summary>Only then the price, within the guardrails; value 6.</summary>
    public static readonly CostDownAnswer PriceStep = new(nameof(PriceStep), 6);

    private CostDownAnswer(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>The answers to a demand for a lower price, in the order in which they are given.</summary>
/// <remarks>A value: immutable, equal when the answers are the same in the same order, and the same after a round trip through JSON.</remarks>
public sealed record CostDownPlan
{
    /// <summary>A plan from its answers.</summary>
    /// <param name="answers">The answers, at least one, in the order in which they are given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> or an answer is null.</exception>
    /// <exception cref="ArgumentException">There is none.</exception>
    public CostDownPlan(params CostDownAnswer[] answers)
        : this((IReadOnlyList<CostDownAnswer>)answers)
    {
    }

    /// <summary>A plan from its answers; what JSON reads back.</summary>
    /// <param name="answers">The answers, at least one, in the order in which they are given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> or an answer is null.</exception>
    /// <exception cref="ArgumentException">There is none.</exception>
    [JsonConstructor]
    public CostDownPlan(IReadOnlyList<CostDownAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var answer in answers)
            ArgumentNullException.ThrowIfNull(answer, nameof(answers));
        if (answers.Count == 0)
            throw new ArgumentException("answers is empty; a plan has at least one.", nameof(answers));
        Answers = [.. answers];
    }

    /// <summary>The answers, in the order in which they are given.</summary>
    public IReadOnlyList<CostDownAnswer> Answers { get; }

    /// <summary>Whether the answers are the same in the same order.</summary>
    /// <param name="other">The other plan.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(CostDownPlan? other) => other is not null && Answers.SequenceEqual(other.Answers);

    /// <summary>A hash of the answers.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => Answers.Aggregate(0, HashCode.Combine);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The answers in their order.</returns>
    public override string ToString() => string.Join(", ", Answers);
}

/// <summary>What the answers to a demand for a lower price depend on. Both may be unknown; unknown is null.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record CostDownFacts
{
    /// <summary>Why the customer demands it; null until that is verified.</summary>
    public DemandReason? Reason { get; init; }

    /// <summary>Our posture towards the customer; null where none is decided, and then no price step is given.</summary>
    public PricePosture? Posture { get; init; }
}
