using KeyAccount.Core.Documents;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The worth of each criterion of a scorecard, measured by outcomes: without it, with its values shuffled, alone, and by the
/// pieces of its scale.</summary>
/// <remarks>Correlated criteria share their worth: either can be left out, but not both. Look at <see cref="Correlations"/> before you drop
/// one. Immutable; equal when every part is.</remarks>
public sealed record CriteriaWorth
{
    /// <summary>The area under the ROC curve of the whole score.</summary>
    public required RocArea Area { get; init; }

    /// <summary>Whether there are enough outcomes for a verdict; otherwise the figures are only an indication.</summary>
    public bool IsEnough { get; init; }

    /// <summary>The criteria in the order of the scorecard.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<CriterionWorth> Criteria { get; init => field = ValueList.Of(value); } = ValueList<CriterionWorth>.Empty;

    /// <summary>Each pair of criteria, in the order of the scorecard.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<CriteriaCorrelation> Correlations { get; init => field = ValueList.Of(value); } =
        ValueList<CriteriaCorrelation>.Empty;

    /// <summary>Measures the worth of each criterion of a scorecard.</summary>
    /// <typeparam name="TFacts">The facts of the scorecard.</typeparam>
    /// <typeparam name="TBand">Its bands.</typeparam>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="columns">The columns of the accounts as they were when scored, as <c>ScoreColumns</c> takes them; those of caps are
    /// ignored.</param>
    /// <param name="events">Whether the event has happened to each account since.</param>
    /// <param name="options">The options; null for <see cref="ValidationOptions.Default"/>.</param>
    /// <param name="accounts">The account of each row, as any number; empty if each row is a different account.</param>
    /// <returns>The worth of each criterion.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scorecard"/> or <paramref name="columns"/> is null.</exception>
    /// <exception cref="ArgumentException">Columns are missing or without accounts, a value is infinite or not a level, the lengths
    /// differ, or no rated account, or every one, has the event.</exception>
    public static CriteriaWorth Of<TFacts, TBand>(
        Scorecard<TFacts, TBand> scorecard,
        IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns,
        ReadOnlySpan<bool> events,
        ValidationOptions? options = null,
        ReadOnlySpan<int> accounts = default)
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        options ??= ValidationOptions.Default;
        var scored = new ScoredColumns<TFacts, TBand>(scorecard, columns, nameof(columns));
        ScoredOutcomes.SameLength(events.Length, scored.Scores.Length, nameof(events));
        var scores = Turned(scored.Scores, options);
        var area = RocArea.Of(scores, events, default, options.Confidence, accounts);
        var worths = new CriterionWorth[scorecard.Criteria.Count];
        var random = new SplitMix64(options.Seed);
        for (var i = 0; i < worths.Length; i++)
        {
            var criterion = scorecard.Criteria[i];
            var (permuted, spread) = Permuted(scorecard, columns, criterion.Key, events, area.Value, random, options);
            worths[i] = new()
            {
                Key = criterion.Key,
                Name = criterion.Label,
                Weight = criterion.Weight,
                Known = scored.Points[i].Count(points => !double.IsNaN(points)) / (double)scores.Length,
                Alone = Tried(Turned(scored.Points[i], options), events, options, accounts),
                LeftOut = Without(scorecard, columns, criterion.Key, scores, events, options, accounts),
                Permuted = permuted,
                PermutedSpread = spread,
                Information = Information(criterion, scored.Raw[i].Span, scored.Points[i], events),
            };
        }

