using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The power of a score to separate accounts to which something happened from those to which it did not: the area under the ROC
/// curve (AUC).</summary>
/// <param name="Value">The probability that an account with the event has a higher score than one without it, a tie counting half: 1 is
/// perfect separation, 0.5 is no better than a coin, and below 0.5 the score points the wrong way.</param>
/// <param name="StandardError">DeLong's standard error; null if a kind has only one account.</param>
/// <param name="Interval">The confidence interval of the area, within 0 … 1; null if the standard error is null or 0. In a sample with
/// perfect or no separation, this formula gives an interval of width 0, which does not mean certainty.</param>
/// <param name="Events">The number of rated accounts with the event.</param>
/// <param name="NonEvents">The number of rated accounts without the event.</param>
/// <remarks>
/// <para>AUC = Σ ψ(xᵢ, yⱼ) / (m·n) over all pairs, ψ = 1, ½ or 0. Its variance is S₁₀/m + S₀₁/n, the variances of each account's share in
/// it. In the order of the scores, both take one pass, so the cost is that of sorting. Literature: DeLong, DeLong and Clarke-Pearson 1988,
/// Biometrics 44:837–845. If an account has several rows, its shares are added first, after Obuchowski 1997, Biometrics 53:567–578.</para>
/// <para>Immutable; equal when every part is.</para>
/// </remarks>
public sealed record RocArea(double Value, double? StandardError, ConfidenceInterval? Interval, int Events, int NonEvents)
{
    /// <summary>The area, 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside its range.</exception>
    public double Value { get; init => field = Fraction(value); } = Fraction(Value);

    /// <summary>The Gini coefficient or accuracy ratio, 2·AUC − 1: 1 is perfect separation, 0 is no better than a coin.</summary>
    [JsonIgnore]
    public double Gini => (2 * Value) - 1;

    /// <summary>Calculates the area for scores and outcomes.</summary>
    /// <param name="scores">The score of each account; NaN for an unrated one, which is left out.</param>
    /// <param name="events">Whether the event happened to each account; as long as <paramref name="scores"/>.</param>
    /// <param name="weights">The weight of each account, finite and at least 0; empty if all count the same. A weight expresses the worth
    /// of an account, not how often it was observed.</param>
    /// <param name="confidence">The confidence level of the interval; above 0, at most 0.999999.</param>
    /// <param name="accounts">The account of each row, as any number; empty if each row is a different account. Several rows of one
    /// account, one for each day, do not narrow the interval as much as different accounts would.</param>
    /// <returns>The area.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or either none or all of the rated accounts have the event.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite, a weight is negative or not finite, or
    /// <paramref name="confidence"/> is outside its range; the message names the account by its index.</exception>
    public static RocArea Of(
        ReadOnlySpan<double> scores, ReadOnlySpan<bool> events, ReadOnlySpan<double> weights = default,
        double confidence = ConfidenceInterval.DefaultConfidence, ReadOnlySpan<int> accounts = default)
    {
        ConfidenceInterval.Check(confidence);
        if (!accounts.IsEmpty)
            ScoredOutcomes.SameLength(accounts.Length, scores.Length, nameof(accounts));
        var area = RankedOutcomes.Of(scores, events, weights).Area(confidence);
        if (accounts.IsEmpty)
            return area;
        var shares = OutcomeShares.Of(scores.ToArray(), events, weights);
        for (var i = 0; i < shares.Length; i++)
            shares[i] = double.IsNaN(scores[i]) ? double.NaN : shares[i] - area.Value;
        var error = OutcomeShares.ErrorOf(shares, events, weights, accounts);
        return area with { StandardError = error, Interval = RankedOutcomes.IntervalOf(area.Value, error, 0, confidence) };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"RocArea {{ Value = {Value}, StandardError = {StandardError}, ")
        + Invariant($"Interval = {Interval}, Events = {Events}, NonEvents = {NonEvents} }}");

    private static double Fraction(double value)
    {
        Guard.Between(value, 0, 1, nameof(Value));
        return value;
    }
}
