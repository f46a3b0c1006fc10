using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The agreement of two interviewers beyond chance: Cohen's κ.</summary>
/// <param name="Cases">The number of candidates whom both rated.</param>
/// <param name="Observed">pₒ: the share of candidates on whom they agree, as a fraction.</param>
/// <param name="Expected">pₑ: the share on whom they would agree by chance, given how often each uses each rating, as a fraction.</param>
/// <remarks>κ = (pₒ − pₑ) / (1 − pₑ): 1 is full agreement, 0 is chance. Literature: Cohen 1960, A Coefficient of Agreement for Nominal
/// Scales, Educational and Psychological Measurement 20(1). Immutable; equal when every part is.</remarks>
public sealed record RaterAgreement(int Cases, double Observed, double Expected)
{
    /// <summary>κ, −1 … 1; null if both always give the same rating, so that chance explains everything.</summary>
    [JsonIgnore]
    public double? Kappa => Expected >= 1 ? null : (Observed - Expected) / (1 - Expected);

    /// <summary>Calculates the agreement of two interviewers.</summary>
    /// <param name="ratings">The pair of ratings, or decisions, for each candidate.</param>
    /// <returns>The agreement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ratings"/> or a rating is null.</exception>
    /// <exception cref="ArgumentException">There are no candidates.</exception>
    public static RaterAgreement Of(IReadOnlyList<(string First, string Second)> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        if (ratings.Count == 0)
            throw new ArgumentException("ratings is empty; it must have at least one candidate whom both rated.", nameof(ratings));
        for (var i = 0; i < ratings.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(ratings[i].First, Invariant($"ratings[{i}].First"));
            ArgumentNullException.ThrowIfNull(ratings[i].Second, Invariant($"ratings[{i}].Second"));
        }

        double n = ratings.Count;
        var chance = ratings.Select(rating => rating.First).Concat(ratings.Select(rating => rating.Second)).Distinct(StringComparer.Ordinal)
            .Sum(given => ratings.Count(rating => rating.First == given) / n * (ratings.Count(rating => rating.Second == given) / n));
        return new(ratings.Count, ratings.Count(rating => rating.First == rating.Second) / n, Math.Min(1, chance));
    }

    /// <summary>Calculates the agreement of two interviewers who say yes or no.</summary>
    /// <param name="bothYes">The number of candidates to whom both said yes; at least 0.</param>
    /// <param name="onlyFirst">The number to whom only the first said yes; at least 0.</param>
    /// <param name="onlySecond">The number to whom only the second said yes; at least 0.</param>
    /// <param name="bothNo">The number to whom both said no; at least 0.</param>
    /// <returns>The agreement.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or above 1,000,000.</exception>
    /// <exception cref="ArgumentException">All counts are 0.</exception>
    public static RaterAgreement Of(int bothYes, int onlyFirst, int onlySecond, int bothNo)
    {
        const int most = 1_000_000;
        Guard.Between(bothYes, 0, most);
        Guard.Between(onlyFirst, 0, most);
        Guard.Between(onlySecond, 0, most);
        Guard.Between(bothNo, 0, most);
        double n = bothYes + onlyFirst + onlySecond + bothNo;
        if (n == 0)
            throw new ArgumentException("all counts are 0; there must be at least one candidate whom both rated.", nameof(bothYes));
        var (first, second) = ((bothYes + onlyFirst) / n, (bothYes + onlySecond) / n);
        return new((int)n, (bothYes + bothNo) / n, Math.Min(1, (first * second) + ((1 - first) * (1 - second))));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All figures by name.</returns>
    public override string ToString() =>
        Invariant($"RaterAgreement {{ Cases = {Cases}, Observed = {Observed}, Expected = {Expected}, Kappa = {Kappa} }}");
}
