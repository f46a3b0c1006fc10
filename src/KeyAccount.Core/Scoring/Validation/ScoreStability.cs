using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>Whether a scorecard still fits the accounts it was made for: how the score and the criteria have shifted between two days, and
/// which criterion has moved the score.</summary>
/// <remarks>The score is compared by tenths of the earlier day, a criterion by the pieces of its own scale. Unknown values are a separate
/// piece. Immutable; equal when every part is.</remarks>
public sealed record ScoreStability
{
    /// <summary>The shift of the score.</summary>
    public required PopulationShift Score { get; init; }

    /// <summary>The shift of each criterion, starting with the one that moved the mean score the most. Their moves add up to that of the
    /// score, within rounding.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<PopulationShift> Criteria { get; init => field = ValueList.Of(value); } = ValueList<PopulationShift>.Empty;

    /// <summary>The average known share of an account's weight before, 0 … 1.</summary>
    public double CoverageBefore { get; init; }

    /// <summary>The average known share of an account's weight now.</summary>
    public double CoverageAfter { get; init; }

    /// <summary>Compares the accounts of two days.</summary>
    /// <typeparam name="TFacts">The facts of the scorecard.</typeparam>
    /// <typeparam name="TBand">Its bands.</typeparam>
    /// <param name="scorecard">The scorecard; the same for both days, so that only the accounts differ.</param>
    /// <param name="before">The columns of the earlier day, as <c>ScoreColumns</c> takes them; those of caps are ignored.</param>
    /// <param name="after">The columns of the later day; the accounts, and their number, may differ.</param>
    /// <param name="options">The number of groups for the scores; null for <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">Columns are missing or without accounts, or a value is infinite or not a level.</exception>
    public static ScoreStability Of<TFacts, TBand>(
        Scorecard<TFacts, TBand> scorecard,
        IReadOnlyDictionary<string, ReadOnlyMemory<double>> before,
        IReadOnlyDictionary<string, ReadOnlyMemory<double>> after,
        ValidationOptions? options = null)
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        var (then, now) = (
            new ScoredColumns<TFacts, TBand>(scorecard, before, nameof(before)),
            new ScoredColumns<TFacts, TBand>(scorecard, after, nameof(after)));
        var ((addedThen, coverageThen), (addedNow, coverageNow)) = (then.Means(), now.Means());
        var criteria = scorecard.Criteria.Select((criterion, i) =>
        {
            var pieces = ScalePieces.Of(criterion);
            return Shift(
                criterion.Key, criterion.Label, pieces.Pieces,
                Counts(then.Scores.Length, row => pieces.IndexOf(then.Raw[i].Span[row], then.Points[i][row])),
                Counts(now.Scores.Length, row => pieces.IndexOf(now.Raw[i].Span[row], now.Points[i][row])),
                addedNow[i] - addedThen[i]);

            double[] Counts(int rows, Func<int, int> pieceOf) => CountsOf(pieces.Pieces.Count, rows, pieceOf);
        });

        var cuts = Cuts(then.Scores, (options ?? ValidationOptions.Default).Groups);
        ScalePiece[] tenths =
        [
            .. Enumerable.Range(0, cuts.Length + 1).Select(i => new ScalePiece(
                From: i == 0 ? null : cuts[i - 1], To: i == cuts.Length ? null : cuts[i])),
            new(IsUnknown: true),
        ];
        return new()
        {
            Score = Shift(
                null, ValidationTexts.Say("Scoring.sum"), tenths,
                CountsOf(tenths.Length, then.Scores.Length, row => GroupOf(then.Scores[row], cuts)),
                CountsOf(tenths.Length, now.Scores.Length, row => GroupOf(now.Scores[row], cuts)),
                MeanOf(now.Scores) - MeanOf(then.Scores)),
            Criteria = [.. criteria.OrderByDescending(shift => Math.Abs(shift.Moved ?? 0))],
            CoverageBefore = coverageThen,
            CoverageAfter = coverageNow,
        };
    }

    /// <summary>Describes the comparison for a person: how far the score has moved, and which criteria have moved it.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English) => new ValidationDocument(language).Of(this);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ScoreStability {{ Score = {Score}, Criteria = {Criteria}, ")
        + Invariant($"CoverageBefore = {CoverageBefore}, CoverageAfter = {CoverageAfter} }}");

    private static PopulationShift Shift(
        string? key, Text name, IReadOnlyList<ScalePiece> pieces, double[] before, double[] after, double moved)
    {
        var (all, allNow) = (before.Sum(), after.Sum());
        return new()
        {
            Key = key,
            Name = name,
            Index = PopulationShift.IndexOf(before, after),
            Pieces = [.. pieces.Select((piece, i) => new ShiftPiece(piece, before[i] / all, after[i] / allNow))],
            Moved = double.IsNaN(moved) ? null : moved,
            KnownBefore = 1 - (before[^1] / all),
            KnownAfter = 1 - (after[^1] / allNow),
        };
    }

    private static double[] CountsOf(int pieces, int rows, Func<int, int> pieceOf)
    {
        var counts = new double[pieces];
        for (var row = 0; row < rows; row++)
            counts[pieceOf(row)]++;
        return counts;
    }

    // Where each further tenth begins; scores that many accounts share leave fewer groups.
    private static double[] Cuts(double[] scores, int groups)
    {
        var rated = scores.Where(score => !double.IsNaN(score)).Order().ToArray();
        return rated.Length == 0
            ? []
            : [.. Enumerable.Range(1, groups - 1).Select(i => rated[(int)((long)i * rated.Length / groups)])
                .Where(cut => cut > rated[0]).Distinct()];
    }

    private static int GroupOf(double score, double[] cuts)
    {
        if (double.IsNaN(score))
            return cuts.Length + 1;
        var index = Array.BinarySearch(cuts, score);
        return index >= 0 ? index + 1 : ~index;
    }

    private static double MeanOf(double[] scores) =>
        scores.Where(score => !double.IsNaN(score)).DefaultIfEmpty(double.NaN).Average();
}
