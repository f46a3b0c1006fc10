using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.Pricing;

/// <summary>The answers to a demand for a lower price, in the order in which to give them.</summary>
/// <remarks>A value: immutable, equal when the answers are the same in the same order, and the same after a round trip through
/// JSON.</remarks>
public sealed record CostDownPlan : IDescribed
{
    /// <summary>Creates a plan from its answers.</summary>
    /// <param name="answers">The answers, at least one, in the order in which to give them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> or an answer is null.</exception>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public CostDownPlan(params CostDownAnswer[] answers)
        : this((IReadOnlyList<CostDownAnswer>)answers)
    {
    }

    /// <summary>Creates a plan from its answers; JSON is read through this constructor.</summary>
    /// <param name="answers">The answers, at least one, in the order in which to give them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> or an answer is null.</exception>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    [JsonConstructor]
    public CostDownPlan(IReadOnlyList<CostDownAnswer> answers)
    {
        Answers = ValueList.Of(answers);
        if (Answers.Count == 0)
            throw new ArgumentException("answers is empty; a plan has at least one.", nameof(answers));
    }

    /// <summary>The answers, in the order in which to give them.</summary>
    public IReadOnlyList<CostDownAnswer> Answers { get; }

    /// <summary>The four steps of <see cref="CostDownAnswer.ManageExpectation"/>, each with what to say; empty if the plan does not include
    /// that answer.</summary>
    [JsonIgnore]
    public IReadOnlyList<ExpectationStep> ExpectationSteps =>
        Answers.Contains(CostDownAnswer.ManageExpectation) ? ExpectationStep.InOrder : [];

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The answers in their order.</returns>
    public override string ToString() => string.Join(", ", Answers);

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        var answers = writer.Item("Pricing.Describe.answers", writer.Listed(Answers));
        return ExpectationSteps.Count == 0 ? answers
            : new(answers.Runs, [writer.Item("Pricing.Describe.expectationSteps", writer.Listed(ExpectationSteps))]);
    }
}
