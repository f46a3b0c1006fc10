using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>Weighted criteria that turn facts into points, points into a score, and the score into a band: one definition that explains
/// itself to a person, runs as one compiled function, works on columns, and becomes an expression that a database computes.</summary>
/// <typeparam name="TFacts">The facts the scorecard reads.</typeparam>
/// <typeparam name="TBand">The bands of its scores.</typeparam>
/// <remarks>
/// <para>Immutable, checked when it is built, and safe to share between threads; compared by reference. Begin with
/// <see cref="Scorecard.For{TFacts,TBand}"/>.</para>
/// <para>score = Σ weight · points in the order of the criteria, rounded to six places by Floor(x · 1e6 + 0.5) / 1e6 before it is compared
/// with a band. <see cref="Assess"/>, <see cref="Score"/>, <see cref="ScoreAll"/>, <c>ScoreColumns</c> and the compiled
/// <see cref="ToExpression"/> agree bit for bit.</para>
/// <para>A measure that is null or NaN is not known; one that is infinite is an error, in a database it counts as not known. A division by
/// zero in a measure is not known, everywhere.</para>
/// </remarks>
public sealed class Scorecard<TFacts, TBand> : IScorecard
    where TBand : class
{
    // Rows for one thread at a time: large enough that starting it does not show, small enough that threads end together.
    private const int RowsPerThread = 16 * ColumnScores.BlockSize;

    private const int MostOnStack = 256;

    private readonly ScorecardDefinition<TBand> _definition;
    private readonly ScoreArithmetic _arithmetic;
    private readonly ScoreTrees<TFacts, TBand> _trees;
    private readonly Criterion<TFacts>[] _criteria;
    private readonly int[] _capLimits;
    private readonly Lazy<FactsReader<TFacts>> _read;
    private readonly Lazy<Func<TFacts, double>> _score;
    private readonly Lazy<Func<TFacts, int>> _band;
    private readonly Lazy<Expression<Func<TFacts, double?>>> _expression;
    private readonly Lazy<ScorecardSettings> _settings;
    private readonly Lazy<ColumnScores> _columns;

    internal Scorecard(
        ScorecardDefinition<TBand> definition, Criterion<TFacts>[] criteria, IReadOnlyList<Cap<TFacts, TBand>> caps, Bands<TBand> bands)
    {
        _definition = definition;
        _criteria = criteria;
        Criteria = Array.AsReadOnly(criteria);
        Caps = caps;
        Bands = bands;
        _arithmetic = new(
            Array.ConvertAll(criteria, criterion => criterion.Weight),
            Array.ConvertAll(criteria, criterion => criterion.Scale),
            MissingData,
            MinimumCoverage);
        _trees = new(this, _arithmetic);
        _capLimits = [.. caps.Select(cap => bands.IndexOf(cap.HighestBand))];
        _read = new(() => _trees.Reader().Compile());
        _score = new(() => _trees.Score().Compile());
        _band = new(() => _trees.Band().Compile());
        _expression = new(() => _trees.ForDatabase());
        _columns = new(() => new(_arithmetic, bands.InOrder.Select(band => band.From), _capLimits));
        _settings = new(() => ScorecardTuning.SettingsOf(_definition));
    }

    /// <summary>The stable identifier of the model.</summary>
    public string Id => _definition.Id;

    /// <summary>The version of the model, which stands in every assessment.</summary>
    public string Version => _definition.Version;

    /// <summary>The criteria in the order in which they are added up.</summary>
    public IReadOnlyList<Criterion<TFacts>> Criteria { get; }

    /// <summary>The caps in the order of the definition.</summary>
    public IReadOnlyList<Cap<TFacts, TBand>> Caps { get; }

    /// <summary>What the scores are worth.</summary>
    public Bands<TBand> Bands { get; }

    /// <summary>What happens to criteria that are not known.</summary>
    public MissingData MissingData => _definition.MissingData;

    /// <summary>The share of the weight that must be known for a score, 0 … 1.</summary>
    public double MinimumCoverage => _definition.MinimumCoverage!.Value;

    /// <summary>Where everything comes from that names no provenance of its own; null where the definition does not say.</summary>
    public Terms.Provenance? Provenance => _definition.Provenance.Model;

    /// <summary>Weights and scales, caps, bands and the policy for missing data, each with where it comes from.</summary>
    public IEnumerable<ModelDefault> Defaults =>
    [
        .. Criteria.Select(criterion => new ModelDefault(
            $"criteria[\"{criterion.Key}\"]",
            Invariant($"weight {criterion.Weight:0.####}, {criterion.Scale}"),
            criterion.Provenance ?? Provenance)),
        .. Caps.Select(cap => new ModelDefault($"caps[\"{cap.Key}\"]", $"at most {cap.HighestBand}", cap.Provenance ?? Provenance)),
        .. Bands.InOrder.Select(band => new ModelDefault(
            $"bands[\"{band.Band}\"]", Invariant($"from {band.From}"), _definition.Provenance.Bands)),
        new("missingData", Invariant($"{MissingData}, minimum coverage {MinimumCoverage}"), _definition.Provenance.MissingData),
    ];

    /// <summary>The data half of the model, whole: version, weights as they were given, scales, steps, bands, caps, the policy for missing
    /// data. What <see cref="With"/> would take to make this model again.</summary>
    public ScorecardSettings Settings => _settings.Value;

    /// <summary>An assessment for a person: the score, what it is made of with the weight that was applied, caps, what is not known,
    /// and what would reach the next band.</summary>
    /// <param name="assessment">An assessment by this scorecard. Of another version it is told without the way to the next band.</param>
    /// <param name="language">The language, as a BCP 47 tag; where it is not spoken, its parent language, then English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="assessment"/> is by another model.</exception>
    /// <remarks>weight × points = what a part adds, rounded to one place: the weight of what is not known is shared by the rest where the
    /// policy shares it.</remarks>
    public Documents.Document Describe(Assessment<TBand> assessment, string language = Terms.Language.English)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return assessment.ModelId == Id
            ? new ScorecardDocument<TFacts, TBand>(this, language).Of(assessment)
            : throw new ArgumentException($"assessment is by '{assessment.ModelId}'; it must be by '{Id}'.", nameof(assessment));
    }

    /// <summary>A change of the score for a person: the parts with their causes, the bands and the caps.</summary>
    /// <param name="change">A change between two assessments by this scorecard.</param>
    /// <param name="language">The language, as a BCP 47 tag; where it is not spoken, its parent language, then English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Documents.Document Describe(ScoreChange change, string language = Terms.Language.English)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new ScorecardDocument<TFacts, TBand>(this, language).Of(change);
    }

    /// <summary>The same model with other settings.</summary>
    /// <param name="overrides">What is to be different. What they leave out stays, and with levels and bands that also holds for each
    /// one.</param>
    /// <returns>The tuned scorecard. Its version is that of <paramref name="overrides"/>; where they name none, or the one this model
    /// already has, and say something else than it, <c>+</c> and the beginning of the content hash are added, so that two models that score
    /// differently never share a version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overrides"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong with them, such as a key that this model does not have or a negative
    /// weight; it holds every fault with its path.</exception>
    public Scorecard<TFacts, TBand> With(ScorecardSettings overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var faults = new List<ModelFault>();
        var tuned = ScorecardTuning.Tune(_definition, overrides, faults);
        return ScorecardBuilder<TFacts, TBand>.Checked(tuned, faults);
    }

    /// <inheritdoc/>
    IScorecard IScorecard.With(ScorecardSettings overrides) => With(overrides);

    /// <summary>Scores an account with reasons.</summary>
    /// <param name="facts">What is known about it.</param>
    /// <returns>Score, band, coverage, range, and what each criterion and each cap did.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">A measure is infinite; the message names the criterion.</exception>
    public Assessment<TBand> Assess(TFacts facts)
    {
        NotNull(facts);
        var (criteria, caps) = (_criteria.Length, _capLimits.Length);
        var size = (3 * criteria) + caps;
        var numbers = size <= MostOnStack ? stackalloc double[size] : new double[size];
        var values = numbers[..criteria];
        var points = numbers[criteria..(2 * criteria)];
        var conditions = numbers[(2 * criteria)..(size - criteria)];
        var parts = numbers[(size - criteria)..];
        _read.Value(facts, ref numbers[0]);
        var (score, known, range) = _arithmetic.Explain(points, parts);
        var isRated = !double.IsNaN(score);
        var index = isRated ? Bands.IndexOf(score) : -1;
        var contributions = new Contribution[criteria];
        for (var i = 0; i < contributions.Length; i++)
        {
            var criterion = _criteria[i];
            contributions[i] = double.IsNaN(points[i])
                ? new(criterion.Key, criterion.Group, null, _arithmetic.AssumedPoints[i], criterion.Weight, parts[i])
                : new(criterion.Key, criterion.Group, values[i], points[i], criterion.Weight, parts[i]);
        }

        var applied = caps == 0 ? [] : new AppliedCap[caps];
        for (var i = 0; i < applied.Length; i++)
            applied[i] = Applied(i, conditions[i], index);
        return new(
            Id,
            Version,
            isRated ? score : null,
            isRated ? Bands.InOrder[Capped(index, conditions)].Band : null,
            ScoreRounding.Round(known),
            range,
            contributions,
            applied);
    }

    /// <summary>Scores an account.</summary>
    /// <param name="facts">What is known about it.</param>
    /// <returns>0 … 100; NaN for an unrated account, and never otherwise.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">A measure is infinite; the message names the criterion.</exception>
    public double Score(TFacts facts)
    {
        NotNull(facts);
        return _score.Value(facts);
    }

    /// <summary>The band of an account, limited by the caps that hold.</summary>
    /// <param name="facts">What is known about it.</param>
    /// <returns>The band; null for an unrated account.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">A measure is infinite; the message names the criterion.</exception>
    public TBand? BandOf(TFacts facts)
    {
        NotNull(facts);
        var index = _band.Value(facts);
        return index < 0 ? null : Bands.InOrder[index].Band;
    }

    /// <summary>Scores many accounts.</summary>
    /// <param name="facts">What is known about each.</param>
    /// <param name="scores">Receives the scores as from <see cref="Score"/>; as long as <paramref name="facts"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, an element is null, or a measure is infinite; the message names the
    /// element.</exception>
    public void ScoreAll(ReadOnlySpan<TFacts> facts, Span<double> scores)
    {
        SameLength(scores.Length, facts.Length, nameof(scores));
        var score = _score.Value;
        var i = 0;
        try
        {
            for (; i < facts.Length; i++)
            {
                NotNull(facts[i]);
                scores[i] = score(facts[i]);
            }
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException(Invariant($"facts[{i}]: {e.Message}"), nameof(facts), e);
        }
    }

    /// <summary>Scores many accounts that are stored as columns.</summary>
    /// <param name="columns">A column for each criterion by its key (numbers, or the <c>Value</c> of a term), and, where
    /// <paramref name="bands"/> is asked for, one for each cap by its key (1 holds, 0 does not); NaN is not known. Other columns are not
    /// looked at.</param>
    /// <param name="scores">Receives the scores as from <see cref="Score"/>; its length is the number of accounts.</param>
    /// <param name="bands">Receives the index of each band, 0 for the lowest, caps applied, -1 for an unrated account; empty where it is
    /// not wanted, else as long as <paramref name="scores"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> is null.</exception>
    /// <exception cref="ArgumentException">A column is missing or has another length, or a value is infinite, is not a level, or is not 0
    /// or 1; the message names the column and the first row that has one. What was written is not meaningful.</exception>
    public void ScoreColumns(IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, Span<double> scores, Span<int> bands = default)
    {
        var (criteria, caps) = ColumnsOf(columns, scores.Length, bands.IsEmpty ? null : bands.Length);
        ScoreRows(criteria, caps, 0, scores, bands);
    }

    /// <summary>Scores many accounts that are stored as columns, on several threads: exactly as
    /// <see cref="ScoreColumns(IReadOnlyDictionary{string, ReadOnlyMemory{double}}, Span{double}, Span{int})"/> does on one.</summary>
    /// <param name="columns">A column for each criterion and, where <paramref name="bands"/> is asked for, for each cap.</param>
    /// <param name="scores">Receives the scores; its length is the number of accounts.</param>
    /// <param name="bands">Receives the index of each band; empty where it is not wanted.</param>
    /// <param name="options">How many threads at most, and what ends the work before its time.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">As on one thread; of several wrong values the message names that of the first row.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled; what was written is not
    /// meaningful.</exception>
    public void ScoreColumns(
        IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, Memory<double> scores, Memory<int> bands, ParallelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (criteria, caps) = ColumnsOf(columns, scores.Length, bands.IsEmpty ? null : bands.Length);
        var faults = new ConcurrentDictionary<int, ArgumentException>();
        Parallel.For(0, (scores.Length + RowsPerThread - 1) / RowsPerThread, options, part =>
        {
            var start = part * RowsPerThread;
            var size = Math.Min(RowsPerThread, scores.Length - start);
            try
            {
                ScoreRows(criteria, caps, start, scores.Span.Slice(start, size), bands.IsEmpty ? default : bands.Span.Slice(start, size));
            }
            catch (ArgumentException e)
            {
                faults[part] = e;
            }
        });
        if (!faults.IsEmpty)
            throw faults[faults.Keys.Min()];
    }

    /// <summary>The score as an expression that a LINQ provider translates, null for an unrated account; compiled, it gives what
    /// <see cref="Score"/> gives.</summary>
    /// <returns>A tree of members, constants, arithmetic, comparison, conditional, coalesce and <see cref="Math.Floor(double)"/>.</returns>
    public Expression<Func<TFacts, double?>> ToExpression() => _expression.Value;

    /// <summary>Whether an account is in a band, caps applied, as an expression that a LINQ provider translates.</summary>
    /// <param name="band">One of the bands.</param>
    /// <returns>The condition; it agrees with <see cref="BandOf"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="band"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="band"/> is not one of the bands.</exception>
    public Expression<Func<TFacts, bool>> InBand(TBand band) => _trees.InBand(Bands.IndexOf(band));

    /// <summary>The same scorecard over a class of your own: measures and caps are rewritten to its members, and no facts are
    /// made.</summary>
    /// <typeparam name="TSource">Your class, such as an entity.</typeparam>
    /// <param name="facts">How facts would be made: <c>c => new Facts { Visits = c.VisitCount }</c>, or a member that holds them. What the
    /// initializer leaves out has the value that new facts have; what is computed from other facts is refused.</param>
    /// <returns>The scorecard over <typeparamref name="TSource"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="InvalidModelException">A criterion or cap would then hold what a database cannot compute, such as a call or a
    /// subquery; it names each.</exception>
    public Scorecard<TSource, TBand> Over<TSource>(Expression<Func<TSource, TFacts>> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var binding = facts.Update(new CapturedValues().Visit(facts.Body), facts.Parameters);
        var faults = new List<ModelFault>();
        var criteria = Criteria
            .Select(criterion => criterion.Definition)
            .Select(each => each with { Measure = Rewritten(each.Measure, $"criteria[\"{each.Key}\"].measure") })
            .ToArray();
        var caps = Caps
            .Select(cap => cap.Definition)
            .Select(each => each with { When = Rewritten(each.When, $"caps[\"{each.Key}\"].when") })
            .ToArray();
        if (faults.Count > 0)
            throw new InvalidModelException(Id, faults);
        return ScorecardBuilder<TSource, TBand>.Checked(_definition with { Criteria = criteria, Caps = caps });

        OverFacts Rewritten(OverFacts expression, string path)
        {
            try
            {
                return FactsBinding.Rewrite(expression, binding);
            }
            catch (RefusedExpressionException e)
            {
                faults.Add(new(path, e.Message));
                return expression;
            }
        }
    }

    /// <summary>What would bring an account into a band: for each criterion alone the smallest change of its raw value that does, on its
    /// step, or why there is none.</summary>
    /// <param name="now">An assessment by this scorecard.</param>
    /// <param name="band">The band to reach, or a better one.</param>
    /// <returns>One improvement for each criterion: changes first, the smallest part of its scale first, then what to learn, then what is
    /// barred or not enough. Empty where the account is there already.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="now"/> is by another model or version, or <paramref name="band"/> is not one of
    /// the bands.</exception>
    public IReadOnlyList<Improvement> PathsTo(Assessment<TBand> now, TBand band)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (now.ModelId != Id || now.ModelVersion != Version
            || !now.Contributions.Select(part => part.Key).SequenceEqual(Criteria.Select(each => each.Key), StringComparer.Ordinal)
            || !now.Caps.Select(cap => cap.Key).SequenceEqual(Caps.Select(each => each.Key), StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"now is by '{now.ModelId}' version '{now.ModelVersion}'; it must be by '{Id}' version '{Version}'.", nameof(now));
        }

        return new ScorePaths<TFacts, TBand>(this, _arithmetic).To(now, band);
    }

    /// <summary>The score taken apart for a database that computes it layer by layer.</summary>
    internal ScoreLayers<TFacts, TBand> Layers => new(this, _arithmetic);

    private static void NotNull([NotNull] TFacts facts)
    {
        if (facts is null)
            throw new ArgumentNullException(nameof(facts));
    }

    private static void SameLength(int actual, int needed, string name)
    {
        if (actual != needed)
        {
            throw new ArgumentException(
                Invariant($"{name} has the length {actual}; it must have the length {needed}, one element per account."), name);
        }
    }

    private (ReadOnlyMemory<double>[] Criteria, ReadOnlyMemory<double>[] Caps) ColumnsOf(
        IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, int length, int? bands)
    {
        ArgumentNullException.ThrowIfNull(columns);
        SameLength(bands ?? length, length, nameof(bands));
        return (
            ColumnsOf(columns, Criteria.Select(criterion => criterion.Key), length),
            bands is null ? [] : ColumnsOf(columns, Caps.Select(cap => cap.Key), length));
    }

    private static ReadOnlyMemory<double>[] ColumnsOf(
        IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, IEnumerable<string> keys, int length) =>
        [.. keys.Select(key => !columns.TryGetValue(key, out var column)
            ? throw new ArgumentException($"columns has no column '{key}'.", nameof(columns))
            : column.Length == length
                ? column
                : throw new ArgumentException(
                    Invariant($"columns[\"{key}\"] has the length {column.Length}; it must have the length {length} of scores."),
                    nameof(columns)))];

    private void ScoreRows(
        ReadOnlyMemory<double>[] criteria, ReadOnlyMemory<double>[] caps, int start, Span<double> scores, Span<int> bands)
    {
        for (var done = 0; done < scores.Length; done += ColumnScores.BlockSize)
        {
            var size = Math.Min(ColumnScores.BlockSize, scores.Length - done);
            var indexes = bands.IsEmpty ? bands : bands.Slice(done, size);
            if (!_columns.Value.TryScore(criteria, caps, start + done, scores.Slice(done, size), indexes))
                throw FirstFault(criteria, caps, start + done, size);
        }
    }

    // Looked for only where there is one, so that looking costs nothing where there is none.
    private ArgumentException FirstFault(ReadOnlyMemory<double>[] criteria, ReadOnlyMemory<double>[] caps, int start, int size)
    {
        for (var row = start; row < start + size; row++)
        {
            for (var i = 0; i < criteria.Length; i++)
            {
                var raw = criteria[i].Span[row];
                var scale = Criteria[i].Scale;
                if (double.IsNaN(raw) || (double.IsFinite(raw) && scale.TryPoints(raw, out _)))
                    continue;
                var fault = double.IsFinite(raw)
                    ? scale.NotALevel(raw)
                    : Invariant($"{raw}; it must be finite, or NaN when it is not known");
                return new(Invariant($"columns[\"{Criteria[i].Key}\"][{row}] is {fault}."));
            }

            for (var i = 0; i < caps.Length; i++)
            {
                var condition = caps[i].Span[row];
                if (!double.IsNaN(condition) && condition is not (0 or 1))
                {
                    return new(Invariant(
                        $"columns[\"{Caps[i].Key}\"][{row}] is {condition}; it must be 1 (holds), 0 (does not) or NaN (not known)."));
                }
            }
        }

        throw new UnreachableException("A block has a fault and none of its rows does.");
    }

    private int Capped(int index, ReadOnlySpan<double> conditions)
    {
        for (var i = 0; i < conditions.Length; i++)
        {
            if (conditions[i] == 1)
                index = Math.Min(index, _capLimits[i]);
        }

        return index;
    }

    private AppliedCap Applied(int cap, double condition, int index)
    {
        bool? holds = double.IsNaN(condition) ? null : condition == 1;
        var state = holds is null || index < 0 ? CapState.NotEvaluated
            : holds.Value && index > _capLimits[cap] ? CapState.Applied
            : CapState.NotNeeded;
        return new(Caps[cap].Key, state, holds);
    }
}

/// <summary>Where the definition of a scorecard begins.</summary>
public static class Scorecard
{
    /// <summary>Begins the definition of a scorecard.</summary>
    /// <typeparam name="TFacts">What is known about an account: a record with nullable properties.</typeparam>
    /// <typeparam name="TBand">What the score is worth: a term such as a tier, or any class with equality.</typeparam>
    /// <param name="id">The stable identifier of the model; not blank.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    public static ScorecardBuilder<TFacts, TBand> For<TFacts, TBand>(string id)
        where TBand : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new(id);
    }
}
