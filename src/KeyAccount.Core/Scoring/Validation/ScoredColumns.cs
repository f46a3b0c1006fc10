namespace KeyAccount.Core.Scoring.Validation;

/// <summary>Scored columns of accounts: raw values, points, and the score of each account.</summary>
internal sealed class ScoredColumns<TFacts, TBand>
    where TBand : class
{
    private readonly ScoreArithmetic _arithmetic;

    public ScoredColumns(Scorecard<TFacts, TBand> scorecard, IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, string name)
    {
        ArgumentNullException.ThrowIfNull(columns, name);
        var count = columns.TryGetValue(scorecard.Criteria[0].Key, out var first) ? first.Length : 0;
        _arithmetic = scorecard.Arithmetic;
        Scores = new double[count];

        // It names what is missing, infinite or no level.
        scorecard.ScoreColumns(columns, Scores);
        if (count == 0)
            throw new ArgumentException($"{name} has no accounts; it must have one.", name);
        Raw = [.. scorecard.Criteria.Select(criterion => columns[criterion.Key])];
        Points = [.. scorecard.Criteria.Select(criterion => PointsOf(criterion, columns[criterion.Key].Span))];
    }

    /// <summary>The score of each account; NaN for an unrated one.</summary>
    public double[] Scores { get; }

    /// <summary>The raw values of each criterion.</summary>
    public ReadOnlyMemory<double>[] Raw { get; }

    /// <summary>The points of each criterion; NaN if it is not known.</summary>
    public double[][] Points { get; }

    /// <summary>The mean contribution of each criterion to the score of a rated account, and the known share of the weight over all
    /// accounts.</summary>
    public (double[] Adds, double Coverage) Means()
    {
        var (adds, points, parts) = (new double[Points.Length], new double[Points.Length], new double[Points.Length]);
        double known = 0, rated = 0;
        for (var row = 0; row < Scores.Length; row++)
        {
            for (var i = 0; i < points.Length; i++)
                points[i] = Points[i][row];
            known += _arithmetic.Explain(points, parts).Known;
            if (double.IsNaN(Scores[row]))
                continue;
            rated++;
            for (var i = 0; i < parts.Length; i++)
                adds[i] += parts[i];
        }

        return (Array.ConvertAll(adds, sum => sum / rated), Math.Min(1, known / Scores.Length));
    }

    private static double[] PointsOf(Criterion<TFacts> criterion, ReadOnlySpan<double> raw)
    {
        var points = new double[raw.Length];
        for (var row = 0; row < points.Length; row++)
        {
            if (double.IsNaN(raw[row]) || !criterion.Range.Holds(raw[row]) || !criterion.Scale.TryPoints(raw[row], out points[row]))
                points[row] = double.NaN;
        }

        return points;
    }
}
