using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Competition;

/// <summary>How much we know of a rival: the questions that are answered, and how old the answers are.</summary>
/// <remarks>Pure functions. Coverage = Σ weight of the newest answer to each question / 13, with a weight of 2^(−age / half-life). An
/// answer without a date counts half. Half-life and half are a <c>LibraryDefault</c>; the questions are those of 《客户关系拓展与管理》 (six) and 《B2B
/// 大客户开发与管理》 (seven).</remarks>
public static class RivalKnowledge
{
    /// <summary>The half-life of an answer in days: half a year. Provenance: <c>LibraryDefault</c>.</summary>
    public const int HalfLifeDays = 180;

    /// <summary>The weight of an answer without a date. Provenance: <c>LibraryDefault</c>.</summary>
    public const double UndatedWeight = 0.5;

    /// <summary>The decay of an answer: a half-life of <see cref="HalfLifeDays"/>.</summary>
    public static EvidenceDecay Decay { get; } = new(HalfLifeDays);

    /// <summary>The number of questions: 13.</summary>
    public static int Questions { get; } = RivalQuestion.InOrder.Count + DealQuestion.InOrder.Count;

    /// <summary>How much we know of a rival.</summary>
    /// <param name="answers">What we know; blank answers do not count.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="decay">The decay of an answer; null for <see cref="Decay"/>.</param>
    /// <returns>0 (nothing) … 1 (every question, today).</returns>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer is in the future.</exception>
    public static double Coverage(IReadOnlyList<RivalAnswer> answers, LocalDate asOf, EvidenceDecay? decay = null)
    {
        Guard.NoNull(answers);
        Guard.Iso(asOf);
        return Answered(answers)
            .GroupBy(answer => (answer.Question, answer.DealQuestion))
            .Sum(group => group.Max(answer => answer.Date is { } date ? (decay ?? Decay).Weight(date, asOf) : UndatedWeight)) / Questions;
    }

    /// <summary>The questions of the six without an answer.</summary>
    /// <param name="answers">What we know.</param>
    /// <returns>The questions, in their order.</returns>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    public static IReadOnlyList<RivalQuestion> OpenQuestions(IReadOnlyList<RivalAnswer> answers)
    {
        Guard.NoNull(answers);
        return [.. RivalQuestion.InOrder.Except(Answered(answers).Select(answer => answer.Question).OfType<RivalQuestion>())];
    }

    /// <summary>The questions of the seven without an answer.</summary>
    /// <param name="answers">What we know.</param>
    /// <returns>The questions, in their order.</returns>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    public static IReadOnlyList<DealQuestion> OpenDealQuestions(IReadOnlyList<RivalAnswer> answers)
    {
        Guard.NoNull(answers);
        return [.. DealQuestion.InOrder.Except(Answered(answers).Select(answer => answer.DealQuestion).OfType<DealQuestion>())];
    }

    // An answer to two questions, or to none, is a fault of the rival and counts for neither.
    private static IEnumerable<RivalAnswer> Answered(IReadOnlyList<RivalAnswer> answers) => answers.Where(answer =>
        !string.IsNullOrWhiteSpace(answer.Text) && answer.Question is null != answer.DealQuestion is null);
}
