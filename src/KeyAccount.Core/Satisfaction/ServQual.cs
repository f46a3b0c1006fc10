using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>SERVQUAL (客户满意度量化评价模型): satisfaction as the gap between perceived and expected service.</summary>
/// <remarks>
/// <para>Gap per item P − E over the pairs of which both halves are answered, k + 1 − x for the answers x to a reversed item on a scale of
/// k points; dimension = per respondent the mean of the items, then the
/// mean over the respondents; overall = mean of the dimensions; weighted = Σ w·gap with weights normalised to a sum of 1. Sources:
/// 《大客户销售技巧（客户关系管理篇）》
/// (满意度 = 客户感知 PS − 客户预期 ES); Parasuraman, Zeithaml &amp; Berry 1988, 1991; Zeithaml, Parasuraman &amp; Berry 1990 (the order of the
/// means).</para>
/// <para>Respondents count by their influence wᵢ. The standard error of a weighted mean is that of Cochran 1977, the one Gatz &amp;
/// Smith 1995 found closest to the bootstrap: SE² = n/((n − 1)·(Σwᵢ)²) · Σwᵢ²(gᵢ − ḡ)², which is s²/n for equal influence; for a mean of
/// dimensions the residuals of a respondent add up over the dimensions first. Null for n &lt; 2.</para>
/// <para>Immutable and safe to share between threads; compared by reference. The order of respondents and answers does not matter.</para>
/// </remarks>
public sealed class ServQual : IModel
{
    /// <summary>The default number of points of the scale. Source: Parasuraman, Zeithaml &amp; Berry 1988.</summary>
    public const int DefaultScalePoints = 7;

    /// <summary>How many items <see cref="WithCounts"/> gives a dimension at most: 1,000. Provenance: <c>LibraryDefault</c>, far beyond any
    /// questionnaire that somebody answers.</summary>
    public const int MostItems = 1_000;

    private static readonly Provenance Published =
        Provenance.Literature("Parasuraman, Zeithaml & Berry 1988, 1991, Journal of Retailing 64(1), 67(4)");

    private readonly Dictionary<string, ServQualItem> _items;
    private readonly Provenance? _provenance;

