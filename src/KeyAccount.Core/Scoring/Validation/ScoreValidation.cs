using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The validation of a score: scores of an earlier day compared with what happened afterwards.</summary>
/// <remarks>
/// <para>For events: the area under the ROC curve with DeLong's interval, the Gini coefficient, the Kolmogorov–Smirnov distance, rates by
/// band with Wilson's intervals, and the Brier score of predicted probabilities. For money: the rank correlation, and the Gini coefficient
/// of the gains curve. For both: lift and capture by band and by tenths.</para>
/// <para>Unrated accounts are listed separately and count nowhere else. Nothing depends on the order of the accounts, and only the order of
/// the scores matters. Immutable; equal when every part is.</para>
/// </remarks>
public sealed record ScoreValidation
{
    /// <summary>Whether the outcome is money; otherwise it is an event.</summary>
    public bool AreAmounts { get; init; }

    /// <summary>All rated accounts together.</summary>
    public required OutcomeGroup Rated { get; init; }

    /// <summary>The accounts without a score; null if every account has one.</summary>
    public OutcomeGroup? Unrated { get; init; }

    /// <summary>The area under the ROC curve, in the expected direction; null for money, and if none or all of the rated accounts have the
    /// event.</summary>
    public RocArea? Area { get; init; }

    /// <summary>The correlation between score and money; null for events.</summary>
    public RankCorrelation? Correlation { get; init; }

    /// <summary>2·AUC − 1. For money: the area between the gains curve and the diagonal, as a share of that of the best order of the
    /// accounts; null if there is no money, or if all accounts bring in the same.</summary>
    public double? Gini { get; init; }

    /// <summary>The largest distance between the cumulative shares of accounts with and without the event, 0 … 1; null if the area
    /// is.</summary>
    public double? KolmogorovSmirnov { get; init; }

    /// <summary>The score at which that distance occurs; it is the best cut between two groups.</summary>
    public double? KolmogorovSmirnovAt { get; init; }

    /// <summary>The Brier score of the predicted probabilities, the mean of (p − y)²: 0 is perfect; null if none were predicted.</summary>
    public double? Brier { get; init; }

    /// <summary>The Brier score of predicting the overall rate for every account, r·(1 − r); null if no probabilities were
    /// predicted.</summary>
    public double? BrierOfRate { get; init; }

    /// <summary>The bands, the one with the highest expectation first; empty if there are none.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<OutcomeGroup> Bands { get; init => field = ValueList.Of(value); } = ValueList<OutcomeGroup>.Empty;

    /// <summary>Groups of about the same size by score, the highest expectation first. Accounts with equal scores stay together, so that
    /// there may be fewer groups.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<OutcomeGroup> Tenths { get; init => field = ValueList.Of(value); } = ValueList<OutcomeGroup>.Empty;

    /// <summary>Whether the score is confirmed.</summary>
    public ValidationVerdict Verdict { get; init; }

    /// <summary>The other findings.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ValidationFinding> Findings { get; init => field = ValueList.Of(value); } = ValueList<ValidationFinding>.Empty;

    /// <summary>The improvement of the predicted probabilities over the overall rate: 1 − Brier/BrierOfRate; below 0 they are worse. Null
    /// if none were predicted.</summary>
    [JsonIgnore]
    public double? BrierSkill => BrierOfRate > 0 ? 1 - (Brier / BrierOfRate) : null;

    /// <summary>Compares scores with outcomes.</summary>
    /// <param name="outcomes">The scores and what happened.</param>
    /// <param name="options">The options; null for <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>The validation, without bands.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is null.</exception>
    public static ScoreValidation Of(ScoredOutcomes outcomes, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return new OutcomeGrouping(outcomes, options ?? ValidationOptions.Default).Validation([], default);
    }

    /// <summary>Compares scores and their bands with outcomes.</summary>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="outcomes">The scores and what happened. Without <see cref="ScoredOutcomes.Bands"/>, the bands follow from the scores, 0
    /// … 100, without caps.</param>
    /// <param name="bands">The bands of the scores.</param>
    /// <param name="options">The options; null for <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>The validation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> or <paramref name="bands"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is outside 0 … 100, or there is no band with an index; the message names the
    /// account by its index.</exception>
    public static ScoreValidation Of<TBand>(ScoredOutcomes outcomes, Bands<TBand> bands, ValidationOptions? options = null)
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(bands);
        var indexes = new int[outcomes.Scores.Length];
        for (var i = 0; i < indexes.Length; i++)
        {
            var score = outcomes.Scores.Span[i];
            if (!outcomes.Bands.IsEmpty)
            {
                indexes[i] = outcomes.Bands.Span[i];
                if (indexes[i] >= bands.InOrder.Count)
                    Guard.AtMost(indexes[i], bands.InOrder.Count - 1, Invariant($"Bands[{i}]"));
            }
            else if (double.IsNaN(score))
            {
                indexes[i] = -1;
            }
            else
            {
                if (score is not (>= 0 and <= 100))
                    Guard.Between(score, 0, 100, Invariant($"Scores[{i}]"));
                indexes[i] = bands.IndexOf(score);
            }
        }

        return new OutcomeGrouping(outcomes, options ?? ValidationOptions.Default)
            .Validation([.. bands.InOrder.Select(band => NameOf(band.Band))], indexes);
    }

    /// <summary>Describes the validation for a person: the verdict, the rates by band, the gains curve and, if probabilities were
    /// predicted, the calibration.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="unit">The currency of the amounts; null if the outcome is an event or the currency is not known.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English, string? unit = null) => new ValidationDocument(language).Of(this, unit);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"ScoreValidation {{ Verdict = {Verdict}, Rated = {Rated}, Unrated = {Unrated}, ")
        + Invariant($"Area = {Area}, Correlation = {Correlation}, Gini = {Gini}, KolmogorovSmirnov = {KolmogorovSmirnov}, ")
        + Invariant($"Brier = {Brier}, Findings = {Findings} }}");

    internal static Text NameOf(object band) => band is ITerm term
        ? new(
            term.DisplayName(Language.English), term.DisplayName(Language.SimplifiedChinese),
            term.DisplayName(Language.TraditionalChinese))
        : band as Text ?? Convert.ToString(band, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
