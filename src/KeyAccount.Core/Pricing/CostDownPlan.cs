using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.Pricing;

/// <summary>The answers to a demand for a lower price, in the order in which they are given.</summary>
/// <remarks>A value: immutable, equal when the answers are the same in the same order, and the same after a round trip through
/// JSON.</remarks>
public sealed record CostDownPlan : IDescribed
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
        Answers = ValueList.Of(answers);
    }

    /// <summary>The answers, in the order in which they are given.</summary>
    public IReadOnlyList<CostDownAnswer> Answers { get; }

    /// <summary>The four steps of <see cref="CostDownAnswer.ManageExpectation"/>, each with what to say in it; empty where the plan does
    /// not manage the expectation.</summary>
    [JsonIgnore]
    public IReadOnlyList<ExpectationStep> ExpectationSteps =>
        Answers.Contains(CostDownAnswer.ManageExpectation) ? ExpectationStep.InOrder : [];

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
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