    /// <summary>Makes a questionnaire.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="items">The items, at least one, with different keys; any number per dimension.</param>
    /// <param name="scalePoints">The number of points of the scale, which starts at 1; at least 2.</param>
    /// <param name="provenance">The provenance of the questionnaire.</param>
    /// <param name="version">The version; not blank.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="version"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="InvalidModelException">The questionnaire is wrong; the exception holds every fault with its path.</exception>
    public ServQual(
        string id,
        IReadOnlyList<ServQualItem> items,
        int scalePoints = DefaultScalePoints,
        Provenance? provenance = null,
        string version = "1")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(items);
        var faults = new List<ModelFault>();
        if (scalePoints < 2)
            faults.Add(new("scalePoints", Invariant($"{scalePoints} is below 2")));
        if (items.Count == 0)
            faults.Add(new("items", "it is empty; at least one item is needed"));
        _items = new(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(items[i]?.Key) || items[i].Dimension is null)
                faults.Add(new(Invariant($"items[{i}]"), "it has no key or no dimension"));
            else if (!_items.TryAdd(items[i].Key, items[i]))
                faults.Add(new($"items[\"{items[i].Key}\"]", "the key is duplicated"));
        }

        if (faults.Count > 0)
            throw new InvalidModelException(id, faults);
        Id = id;
        Version = version;
        Items = [.. items];
        ScalePoints = scalePoints;
        _provenance = provenance;
    }

    /// <summary>The 22 items, 4/5/4/4/5 in the five dimensions, on a 7-point scale, all worded positively as in 1991. Keys:
    /// <c>tangibles1</c> … <c>empathy5</c>. The sentences are our own, after what each published item asks.</summary>
    public static ServQual Standard { get; } = new(
        "servQual.standard",
        [
            .. Worded(ServiceDimension.Tangibles, "tangibles1", "tangibles2", "tangibles3", "tangibles4"),
            .. Worded(ServiceDimension.Reliability, "reliability1", "reliability2", "reliability3", "reliability4", "reliability5"),
            .. Worded(ServiceDimension.Responsiveness, "responsiveness1", "responsiveness2", "responsiveness3", "responsiveness4"),
            .. Worded(ServiceDimension.Assurance, "assurance1", "assurance2", "assurance3", "assurance4"),
            .. Worded(ServiceDimension.Empathy, "empathy1", "empathy2", "empathy3", "empathy4", "empathy5"),
        ],
        provenance: Published);

    /// <summary>The same 22 items with the nine of responsiveness and empathy worded negatively and marked as reversed, as in 1988: less
    /// agreement by habit, more misreadings. Answers are given as on the paper; <see cref="Assess"/> turns them round.</summary>
    public static ServQual MixedWording { get; } = new(
        "servQual.mixedWording",
        [
            .. Standard.Items.Select(item => item.Dimension == ServiceDimension.Responsiveness || item.Dimension == ServiceDimension.Empathy
                ? item with { Statement = TextTable.Library[$"Satisfaction.ServQual.{item.Key}.Reversed"], IsReversed = true }
                : item),
        ],
        provenance: Provenance.LibraryDefault(
            "nine of the 22 published items of 1988 were worded negatively; which, and how, is ours here: all of two dimensions"));

    /// <summary>The version of the questionnaire.</summary>
    public string Version { get; }

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<ServQualItem> Items { get; }

    /// <summary>The number of points of the scale, which starts at 1.</summary>
    public int ScalePoints { get; }

    /// <summary>The number of items in each dimension and the scale, with their provenance.</summary>
    public IEnumerable<ModelDefault> Defaults =>
    [
        .. ServiceDimension.InOrder.Select(dimension => new ModelDefault(
            $"items[\"{dimension}\"]", Invariant($"{Items.Count(item => item.Dimension == dimension)}"), _provenance)),
        new("scalePoints", Invariant($"{ScalePoints}"), _provenance),
    ];

    /// <summary>The overall gap of published dimension gaps.</summary>
    /// <param name="gaps">The gap of each dimension that is known, a finite number.</param>
    /// <param name="weights">How much each dimension counts, finite and not negative, normalised over the dimensions that are known; null
    /// for equal weights, which gives the mean of the dimensions.</param>
    /// <returns>Σ w·gap with Σ w = 1; null if no gap is known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="gaps"/> is null.</exception>
    /// <exception cref="ArgumentException">A gap is not finite, or the weights lack a dimension that is known, or their sum is not
    /// positive.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is outside its range.</exception>
    public static double? Overall(
        IReadOnlyDictionary<ServiceDimension, double> gaps, IReadOnlyDictionary<ServiceDimension, double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        foreach (var (dimension, gap) in gaps)
        {
            if (!double.IsFinite(gap))
                throw new ArgumentException(Invariant($"gaps[{dimension}] is {gap}; it must be finite."), nameof(gaps));
        }

        var shares = Shares(weights, gaps.ContainsKey);
        return gaps.Count == 0
            ? null
            : ServiceDimension.InOrder.Where(gaps.ContainsKey).Sum(dimension => shares[dimension] * gaps[dimension]);
    }

    /// <summary>Evaluates a survey.</summary>
    /// <param name="responses">The respondents, in any order.</param>
    /// <param name="weights">How much each dimension counts, finite and not negative, normalised over the dimensions that have answers;
    /// null for equal weights.</param>
    /// <returns>Items, dimensions and the whole. Without a pair of both halves, or without influence, gaps are null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="responses"/> or a part of one is null.</exception>
    /// <exception cref="ArgumentException">A respondent, or an item of a respondent, is duplicated, an item is not in the questionnaire, or
    /// the weights lack a dimension that has
    /// answers, or their sum is not positive.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer, an influence or a weight is outside its range.</exception>
    public ServQualResult Assess(IReadOnlyList<ServQualResponse> responses, IReadOnlyDictionary<ServiceDimension, double>? weights = null)
    {
        Check(responses);

        // In the order of the names, so that sums do not depend on the order given.
        var counted = responses.Where(response => response.Influence > 0).OrderBy(response => response.Respondent, StringComparer.Ordinal)
            .Select(response => (response.Influence, Answers: response.Answers.ToDictionary(answer => answer.Item, StringComparer.Ordinal)))
            .ToArray();
        var items = Items.ToDictionary(item => item.Key, item => Of(item), StringComparer.Ordinal);
        var dimensions = ServiceDimension.InOrder.ToDictionary(dimension => dimension, Over);
        var shares = Shares(weights, dimension => dimensions[dimension].Count > 0);
        var equal = Shares(null, dimension => dimensions[dimension].Count > 0);
        return new(
            Id,
            dimensions.Values.SelectMany(sample => sample.Respondents).Distinct().Count(),
            counted.Sum(response => response.Answers.Values.Count(answer => answer.Expectation is null != answer.Perception is null)),
            [.. Items.Select(item => new ItemGap(item.Key, item.Dimension, items[item.Key].Count, Together([(items[item.Key], 1)])))],
            [.. ServiceDimension.InOrder.Select(dimension => new DimensionGap(
                dimension, shares[dimension], dimensions[dimension].Count, Together([(dimensions[dimension], 1)])))],
            Together(ServiceDimension.InOrder.Select(dimension => (dimensions[dimension], equal[dimension]))),
            Together(ServiceDimension.InOrder.Select(dimension => (dimensions[dimension], shares[dimension]))));

        Sample Of(ServQualItem item) => new(counted.Select((response, i) =>
            response.Answers.TryGetValue(item.Key, out var answer) && answer is { Expectation: { } expected, Perception: { } perceived }
                ? new Observation(i, response.Influence, Counted(item, expected), Counted(item, perceived))
                : (Observation?)null));

        Sample Over(ServiceDimension dimension) => new(
            Items.Where(item => item.Dimension == dimension)
                .SelectMany(item => items[item.Key].Observations)
                .GroupBy(observation => observation.Respondent)
                .OrderBy(respondent => respondent.Key)
                .Select(respondent => (Observation?)new Observation(
                    respondent.Key,
                    respondent.First().Influence,
                    respondent.Average(observation => observation.Expected),
                    respondent.Average(observation => observation.Perceived))));
    }

    /// <summary>The questionnaire to print or to send: each statement with room for the expectation and the perception.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document. Reversed statements are marked for those who read the answers; an item without a statement shows its
    /// key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Language.English) => SatisfactionDocuments.Of(this, language);

    /// <summary>The result of a survey with this questionnaire, for a person: the gaps, the statements behind them, what to do.</summary>
    /// <param name="result">The result of the survey.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The result belongs to another questionnaire.</exception>
    public Documents.Document Describe(ServQualResult result, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.ModelId == Id
            ? SatisfactionDocuments.Of(result, language, _items)
            : throw new ArgumentException(
                $"The result is of the questionnaire '{result.ModelId}'; this one is '{Id}'.", nameof(result));
    }

    /// <summary>Items with keys made of the dimension and a number: <c>tangibles1</c>, <c>tangibles2</c> …</summary>
    /// <param name="tangibles">The number of items of tangibles, 0 … <see cref="MostItems"/>, as for the others.</param>
    /// <param name="reliability">The number of items of reliability.</param>
    /// <param name="responsiveness">The number of items of responsiveness.</param>
    /// <param name="assurance">The number of items of assurance.</param>
    /// <param name="empathy">The number of items of empathy.</param>
    /// <returns>The items, dimension by dimension.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static IReadOnlyList<ServQualItem> WithCounts(int tangibles, int reliability, int responsiveness, int assurance, int empathy)
    {
        Guard.Between(tangibles, 0, MostItems);
        Guard.Between(reliability, 0, MostItems);
        Guard.Between(responsiveness, 0, MostItems);
        Guard.Between(assurance, 0, MostItems);
        Guard.Between(empathy, 0, MostItems);
        int[] counts = [tangibles, reliability, responsiveness, assurance, empathy];
        return
        [
            .. ServiceDimension.InOrder.SelectMany((dimension, i) => Enumerable.Range(1, counts[i])
                .Select(number => new ServQualItem(Invariant($"{dimension.Name.ToLowerInvariant()}{number}"), dimension))),
        ];
    }

    private static IEnumerable<ServQualItem> Worded(ServiceDimension dimension, params string[] keys) =>
        keys.Select(key => new ServQualItem(key, dimension, TextTable.Library[$"Satisfaction.ServQual.{key}"]));

    // The shares of the dimensions that are known; 0 for the others.
    private static Dictionary<ServiceDimension, double> Shares(
        IReadOnlyDictionary<ServiceDimension, double>? weights, Func<ServiceDimension, bool> isKnown)
    {
        var known = ServiceDimension.InOrder.Where(isKnown).ToArray();
        foreach (var (dimension, weight) in weights ?? new Dictionary<ServiceDimension, double>())
            Guard.FiniteAtLeast(weight, 0, $"weights[{dimension}]");
        if (weights is not null && Array.Find(known, dimension => !weights.ContainsKey(dimension)) is { } missing)
            throw new ArgumentException($"weights has no {missing}; each dimension with a gap needs one.", nameof(weights));
        var sum = known.Sum(dimension => weights?[dimension] ?? 1);
        if (known.Length > 0 && !(sum > 0 && double.IsFinite(sum)))
            throw new ArgumentException(
                Invariant($"weights sum to {sum} over the dimensions with a gap; the sum must be positive and finite."), nameof(weights));
        return ServiceDimension.InOrder.ToDictionary(
            dimension => dimension, dimension => isKnown(dimension) ? (weights?[dimension] ?? 1) / sum : 0);
    }

    // The weighted mean of samples of the same respondents, and its standard error from the residuals of each of them.
    private static ServiceGap? Together(IEnumerable<(Sample Sample, double Share)> samples)
    {
        var parts = samples.Where(part => part.Sample.Count > 0 && part.Share > 0).ToArray();
        if (parts.Length == 0)
            return null;
        var residuals = parts
            .SelectMany(part => part.Sample.Observations.Select(observation => (
                observation.Respondent,
                Value: part.Share * observation.Influence / part.Sample.Influence * (observation.Gap - part.Sample.Gap))))
            .GroupBy(residual => residual.Respondent)
            .Select(respondent => respondent.Sum(residual => residual.Value))
            .ToArray();
        return new(
            parts.Sum(part => part.Share * part.Sample.Expected),
            parts.Sum(part => part.Share * part.Sample.Perceived),
            residuals.Length < 2
                ? null
                : Math.Sqrt(residuals.Sum(residual => residual * residual) * residuals.Length / (residuals.Length - 1)));
    }

    private double Counted(ServQualItem item, double points) => item.IsReversed ? ScalePoints + 1 - points : points;

    private void Check(IReadOnlyList<ServQualResponse> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        var respondents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var response in responses)
        {
            ArgumentNullException.ThrowIfNull(response, nameof(responses));
            ArgumentException.ThrowIfNullOrWhiteSpace(response.Respondent, nameof(responses));
            if (!respondents.Add(response.Respondent))
                throw new ArgumentException($"responses has '{response.Respondent}' twice; give each respondent once.", nameof(responses));
            Guard.FiniteAtLeast(response.Influence, 0, $"responses['{response.Respondent}'].Influence");
            var answered = new HashSet<string>(StringComparer.Ordinal);
            foreach (var answer in response.Answers)
            {
                if (answer.Item is null || !_items.ContainsKey(answer.Item))
                {
                    throw new ArgumentException(
                        $"responses['{response.Respondent}'] answers '{answer.Item}'; the questionnaire '{Id}' has "
                        + $"{string.Join(", ", Items.Select(item => item.Key))}.",
                        nameof(responses));
                }

                if (!answered.Add(answer.Item))
                    throw new ArgumentException(
                        $"responses['{response.Respondent}'] answers '{answer.Item}' twice; give each answer once.", nameof(responses));
                (string, double?)[] halves = [("Expectation", answer.Expectation), ("Perception", answer.Perception)];
                foreach (var (half, points) in halves)
                {
                    if (points is { } given)
                        Guard.Between(given, 1, ScalePoints, $"responses['{response.Respondent}']['{answer.Item}'].{half}");
                }
            }
        }
    }

    private readonly record struct Observation(int Respondent, double Influence, double Expected, double Perceived)
    {
        public double Gap => Perceived - Expected;
    }

    // The pairs of one item, or of one dimension, with their means weighted by influence.
    private sealed class Sample
    {
        public Sample(IEnumerable<Observation?> observations)
        {
            Observations = [.. observations.OfType<Observation>()];
            Influence = Observations.Sum(each => each.Influence);
            Expected = Mean(each => each.Expected);
            Perceived = Mean(each => each.Perceived);
        }

        public Observation[] Observations { get; }

        public int Count => Observations.Length;

        public IEnumerable<int> Respondents => Observations.Select(each => each.Respondent);

        public double Influence { get; }

        public double Expected { get; }

        public double Perceived { get; }

        public double Gap => Perceived - Expected;

        private double Mean(Func<Observation, double> value) => Observations.Sum(each => each.Influence * value(each)) / Influence;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, version and how many items.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id} {Version}: {Items.Count} items, 1 to {ScalePoints}");
}
