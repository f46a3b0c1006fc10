using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The net promoter score of a survey.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record NetPromoterResult
{
    /// <summary>A result from its parts; what JSON reads back.</summary>
    /// <param name="promoters">The number of ratings of 9 and 10; not negative.</param>
    /// <param name="passives">The number of ratings of 7 and 8; not negative.</param>
    /// <param name="detractors">The number of ratings of 0 … 6; not negative.</param>
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

    /// <summary>The number of ratings of 9 and 10.</summary>
    public int Promoters { get; }

    /// <summary>The number of ratings of 7 and 8.</summary>
    public int Passives { get; }

    /// <summary>The number of ratings of 0 … 6.</summary>
    public int Detractors { get; }

    /// <summary>The interval of <see cref="Score"/>, within −100 … 100; null without respondents.</summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>The number of respondents.</summary>
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"NetPromoterResult {{ Promoters = {Promoters}, Passives = {Passives}, Detractors = {Detractors}, ")
        + Invariant($"Score = {Score}, Interval = {Interval} }}");

    /// <summary>The result for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        SatisfactionDocuments.Of(this, language);
}
