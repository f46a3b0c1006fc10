using static System.FormattableString;

namespace KeyAccount.Core.Grading;

/// <summary>Weights from judgements of pairs: the analytic hierarchy process (AHP).</summary>
/// <remarks>
/// <para>The weights are the principal eigenvector of the matrix of judgements, normalised to a sum of 1. CI = (λmax − n)/(n − 1);
/// CR = CI/RI, 0 for n ≤ 2; judgements are accepted up to CR = 0.10. Source: Saaty 1980.</para>
/// <para>A reciprocal may be typed with as many digits as one likes, at least two: 0.33 and 0.333 are 1/3. Several judges are put together
/// by the geometric mean of their judgements, which alone keeps them reciprocal (Aczél &amp; Saaty 1983, Journal of Mathematical
/// Psychology 27(1):93). Pairs that nobody has judged are left open: the eigenvector is that of the matrix with 0 in their place and 1 +
/// the number of open pairs of its row on the diagonal (Harker 1987, Mathematical Modelling 9(11):837), and the random index falls with
/// each of them to RI·(1 − 2m/((n − 1)(n − 2))) for m open pairs (L Ágoston &amp; Csató 2022, Omega 108:102576).</para>
/// <para>Immutable and safe to share between threads; compared by reference.</para>
/// </remarks>
/// <example>
/// <code>
/// var weights = PairwiseComparison.OfUpper(["value", "relationship", "growth"], 3, 3, 2);
/// Console.WriteLine($"{weights["value"]:F3}, consistency ratio {weights.ConsistencyRatio:F3}");
/// </code>
/// </example>
public sealed class PairwiseComparison
{
    /// <summary>The highest consistency ratio that is accepted: 0.10. Source: Saaty 1980.</summary>
    public const double AcceptedRatio = 0.10;

    // A random index is published up to this number of criteria.
    private const int MostCriteria = 15;

    private const double LargestJudgement = 9;

    private const double ReciprocalTolerance = 1e-6;

    // RI for n = 0 … 15: Saaty 1980. The mean CI of random matrices.
    private static readonly double[] RandomIndices =
        [0, 0, 0, .58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];


    private readonly Dictionary<string, double> _weights;

    // NaN where a pair is open.
    private PairwiseComparison(IReadOnlyList<string> criteria, double[,] judgements)
    {
        var n = criteria.Count;
        var completed = Completed(judgements);
        var weights = Eigenvector(completed);
        Criteria = [.. criteria];
        Weights = weights;
        _weights = criteria.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        LambdaMax = Enumerable.Range(0, n).Average(i => Row(completed, i, weights) / weights[i]);
        var pairs = (
            from i in Enumerable.Range(0, n)
            from j in Enumerable.Range(i + 1, n - i - 1)
            select new PairwiseJudgement(criteria[i], criteria[j], judgements[i, j], weights[i] / weights[j])).ToArray();
        Open = [.. pairs.Where(pair => double.IsNaN(pair.Given)).Select(pair => (pair.First, pair.Second))];

        // λmax of a reciprocal matrix is never below n; rounding may put it there. With as few judgements as connect the criteria there is
        // nothing to contradict.
        ConsistencyIndex = n <= 1 ? 0 : Math.Max(0, (LambdaMax - n) / (n - 1));
        var randomIndex = n <= 2 ? 0 : RandomIndices[n] * (1 - (2.0 * Open.Count / ((n - 1) * (n - 2))));
        ConsistencyRatio = randomIndex > ReciprocalTolerance ? ConsistencyIndex / randomIndex : 0;
        MostInconsistent = (
            from judgement in pairs
            let distance = Math.Abs(Math.Log(judgement.Given / judgement.Implied))
            where distance > ReciprocalTolerance
            orderby distance descending
            select judgement).FirstOrDefault();
    }

    /// <summary>The criteria, in the order of the judgements.</summary>
    public IReadOnlyList<string> Criteria { get; }

    /// <summary>The weights in the same order; positive, sum 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>The principal eigenvalue: the number of criteria if the judgements are wholly consistent, otherwise more.</summary>
    public double LambdaMax { get; }

    /// <summary>The consistency index, CI = (λmax − n)/(n − 1); 0 if the judgements are wholly consistent.</summary>
    public double ConsistencyIndex { get; }

    /// <summary>The consistency ratio, CR = CI/RI: the inconsistency relative to that of random judgements; 0 for one or two
    /// criteria.</summary>
    public double ConsistencyRatio { get; }

    /// <summary>Whether the ratio is at most <see cref="AcceptedRatio"/>.</summary>
    public bool IsConsistent => ConsistencyRatio <= AcceptedRatio;

