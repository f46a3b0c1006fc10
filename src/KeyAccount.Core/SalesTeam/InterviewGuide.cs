using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The guide that interviewers hold in their hands: ten questions, what to listen for, and what answers of 1, 3 and 5 sound
/// like.</summary>
public static class InterviewGuide
{
    /// <summary>The guide for a position.</summary>
    /// <param name="position">Representative or manager; for a director and a vice president that of a manager.</param>
    /// <param name="language">The language, as a BCP 47 tag; where it is not spoken, its parent language, then English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no questions for the position.</exception>
    public static Document Describe(SalesPosition position, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(position);
        ArgumentNullException.ThrowIfNull(language);
        return SalesTeamDocuments.Guide(position, language);
    }
}
