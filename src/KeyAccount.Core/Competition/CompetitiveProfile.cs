using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>The competitive profile matrix: firms rated 1 … 4 on weighted factors of success.</summary>
/// <remarks>Pure functions. Score = Σ weight · rating, to six decimal places; 1 is a major weakness, 4 a major strength. Weights by
/// judgements of pairs come from <c>PairwiseComparison</c> (AHP); look at its consistency ratio first. Source: David, Strategic
/// Management.</remarks>
public static class CompetitiveProfile
{
    /// <summary>The lowest rating. Source: David.</summary>
    public const double LowestRating = 1;

    /// <summary>The highest rating. Source: David.</summary>
    public const double HighestRating = 4;

    /// <summary>The tolerance for the sum of the weights, which must be 1 apart from rounding.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The score of a firm.</summary>
    /// <param name="weights">The weights of the factors: at least 0, sum 1 (±10⁻⁹).</param>
    /// <param name="ratings">The rating of the firm on each factor, 1 … 4, in the same order.</param>
    /// <returns>Σ weight · rating, 1 … 4, to six decimal places.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lists are empty or of different lengths, or the weights do not sum to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight or a rating is outside its range.</exception>
    public static double Score(IReadOnlyList<double> weights, IReadOnlyList<double> ratings) =>
        Score(weights, ratings, ProfileWeights.SumToOne);

    /// <summary>The score of a firm, with a choice of how to treat weights that do not sum to 1.</summary>
    /// <param name="weights">The weights of the factors; at least 0.</param>
    /// <param name="ratings">The rating of the firm on each factor, 1 … 4, in the same order.</param>
    /// <param name="sum">Whether such weights are refused or divided by their sum.</param>
    /// <returns>Σ weight · rating, 1 … 4, to six decimal places.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lists are empty or of different lengths, the weights do not sum to 1 and are not to be
    /// normalised, or all of them are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight or a rating is outside its range.</exception>
    public static double Score(IReadOnlyList<double> weights, IReadOnlyList<double> ratings, ProfileWeights sum)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var shares = Shares(weights, sum);
        return Score(shares, ratings, nameof(ratings));
    }

    /// <summary>Compares firms side by side.</summary>
    /// <param name="factors">The factors of success; not blank.</param>
    /// <param name="weights">Their weights, as for
    /// <see cref="Score(IReadOnlyList{double}, IReadOnlyList{double}, ProfileWeights)"/>.</param>
    /// <param name="firms">Each firm with its ratings, ours first; at least one.</param>
    /// <param name="sum">How to treat weights that do not sum to 1.</param>
    /// <returns>The matrix with the score of each firm.</returns>
    /// <exception cref="ArgumentNullException">A list, an entry or a name is null.</exception>
    /// <exception cref="ArgumentException">Lists are empty or of different lengths, or the weights are refused.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight or a rating is outside its range.</exception>
    public static ProfileMatrix Compare(
        IReadOnlyList<string> factors, IReadOnlyList<double> weights, IReadOnlyList<(string Name, IReadOnlyList<double> Ratings)> firms,
        ProfileWeights sum = ProfileWeights.SumToOne)
    {
        Guard.NoNull(factors);
        ArgumentNullException.ThrowIfNull(firms);
        var shares = Shares(weights, sum);
        if (factors.Count != shares.Length)
        {
            throw new ArgumentException(
                Invariant($"factors has {factors.Count} entries; it must have {shares.Length}, one for each weight."), nameof(factors));
        }

        if (firms.Count == 0)
            throw new ArgumentException("firms is empty; give at least ours.", nameof(firms));
        var rows = new List<ProfileFirm>(firms.Count);
        for (var i = 0; i < firms.Count; i++)
        {
            var (name, ratings) = firms[i];
            ArgumentNullException.ThrowIfNull(name, Invariant($"firms[{i}].Name"));
            ArgumentNullException.ThrowIfNull(ratings, Invariant($"firms[{i}].Ratings"));
            rows.Add(new(name, ratings, Score(shares, ratings, Invariant($"firms[{i}].Ratings"))));
        }

        return new(factors, shares, rows);
    }

    /// <summary>Weights that sum to 1.</summary>
    internal static double[] Shares(IReadOnlyList<double> weights, ProfileWeights sum)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Guard.Defined(sum);
        if (weights.Count == 0)
            throw new ArgumentException("weights is empty; give one for each factor.", nameof(weights));
        for (var i = 0; i < weights.Count; i++)
            Guard.FiniteNotNegative(weights[i], Invariant($"weights[{i}]"));
        var total = weights.Sum();
        if (!(total > 0) || double.IsInfinity(total))
            throw new ArgumentException(Invariant($"The weights sum to {total}; they must sum to 1."), nameof(weights));
        if (sum == ProfileWeights.SumToOne)
        {
            return Math.Abs(total - 1) <= Tolerance ? [.. weights] : throw new ArgumentException(
                Invariant($"The weights sum to {total}; they must sum to 1. Correct them, or ask for {nameof(ProfileWeights.Normalize)}."),
                nameof(weights));
        }

        return [.. weights.Select(weight => weight / total)];
    }

    private static double Score(double[] shares, IReadOnlyList<double> ratings, string name)
    {
        if (ratings.Count != shares.Length)
        {
            throw new ArgumentException(
                Invariant($"{name} has {ratings.Count} entries; it must have {shares.Length}, one for each weight."), name);
        }

        var score = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            Guard.Between(ratings[i], LowestRating, HighestRating, Invariant($"{name}[{i}]"));
            score += shares[i] * ratings[i];
        }

        return ScoreRounding.Round(score);
    }
}