    /// <summary>The pairs that nobody has judged, in the order of the criteria; empty if all are judged.</summary>
    public IReadOnlyList<(string First, string Second)> Open { get; }

    /// <summary>The judgement that deviates most from what all judgements together imply, and should be reconsidered first; null if all
    /// agree.</summary>
    public PairwiseJudgement? MostInconsistent { get; }

    /// <summary>The weight of a criterion, as a scorecard takes it.</summary>
    /// <param name="criterion">One of the criteria.</param>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">The name is not one of the criteria.</exception>
    public double this[string criterion] => _weights.TryGetValue(criterion, out var weight)
        ? weight
        : throw new KeyNotFoundException($"'{criterion}' is not compared; compared are {string.Join(", ", Criteria)}.");

    /// <summary>Weights from a whole matrix of judgements.</summary>
    /// <param name="criteria">The criteria: 1 … 15, all different.</param>
    /// <param name="judgements">How many times as important the criterion of the row is as that of the column: 1/9 … 9, 1 on the diagonal,
    /// reciprocal; a reciprocal may be rounded or cut off after two digits or more.</param>
    /// <returns>The weights with their consistency.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidModelException">The judgements are not a valid comparison; it names every fault by its pair.</exception>
    public static PairwiseComparison Of(IReadOnlyList<string> criteria, double[,] judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        return OfJudges(criteria, [AsNullable(judgements)], _ => "judgements");
    }

    /// <summary>Weights from a matrix of judgements in which pairs are open.</summary>
    /// <param name="criteria">The criteria: 1 … 15, all different.</param>
    /// <param name="judgements">As for the whole matrix; null on both sides of the diagonal for a pair that nobody has judged.</param>
    /// <returns>The weights with their consistency and the open pairs.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidModelException">The judgements are not a valid comparison, or so many are open that the criteria fall apart;
    /// it names every fault by its pair.</exception>
    public static PairwiseComparison Of(IReadOnlyList<string> criteria, double?[,] judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        return OfJudges(criteria, [judgements], _ => "judgements");
    }

    /// <summary>Weights from the judgements of several judges: each pair gets the geometric mean of those who have judged it.</summary>
    /// <param name="criteria">The criteria: 1 … 15, all different.</param>
    /// <param name="judges">The matrix of each judge, at least one; as for one judge, with null for pairs that the judge has left
    /// open.</param>
    /// <returns>The weights with the consistency of the judges together.</returns>
    /// <exception cref="ArgumentNullException">An argument or a matrix is null.</exception>
    /// <exception cref="ArgumentException">There is no judge.</exception>
    /// <exception cref="InvalidModelException">A matrix is not a valid comparison, or the criteria fall apart; it names every fault by its
    /// judge and pair.</exception>
    public static PairwiseComparison OfJudges(IReadOnlyList<string> criteria, IReadOnlyList<double?[,]> judges)
    {
        ArgumentNullException.ThrowIfNull(judges);
        foreach (var judge in judges)
            ArgumentNullException.ThrowIfNull(judge, nameof(judges));
        if (judges.Count == 0)
            throw new ArgumentException("judges is empty; give the judgements of at least one.", nameof(judges));
        return OfJudges(criteria, judges, judge => Invariant($"judges[{judge}]"));
    }

    /// <summary>Weights from the judgements above the diagonal; the others are their reciprocals.</summary>
    /// <param name="criteria">The criteria: 1 … 15, all different.</param>
    /// <param name="upper">The judgements row by row: first with second, first with third, …, second with third, …; each 1/9 … 9. What is
    /// typed for the reciprocal of a whole number, such as 0.33, is that reciprocal.</param>
    /// <returns>The weights with their consistency.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are not n(n − 1)/2 judgements.</exception>
    /// <exception cref="InvalidModelException">The judgements are not a valid comparison; it names every fault by its pair.</exception>
    public static PairwiseComparison OfUpper(IReadOnlyList<string> criteria, params double[] upper)
    {
        ArgumentNullException.ThrowIfNull(upper);
        return OfUpper(criteria, [.. upper.Select(judgement => (double?)judgement)]);
    }

