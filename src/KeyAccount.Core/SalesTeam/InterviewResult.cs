using KeyAccount.Core.Documents;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The result of an interview. It names neither the candidate nor an interviewer.</summary>
/// <param name="Decision">The decision with its reasons.</param>
/// <param name="Competences">The competences that were rated, in their order.</param>
/// <param name="Disagreements">The answers whose ratings differ by two or more.</param>
/// <param name="TraitsInNotes">The protected traits that the notes mention. They must not count: strike them out.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record InterviewResult(
    Assessment<InterviewDecision> Decision, IReadOnlyList<CompetenceScore> Competences, IReadOnlyList<RatingSpread> Disagreements,
    IReadOnlyList<ProtectedTrait> TraitsInNotes)
{
    /// <inheritdoc cref="InterviewResult" path="/param[@name='Decision']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Assessment<InterviewDecision> Decision { get; init => field = Guard.NotNull(value); } =
        Guard.NotNull(Decision, nameof(Decision));

    /// <inheritdoc cref="InterviewResult" path="/param[@name='Competences']"/>
    public IReadOnlyList<CompetenceScore> Competences { get; } = ValueList.Of(Competences);

    /// <inheritdoc cref="InterviewResult" path="/param[@name='Disagreements']"/>
    public IReadOnlyList<RatingSpread> Disagreements { get; } = ValueList.Of(Disagreements);

    /// <inheritdoc cref="InterviewResult" path="/param[@name='TraitsInNotes']"/>
    public IReadOnlyList<ProtectedTrait> TraitsInNotes { get; } = ValueList.Of(TraitsInNotes);

    /// <summary>Describes the result for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(language);
        return SalesTeamDocuments.Of(this, language);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The decision, and the numbers of competences and disagreements.</returns>
    public override string ToString() => Invariant($"InterviewResult {{ Decision = {Decision.Band}, Competences = {Competences.Count}, ")
        + Invariant($"Disagreements = {Disagreements.Count} }}");
}
