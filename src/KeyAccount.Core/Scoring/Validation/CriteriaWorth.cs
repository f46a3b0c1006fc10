using KeyAccount.Core.Documents;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>What each criterion of a scorecard is worth against what happened: without it, with its values shuffled, alone, and by the
/// pieces of its scale.</summary>
/// <remarks>Criteria that go together share their worth: each can be left out, and both cannot. Look at <see cref="Correlations"/> before
/// one is dropped. Immutable; equal when every part is.</remarks>
public sealed record CriteriaWorth
{
    /// <summary>The area of the whole score.</summary>
    public required RocArea Area { get; init; }

    /// <summary>Whether there are outcomes enough for a verdict; else the figures are a hint.</summary>
    public bool IsEnough { get; init; }

    /// <summary>The criteria in the order of the scorecard.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<CriterionWorth> Criteria { get; init => field = ValueList.Of(value); } = ValueList<CriterionWorth>.Empty;

    /// <summary>Each pair of criteria, in the order of the scorecard.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<CriteriaCorrelation> Correlations { get; init => field = ValueList.Of(value); } =
        ValueList<CriteriaCorrelation>.Empty;

    /// <summary>Takes a scorecard apart.</summary>
    /// <typeparam name="TFacts">The facts of the scorecard.</typeparam>
    /// <typeparam name="TBand">Its bands.</typeparam>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="columns">The columns of the accounts as they were when scored, as <c>ScoreColumns</c> takes them; those of caps are not
    /// looked at.</param>
    /// <param name="events">Whether the event happened to each account since.</param>
    /// <param name="options">How; null for <see cref="ValidationOptions.Default"/>.</param>
    /// <param name="accounts">Of which account each row is, by any number; empty where each row is an account of its own.</param>
    /// <returns>What each criterion is worth.</returns>
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

    /// <summary>What the criteria are worth, for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; where the library does not speak it, its parent language, then
    /// English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English) => new ValidationDocument(language).Of(this);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
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