        return new()
        {
            Area = area,
            IsEnough = Math.Min(AccountsOf(true, scores, events, accounts), AccountsOf(false, scores, events, accounts))
                >= options.LeastOutcomes,
            Criteria = worths,
            Correlations =
            [
                .. from one in Enumerable.Range(0, worths.Length)
                   from other in Enumerable.Range(one + 1, worths.Length - one - 1)
                   select new CriteriaCorrelation(
                       worths[one].Key, worths[other].Key,
                       RankCorrelation.Of(Pairs(scored.Points[one], scored.Points[other]), options.Confidence)),
            ],
        };
    }

    /// <summary>Describes the worth of the criteria for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English) => new ValidationDocument(language).Of(this);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"CriteriaWorth {{ Area = {Area}, IsEnough = {IsEnough}, Criteria = {Criteria}, Correlations = {Correlations} }}");

    private static double[] Turned(double[] scores, ValidationOptions options) =>
        options.EventsAtLowScores ? Array.ConvertAll(scores, score => -score) : scores;

    private static int AccountsOf(bool kind, double[] scores, ReadOnlySpan<bool> events, ReadOnlySpan<int> accounts)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (!double.IsNaN(scores[i]) && events[i] == kind)
                found.Add(accounts.IsEmpty ? i : accounts[i]);
        }

        return found.Count;
    }

    private static RocArea? Tried(
        double[] scores, ReadOnlySpan<bool> events, ValidationOptions options, ReadOnlySpan<int> accounts = default)
    {
        int rated = 0, happened = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            rated += double.IsNaN(scores[i]) ? 0 : 1;
            happened += !double.IsNaN(scores[i]) && events[i] ? 1 : 0;
        }

        return happened > 0 && happened < rated ? RocArea.Of(scores, events, default, options.Confidence, accounts) : null;
    }

    private static RocAreaDifference? Without<TFacts, TBand>(
        Scorecard<TFacts, TBand> scorecard, IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, string key, double[] scores,
        ReadOnlySpan<bool> events, ValidationOptions options, ReadOnlySpan<int> accounts)
        where TBand : class
    {
        if (!scorecard.Criteria.Any(criterion => criterion.Key != key && criterion.Weight > 0))
            return null;
        var others = scorecard.With(new()
        {
            Criteria = new Dictionary<string, CriterionSettings>(StringComparer.Ordinal) { [key] = new() { Weight = 0 } },
        });
        var without = new double[scores.Length];
        others.ScoreColumns(columns, without);
        without = Turned(without, options);

        // Accounts that one of the two leaves unrated are not compared: there must still be both outcomes.
        var both = without.Select((score, i) => double.IsNaN(scores[i]) ? double.NaN : score).ToArray();
        return Tried(both, events, options) is null
            ? null
            : RocAreaDifference.Of(scores, without, events, default, options.Confidence, accounts);
    }

    private static (double? Mean, double? Spread) Permuted<TFacts, TBand>(
        Scorecard<TFacts, TBand> scorecard, IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, string key,
        ReadOnlySpan<bool> events, double area, SplitMix64 random, ValidationOptions options)
        where TBand : class
    {
        var shuffled = columns[key].ToArray();
        var changed = new Dictionary<string, ReadOnlyMemory<double>>(columns, StringComparer.Ordinal) { [key] = shuffled };
        var scores = new double[shuffled.Length];
        var drops = new List<double>();
        for (var i = 0; i < options.Permutations; i++)
        {
            random.Shuffle(shuffled);
            scorecard.ScoreColumns(changed, scores);
            if (Tried(Turned(scores, options), events, options) is { } found)
                drops.Add(area - found.Value);
        }

        if (drops.Count == 0)
            return (null, null);
        var mean = drops.Average();
        return (mean, drops.Count < 2 ? null : Math.Sqrt(drops.Sum(drop => RankedOutcomes.Squared(drop - mean)) / (drops.Count - 1)));
    }

    private static InformationValue Information<TFacts>(
        Criterion<TFacts> criterion, ReadOnlySpan<double> raw, double[] points, ReadOnlySpan<bool> events)
    {
        var pieces = ScalePieces.Of(criterion);
        var (happened, others) = (new double[pieces.Pieces.Count], new double[pieces.Pieces.Count]);
        for (var row = 0; row < points.Length; row++)
            (events[row] ? happened : others)[pieces.IndexOf(raw[row], points[row])]++;
        return InformationValue.Of(pieces.Pieces, happened, others);
    }

    private static List<(double First, double Second)> Pairs(double[] first, double[] second)
    {
        var pairs = new List<(double First, double Second)>();
        for (var i = 0; i < first.Length; i++)
        {
            if (!double.IsNaN(first[i]) && !double.IsNaN(second[i]))
                pairs.Add((first[i], second[i]));
        }

        return pairs;
    }
}
