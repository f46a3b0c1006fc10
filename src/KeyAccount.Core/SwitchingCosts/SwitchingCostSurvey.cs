using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>A survey of switching costs on a k-point scale: turns the answers of several respondents into facts.</summary>
/// <remarks>
/// <para>Facet = mean of its items, reversed items as k + 1 − x (Literature: Burnham, Frels &amp; Mahajan 2003, JAMS 31:109–126). Each
/// respondent's mean over the items answered is taken first, then the mean over the respondents, so that all respondents count the same
/// (<c>LibraryDefault</c>). The order of the answers does not matter.</para>
/// <para>Immutable and safe to share between threads; compared by reference.</para>
/// </remarks>
public sealed class SwitchingCostSurvey
{
    private readonly Dictionary<string, SurveyItem> _items;

    /// <summary>Makes a survey.</summary>
    /// <param name="scalePoints">k: the number of points of the scale; at least 2.</param>
    /// <param name="items">The items, at least one, with different keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or an item is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong; the exception holds every fault with its path.</exception>
    public SwitchingCostSurvey(int scalePoints, params SurveyItem[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
            ArgumentNullException.ThrowIfNull(item, nameof(items));
        var faults = FaultsOf(scalePoints, items);
        if (faults.Count > 0)
            throw new InvalidModelException("switchingCostSurvey", faults);
        ScalePoints = scalePoints;
        Items = [.. items];
        _items = items.ToDictionary(item => item.Key, StringComparer.Ordinal);
    }

    /// <summary>k: the number of points of the scale.</summary>
    public int ScalePoints { get; }

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<SurveyItem> Items { get; }

    /// <summary>The result for each facet.</summary>
    /// <param name="answers">The answers of all respondents, in any order; what is not answered is null or left out.</param>
    /// <returns>All eight facets, in the order of the term.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> or an answer is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside 1 … k.</exception>
    /// <exception cref="ArgumentException">There is no such item, or a respondent answers one twice.</exception>
    public IReadOnlyList<FacetScore> ByFacet(IReadOnlyList<SurveyAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < answers.Count; i++)
            Check(answers[i], i, seen);

        var given = answers.Where(answer => answer.Value is not null).ToLookup(answer => _items[answer.Item].Facet);
        return [.. CostFacet.InOrder.Select(facet =>
        {
            // In ascending order, because a sum of doubles depends on it.
            var means = given[facet]
                .GroupBy(answer => answer.Respondent, StringComparer.Ordinal)
                .Select(respondent => respondent.Average(Counted))
                .Order()
                .ToArray();
            double? mean = means.Length == 0 ? null : means.Average();
            return new FacetScore(facet, mean, (mean - 1) / (ScalePoints - 1) * 100, means.Length);
        })];
    }

    /// <summary>The facts that follow from the answers: the points of each facet, null if nobody has answered.</summary>
    /// <param name="answers">The answers, as for <see cref="ByFacet"/>.</param>
    /// <returns>The facts for <see cref="SwitchingCost"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> or an answer is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside 1 … k.</exception>
    /// <exception cref="ArgumentException">There is no such item, or a respondent answers one twice.</exception>
    public SwitchingCostFacts Facts(IReadOnlyList<SurveyAnswer> answers) =>
        ByFacet(answers).Aggregate(new SwitchingCostFacts(), (facts, score) => score.Facet.With(facts, score.Points));

    private static List<ModelFault> FaultsOf(int scalePoints, SurveyItem[] items)
    {
        var faults = new List<ModelFault>();
        if (scalePoints < 2)
            faults.Add(new("scalePoints", Invariant($"{scalePoints} is below 2")));
        if (items.Length == 0)
            faults.Add(new("items", "it is empty; at least one item is needed"));
        for (var i = 0; i < items.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(items[i].Key))
                faults.Add(new(Invariant($"items[{i}].key"), "it is blank"));
            else if (items.Take(i).Any(item => item.Key == items[i].Key))
                faults.Add(new($"items[\"{items[i].Key}\"]", "the key is duplicated"));
            if (items[i].Facet is null)
                faults.Add(new(Invariant($"items[{i}].facet"), "it is null"));
        }

        return faults;
    }

    private void Check(SurveyAnswer answer, int index, HashSet<(string Respondent, string Item)> seen)
    {
        ArgumentNullException.ThrowIfNull(answer, "answers");
        if (string.IsNullOrWhiteSpace(answer.Respondent))
            throw new ArgumentException(Invariant($"answers[{index}] has no respondent; name the respondent of each answer."), "answers");
        if (answer.Item is null || !_items.ContainsKey(answer.Item))
        {
            throw new ArgumentException(
                Invariant($"answers[{index}] is to '{answer.Item}'; the items are {string.Join(", ", _items.Keys)}."), "answers");
        }

        if (answer.Value is { } value && (value < 1 || value > ScalePoints))
            throw new ArgumentOutOfRangeException(
                "answers", Invariant($"answers[{index}] is {value}; it must be between 1 and {ScalePoints}."));
        if (!seen.Add((answer.Respondent, answer.Item)))
        {
            throw new ArgumentException(
                Invariant($"answers[{index}] is a second answer of '{answer.Respondent}' to '{answer.Item}'; give each answer once."),
                "answers");
        }
    }

    private double Counted(SurveyAnswer answer) =>
        _items[answer.Item].IsReversed ? ScalePoints + 1 - answer.Value!.Value : answer.Value!.Value;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many items it has on which scale.</returns>
    public override string ToString() => FormattableString.Invariant($"{Items.Count} items, 1 to {ScalePoints}");
}
