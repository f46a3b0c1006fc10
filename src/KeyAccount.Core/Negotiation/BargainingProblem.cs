using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>A negotiation over several issues at once: which packages are worth proposing, and what a proposal is worth.</summary>
/// <remarks>
/// <para>The value of a package to a side is Σ wᵢ · pointsᵢ with weights that sum to 1 (Keeney &amp; Raiffa 1976, Decisions with Multiple
/// Objectives: additive value). Each addend is rounded to a millionth of a point before it is added, so that sums are exact, order-free,
/// and ties are ties.</para>
/// <para>Because values add up, what is dominated on some issues is dominated whatever is chosen on the others. The issues are taken one by
/// one into two halves, dropping dominated choices at once; with m options on each of n issues a half holds at most m^(n/2) choices,
/// usually far fewer. The frontier is then read off the pairs of both halves without storing them: for 10 issues of 6 options at most 7776
/// + 7776 choices stand for the 60 million packages, and nothing is sampled or left out. The Nash point takes a product for each pair, a
/// judgement a search for each choice of one half; the frontier takes time by its own length, which is usually short, and by the number of
/// pairs only where hardly anything dominates.</para>
/// <para>Immutable and safe to share between threads; compared by reference. The order of issues and options does not matter.</para>
/// </remarks>
public sealed class BargainingProblem
{
    private readonly PackageIssue[] _issues;
    private readonly double _ourWeights;
    private readonly double _theirWeights;
    private readonly PackageFront _left;
    private readonly PackageFront _right;
    private readonly Worth _alternatives;

    /// <summary>Makes a problem from its issues.</summary>
    /// <param name="issues">The issues, at least one, each key once.</param>
    /// <param name="ourAlternative">Our value without an agreement, in points, 0 … 100: the value of our BATNA.</param>
    /// <param name="theirAlternative">Their value without an agreement, in points, 0 … 100; if it is not known, try the lowest and the
    /// highest plausible value: at 0 everything is acceptable to them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="issues"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An alternative is outside 0 … 100.</exception>
    /// <exception cref="InvalidModelException">The issues have faults; the exception names every one.</exception>
    public BargainingProblem(IReadOnlyList<PackageIssue> issues, double ourAlternative, double theirAlternative)
    {
        ArgumentNullException.ThrowIfNull(issues);
        Guard.Between(ourAlternative, 0, 100);
        Guard.Between(theirAlternative, 0, 100);
        var faults = FaultsOf(issues);
        if (faults.Count > 0)
            throw new InvalidModelException("bargainingProblem", faults);

        // In an order of their own, so that ties are settled in the same way however the issues are given.
        _issues =
        [
            .. issues.OrderBy(issue => issue.Key, StringComparer.Ordinal)
                .Select(issue => issue with { Options = [.. issue.Options.Order()] }),
        ];
        _ourWeights = _issues.Sum(issue => issue.OurWeight);
        _theirWeights = _issues.Sum(issue => issue.TheirWeight);
        (OurAlternative, TheirAlternative) = (ScoreRounding.Round(ourAlternative), ScoreRounding.Round(theirAlternative));
        _alternatives = new(Millionths(ourAlternative), Millionths(theirAlternative));
        var worths = Array.ConvertAll(_issues, issue => issue.Options.Select(option => WorthOf(issue, option)).ToArray());
        _left = PackageFront.Of(worths[..(worths.Length / 2)]);
        _right = PackageFront.Of(worths[(worths.Length / 2)..]);
    }

    /// <summary>The issues, by key.</summary>
    public IReadOnlyList<PackageIssue> Issues => _issues.AsReadOnly();

    /// <summary>Our value without an agreement, in points.</summary>
    public double OurAlternative { get; }

    /// <summary>Their value without an agreement, in points.</summary>
    public double TheirAlternative { get; }

    /// <summary>The value of a package to both sides.</summary>
    /// <param name="package">A value for each issue; it need not be one of the options.</param>
    /// <returns>The package with its values.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="package"/> is null.</exception>
    /// <exception cref="ArgumentException">The package leaves an issue open, names an unknown one, or has a value that the scale of its
    /// issue does not cover.</exception>
    public PackageValue ValueOf(Package package) => Valued(package, WorthOf(package));

    /// <summary>The Pareto frontier: the packages that cannot be improved for one side without being worse for the other.</summary>
    /// <returns>From the best for us to the best for them, one by one as they are asked for; of packages of equal value to both,
    /// one.</returns>
    public IEnumerable<PackageValue> Frontier() => FrontierPairs().Select(pair => Made(pair));

