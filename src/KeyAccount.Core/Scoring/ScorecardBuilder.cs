using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>Builds the definition of a scorecard. It reads like a sentence, and <see cref="Build"/> checks it as a whole.</summary>
/// <typeparam name="TFacts">The facts that the scorecard reads.</typeparam>
/// <typeparam name="TBand">The bands of its scores.</typeparam>
/// <remarks>Not a value. Not safe to share between threads; the scorecard it builds is.</remarks>
public sealed class ScorecardBuilder<TFacts, TBand> : CriteriaBuilder<TFacts, ScorecardBuilder<TFacts, TBand>>
    where TBand : class
{
    /// <summary>The default share of known weight below which <see cref="MissingData.Renormalize"/> leaves an account unrated: half.
    /// Provenance: <c>LibraryDefault</c>.</summary>
    public const double DefaultMinimumCoverage = 0.5;

    private readonly string _id;
    private readonly List<CriterionDefinition> _criteria;
    private readonly List<(string Key, double Weight)> _groups = [];
    private readonly List<CapDefinition<TBand>> _caps = [];
    private (double From, TBand Band)[] _bands = [];
    private MissingData _policy = Scoring.MissingData.Renormalize;
    private double? _minimumCoverage;
    private string _version = "1";
    private Provenance? _provenance;
    private (TextTable Texts, string Prefix)? _labels;

    internal ScorecardBuilder(string id)
        : this(id, [])
    {
    }

    private ScorecardBuilder(string id, List<CriterionDefinition> criteria)
        : base(group: null, groupWeight: 1, criteria)
    {
        _id = id;
        _criteria = criteria;
    }

    /// <summary>Adds a group of criteria.</summary>
    /// <param name="key">The stable identifier of the group.</param>
    /// <param name="weight">The factor for the weights of the group's criteria; finite and not negative.</param>
    /// <param name="criteria">Adds the criteria: <c>g => g.Criterion(…).Criterion(…)</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ScorecardBuilder<TFacts, TBand> Group(string key, double weight, Action<CriteriaGroup<TFacts>> criteria)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(criteria);
        _groups.Add((key, weight));
        criteria(new(key, weight, _criteria));
        return this;
    }

    /// <summary>Adds a cap: while its condition holds, the account cannot be above a certain band.</summary>
    /// <param name="key">The stable identifier, unique among caps and criteria.</param>
    /// <param name="when">The condition; null if it is not known, and then the cap leaves the band as it is. A comparison with something
    /// unknown is unknown. A condition that a database cannot evaluate runs in memory only, as for a measure.</param>
    /// <param name="highestBand">One of the bands.</param>
    /// <param name="label">The name of the cap for a person.</param>
    /// <param name="provenance">The source of the cap.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">Key, condition or band is null.</exception>
    /// <exception cref="ArgumentException">The condition is nested deeper than 250 levels.</exception>
    public ScorecardBuilder<TFacts, TBand> Cap(
        string key, Expression<Func<TFacts, bool?>> when, TBand highestBand, Text? label = null, Provenance? provenance = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(when);
        Nesting.Check(when);
        ArgumentNullException.ThrowIfNull(highestBand);
        _caps.Add(new(key, RangedFact.Mark(OverFacts.From(when)), highestBand, label, provenance));
        return this;
    }

    /// <summary>Sets the treatment of criteria that are not known; <see cref="Scoring.MissingData.Renormalize"/> if it is not
    /// called.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="minimumCoverage">The share of the weight that must be known for a score, 0 … 1. If it is left out:
    /// <see cref="DefaultMinimumCoverage"/> when renormalizing, otherwise 0.</param>
    /// <returns>The builder.</returns>
    public ScorecardBuilder<TFacts, TBand> MissingData(MissingData policy, double? minimumCoverage = null)
    {
        _policy = policy;
        _minimumCoverage = minimumCoverage;
        return this;
    }

    /// <summary>Sets the bands of the scores.</summary>
    /// <param name="bands">Each band with its lower bound, in any order; the lowest begins at 0.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/> is null.</exception>
    public ScorecardBuilder<TFacts, TBand> Bands(params (double From, TBand Band)[] bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        _bands = bands;
        return this;
    }

    /// <summary>Sets the version of the model, which every assessment carries; <c>1</c> if it is not called.</summary>
    /// <param name="version">The version; not blank.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public ScorecardBuilder<TFacts, TBand> Version(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        _version = version;
        return this;
    }

    /// <summary>Sets the source of every part that does not state its own: weights, scales, caps, bands, the policy.</summary>
    /// <param name="provenance">The source.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provenance"/> is null.</exception>
    public ScorecardBuilder<TFacts, TBand> From(Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        _provenance = provenance;
        return this;
    }

    /// <summary>Takes the missing labels of criteria and caps from a table of texts. The key of a text is the prefix plus the key of the
    /// criterion or cap. The label of a group has the prefix, the key of the group and <c>.Group</c>, if there is such a text.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="prefix">The beginning of the keys, such as <c>Grading.AccountValue.</c></param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ScorecardBuilder<TFacts, TBand> Labels(TextTable texts, string prefix)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(prefix);
        _labels = (texts, prefix);
        return this;
    }

    /// <summary>Checks the definition and creates the scorecard.</summary>
    /// <returns>The scorecard.</returns>
    /// <exception cref="InvalidModelException">The definition is invalid; the exception holds every fault with its path.</exception>
    public Scorecard<TFacts, TBand> Build()
    {
        var faults = new List<ModelFault>();
        return Checked(
            new(
                _id,
                _version,
                [
                    .. _criteria.Select(each => each with
                    {
                        Label = each.Label ?? LabelOf("criteria", each.Key, faults),
                        GroupLabel = each.Group is null ? null : _labels?.Texts.TryGet($"{_labels?.Prefix}{each.Group}.Group"),
                    }),
                ],
                _groups,
                [.. _caps.Select(each => each with { Label = each.Label ?? LabelOf("caps", each.Key, faults) })],
                _bands,
                _policy,
                _minimumCoverage,
                new(_provenance, _provenance, _provenance)),
            faults);
    }

    /// <summary>Builds a scorecard from its parts, or reports everything that is wrong with them, together with the faults found
    /// before.</summary>
    internal static Scorecard<TFacts, TBand> Checked(
        ScorecardDefinition<TBand> definition, IEnumerable<ModelFault>? before = null, Scorecard<TFacts, TBand>? like = null)
    {
        List<ModelFault> faults = [.. before ?? []];
        var (id, _, criteria, groups, caps, bands, policy, minimumCoverage, _) = definition;
        CheckWeights(criteria, groups, faults);

        var total = criteria.Sum(each => each.Weight * each.GroupWeight);
        var builtCriteria = new List<Criterion<TFacts>>();
        for (var i = 0; i < criteria.Count; i++)
        {
            var each = criteria[i];
            var known = like?.Criteria[i];
            var path = $"criteria[\"{each.Key}\"]";
            Try(faults, $"{path}.measure", () => builtCriteria.Add(new(each, each.Weight * each.GroupWeight / total, known)));
            if (each.Step is not (null or (> 0 and < double.PositiveInfinity)))
                faults.Add(new($"{path}.step", Invariant($"{each.Step} is not positive and finite")));
            if (each.Control is { } control && !Enum.IsDefined(control))
            {
                var names = string.Join(", ", Enum.GetNames<Controllability>());
                faults.Add(new($"{path}.control", Invariant($"{(int)control} is not one of {names}")));
            }

            var term = each.Measure.Body.Type.IsValueType ? null : each.Measure.Body.Type;
            if (term != each.Scale.Term)
            {
                faults.Add(new(
                    $"{path}.scale",
                    $"it is a scale of {each.Scale.Term?.Name ?? "numbers"}; the criterion needs one of {term?.Name ?? "numbers"}"));
            }
        }

        var builtCaps = new List<Cap<TFacts, TBand>>();
        for (var i = 0; i < caps.Count; i++)
        {
            var each = caps[i];
            var known = like?.Caps[i];
            Try(faults, $"caps[\"{each.Key}\"].when", () => builtCaps.Add(new(each, known)));
            if (!Array.Exists(bands, band => each.HighestBand.Equals(band.Band)))
                faults.Add(new($"caps[\"{each.Key}\"].highestBand", $"{each.HighestBand} is not one of the bands"));
        }

        CheckKeys(criteria.Select(each => ("criteria", each.Key)).Concat(caps.Select(each => ("caps", each.Key))), faults);
        CheckKeys(groups.Select(each => ("groups", each.Key)), faults);
        var bandFaults = Scoring.Bands<TBand>.FaultsOf(bands);
        faults.AddRange(bandFaults);
        if (bandFaults.Count == 0)
            CheckKeys(bands.Select(each => ("bands", $"{each.Band}")), faults);
        if (!Enum.IsDefined(policy))
        {
            faults.Add(new(
                "missingData.policy", Invariant($"{(int)policy} is not one of {string.Join(", ", Enum.GetNames<MissingData>())}")));
        }

        if (minimumCoverage is not (null or (>= 0 and <= 1)))
            faults.Add(new("missingData.minimumCoverage", Invariant($"{minimumCoverage} is not between 0 and 1")));

        if (faults.Count > 0)
            throw new InvalidModelException(id, faults);
        var coverage = minimumCoverage ?? (policy == Scoring.MissingData.Renormalize ? DefaultMinimumCoverage : 0);
        return new(definition with { MinimumCoverage = coverage }, [.. builtCriteria], [.. builtCaps], new(bands), like);
    }

    private Text? LabelOf(string kind, string key, List<ModelFault> faults)
    {
        if (_labels is not { } labels)
            return null;
        var label = labels.Texts.TryGet(labels.Prefix + key);
        if (label is null)
            faults.Add(new($"{kind}[\"{key}\"].label", $"there is no text '{labels.Prefix}{key}'; add it to the texts, or give a label"));
        return label;
    }

    private static void CheckWeights(
        IReadOnlyList<CriterionDefinition> criteria, IReadOnlyList<(string Key, double Weight)> groups, List<ModelFault> faults)
    {
        var before = faults.Count;
        foreach (var (path, weight) in groups.Select(each => ($"groups[\"{each.Key}\"].weight", each.Weight))
            .Concat(criteria.Select(each => ($"criteria[\"{each.Key}\"].weight", each.Weight))))
        {
            if (!double.IsFinite(weight))
                faults.Add(new(path, Invariant($"{weight} is not finite")));
            else if (weight < 0)
                faults.Add(new(path, Invariant($"{weight} is negative")));
        }

        if (criteria.Count == 0)
            faults.Add(new("criteria", "it is empty; give at least one"));
        else if (faults.Count == before
            && criteria.Sum(each => each.Weight * each.GroupWeight) is var total and not (> 0 and < double.PositiveInfinity))
        {
            faults.Add(new("criteria", Invariant($"the weights sum to {total}; the sum must be positive and finite")));
        }
    }

    private static void CheckKeys(IEnumerable<(string Kind, string Key)> keys, List<ModelFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (kind, key) in keys)
        {
            if (string.IsNullOrWhiteSpace(key))
                faults.Add(new($"{kind}[\"{key}\"]", "the key is blank"));
            else if (!seen.Add(key))
                faults.Add(new($"{kind}[\"{key}\"]", "the key is duplicated"));
        }
    }

    private static void Try(List<ModelFault> faults, string path, Action build)
    {
        try
        {
            build();
        }
        catch (RefusedExpressionException e)
        {
            faults.Add(new(path, e.Message));
        }
    }
}
