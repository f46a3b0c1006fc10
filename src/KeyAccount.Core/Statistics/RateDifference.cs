using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>The difference of the rates of two groups, such as those who came to an event and those who stayed away.</summary>
/// <remarks>
/// <para>Difference d = p₁ − p₂. Its interval is Newcombe's hybrid of the two Wilson intervals (l, u) of the groups: from
/// d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²). Where it holds 0, the groups may not differ at all. Literature:
/// Newcombe 1998, Statistics in Medicine 17:873–890, method 10.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record RateDifference
{
    /// <summary>A difference of two rates.</summary>
    /// <param name="successes">The number of successes in the first group; 0 … <paramref name="trials"/>.</param>
    /// <param name="trials">The number of cases in the first group; positive.</param>
    /// <param name="otherSuccesses">The number of successes in the second group; 0 … <paramref name="otherTrials"/>.</param>
    /// <param name="otherTrials">The number of cases in the second group; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public RateDifference(long successes, long trials, long otherSuccesses, long otherTrials)
    {
        Guard.Above(trials, 0);
        Guard.Between(successes, 0, trials);
        Guard.Above(otherTrials, 0);
        Guard.Between(otherSuccesses, 0, otherTrials);
        (Successes, Trials, OtherSuccesses, OtherTrials) = (successes, trials, otherSuccesses, otherTrials);
    }

    /// <summary>The number of successes in the first group.</summary>
    public long Successes { get; }

    /// <summary>The number of cases in the first group.</summary>
    public long Trials { get; }

    /// <summary>The number of successes in the second group.</summary>
    public long OtherSuccesses { get; }

    /// <summary>The number of cases in the second group.</summary>
    public long OtherTrials { get; }

    /// <summary>The rate of the first group, as a fraction.</summary>
    [JsonIgnore]
    public double Rate => (double)Successes / Trials;

    /// <summary>The rate of the second group, as a fraction.</summary>
    [JsonIgnore]
    public double OtherRate => (double)OtherSuccesses / OtherTrials;

    /// <summary>The rate of the first group less that of the second, as a fraction.</summary>
    [JsonIgnore]
    public double Value => Rate - OtherRate;

    /// <summary>The interval of the difference.</summary>
    /// <param name="confidence">The confidence level; above 0, at most 0.999999.</param>
    /// <returns>The interval, as fractions, within −1 … 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside its range.</exception>
    public ConfidenceInterval Interval(double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ConfidenceInterval.Check(confidence);
        var (low, high) = ConfidenceInterval.Wilson(Successes, Trials, confidence);
        var (otherLow, otherHigh) = ConfidenceInterval.Wilson(OtherSuccesses, OtherTrials, confidence);
        return new(
            Math.Max(-1, Value - Length(Rate - low, otherHigh - OtherRate)),
            Math.Min(1, Value + Length(high - Rate, OtherRate - otherLow)), confidence);

        static double Length(double one, double other) => Math.Sqrt((one * one) + (other * other));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The two rates and their difference.</returns>
    public override string ToString() => Invariant(
        $"RateDifference {{ Rate = {Successes}/{Trials}, OtherRate = {OtherSuccesses}/{OtherTrials}, Value = {Value} }}");
}