    /// <summary>The Nash point: the package that maximises the weighted product of both sides' gains over their alternatives.</summary>
    /// <param name="ourWeight">Our bargaining power; above 0.</param>
    /// <param name="theirWeight">Theirs; above 0. Only the ratio of the two counts.</param>
    /// <returns>A package of the frontier that is no worse than the alternative for either side; of several with the same product the one
    /// that is best for us. Null if there is none: then both do better without an agreement.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not above 0 and finite.</exception>
    public PackageValue? NashPoint(double ourWeight = 1, double theirWeight = 1)
    {
        Guard.FinitePositive(ourWeight);
        Guard.FinitePositive(theirWeight);
        var best = ((Pair Pair, (double, double, double) Value)?)null;
        for (var i = 0; i < _left.Worths.Length; i++)
        {
            // Each pair costs a product only; the frontier, which must be in order, costs more where hardly anything dominates.
            var left = _left.Worths[i];
            for (var j = First(_right.Worths, right => left.Theirs + right.Theirs >= _alternatives.Theirs); j < _right.Worths.Length; j++)
            {
                var (gain, theirGain) = left + _right.Worths[j] - _alternatives;
                if (gain < 0)
                    break;
                var value = NashBargaining.Value(gain, theirGain, ourWeight, theirWeight);
                if (best is not { } known || value.CompareTo(known.Value) > 0)
                    best = (PairOf(i, j), value);
            }
        }

        return best is { } found ? Made(found.Pair) : null;
    }

    /// <summary>Judges a proposal: its values, whether it can be accepted, and what is better.</summary>
    /// <param name="proposal">A value for each issue; it need not be one of the options.</param>
    /// <returns>The judgement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="proposal"/> is null.</exception>
    /// <exception cref="ArgumentException">As for <see cref="ValueOf"/>.</exception>
    public PackageJudgement Judge(Package proposal)
    {
        var worth = WorthOf(proposal);
        Pair? forUs = null, forThem = null;
        for (var i = 0; i < _left.Worths.Length; i++)
        {
            // The right half rises in their value and falls in ours: the first that is enough for them is the best for us, and the other
            // way round.
            var left = _left.Worths[i];
            var first = First(_right.Worths, right => left.Theirs + right.Theirs >= worth.Theirs);
            if (first < _right.Worths.Length)
                forUs = Better(forUs, PairOf(i, first), pair => (pair.Worth.Ours, pair.Worth.Theirs));
            var last = First(_right.Worths, right => left.Ours + right.Ours < worth.Ours) - 1;
            if (last >= 0)
                forThem = Better(forThem, PairOf(i, last), pair => (pair.Worth.Theirs, pair.Worth.Ours));
        }

        return new(
            Valued(proposal, worth),
            worth.Ours >= _alternatives.Ours,
            worth.Theirs >= _alternatives.Theirs,
            forUs is { } ours && ours.Worth.Ours > worth.Ours ? Made(ours) : null,
            forThem is { } theirs && theirs.Worth.Theirs > worth.Theirs ? Made(theirs) : null);
    }

    private static Pair Better(Pair? known, Pair found, Func<Pair, (long, long)> value) =>
        known is not { } pair || value(found).CompareTo(value(pair)) > 0 ? found : pair;

