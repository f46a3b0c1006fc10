using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>How well a score tells accounts to which something happened from those to which it did not: the area under the ROC curve
/// (AUC).</summary>
/// <param name="Value">The chance that an account with the event has the higher score than one without it, a tie counting half: 1 tells
/// them apart, 0.5 is a coin, below 0.5 the score points the wrong way.</param>
/// <param name="StandardError">DeLong's standard error; null where one account of a kind leaves it unknown.</param>
/// <param name="Interval">Where the area may lie in truth, within 0 … 1; null where the standard error is null or 0: a sample that is told
/// apart without an error, or not at all, has no width by this formula, and is not certain for that.</param>
/// <param name="Events">How many rated accounts have the event.</param>
/// <param name="NonEvents">How many rated accounts have it not.</param>
/// <remarks>
/// <para>AUC = Σ ψ(xᵢ, yⱼ) / (m·n) over all pairs, ψ = 1, ½ or 0. Its variance is S₁₀/m + S₀₁/n, the variances of each account's share in
/// it. In the order of the scores both take one pass, so that the work is that of sorting. Literature: DeLong, DeLong and Clarke-Pearson
/// 1988, Biometrics 44:837–845. Where an account has several rows, its shares are added up first, after Obuchowski 1997, Biometrics
/// 53:567–578.</para>
/// <para>Immutable; equal when every part is.</para>
/// </remarks>
public sealed record RocArea(double Value, double? StandardError, ConfidenceInterval? Interval, int Events, int NonEvents)
{
    /// <summary>The area, 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside its range.</exception>
    public double Value { get; init => field = Fraction(value); } = Fraction(Value);

    /// <summary>Gini coefficient or accuracy ratio, 2·AUC − 1: 1 tells all apart, 0 is a coin.</summary>
    [JsonIgnore]
    public double Gini => (2 * Value) - 1;

    /// <summary>The area of scores and outcomes.</summary>
    /// <param name="scores">The score of each account; NaN for an unrated one, which is left out.</param>
    /// <param name="events">Whether the event happened to it; as long as <paramref name="scores"/>.</param>
    /// <param name="weights">How much each account counts, finite and at least 0; empty where all count the same. A weight says what an
    /// account is worth, not how often it was seen.</param>
    /// <param name="confidence">How sure the interval is to be; above 0, at most 0.999999.</param>
    /// <param name="accounts">Of which account each row is, by any number; empty where each row is an account of its own. An account with
    /// several rows, one for each day, does not make the interval narrower as so many accounts would.</param>
    /// <returns>The area.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or no rated account, or every one, has the event.</exception>
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

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"RocArea {{ Value = {Value}, StandardError = {StandardError}, ")
        + Invariant($"Interval = {Interval}, Events = {Events}, NonEvents = {NonEvents} }}");

    private static double Fraction(double value)
    {
        Guard.Between(value, 0, 1, nameof(Value));
        return value;
    }
}
