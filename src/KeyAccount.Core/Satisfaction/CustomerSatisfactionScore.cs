using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The customer satisfaction score (CSAT): the percentage of satisfied respondents.</summary>
/// <remarks>CSAT = 100·satisfied/respondents. Its interval is Wilson 1927:
/// (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²))/(1 + z²/n), which stays within 0 … 100 % and has a width where all agree. Pure
/// functions.</remarks>
public static class CustomerSatisfactionScore
{
    /// <summary>The default number of points of the scale, which starts at 1. Provenance: <c>LibraryDefault</c>.</summary>
    public const int DefaultScalePoints = 5;

    /// <summary>The default number of highest ratings that count as satisfied ("top two boxes"). Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int SatisfiedRatings = 2;

    /// <summary>The score of ratings.</summary>
    /// <param name="ratings">The ratings, each 1 … <paramref name="scalePoints"/>, in any order.</param>
    /// <param name="scalePoints">The highest rating; at least 2.</param>
    /// <param name="satisfiedFrom">The lowest rating that counts as satisfied, 2 … <paramref name="scalePoints"/>; null for the two
    /// highest, on a scale of two for the highest.</param>
    /// <param name="confidence">The confidence level of the interval, above 0 and at most 0.999999.</param>
    /// <returns>The score; null, with its interval, without respondents.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ratings"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CustomerSatisfactionResult Of(
        IReadOnlyList<int> ratings,
        int scalePoints = DefaultScalePoints,
        int? satisfiedFrom = null,
        double confidence = ConfidenceInterval.DefaultConfidence)
    {
        Guard.AtLeast(scalePoints, 2);
        var from = satisfiedFrom ?? Math.Max(2, scalePoints - SatisfiedRatings + 1);
        Guard.Between(from, 2, scalePoints, nameof(satisfiedFrom));
        Guard.EachWithin(ratings, 1, scalePoints);
        return OfCounts(ratings.Count(rating => rating >= from), ratings.Count, confidence);
    }

    /// <summary>The score of counts.</summary>
    /// <param name="satisfied">The number of satisfied respondents; not negative.</param>
    /// <param name="respondents">The number of respondents; at least <paramref name="satisfied"/>.</param>
    /// <param name="confidence">The confidence level of the interval, above 0 and at most 0.999999.</param>
    /// <returns>The score; null, with its interval, without respondents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CustomerSatisfactionResult OfCounts(
        int satisfied, int respondents, double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ConfidenceInterval.Check(confidence);
        var counted = new CustomerSatisfactionResult(satisfied, respondents, null);
        if (respondents == 0)
            return counted;
        var (low, high) = ConfidenceInterval.Wilson(satisfied, respondents, confidence);
        return new(satisfied, respondents, new(100 * low, 100 * high, confidence));
    }
}
