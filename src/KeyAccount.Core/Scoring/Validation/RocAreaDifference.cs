using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The comparison of two scores of the same accounts: the difference of their areas under the ROC curve.</summary>
/// <param name="First">The area of the first score, over the accounts that both rate.</param>
/// <param name="Second">The area of the second score, over the same accounts.</param>
/// <param name="StandardError">DeLong's standard error of the difference; null if a kind has only one account.</param>
/// <param name="Interval">The confidence interval of the difference, within −1 … 1. If it contains 0, the two scores may be equally good.
/// Null if the standard error is null, or is 0 because the two scores have the same order.</param>
/// <param name="LeftOut">The number of accounts that one of the two scores leaves unrated; these are not compared.</param>
/// <remarks>Both scores see the same accounts, so that good luck for one is mostly good luck for the other. The interval is therefore
/// narrower than those of the two areas suggest. Literature: DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837–845. Immutable;
/// equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="First"/> or <paramref name="Second"/> is null.</exception>
public sealed record RocAreaDifference(
    RocArea First, RocArea Second, double? StandardError, ConfidenceInterval? Interval, int LeftOut)
{
    /// <summary>The area of the first score, over the accounts that both rate.</summary>
    public RocArea First { get; } = First ?? throw new ArgumentNullException(nameof(First));

    /// <summary>The area of the second score, over the same accounts.</summary>
    public RocArea Second { get; } = Second ?? throw new ArgumentNullException(nameof(Second));

    /// <summary>The first area minus the second.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double Value => First.Value - Second.Value;

    /// <summary>Calculates the difference between two scores of the same accounts.</summary>
    /// <param name="first">The first score of each account; NaN for one that it leaves unrated.</param>
    /// <param name="second">The second score; as long as <paramref name="first"/>.</param>
    /// <param name="events">Whether the event happened to each account.</param>
    /// <param name="weights">The weight of each account, finite and at least 0; empty if all count the same.</param>
    /// <param name="confidence">The confidence level of the intervals; above 0, at most 0.999999.</param>
    /// <param name="accounts">The account of each row, as any number; empty if each row is a different account. Several rows of one
    /// account, one for each day, do not narrow the interval as much as different accounts would.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or either none or all of the accounts that both rate have the
    /// event.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite, a weight is negative or not finite, or
    /// <paramref name="confidence"/> is outside its range; the message names the account by its index.</exception>
    public static RocAreaDifference Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<bool> events, ReadOnlySpan<double> weights = default,
        double confidence = ConfidenceInterval.DefaultConfidence, ReadOnlySpan<int> accounts = default)
    {
        ConfidenceInterval.Check(confidence);
        ScoredOutcomes.SameLength(second.Length, first.Length, nameof(second));
        ScoredOutcomes.SameLength(events.Length, first.Length, nameof(events));
        var (one, other) = (first.ToArray(), second.ToArray());
        var leftOut = 0;
        for (var i = 0; i < one.Length; i++)
        {
            ScoredOutcomes.CheckScore(one[i], i, nameof(first));
            ScoredOutcomes.CheckScore(other[i], i, nameof(second));
            if (double.IsNaN(one[i]) == double.IsNaN(other[i]))
                continue;
            leftOut++;
            (one[i], other[i]) = (double.NaN, double.NaN);
        }

        var (area, otherArea) = (
            RocArea.Of(one, events, weights, confidence, accounts), RocArea.Of(other, events, weights, confidence, accounts));
        var (shares, others) = (OutcomeShares.Of(one, events, weights), OutcomeShares.Of(other, events, weights));
        for (var i = 0; i < one.Length; i++)
            shares[i] = double.IsNaN(one[i]) ? double.NaN : shares[i] - others[i] - (area.Value - otherArea.Value);
        var error = OutcomeShares.ErrorOf(shares, events, weights, accounts);
        return new(area, otherArea, error, RankedOutcomes.IntervalOf(area.Value - otherArea.Value, error, -1, confidence), leftOut);
    }

    /// <summary>Describes the comparison for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) => new ValidationDocument(language).Of(this);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"RocAreaDifference {{ Value = {Value}, StandardError = {StandardError}, ")
        + Invariant($"Interval = {Interval}, First = {First}, Second = {Second}, LeftOut = {LeftOut} }}");
}
