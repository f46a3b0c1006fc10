using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KeyAccount.Core.Expressions;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>Weighted criteria that turn facts into points, points into a score, and the score into a band. A single definition explains
/// itself to a person, runs as a compiled function, works on columns, and becomes an expression that a database computes.</summary>
/// <typeparam name="TFacts">The facts that the scorecard reads.</typeparam>
/// <typeparam name="TBand">The bands of its scores.</typeparam>
/// <remarks>
/// <para>Immutable, checked when it is built, and safe to share between threads; compared by reference. Begin with
/// <see cref="Scorecard.For{TFacts,TBand}"/>.</para>
/// <para>score = Σ weight · points in the order of the criteria, rounded to six places by Floor(x · 1e6 + 0.5) / 1e6 before it is compared
/// with a band. <see cref="Assess"/>, <see cref="Score"/>, <see cref="ScoreAll"/>, <c>ScoreColumns</c> and the compiled
/// <see cref="ToExpression"/> agree bit for bit.</para>
/// <para>A measure that is null or NaN counts as unknown. An infinite measure is an error; in a database it counts as unknown. A division
/// by zero in a measure always counts as unknown.</para>
/// <para>If a measure or a cap reads a property with a <see cref="FactRangeAttribute"/>, a value outside the range is an error in
/// <see cref="Assess"/>, <see cref="Score"/>, <see cref="BandOf"/> and <see cref="ScoreAll"/>. In columns and in a database it counts as
/// unknown, and such values can be counted (<see cref="CountOutOfRange"/>, <see cref="Criterion{TFacts}.IsOutOfRange"/>).</para>
/// </remarks>
/// <example>
/// <code>
/// var health = Scorecard.For&lt;Health, AccountTier&gt;("health")
///     .Criterion("visits", 2, h =&gt; h.Visits, Scale.Linear((0, 0), (8, 100)))
///     .Criterion("complaints", 1, h =&gt; h.Complaints, Scale.Steps((0, 100), (1, 60), (4, 0)))
///     .Bands((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A))
///     .Build();
/// var assessment = health.Assess(new(6, 0));
/// Console.WriteLine($"{assessment.Band}, score {assessment.Score}");
///
/// record Health(int? Visits, int? Complaints);
/// </code>
/// </example>
public sealed class Scorecard<TFacts, TBand> : IScorecard, ILayeredScorecard, Documents.IFactModel
    where TBand : class
{
    // Rows for one thread at a time: large enough that starting it does not show, small enough that threads end together.
    private const int RowsPerThread = 16 * ColumnScores.BlockSize;

    private const int MostOnStack = 256;

    // A model that is asked so often is worth functions of its own, in which its numbers are constants: they take milliseconds to compile,
    // and save a tenth of a microsecond.
    private const int Often = 20_000;

    private readonly ScorecardDefinition<TBand> _definition;
    private readonly ScoreArithmetic _arithmetic;
    private readonly ScoreTrees<TFacts, TBand> _trees;
    private readonly Criterion<TFacts>[] _criteria;
    private readonly int[] _capLimits;
    private readonly FactsReaders<TFacts> _readers;
    private readonly Lazy<Expression<Func<TFacts, double?>>> _expression;
    private readonly Lazy<ScorecardSettings> _settings;
    private readonly Lazy<string> _contentHash;
    private readonly Lazy<ColumnScores> _columns;
    private readonly Lazy<FactPaths<TFacts, TBand>> _paths;
    private FactsReader<TFacts> _read;
    private Func<TFacts, double> _score;
    private Func<TFacts, int> _band;
    private long _explained;
    private long _scored;
    private long _banded;

    internal Scorecard(
        ScorecardDefinition<TBand> definition,
        Criterion<TFacts>[] criteria,
        IReadOnlyList<Cap<TFacts, TBand>> caps,
        Bands<TBand> bands,
        Scorecard<TFacts, TBand>? like = null)
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
        _readers = like?._readers ?? new(withCaps => _trees.Reader(withCaps, withPoints: false));
        _read = ReadWithPoints;
        _score = ReadAndScore;
        _band = ReadAndBand;
        _expression = new(() => ForDatabase()._trees.ForDatabase());
        _columns = new(() => new(
            _arithmetic, [.. criteria.Select(each => each.Range)], bands.InOrder.Select(band => band.From), _capLimits));
        _paths = new(() => new(this, _arithmetic));
        _settings = new(() => ScorecardTuning.SettingsOf(_definition));
        _contentHash = new(() => Settings.ContentHash());
    }

    /// <summary>The stable identifier of the model.</summary>
    public string Id => _definition.Id;

    /// <summary>The version of the model, which every assessment carries.</summary>
    public string Version => _definition.Version;

    /// <summary>The criteria in the order in which they are added.</summary>
    public IReadOnlyList<Criterion<TFacts>> Criteria { get; }

    /// <summary>The caps in the order of the definition.</summary>
    public IReadOnlyList<Cap<TFacts, TBand>> Caps { get; }

    /// <summary>The bands of the scores.</summary>
    public Bands<TBand> Bands { get; }

    /// <summary>The treatment of criteria that are not known.</summary>
    public MissingData MissingData => _definition.MissingData;

    /// <summary>The share of the weight that must be known for a score, 0 … 1.</summary>
    public double MinimumCoverage => _definition.MinimumCoverage!.Value;

    /// <summary>The source of every part that does not state its own; null if the definition does not state it.</summary>
    public Terms.Provenance? Provenance => _definition.Provenance.Model;

    /// <summary>The weights and scales, the caps, the bands and the policy for missing data, each with its source.</summary>
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

    /// <summary>The complete settings of the model: version, weights as given, scales, steps, bands, caps and the policy for missing data.
    /// <see cref="With"/> would make this model again from them.</summary>
    public ScorecardSettings Settings => _settings.Value;

    /// <summary>Describes an assessment for a person: the score, its parts with the weights that were applied, the caps, what is not known,
    /// and what would reach the next band.</summary>
    /// <param name="assessment">An assessment by this scorecard. If it is by another version, the description leaves out the way to the
    /// next band.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="assessment"/> is by another model.</exception>
    /// <remarks>weight × points = contribution of a part, rounded to one place. If the policy shares the weight of what is not known, the
    /// weights are those after sharing.</remarks>
    public Documents.Document Describe(Assessment<TBand> assessment, string language = Terms.Language.English)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return assessment.ModelId == Id
            ? new ScorecardDocument<TFacts, TBand>(this, language).Of(assessment)
            : throw new ArgumentException($"assessment is by '{assessment.ModelId}'; it must be by '{Id}'.", nameof(assessment));
    }

    /// <summary>Describes an assessment for a person, with the paths to the next band that were found for the facts.</summary>
    /// <param name="assessment">An assessment by this scorecard.</param>
    /// <param name="paths">The result of <see cref="PathsTo(TFacts, TBand, Func{FactChange, double}, int)"/> for the facts of the
    /// assessment and the next band.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="assessment"/> is by another model.</exception>
    public Documents.Document Describe(
        Assessment<TBand> assessment, IReadOnlyList<FactPath> paths, string language = Terms.Language.English)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(paths);
        return assessment.ModelId == Id
            ? new ScorecardDocument<TFacts, TBand>(this, language).Of(assessment, paths)
            : throw new ArgumentException($"assessment is by '{assessment.ModelId}'; it must be by '{Id}'.", nameof(assessment));
    }

    /// <summary>Describes a change of the score for a person: the parts with their causes, the bands and the caps.</summary>
    /// <param name="change">A change between two assessments by this scorecard.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Documents.Document Describe(ScoreChange change, string language = Terms.Language.English)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new ScorecardDocument<TFacts, TBand>(this, language).Of(change);
    }

    /// <summary>Returns the same model with other settings.</summary>
    /// <param name="overrides">The settings to change. Those that are left out stay as they are; this also applies to single levels and
    /// bands.</param>
    /// <returns>The tuned scorecard. Its version is that of <paramref name="overrides"/>. If they name none, or name this model's version
    /// but change the model, <c>+</c> and the beginning of the content hash are added, so that two models that score differently never
    /// share a version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overrides"/> is null.</exception>
    /// <exception cref="InvalidModelException">A setting is invalid, such as a key that this model does not have or a negative weight; the
    /// exception holds every fault with its path.</exception>
    public Scorecard<TFacts, TBand> With(ScorecardSettings overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var faults = new List<ModelFault>();
        var tuned = ScorecardTuning.Tune(_definition, Settings, _contentHash, overrides, faults);
        return ScorecardBuilder<TFacts, TBand>.Checked(tuned, faults, this);
    }

    Type Documents.IFactModel.FactsType => typeof(TFacts);

    Documents.Document Documents.IFactModel.Answer(object facts, string language) =>
        Describe(Assess(Guard.FactsOf<TFacts>(facts, Id)), language);

    /// <inheritdoc/>
    IScorecard IScorecard.With(ScorecardSettings overrides) => With(overrides);

    /// <summary>Scores an account and gives the reasons.</summary>
    /// <param name="facts">The facts about the account.</param>
    /// <returns>The score, the band, the coverage, the range, and the effect of each criterion and each cap.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">A measure is infinite, or a fact is outside the range of its property; the message names the
    /// criterion.</exception>
    /// <exception cref="OverflowException">A measure does not fit a decimal; the message names the criterion and the facts.</exception>
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
        try
        {
            _read(facts, ref numbers[0]);
        }
        catch (OverflowException e)
        {
            throw Overflowing(facts, e);
        }

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
    /// <param name="facts">The facts about the account.</param>
    /// <returns>The score, 0 … 100; NaN for an unrated account, and only then.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">A measure is infinite, or a fact is outside the range of its property; the message names the
    /// criterion.</exception>
    /// <exception cref="OverflowException">A measure does not fit a decimal; the message names the criterion and the facts.</exception>
    public double Score(TFacts facts)
    {
        NotNull(facts);
        try
        {
            return _score(facts);
        }
        catch (OverflowException e)
        {
            throw Overflowing(facts, e);
        }
    }

    /// <summary>Finds the band of an account, limited by the caps that hold.</summary>
    /// <param name="facts">The facts about the account.</param>
    /// <returns>The band; null for an unrated account.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">A measure is infinite, or a fact is outside the range of its property; the message names the
    /// criterion.</exception>
    /// <exception cref="OverflowException">A measure does not fit a decimal; the message names the criterion and the facts.</exception>
    public TBand? BandOf(TFacts facts)
    {
        NotNull(facts);
        try
        {
            var index = _band(facts);
            return index < 0 ? null : Bands.InOrder[index].Band;
        }
        catch (OverflowException e)
        {
            throw Overflowing(facts, e);
        }
    }

    /// <summary>Scores many accounts.</summary>
    /// <param name="facts">The facts about each account.</param>
    /// <param name="scores">Receives the scores that <see cref="Score"/> would return; as long as <paramref name="facts"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, an element is null, a measure is infinite, or a fact is outside its range;
    /// the message names the element.</exception>
    public void ScoreAll(ReadOnlySpan<TFacts> facts, Span<double> scores)
    {
        SameLength(scores.Length, facts.Length, nameof(scores));
        if (IsOftenNow(ref _scored, facts.Length))
            _score = _trees.Score().Compile();
        var score = _score;
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
            throw OfElement(i, e);
        }
        catch (OverflowException e)
        {
            throw new OverflowException(Invariant($"facts[{i}]: {Overflowing(facts[i], e).Message}"), e);
        }
    }

    /// <summary>Creates the columns of many accounts, as <c>ScoreColumns</c> takes them.</summary>
    /// <param name="facts">The facts about each account.</param>
    /// <returns>A column for each criterion by its key, with the raw value in the unit of the criterion
    /// (<see cref="Criterion{TFacts}.Unit"/>: 31.5 per cent if the fact is 0.315) or the <c>Value</c> of a term; a column for each cap by
    /// its key, 1 if it holds and 0 if it does not. NaN means unknown.</returns>
    /// <exception cref="ArgumentException">An element is null, a measure is infinite, or a fact is out of its range; the message names the
    /// element.</exception>
    [OverloadResolutionPriority(1)]
    public IReadOnlyDictionary<string, ReadOnlyMemory<double>> ColumnsOf(ReadOnlySpan<TFacts> facts)
    {
        var (criteria, caps) = (_criteria.Length, _capLimits.Length);
        var columns = new double[criteria + caps][];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new double[facts.Length];
        var numbers = new double[(2 * criteria) + caps];
        for (var row = 0; row < facts.Length; row++)
        {
            try
            {
                NotNull(facts[row]);
                _readers.All(facts[row], ref numbers[0]);
            }
            catch (ArgumentException e)
            {
                throw OfElement(row, e);
            }

            for (var i = 0; i < criteria; i++)
                columns[i][row] = numbers[i];
            for (var i = 0; i < caps; i++)
                columns[criteria + i][row] = numbers[(2 * criteria) + i];
        }

        return Criteria.Select(each => each.Key).Concat(Caps.Select(each => each.Key)).Zip(columns)
            .ToDictionary(pair => pair.First, pair => (ReadOnlyMemory<double>)pair.Second, StringComparer.Ordinal);
    }

    /// <summary>Creates the columns of many accounts, as <c>ScoreColumns</c> takes them.</summary>
    /// <param name="facts">The facts about each account.</param>
    /// <returns>As <see cref="ColumnsOf(ReadOnlySpan{TFacts})"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">An element is null, a measure is infinite, or a fact is out of its range; the message names the
    /// element.</exception>
    public IReadOnlyDictionary<string, ReadOnlyMemory<double>> ColumnsOf(IReadOnlyList<TFacts> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ColumnsOf(facts as TFacts[] ?? [.. facts]);
    }

    /// <summary>Counts the impossible values of each column, which count as unknown.</summary>
    /// <param name="columns">The columns, as for <c>ScoreColumns</c>; those of caps are ignored, and may be missing.</param>
    /// <returns>For each criterion by its key, the number of raw values outside <see cref="Criterion{TFacts}.Minimum"/> …
    /// <see cref="Criterion{TFacts}.Maximum"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> is null.</exception>
    /// <exception cref="ArgumentException">A column is missing or has another length than the first; the message names it.</exception>
    public IReadOnlyDictionary<string, int> CountOutOfRange(IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var length = columns.TryGetValue(_criteria[0].Key, out var first) ? first.Length : 0;
        var (criteria, _) = Found(columns, length, null);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < criteria.Length; i++)
        {
            var range = _criteria[i].Range;
            var count = 0;
            foreach (var raw in criteria[i].Span)
                count += double.IsFinite(raw) && !range.Holds(raw) ? 1 : 0;
            counts[_criteria[i].Key] = count;
        }

        return counts;
    }

    /// <summary>Scores many accounts that are stored as columns.</summary>
    /// <param name="columns">A column for each criterion by its key and, if <paramref name="bands"/> is requested, one for each cap by its
    /// key (1 holds, 0 does not); NaN means unknown. A column holds the raw value in the unit of its criterion, not the fact: per cent as
    /// 31.5 if the fact is the fraction 0.315 (<see cref="Criterion{TFacts}.Unit"/>); for a term, the <c>Value</c>.
    /// <see cref="ColumnsOf(ReadOnlySpan{TFacts})"/> makes them from facts. A value that is impossible while the facts are within their
    /// ranges counts as unknown; <see cref="CountOutOfRange"/> counts these. Other columns are ignored.</param>
    /// <param name="scores">Receives the scores that <see cref="Score"/> would return; its length is the number of accounts.</param>
    /// <param name="bands">Receives the index of each band, 0 for the lowest, caps applied, -1 for an unrated account; empty if it is not
    /// wanted, otherwise as long as <paramref name="scores"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> is null.</exception>
    /// <exception cref="ArgumentException">Columns are missing, and the message names all of them with their units; or a column has another
    /// length, or a value is infinite, is not a level, or is not 0 or 1, and the message names the column and the first such row. The
    /// output is then not meaningful.</exception>
    public void ScoreColumns(IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, Span<double> scores, Span<int> bands = default)
    {
        var (criteria, caps) = Found(columns, scores.Length, bands.IsEmpty ? null : bands.Length);
        ScoreRows(criteria, caps, 0, scores, bands);
    }

    /// <summary>Scores many accounts that are stored as columns, on several threads, with exactly the results of
    /// <see cref="ScoreColumns(IReadOnlyDictionary{string, ReadOnlyMemory{double}}, Span{double}, Span{int})"/> on one.</summary>
    /// <param name="columns">A column for each criterion and, if <paramref name="bands"/> is requested, for each cap.</param>
    /// <param name="scores">Receives the scores; its length is the number of accounts.</param>
    /// <param name="bands">Receives the index of each band; empty if it is not wanted.</param>
    /// <param name="options">The maximum number of threads, and the token that cancels the work.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">As on one thread; if several values are wrong, the message names the one in the first
    /// row.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled; the output is not
    /// meaningful.</exception>
    public void ScoreColumns(
        IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, Memory<double> scores, Memory<int> bands, ParallelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (criteria, caps) = Found(columns, scores.Length, bands.IsEmpty ? null : bands.Length);
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

    /// <summary>Returns the score as an expression that a LINQ provider translates, null for an unrated account. Compiled, it gives the
    /// same results as <see cref="Score"/>.</summary>
    /// <returns>A tree of members, constants, arithmetic, comparison, conditional, coalesce and <see cref="Math.Floor(double)"/>.</returns>
    /// <exception cref="InvalidModelException">A measure or a cap runs in memory only: it calls a method, or looks into a collection; the
    /// exception names each by its key.</exception>
    public Expression<Func<TFacts, double?>> ToExpression() => _expression.Value;

    /// <summary>Returns whether an account is in a band, caps applied, as an expression that a LINQ provider translates.</summary>
    /// <param name="band">One of the bands.</param>
    /// <returns>The condition; it agrees with <see cref="BandOf"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="band"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="band"/> is not one of the bands.</exception>
    /// <exception cref="InvalidModelException">A measure or a cap runs in memory only; the exception names each by its key.</exception>
    public Expression<Func<TFacts, bool>> InBand(TBand band) => ForDatabase()._trees.InBand(Bands.IndexOf(band));

    /// <summary>Returns the same scorecard over a class of your own: measures and caps are rewritten to its members, so that no facts are
    /// created.</summary>
    /// <typeparam name="TSource">Your class, such as an entity.</typeparam>
    /// <param name="facts">The way to create facts from your class: <c>c => new Facts { Visits = c.VisitCount }</c>, or a member that holds
    /// them. A fact that the initializer leaves out has the default of new facts. A property that is computed from other facts is
    /// refused.</param>
    /// <returns>The scorecard over <typeparamref name="TSource"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="facts"/> is nested deeper than 250 levels.</exception>
    /// <exception cref="InvalidModelException">A criterion or cap uses the facts as a whole, which are not created, or would read something
    /// that may change; the exception names each. Something that a database cannot compute, such as a call, is allowed and runs in
    /// memory.</exception>
    public Scorecard<TSource, TBand> Over<TSource>(Expression<Func<TSource, TFacts>> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Nesting.Check(facts);
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

    /// <summary>Calculates how far the weight of each criterion may move, everything else being equal, before the account changes its band
    /// or becomes unrated.</summary>
    /// <param name="now">An assessment by this scorecard.</param>
    /// <returns>An entry for each criterion that counts, in criterion order; empty if the account has no band.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="now"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="now"/> is by another model or version.</exception>
    public IReadOnlyList<WeightSensitivity> Sensitivity(Assessment<TBand> now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (now.ModelId != Id || now.ModelVersion != Version)
        {
            throw new ArgumentException(
                $"now is by {now.ModelId} {now.ModelVersion}; it must be by {Id} {Version}.", nameof(now));
        }

        var weights = Settings.Criteria;
        var ceiling = now.Caps.Zip(Caps).Where(pair => pair.First.Holds == true)
            .Select(pair => Bands.IndexOf(pair.Second.HighestBand)).Append(Bands.InOrder.Count - 1).Min();
        return BandSensitivity.Of(now, Bands, ceiling, MissingData, MinimumCoverage, key => weights[key].Weight!.Value);
    }

    /// <summary>Finds out what would bring an account into a band: for each criterion alone, the smallest sufficient change of its raw
    /// value, on its step, or the reason why there is none.</summary>
    /// <param name="now">An assessment by this scorecard.</param>
    /// <param name="band">The band to reach, or a better one.</param>
    /// <returns>An improvement for each criterion: changes first, those that are the smallest part of their scale before the others; then
    /// what to learn; then what is barred or not enough. Empty if the account is already there.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="now"/> is by another model or version, or <paramref name="band"/> is not one of
    /// the bands.</exception>
    /// <remarks>An assessment holds raw values and no facts, so a fact that two criteria read counts as two here. If you have the facts,
    /// <see cref="PathsTo(TFacts, TBand, Func{FactChange, double}, int)"/> changes them and scores again. Criteria that are
    /// <see cref="Controllability.Given"/> are left out.</remarks>
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

    /// <summary>Finds the ways of an account to a band by changing its facts: the smallest sufficient change of each fact alone, and
    /// changes of two or three facts together if they take less effort than every way with fewer facts.</summary>
    /// <param name="facts">The facts about the account.</param>
    /// <param name="band">The band to reach, or a better one; caps applied.</param>
    /// <param name="effort">The effort of a change, 0 or more, and not less for a larger change: <c>change => weights[change.Fact] *
    /// change.Share</c>. If it is left out, the share of the scale by which the criterion of the fact changes.</param>
    /// <param name="mostFacts">The maximum number of facts to change together: 1, 2 or 3.</param>
    /// <returns>Changes first, the one with the least effort before the others; then what to learn. If a cap is in the way that no change
    /// lifts, only the cap. Empty if the account is already there, or if nothing reaches the band.</returns>
    /// <remarks>
    /// <para>A path changes facts, and every criterion and cap that reads one of them is scored again. The facts that <see cref="Apply"/>
    /// returns are in the band; with one step less on a single fact they are not. Facts stay within the range of their property
    /// (<see cref="FactRangeAttribute"/>). The step is the <see cref="Criterion{TFacts}.Step"/> of the criterion in the unit of the
    /// fact.</para>
    /// <para>A fact is never changed if all criteria that read it are <see cref="Controllability.Given"/>. For two or three facts, all
    /// values of a fact are tried if it has no more than 4,096 between the ends of its scales, otherwise only those where a piece of a
    /// scale ends. Whatever is tried is exact.</para>
    /// <para>A fact is a property with a setter, <c>init</c> included, whose type is a number or a term.
    /// <see cref="PathsTo(Assessment{TBand}, TBand)"/> knows only raw values and treats each criterion by itself.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> or <paramref name="band"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostFacts"/> is not 1, 2 or 3.</exception>
    /// <exception cref="ArgumentException"><paramref name="band"/> is not one of the bands, <paramref name="effort"/> returns a negative
    /// number or NaN, or the facts cannot be scored.</exception>
    public IReadOnlyList<FactPath> PathsTo(TFacts facts, TBand band, Func<FactChange, double>? effort = null, int mostFacts = 3)
    {
        NotNull(facts);
        Guard.Between(mostFacts, 1, 3);
        return _paths.Value.To(facts, band, effort, mostFacts);
    }

    /// <summary>Returns a copy of the facts with the changes of a path, as <c>with</c> makes one.</summary>
    /// <param name="facts">The facts for which the path was found.</param>
    /// <param name="path">One of their paths.</param>
    /// <returns>The changed facts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The path changes a fact that these facts do not have.</exception>
    public TFacts Apply(TFacts facts, FactPath path)
    {
        NotNull(facts);
        ArgumentNullException.ThrowIfNull(path);
        return _paths.Value.Apply(facts, path);
    }

    /// <summary>Finds the ways to a band as <see cref="PathsTo(TFacts, TBand, Func{FactChange, double}, int)"/> does, but changes several
    /// facts together only where no single one is enough.</summary>
    internal IReadOnlyList<FactPath> ShortestPathsTo(TFacts facts, TBand band) =>
        _paths.Value.To(facts, band, effort: null, mostFacts: 3, isTogetherIfNeeded: true);

    /// <summary>Reads facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="numbers">Receives the raw values, the points, and the conditions of the caps.</param>
    internal void Read(TFacts facts, double[] numbers) => _read(facts, ref numbers[0]);

    /// <summary>Reads facts and scores them.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="numbers">Receives the raw values, the points, and the conditions of the caps.</param>
    /// <param name="parts">Receives the contribution of each criterion.</param>
    /// <param name="known">The weight that is known.</param>
    /// <returns>The index of the band, caps applied; -1 for an unrated account.</returns>
    internal int BandIndex(TFacts facts, double[] numbers, double[] parts, out double known)
    {
        Read(facts, numbers);
        (var score, known, _) = _arithmetic.Explain(numbers.AsSpan(_criteria.Length, _criteria.Length), parts);
        return double.IsNaN(score) ? -1 : Capped(Bands.IndexOf(score), numbers.AsSpan(2 * _criteria.Length));
    }

    /// <summary>The arithmetic that all executions share.</summary>
    internal ScoreArithmetic Arithmetic => _arithmetic;

    /// <summary>The score split into layers for a database.</summary>
    internal ScoreLayers<TFacts, TBand> Layers => new(ForDatabase(), _arithmetic);

    IScoreLayers ILayeredScorecard.Layers => Layers;

    // All that a database cannot do is told before anything runs there.
    private Scorecard<TFacts, TBand> ForDatabase()
    {
        ModelFault[] faults =
        [
            .. Criteria.Select(criterion => criterion.Fault).Concat(Caps.Select(cap => cap.Fault)).OfType<ModelFault>(),
        ];
        return faults.Length == 0 ? this : throw new InvalidModelException(Id, faults);
    }

    private static ArgumentException OfElement(int index, ArgumentException fault) =>
        new(Invariant($"facts[{index}]: {fault.Message}"), "facts", fault);

    // Looked for only where there is one.
    private OverflowException Overflowing(TFacts facts, OverflowException cause)
    {
        foreach (var criterion in _criteria)
        {
            var measure = criterion.Definition.Measure;
            try
            {
                _ = Expression.Lambda<Func<TFacts, object?>>(Expression.Convert(measure.Body, typeof(object)), measure.Facts)
                    .Compile(preferInterpretation: true)(facts);
            }
            catch (OverflowException)
            {
                return DecimalOverflow.Of(cause, $"criteria[\"{criterion.Key}\"] of '{Id}'", (nameof(facts), facts));
            }
        }

        return DecimalOverflow.Of(cause, $"A cap of '{Id}'", (nameof(facts), facts));
    }

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

    private (ReadOnlyMemory<double>[] Criteria, ReadOnlyMemory<double>[] Caps) Found(
        IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, int length, int? bands)
    {
        ArgumentNullException.ThrowIfNull(columns);
        SameLength(bands ?? length, length, nameof(bands));
        var missing = _criteria.Where(each => !columns.ContainsKey(each.Key)).Select(each => $"'{each.Key}' ({HeldBy(each)})")
            .Concat(Caps.Where(each => bands is not null && !columns.ContainsKey(each.Key)).Select(each => $"'{each.Key}' (1 or 0)"))
            .ToArray();
        if (missing.Length > 0)
        {
            throw new ArgumentException(
                $"columns has no column {string.Join(", ", missing)}. ColumnsOf(facts) makes all of them in their units; "
                + "fill one with NaN where nothing is known.",
                nameof(columns));
        }

        return (
            Array.ConvertAll(_criteria, each => Column(each.Key)), bands is null ? [] : [.. Caps.Select(each => Column(each.Key))]);

        ReadOnlyMemory<double> Column(string key) => columns[key] is var column && column.Length == length
            ? column
            : throw new ArgumentException(
                Invariant($"columns[\"{key}\"] has the length {column.Length}; it must have the length {length} of scores."),
                nameof(columns));

        static string HeldBy(Criterion<TFacts> criterion) => criterion.Scale.Term is { } term ? $"Value of {term.Name}"
            : criterion.Unit.En is { Length: > 0 } unit ? unit
            : "raw value";
    }

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

    private void ReadWithPoints(TFacts facts, ref double values)
    {
        if (IsOftenNow(ref _explained, 1))
            _read = _trees.Reader(withCaps: true, withPoints: true).Compile();
        _readers.All(facts, ref values);
        var numbers = MemoryMarshal.CreateSpan(ref values, 2 * _criteria.Length);
        _arithmetic.Points(numbers, numbers[_criteria.Length..]);
    }

    private double ReadAndScore(TFacts facts)
    {
        if (IsOftenNow(ref _scored, 1))
            _score = _trees.Score().Compile();
        var criteria = _criteria.Length;
        var numbers = 2 * criteria <= MostOnStack ? stackalloc double[2 * criteria] : new double[2 * criteria];
        _readers.Criteria(facts, ref numbers[0]);
        _arithmetic.Points(numbers, numbers[criteria..]);
        return _arithmetic.Score(numbers[criteria..]);
    }

    private int ReadAndBand(TFacts facts)
    {
        if (IsOftenNow(ref _banded, 1))
            _band = _trees.Band().Compile();
        var (criteria, size) = (_criteria.Length, (2 * _criteria.Length) + _capLimits.Length);
        var numbers = size <= MostOnStack ? stackalloc double[size] : new double[size];
        _readers.All(facts, ref numbers[0]);
        var points = numbers[criteria..(2 * criteria)];
        _arithmetic.Points(numbers, points);
        var score = _arithmetic.Score(points);
        return double.IsNaN(score) ? -1 : Capped(Bands.IndexOf(score), numbers[(2 * criteria)..]);
    }

    // Whoever makes the number full compiles, while the others go on without.
    private static bool IsOftenNow(ref long asked, int calls)
    {
        if (asked >= Often)
            return false;
        var now = Interlocked.Add(ref asked, calls);
        return now >= Often && now - calls < Often;
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The id, the version, the number of criteria, and the bands.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id} {Version}: {Criteria.Count} criteria, {Bands}");
}

/// <summary>The starting point for the definition of a scorecard.</summary>
public static class Scorecard
{
    /// <summary>Begins the definition of a scorecard.</summary>
    /// <typeparam name="TFacts">The facts about an account: a record with nullable properties.</typeparam>
    /// <typeparam name="TBand">The type of a band: a term such as a tier, or any class with equality.</typeparam>
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
