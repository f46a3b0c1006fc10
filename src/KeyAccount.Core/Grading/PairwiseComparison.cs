using static System.FormattableString;

namespace KeyAccount.Core.Grading;

/// <summary>Weights from judgements of pairs: the analytic hierarchy process (AHP).</summary>
/// <remarks>
/// <para>The weights are the principal eigenvector of the matrix of judgements, normalised to a sum of 1. CI = (λmax − n)/(n − 1);
/// CR = CI/RI, 0 for n ≤ 2; judgements are accepted up to CR = 0.10. Source: L Saaty 1980.</para>
/// <para>Immutable and safe to share between threads; compared by reference.</para>
/// </remarks>
public sealed class PairwiseComparison
{
    /// <summary>The highest consistency ratio that is accepted: 0.10. Source: L Saaty 1980.</summary>
    public const double AcceptedRatio = 0.10;

    // A random index is published up to this number of criteria.
    private const int MostCriteria = 10;

    private const double LargestJudgement = 9;

    // Judgements typed with fewer digits than 1/3 has are still reciprocal to this.
    private const double ReciprocalTolerance = 1e-6;

    // RI for n = 0 … 10: L Saaty 1980. The mean CI of random matrices.
    private static readonly double[] RandomIndices = [0, 0, 0, .58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

    private readonly Dictionary<string, double> _weights;

    private PairwiseComparison(IReadOnlyList<string> criteria, double[,] judgements)
    {
        var n = criteria.Count;
        var weights = Eigenvector(judgements);
        Criteria = [.. criteria];
        Weights = weights;
        _weights = criteria.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        LambdaMax = Enumerable.Range(0, n).Average(i => Row(judgements, i, weights) / weights[i]);

        // λmax of a reciprocal matrix is never below n; rounding may put it there.
        ConsistencyIndex = n <= 1 ? 0 : Math.Max(0, (LambdaMax - n) / (n - 1));
        ConsistencyRatio = n <= 2 ? 0 : ConsistencyIndex / RandomIndices[n];
        MostInconsistent = (
            from i in Enumerable.Range(0, n)
            from j in Enumerable.Range(i + 1, n - i - 1)
            let judgement = new PairwiseJudgement(criteria[i], criteria[j], judgements[i, j], weights[i] / weights[j])
            let distance = Math.Abs(Math.Log(judgement.Given / judgement.Implied))
            where distance > ReciprocalTolerance
            orderby distance descending
            select judgement).FirstOrDefault();
    }

    /// <summary>The criteria, in the order of the judgements.</summary>
    public IReadOnlyList<string> Criteria { get; }

    /// <summary>The weights in the same order; positive, sum 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>The principal eigenvalue; the number of criteria where the judgements are wholly consistent, else more.</summary>
    public double LambdaMax { get; }

    /// <summary>CI = (λmax − n)/(n − 1); 0 where the judgements are wholly consistent.</summary>
    public double ConsistencyIndex { get; }

    /// <summary>CR = CI/RI: the inconsistency beside that of random judgements; 0 for one or two criteria.</summary>
    public double ConsistencyRatio { get; }

    /// <summary>Whether the ratio is at most <see cref="AcceptedRatio"/>.</summary>
    public bool IsConsistent => ConsistencyRatio <= AcceptedRatio;

    /// <summary>The judgement that is furthest from what all together imply, and so the first to think over; null where all
    /// agree.</summary>
    public PairwiseJudgement? MostInconsistent { get; }

    /// <summary>The weight of a criterion: what a scorecard takes.</summary>
    /// <param name="criterion">One of the criteria.</param>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">It is not one of the criteria.</exception>
    public double this[string criterion] => _weights.TryGetValue(criterion, out var weight)
        ? weight
        : throw new KeyNotFoundException($"'{criterion}' is not compared; compared are {string.Join(", ", Criteria)}.");

    /// <summary>Weights from a whole matrix of judgements.</summary>
    /// <param name="criteria">The criteria: 1 … 10, all different.</param>
    /// <param name="judgements">How many times as important the criterion of the row is as that of the column: 1/9 … 9, 1 on the diagonal,
    /// reciprocal.</param>
    /// <returns>The weights with their consistency.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidModelException">The judgements are not a valid comparison; it names every fault by its pair.</exception>
    public static PairwiseComparison Of(IReadOnlyList<string> criteria, double[,] judgements)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(judgements);
        var n = criteria.Count;
        var faults = FaultsOf(criteria);
        var isSquare = judgements.GetLength(0) == n && judgements.GetLength(1) == n;
        if (!isSquare)
        {
            faults.Add(new(
                "judgements", Invariant($"it is {judgements.GetLength(0)} × {judgements.GetLength(1)}; {n} criteria need {n} × {n}")));
        }

        for (var i = 0; isSquare && i < n; i++)
        {
            for (var j = i; j < n; j++)
                Check(i, j);
        }

        return faults.Count > 0
            ? throw new InvalidModelException("pairwiseComparison", faults)
            : new(criteria, (double[,])judgements.Clone());

        void Check(int i, int j)
        {
            var (here, there) = (judgements[i, j], judgements[j, i]);
            if (i == j && here != 1)
                faults.Add(new(Pair(i, j), Invariant($"{here} is not 1, and a criterion is as important as itself")));
            foreach (var (row, column, value) in i == j ? [] : ((int, int, double)[])[(i, j, here), (j, i, there)])
            {
                if (!InRange(value))
                    faults.Add(new(Pair(row, column), Invariant($"{value} is not between 1/9 and 9")));
            }

            if (i != j && InRange(here) && InRange(there) && Math.Abs((here * there) - 1) > ReciprocalTolerance)
                faults.Add(new(Pair(j, i), Invariant($"{there} is not 1/{here}, the reciprocal of {criteria[i]} / {criteria[j]}")));
        }

        string Pair(int i, int j) => $"judgements[\"{criteria[i]}\", \"{criteria[j]}\"]";
    }

    /// <summary>Weights from the judgements above the diagonal; the others are their reciprocals.</summary>
    /// <param name="criteria">The criteria: 1 … 10, all different.</param>
    /// <param name="upper">The judgements row by row: first with second, first with third, …, second with third, …; each 1/9 … 9.</param>
    /// <returns>The weights with their consistency.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are not n(n − 1)/2 judgements.</exception>
    /// <exception cref="InvalidModelException">The judgements are not a valid comparison; it names every fault by its pair.</exception>
    public static PairwiseComparison OfUpper(IReadOnlyList<string> criteria, params double[] upper)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(upper);
        var n = criteria.Count;
        if (upper.Length != n * (n - 1) / 2)
        {
            throw new ArgumentException(
                Invariant($"upper has {upper.Length} judgements; {n} criteria need {n * (n - 1) / 2}."), nameof(upper));
        }

        var judgements = new double[n, n];
        var next = 0;
        for (var i = 0; i < n; i++)
        {
            judgements[i, i] = 1;
            for (var j = i + 1; j < n; j++)
            {
                judgements[i, j] = upper[next++];
                judgements[j, i] = 1 / judgements[i, j];
            }
        }

        return Of(criteria, judgements);
    }

    // 1/9 as anybody types it may be a little below 1/9.
    private static bool InRange(double judgement) =>
        judgement is >= (1 - ReciprocalTolerance) / LargestJudgement and <= (1 + ReciprocalTolerance) * LargestJudgement;

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
}
