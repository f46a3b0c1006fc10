namespace KeyAccount.Core.Competition;

/// <summary>A firm in a competitive profile matrix.</summary>
/// <param name="Name">The name.</param>
/// <param name="Ratings">The rating of the firm on each factor, 1 … 4, in the order of the factors.</param>
/// <param name="Score">Σ weight · rating; 1 … 4.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ProfileFirm(string Name, IReadOnlyList<double> Ratings, double Score)
{
    /// <summary>The rating of the firm on each factor.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<double> Ratings { get; init => field = ValueList.Of(value); } = ValueList.Of(Ratings);
}
