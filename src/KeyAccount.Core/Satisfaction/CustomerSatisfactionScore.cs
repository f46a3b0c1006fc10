using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The customer satisfaction score of a survey.</summary>
/// <remarks>Immutable; equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record CustomerSatisfactionResult
{
    /// <summary>A result from its parts; what JSON reads back.</summary>
    /// <param name="satisfied">How many are satisfied; not negative.</param>
    /// <param name="respondents">How many have answered; at least <paramref name="satisfied"/>.</param>
    /// <param name="interval">The interval of the score; null without respondents.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    [JsonConstructor]
    public CustomerSatisfactionResult(int satisfied, int respondents, ConfidenceInterval? interval)
    {
        Guard.NotNegative(satisfied);
        Guard.AtLeast(respondents, satisfied);
        Satisfied = satisfied;
        Respondents = respondents;
        Interval = interval;
    }

    /// <summary>How many are satisfied.</summary>
    public int Satisfied { get; }

    /// <summary>How many have answered.</summary>
    public int Respondents { get; }

    /// <summary>Wilson's interval of <see cref="Score"/>, within 0 … 100; null without respondents.</summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>CSAT in percent, 0 … 100: 100·satisfied/respondents; null without respondents.</summary>
    [JsonIgnore]
    public double? Score => Respondents == 0 ? null : 100.0 * Satisfied / Respondents;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"CustomerSatisfactionResult {{ Satisfied = {Satisfied}, Respondents = {Respondents}, Score = {Score}, Interval = {Interval} }}");
}

/// <summary>Customer satisfaction score (CSAT): how many are satisfied.</summary>
/// <remarks>CSAT = 100·satisfied/respondents. Its interval is L Wilson 1927:
/// (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²))/(1 + z²/n), which stays within 0 … 100 % and has a width where all agree. Pure functions.</remarks>
public static class CustomerSatisfactionScore
{
    /// <summary>The scale runs from 1 to this where nothing else is said. Provenance: <c>LibraryDefault</c>.</summary>
    public const int DefaultScalePoints = 5;

    /// <summary>The two highest ratings of a scale are satisfied where nothing else is said ("top two boxes"). Provenance: <c>LibraryDefault</c>.</summary>
    public const int SatisfiedRatings = 2;

    /// <summary>The score of ratings.</summary>
    /// <param name="ratings">The ratings, each 1 … <paramref name="scalePoints"/>, in any order.</param>
    /// <param name="scalePoints">The highest rating; at least 2.</param>
    /// <param name="satisfiedFrom">The lowest rating that is satisfied, 2 … <paramref name="scalePoints"/>; null for the two highest, of a scale
    /// of two for the highest.</param>
    /// <param name="confidence">The confidence of the interval, above 0 and at most 0.999999.</param>
    /// <returns>The score; null, with its interval, without respondents.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ratings"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CustomerSatisfactionResult Of(
        IReadOnlyList<int> ratings,
        int scalePoints = DefaultScalePoints,
        int? satisfiedFrom = null,
        double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        Guard.AtLeast(scalePoints, 2);
        var from = satisfiedFrom ?? Math.Max(2, scalePoints - SatisfiedRatings + 1);
        Guard.Between(from, 2, scalePoints, nameof(satisfiedFrom));
        Guard.EachWithin(ratings, 1, scalePoints);
        return OfCounts(ratings.Count(rating => rating >= from), ratings.Count, confidence);
    }

    /// <summary>The score of counts.</summary>
    /// <param name="satisfied">How many are satisfied; not negative.</param>
    /// <param name="respondents">How many have answered; at least <paramref name="satisfied"/>.</param>
    /// <param name="confidence">The confidence of the interval, above 0 and at most 0.999999.</param>
    /// <returns>The score; null, with its interval, without respondents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CustomerSatisfactionResult OfCounts(int satisfied, int respondents, double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ConfidenceInterval.Check(confidence);
        var counted = new CustomerSatisfactionResult(satisfied, respondents, null);
        if (respondents == 0)
            return counted;
        var (low, high) = ConfidenceInterval.Wilson(satisfied, respondents, confidence);
        return new(satisfied, respondents, new(100 * low, 100 * high, confidence));
    }
}
