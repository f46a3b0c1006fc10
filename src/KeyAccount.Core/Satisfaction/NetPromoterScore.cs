using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>How the interval of a net promoter score is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NetPromoterInterval>))]
public enum NetPromoterInterval
{
    /// <summary>Score ± z·standard error, held at −100 and 100. With few respondents it is too narrow; where all agree it has no width and
    /// says nothing.</summary>
    Wald,

    /// <summary>Made of Wilson's intervals of promoters and detractors; for small surveys. It contains the score and stays within −100 and 100
    /// by itself. Source: L Newcombe 1998 (paired proportions); Zou &amp; Donner 2008.</summary>
    Score,
}

/// <summary>The net promoter score of a survey.</summary>
/// <remarks>Immutable; equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record NetPromoterResult
{
    /// <summary>A result from its parts; what JSON reads back.</summary>
    /// <param name="promoters">Ratings of 9 and 10; not negative.</param>
    /// <param name="passives">Ratings of 7 and 8; not negative.</param>
    /// <param name="detractors">Ratings of 0 … 6; not negative.</param>
    /// <param name="interval">The interval of the score; null without respondents.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    [JsonConstructor]
    public NetPromoterResult(int promoters, int passives, int detractors, ConfidenceInterval? interval)
    {
        Guard.NotNegative(promoters);
        Guard.NotNegative(passives);
        Guard.NotNegative(detractors);
        Promoters = promoters;
        Passives = passives;
        Detractors = detractors;
        Interval = interval;
    }

    /// <summary>Ratings of 9 and 10.</summary>
    public int Promoters { get; }

    /// <summary>Ratings of 7 and 8.</summary>
    public int Passives { get; }

    /// <summary>Ratings of 0 … 6.</summary>
    public int Detractors { get; }

    /// <summary>The interval of <see cref="Score"/>, within −100 … 100; null without respondents.</summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>How many have answered.</summary>
    [JsonIgnore]
    public long Respondents => (long)Promoters + Passives + Detractors;

    /// <summary>NPS = 100·(p − d), −100 … 100, with p and d the shares of promoters and detractors; null without respondents.</summary>
    [JsonIgnore]
    public double? Score => Respondents == 0 ? null : 100.0 * ((long)Promoters - Detractors) / Respondents;

    /// <summary>p + d − (p − d)², 0 … 1: the variance of one answer taken as 1, 0 or −1; null without respondents.</summary>
    [JsonIgnore]
    public double? Variance
    {
        get
        {
            // Over one denominator, in whole numbers: never below 0.
            var (n, difference) = ((decimal)Respondents, (decimal)Promoters - Detractors);
            return n == 0 ? null : (double)((n * ((decimal)Promoters + Detractors)) - (difference * difference)) / ((double)n * (double)n);
        }
    }

    /// <summary>The standard error of <see cref="Score"/>, in its points: 100·√(variance/n); null without respondents.</summary>
    [JsonIgnore]
    public double? StandardError => Variance is { } variance ? 100 * Math.Sqrt(variance / Respondents) : null;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"NetPromoterResult {{ Promoters = {Promoters}, Passives = {Passives}, Detractors = {Detractors}, Score = {Score}, Interval = {Interval} }}");
}

/// <summary>Net promoter score (NPS): would they recommend us.</summary>
/// <remarks>NPS = 100·(p − d), promoters 9–10, detractors 0–6 on the scale from 0 to 10. Source: L Reichheld, Harvard Business Review 12/2003.
/// Pure functions.</remarks>
public static class NetPromoterScore
{
    /// <summary>A rating from here on makes a promoter. Source: L Reichheld 2003.</summary>
    public const int PromotersFrom = 9;

    /// <summary>A rating up to here makes a detractor. Source: L Reichheld 2003.</summary>
    public const int DetractorsTo = 6;

    private const int HighestRating = 10;

    /// <summary>The score of ratings.</summary>
    /// <param name="ratings">The ratings, each 0 … 10, in any order.</param>
    /// <param name="confidence">The confidence of the interval, above 0 and at most 0.999999.</param>
    /// <param name="interval">How the interval is made.</param>
    /// <returns>The score; null, with its interval, without respondents.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ratings"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static NetPromoterResult Of(
        IReadOnlyList<int> ratings,
        double confidence = ConfidenceInterval.DefaultConfidence,
        NetPromoterInterval interval = NetPromoterInterval.Wald)
    {
        Guard.EachWithin(ratings, 0, HighestRating);
        var (promoters, detractors) = (ratings.Count(rating => rating >= PromotersFrom), ratings.Count(rating => rating <= DetractorsTo));
        return OfCounts(promoters, ratings.Count - promoters - detractors, detractors, confidence, interval);
    }

    /// <summary>The score of counts.</summary>
    /// <param name="promoters">Ratings of 9 and 10; not negative.</param>
    /// <param name="passives">Ratings of 7 and 8; not negative.</param>
    /// <param name="detractors">Ratings of 0 … 6; not negative.</param>
    /// <param name="confidence">The confidence of the interval, above 0 and at most 0.999999.</param>
    /// <param name="interval">How the interval is made.</param>
    /// <returns>The score; null, with its interval, without respondents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static NetPromoterResult OfCounts(
        int promoters,
        int passives,
        int detractors,
        double confidence = ConfidenceInterval.DefaultConfidence,
        NetPromoterInterval interval = NetPromoterInterval.Wald)
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
        return (score - (100 * Distance(p - promotersLow, detractorsHigh - d)), score + (100 * Distance(promotersHigh - p, d - detractorsLow)));

        double Distance(double ofPromoters, double ofDetractors) =>
            Math.Sqrt((ofPromoters * ofPromoters) - (2 * correlation * ofPromoters * ofDetractors) + (ofDetractors * ofDetractors));
    }
}
