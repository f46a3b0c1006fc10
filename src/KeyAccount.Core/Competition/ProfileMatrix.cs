namespace KeyAccount.Core.Competition;

/// <summary>A competitive profile matrix: firms side by side on weighted factors.</summary>
/// <param name="Factors">The factors of success.</param>
/// <param name="Weights">The weights of the factors, which sum to 1.</param>
/// <param name="Firms">The firms, ours first.</param>
/// <remarks>Immutable, with value equality. Made by <see cref="CompetitiveProfile.Compare"/>.</remarks>
public sealed record ProfileMatrix(IReadOnlyList<string> Factors, IReadOnlyList<double> Weights, IReadOnlyList<ProfileFirm> Firms)
{
    /// <summary>The factors of success.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> Factors { get; init => field = ValueList.Of(value); } = ValueList.Of(Factors);

    /// <summary>The weights of the factors.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<double> Weights { get; init => field = ValueList.Of(value); } = ValueList.Of(Weights);

    /// <summary>The firms.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<ProfileFirm> Firms { get; init => field = ValueList.Of(value); } = ValueList.Of(Firms);

    /// <summary>The lead of the first firm over another one; the sum over the factors is the difference of the scores.</summary>
    /// <param name="firm">The index of the other firm, from 1.</param>
    /// <returns>weight · (our rating − its rating), factor by factor; negative if the other firm is ahead.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such firm.</exception>
    public IReadOnlyList<double> GapsTo(int firm)
    {
        Guard.Between(firm, 1, Firms.Count - 1);
        return [.. Weights.Select((weight, i) => weight * (Firms[0].Ratings[i] - Firms[firm].Ratings[i]))];
    }
}
