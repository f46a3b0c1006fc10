using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>An answer that the interviewers rate differently and should discuss.</summary>
/// <param name="Question">The question.</param>
/// <param name="Lowest">The lowest rating.</param>
/// <param name="Highest">The highest rating.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RatingSpread(InterviewQuestion Question, int Lowest, int Highest)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"RatingSpread {{ Question = {Question}, Lowest = {Lowest}, Highest = {Highest} }}");
}
