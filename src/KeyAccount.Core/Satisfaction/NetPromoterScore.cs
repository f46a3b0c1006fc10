using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The net promoter score (NPS): the willingness of customers to recommend us.</summary>
/// <remarks>NPS = 100·(p − d), promoters 9–10, detractors 0–6 on the scale from 0 to 10. Source: Reichheld, Harvard Business Review
/// 12/2003. Pure functions.</remarks>
public static class NetPromoterScore
{
    /// <summary>The lowest rating of a promoter. Source: Reichheld 2003.</summary>
    public const int PromotersFrom = 9;

    /// <summary>The highest rating of a detractor. Source: Reichheld 2003.</summary>
    public const int DetractorsTo = 6;

    private const int HighestRating = 10;

    /// <summary>The score of ratings.</summary>
    /// <param name="ratings">The ratings, each 0 … 10, in any order.</param>
    /// <param name="confidence">The confidence level of the interval, above 0 and at most 0.999999.</param>
    /// <param name="interval">The method of the interval; by default the one that is valid for small surveys too.</param>
    /// <returns>The score; null, with its interval, without respondents.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ratings"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static NetPromoterResult Of(
        IReadOnlyList<int> ratings,
        double confidence = ConfidenceInterval.DefaultConfidence,
        NetPromoterInterval interval = NetPromoterInterval.Score)
    {
        Guard.EachWithin(ratings, 0, HighestRating);
        var (promoters, detractors) = (ratings.Count(rating => rating >= PromotersFrom), ratings.Count(rating => rating <= DetractorsTo));
        return OfCounts(promoters, ratings.Count - promoters - detractors, detractors, confidence, interval);
    }

    /// <summary>The score of counts.</summary>
    /// <param name="promoters">The number of ratings of 9 and 10; not negative.</param>
    /// <param name="passives">The number of ratings of 7 and 8; not negative.</param>
    /// <param name="detractors">The number of ratings of 0 … 6; not negative.</param>
    /// <param name="confidence">The confidence level of the interval, above 0 and at most 0.999999.</param>
    /// <param name="interval">The method of the interval; by default the one that is valid for small surveys too.</param>
    /// <returns>The score; null, with its interval, without respondents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static NetPromoterResult OfCounts(
        int promoters,
        int passives,
        int detractors,
        double confidence = ConfidenceInterval.DefaultConfidence,
        NetPromoterInterval interval = NetPromoterInterval.Score)
    {
        ConfidenceInterval.Check(confidence);
        Guard.Defined(interval);
        var counted = new NetPromoterResult(promoters, passives, detractors, null);
        if (counted is not { Score: { } score, StandardError: { } error })
            return counted;
        var half = ConfidenceInterval.Quantile(confidence) * error;
        var (low, high) = interval == NetPromoterInterval.Wald ? (score - half, score + half) : ScoreInterval(counted, score, confidence);
        return new(promoters, passives, detractors, new(Math.Max(-100, low), Math.Min(100, high), confidence));
    }

    // Newcombe's hybrid of two Wilson intervals; promoters and detractors exclude each other, so they correlate by φ = −√(pd/((1−p)(1−d))).
    private static (double Low, double High) ScoreInterval(NetPromoterResult counted, double score, double confidence)
    {
        var n = counted.Respondents;
        var (p, d) = ((double)counted.Promoters / n, (double)counted.Detractors / n);
        var (promotersLow, promotersHigh) = ConfidenceInterval.Wilson(counted.Promoters, n, confidence);
        var (detractorsLow, detractorsHigh) = ConfidenceInterval.Wilson(counted.Detractors, n, confidence);

        // Without passives one is what the other is not.
        var correlation = counted.Passives == 0 ? -1 : -Math.Sqrt(p * d / ((1 - p) * (1 - d)));
        return (
            score - (100 * Distance(p - promotersLow, detractorsHigh - d)),
            score + (100 * Distance(promotersHigh - p, d - detractorsLow)));

        double Distance(double ofPromoters, double ofDetractors) =>
            Math.Sqrt((ofPromoters * ofPromoters) - (2 * correlation * ofPromoters * ofDetractors) + (ofDetractors * ofDetractors));
    }
}
