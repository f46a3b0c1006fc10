using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The guide for interviewers: ten questions, what to listen for, and what answers rated 1, 3 and 5 sound like.</summary>
public static class InterviewGuide
{
    /// <summary>Describes the guide for a position.</summary>
    /// <param name="position">The position. Directors and vice presidents use the guide for managers.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no questions for the position.</exception>
    public static Document Describe(SalesPosition position, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(language);
        return SalesTeamDocuments.Guide(position, language);
    }
}
