using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A sentence with gaps that guides what a customer expects (客户期望值引导话术工具).</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 announces such sentences and gives none; these six are a <c>LibraryDefault</c>. The description of each
/// tells what its gaps stand for.</remarks>
[JsonConverter(typeof(TermJsonConverter<ExpectationPattern>))]
public sealed class ExpectationPattern : Term<ExpectationPattern>
{
    /// <summary>Ask what matters most; value 1. Gaps: one wish, another wish.</summary>
    public static readonly ExpectationPattern AskPriority = new(nameof(AskPriority), 1, ExpectationStep.Learn, 2);
    /// <summary>Separate what can be done from what cannot; value 2. Gaps: what can be done, what cannot, why not.</summary>
    public static readonly ExpectationPattern SayLimits = new(nameof(SayLimits), 2, ExpectationStep.Distinguish, 3);
    /// <summary>Acknowledge, state the facts, give a choice; value 3. Gaps: the wish, the conditions, one way, another way.</summary>
    public static readonly ExpectationPattern OfferChoice = new(nameof(OfferChoice), 3, ExpectationStep.Guide, 4);
    /// <summary>Trade a concession for a condition; value 4. Gaps: the wish, what is possible today, the condition, what it buys.</summary>
    public static readonly ExpectationPattern NameCondition = new(nameof(NameCondition), 4, ExpectationStep.Guide, 4);
    /// <summary>Say what more would take; value 5. Gaps: the wish, what is usual, what is possible, what that takes.</summary>
    public static readonly ExpectationPattern ShowEffort = new(nameof(ShowEffort), 5, ExpectationStep.Guide, 4);
    /// <summary>Confirm the promise; value 6. Gaps: what, by when, by whom, when we report.</summary>
    public static readonly ExpectationPattern ConfirmPromise = new(nameof(ConfirmPromise), 6, ExpectationStep.Deliver, 4);

    private ExpectationPattern(string name, int value, ExpectationStep step, int gaps)
        : base(name, value) => (Step, Gaps) = (step, gaps);

    /// <summary>The step in which the sentence is used.</summary>
    public ExpectationStep Step { get; }

    /// <summary>The number of gaps.</summary>
    public int Gaps { get; }

    /// <summary>The sentence with its gaps, <c>{0}</c>, <c>{1}</c> …</summary>
    public Text Sentence => TextTable.Library[$"Satisfaction.ExpectationPattern.{Name}.Sentence"];

    /// <summary>The sentence with the gaps filled.</summary>
    /// <param name="gaps">The values for the gaps, in order: texts, terms, numbers; none blank.</param>
    /// <returns>The sentence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="gaps"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There are too few or too many, or one is blank.</exception>
    public Text Say(params object[] gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        if (gaps.Length != Gaps)
        {
            throw new ArgumentException(
                Invariant($"'{Name}' has {Gaps} gaps, and {gaps.Length} are given; give what its description names: ")
                + Description(Language.English),
                nameof(gaps));
        }

        for (var i = 0; i < gaps.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(gaps[i], Invariant($"gaps[{i}]"));
            if (gaps[i] is string words && string.IsNullOrWhiteSpace(words))
                throw new ArgumentException(Invariant($"gaps[{i}] is blank; give the words that belong there."), nameof(gaps));
        }

        return Sentence.With(gaps);
    }
}
