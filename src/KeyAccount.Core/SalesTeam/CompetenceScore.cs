using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The ratings of a competence in an interview, summarised.</summary>
/// <param name="Competence">The competence.</param>
/// <param name="Mean">The mean of the ratings, 1 … 5.</param>
/// <param name="Lowest">The lowest rating.</param>
/// <param name="Highest">The highest rating.</param>
/// <param name="Ratings">The number of ratings.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CompetenceScore(Competence Competence, double Mean, int Lowest, int Highest, int Ratings)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"CompetenceScore {{ Competence = {Competence}, Mean = {Mean}, Lowest = {Lowest}, ")
        + Invariant($"Highest = {Highest}, Ratings = {Ratings} }}");
}