    /// <summary>Weights from the judgements above the diagonal, some of them open; the others are their reciprocals.</summary>
    /// <param name="criteria">The criteria: 1 … 15, all different.</param>
    /// <param name="upper">As where all are judged; null for a pair that nobody has judged.</param>
    /// <returns>The weights with their consistency and the open pairs.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are not n(n − 1)/2 judgements.</exception>
    /// <exception cref="InvalidModelException">The judgements are not a valid comparison, or so many are open that the criteria fall apart;
    /// it names every fault by its pair.</exception>
    public static PairwiseComparison OfUpper(IReadOnlyList<string> criteria, IReadOnlyList<double?> upper)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(upper);
        var n = criteria.Count;
        if (upper.Count != n * (n - 1) / 2)
        {
            throw new ArgumentException(
                Invariant($"upper has {upper.Count} judgements; {n} criteria need {n * (n - 1) / 2}."), nameof(upper));
        }

        var judgements = new double?[n, n];
        var next = 0;
        for (var i = 0; i < n; i++)
        {
            judgements[i, i] = 1;
            for (var j = i + 1; j < n; j++)
            {
                judgements[i, j] = upper[next++] is { } judgement ? Typed(judgement) : null;
                judgements[j, i] = 1 / judgements[i, j];
            }
        }