    // The index of the first one that meets the condition; every later one meets it, and no earlier one does.
    private static int First(Worth[] worths, Func<Worth, bool> meets)
    {
        var (low, high) = (0, worths.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (meets(worths[middle]))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    // All pairs by falling value for us, then for them, each row of the left half a sorted list of its own; a row skips what is already
    // dominated.
    private IEnumerable<Pair> FrontierPairs()
    {
        var next = new PriorityQueue<Pair, (long, long, int)>();
        for (var i = 0; i < _left.Worths.Length; i++)
            Enqueue(PairOf(i, 0));
        var reached = long.MinValue;
        while (next.TryDequeue(out var pair, out _))
        {
            var isNew = pair.Worth.Theirs > reached;
            if (isNew)
                reached = pair.Worth.Theirs;
            var left = _left.Worths[pair.Left];
            var following = First(_right.Worths, right => left.Theirs + right.Theirs > reached);
            if (following < _right.Worths.Length)
                Enqueue(PairOf(pair.Left, following));
            if (isNew)
                yield return pair;
        }

        void Enqueue(Pair pair) => next.Enqueue(pair, (-pair.Worth.Ours, -pair.Worth.Theirs, pair.Left));
    }

    private Pair PairOf(int left, int right) => new(left, right, _left.Worths[left] + _right.Worths[right]);

    private PackageValue Made(Pair pair)
    {
        int[] options = [.. _left.Options(pair.Left), .. _right.Options(pair.Right)];
        return Valued(new(_issues.Select((issue, i) => (issue.Key, issue.Options[options[i]])).ToArray()), pair.Worth);
    }

    private static PackageValue Valued(Package package, Worth worth) =>
        new(package, worth.Ours / ScoreRounding.PerUnit, worth.Theirs / ScoreRounding.PerUnit);

    private Worth WorthOf(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var faults = _issues.Where(issue => !package.Values.ContainsKey(issue.Key)).Select(issue => $"{issue.Key} is open")
            .Concat(package.Values.Keys.Where(key => !Array.Exists(_issues, issue => issue.Key == key))
                .Select(key => $"{key} is not an issue"))
            .Concat(_issues.Where(issue => package.Values.ContainsKey(issue.Key))
                .SelectMany(issue => Unknown(issue, package.Values[issue.Key]).Select(fault => $"{issue.Key} is {fault}")))
            .ToArray();
        if (faults.Length > 0)
        {
            throw new ArgumentException(
                $"package is '{package}': {string.Join("; ", faults)}. "
                + $"It must have a value for each of {string.Join(", ", _issues.Select(issue => issue.Key))}.",
                nameof(package));
        }

        return _issues.Aggregate(new Worth(0, 0), (sum, issue) => sum + WorthOf(issue, package.Values[issue.Key]));
    }

    private Worth WorthOf(PackageIssue issue, decimal value) => new(
        Millionths(issue.OurWeight / _ourWeights * issue.OurScale.Points((double)value)),
        Millionths(issue.TheirWeight / _theirWeights * issue.TheirScale.Points((double)value)));

    private static long Millionths(double points) => (long)Math.Floor((points * ScoreRounding.PerUnit) + 0.5);

    private static IEnumerable<string> Unknown(PackageIssue issue, decimal value) => new[] { issue.OurScale, issue.TheirScale }
        .Where(scale => !scale.TryPoints((double)value, out var points) || double.IsNaN(points))
        .Select(scale => scale.Kind == ScaleKind.Levels ? scale.NotALevel((double)value) : Invariant($"{value}; it has no points"))
        .Take(1);

    private static List<ModelFault> FaultsOf(IReadOnlyList<PackageIssue> issues)
    {
        var faults = new List<ModelFault>();
        if (issues.Count == 0)
            faults.Add(new("issues", "it is empty; give at least one"));
        for (var i = 0; i < issues.Count; i++)
        {
            if (issues[i] is not { } issue)
                faults.Add(new(Invariant($"issues[{i}]"), "it is null; it must be an issue"));
            else if (string.IsNullOrWhiteSpace(issue.Key))
                faults.Add(new(Invariant($"issues[{i}].key"), "it is blank"));
            else if (issues.Take(i).Any(each => each?.Key == issue.Key))
                faults.Add(new($"issues[\"{issue.Key}\"]", "it is duplicated"));
            else
                faults.AddRange(FaultsOf(issue));
        }

        CheckSum("ourWeight", issue => issue.OurWeight);
        CheckSum("theirWeight", issue => issue.TheirWeight);
        return faults;

        void CheckSum(string name, Func<PackageIssue, double> weight)
        {
            if (faults.Count == 0 && issues.Sum(weight) is not (> 0 and <= double.MaxValue))
                faults.Add(new($"issues.{name}", Invariant($"they sum to {issues.Sum(weight)}; the sum must be above 0 and finite")));
        }
    }

    private static IEnumerable<ModelFault> FaultsOf(PackageIssue issue)
    {
        var path = $"issues[\"{issue.Key}\"]";
        if (issue.Label is null)
            yield return new($"{path}.label", "it is null");
        if (issue.OurScale is null)
            yield return new($"{path}.ourScale", "it is null");
        if (issue.TheirScale is null)
            yield return new($"{path}.theirScale", "it is null");
        if (issue.OurWeight is not (>= 0 and <= double.MaxValue))
            yield return new($"{path}.ourWeight", Invariant($"{issue.OurWeight} is not a finite number of at least 0"));
        if (issue.TheirWeight is not (>= 0 and <= double.MaxValue))
            yield return new($"{path}.theirWeight", Invariant($"{issue.TheirWeight} is not a finite number of at least 0"));
        if (issue.Options.Count == 0)
            yield return new($"{path}.options", "it is empty; give at least one");
        foreach (var duplicate in issue.Options.GroupBy(option => option).Where(group => group.Count() > 1))
            yield return new($"{path}.options", Invariant($"{duplicate.Key} is duplicated"));
        if (issue.OurScale is null || issue.TheirScale is null)
            yield break;
        foreach (var fault in issue.Options.SelectMany(option => Unknown(issue, option)))
            yield return new($"{path}.options", fault);
    }

    private readonly record struct Pair(int Left, int Right, Worth Worth);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>What each side has without an agreement.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"without an agreement {OurAlternative} for us, {TheirAlternative} for them");
}
