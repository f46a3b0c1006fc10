using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>One respondent's answers.</summary>
/// <param name="Respondent">The respondent; unique in the survey, not blank.</param>
/// <param name="Answers">The answers, each item at most once, in any order.</param>
/// <param name="Influence">The weight of the respondent relative to the others: finite and not negative. Only the ratio matters.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Answers"/> is null.</exception>
public sealed record ServQualResponse(
    [property: Privacy(Privacy.PersonId)] string Respondent, IReadOnlyList<ServQualAnswer> Answers,
    [property: FactRange(0, double.PositiveInfinity, FactUnit.Number)] double Influence = 1)
{
    /// <summary>The answers, each item at most once, in any order.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<ServQualAnswer> Answers { get; init => field = ValueList.Of(value, nameof(Answers)); } = ValueList.Of(Answers);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the answers their number.</returns>
    public override string ToString() =>
        Invariant($"ServQualResponse {{ Respondent = {Respondent}, Answers = {Answers.Count}, Influence = {Influence} }}");
}