        return Of(criteria, judgements);
    }

    private static PairwiseComparison OfJudges(
        IReadOnlyList<string> criteria, IReadOnlyList<double?[,]> judges, Func<int, string> pathOf)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var n = criteria.Count;
        var faults = FaultsOf(criteria);
        var logarithms = new double[n, n];
        var counts = new int[n, n];
        for (var judge = 0; judge < judges.Count; judge++)
        {
            var (judgements, path) = (judges[judge], pathOf(judge));
            if (judgements.GetLength(0) != n || judgements.GetLength(1) != n)
            {
                faults.Add(new(
                    path, Invariant($"it is {judgements.GetLength(0)} × {judgements.GetLength(1)}; {n} criteria need {n} × {n}")));
                continue;
            }

            for (var i = 0; i < n; i++)
            {
                for (var j = i; j < n; j++)
                {
                    if (Checked(judgements, i, j, $"{path}[\"{criteria[i]}\", \"{criteria[j]}\"]",
                        $"{path}[\"{criteria[j]}\", \"{criteria[i]}\"]", criteria, faults) is not { } judgement)
                    {
                        continue;
                    }

                    logarithms[i, j] += Math.Log(judgement);
                    counts[i, j]++;
                }
            }
        }

        // A mean that nothing was averaged for must stay what was typed.
        var together = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            together[i, i] = 1;
            for (var j = i + 1; j < n; j++)
            {
                together[i, j] = counts[i, j] == 0 ? double.NaN
                    : counts[i, j] == 1 && judges.Count == 1 ? Reciprocals(judges[0][i, j]!.Value, judges[0][j, i]!.Value).Here
                    : Math.Exp(logarithms[i, j] / counts[i, j]);
                together[j, i] = 1 / together[i, j];
            }
        }

        if (faults.Count == 0 && Apart(together) is { } apart)
        {
            faults.Add(new(
                judges.Count == 1 ? "judgements" : "judges",
                $"no judgement connects {string.Join(", ", apart.Select(i => criteria[i]))} with the others; "
                + "compare one of them with one of those"));
        }

        return faults.Count > 0 ? throw new InvalidModelException("pairwiseComparison", faults) : new(criteria, together);
    }

    // The judgement of a pair as it is meant; null where it is open or wrong.
    private static double? Checked(
        double?[,] judgements, int i, int j, string path, string reverse, IReadOnlyList<string> criteria, List<ModelFault> faults)
    {
        var before = faults.Count;
        if (i == j)
        {
            if (judgements[i, i] is { } same && same != 1)
                faults.Add(new(path, Invariant($"{same} is not 1; a criterion is as important as itself")));
            return null;
        }

        if (judgements[i, j] is null && judgements[j, i] is null)
            return null;
        foreach (var (place, value) in ((string, double?)[])[(path, judgements[i, j]), (reverse, judgements[j, i])])
        {
            if (value is not { } given)
                faults.Add(new(place, "it is open, and its reciprocal is not; give both or neither"));
            else if (!InRange(given))
                faults.Add(new(place, Invariant($"{given} is not between 1/9 and 9")));
        }

        if (faults.Count > before)
            return null;
        var (here, there) = (judgements[i, j]!.Value, judgements[j, i]!.Value);
        if (AreReciprocal(here, there))
            return Reciprocals(here, there).Here;
        faults.Add(new(reverse, Invariant($"{there} is not 1/{here}, the reciprocal of {criteria[i]} / {criteria[j]}")));
        return null;
    }

    private static bool AreReciprocal(double here, double there) =>
        Math.Abs((here * there) - 1) <= ReciprocalTolerance || IsTyped(here, 1 / there) || IsTyped(there, 1 / here);

    // The side from 1 up is the one that was meant; the other one was typed with as many digits as somebody cared for.
    private static (double Here, double There) Reciprocals(double here, double there) =>
        here >= 1 ? (here, 1 / here) : there >= 1 ? (1 / there, there) : (here, 1 / here);

    // The reciprocal of a whole number, where that is what somebody has typed digits of.
    private static double Typed(double judgement)
    {
        for (var whole = 2; judgement < 1 && whole <= LargestJudgement; whole++)
        {
            if (IsTyped(judgement, 1.0 / whole))
                return 1.0 / whole;
        }

        return judgement;
    }

    // Whether a number is another one rounded, or cut off, after two significant digits or more.
    private static bool IsTyped(double typed, double exact)
    {
        if (typed is not (> 0.05 and < 10))
            return false;
        var (digits, value) = ((decimal)typed, (decimal)exact);
        var unit = new decimal(1, 0, 0, isNegative: false, digits.Scale);
        return digits >= 10 * unit
            && (Math.Round(value, digits.Scale, MidpointRounding.AwayFromZero) == digits || Math.Truncate(value / unit) * unit == digits);
    }

    // Some criteria that no judgement connects with the first one; null where all are connected.
    private static int[]? Apart(double[,] judgements)
    {
        var n = judgements.GetLength(0);
        var reached = new HashSet<int> { 0 };
        var next = new Queue<int>([0]);
        while (next.TryDequeue(out var i))
        {
            for (var j = 0; j < n; j++)
            {
                if (!double.IsNaN(judgements[i, j]) && reached.Add(j))
                    next.Enqueue(j);
            }
        }

        return reached.Count == n ? null : [.. Enumerable.Range(0, n).Where(i => !reached.Contains(i))];
    }

    // Harker's matrix: an open pair stands on the diagonal instead.
    private static double[,] Completed(double[,] judgements)
    {
        var n = judgements.GetLength(0);
        var completed = (double[,])judgements.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (!double.IsNaN(judgements[i, j]))
                    continue;
                completed[i, j] = 0;
                completed[i, i]++;
            }
        }

        return completed;
    }

    private static double?[,] AsNullable(double[,] judgements)
    {
        var nullable = new double?[judgements.GetLength(0), judgements.GetLength(1)];
        for (var i = 0; i < judgements.GetLength(0); i++)
        {
            for (var j = 0; j < judgements.GetLength(1); j++)
                nullable[i, j] = judgements[i, j];
        }

        return nullable;
    }

    // 1/9 as anybody types it may be a little below 1/9.
    private static bool InRange(double judgement) =>
        judgement is >= (1 - ReciprocalTolerance) / LargestJudgement and <= (1 + ReciprocalTolerance) * LargestJudgement
        || IsTyped(judgement, 1 / LargestJudgement);

    private static List<ModelFault> FaultsOf(IReadOnlyList<string> criteria)
    {
        var faults = new List<ModelFault>();
        if (criteria.Count is < 1 or > MostCriteria)
            faults.Add(new("criteria", Invariant($"there are {criteria.Count}; a comparison takes 1 to {MostCriteria}")));
        faults.AddRange(criteria.GroupBy(criterion => criterion, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => new ModelFault($"criteria[\"{group.Key}\"]", "it is duplicated")));
        return faults;
    }

    // Power iteration: the matrix is positive, so it converges to the one positive eigenvector (Perron).
    private static double[] Eigenvector(double[,] judgements)
    {
        var n = judgements.GetLength(0);
        var vector = Enumerable.Repeat(1.0 / n, n).ToArray();
        for (var round = 0; round < 10_000; round++)
        {
            var next = Enumerable.Range(0, n).Select(i => Row(judgements, i, vector)).ToArray();
            var sum = next.Sum();
            var change = 0.0;
            for (var i = 0; i < n; i++)
            {
                next[i] /= sum;
                change = Math.Max(change, Math.Abs(next[i] - vector[i]));
            }

            vector = next;
            if (change < 1e-16)
                break;
        }

        return vector;
    }

    private static double Row(double[,] judgements, int row, double[] vector)
    {
        var sum = 0.0;
        for (var j = 0; j < vector.Length; j++)
            sum += judgements[row, j] * vector[j];
        return sum;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Each criterion with its weight, and how consistent they are.</returns>
    public override string ToString() =>
        string.Join(", ", Criteria.Zip(Weights, (name, weight) => FormattableString.Invariant($"{name} {weight:0.###}")))
        + FormattableString.Invariant($"; ratio {ConsistencyRatio:0.###}");
}
