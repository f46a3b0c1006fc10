using KeyAccount.Core.Estimation;
using NodaTime;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Accounts as they were scored on four days, and what became of them: as the scores foretell, with much chance.</summary>
public sealed class ScoredPast
{
    private const int Days = 4;

    private readonly IReadOnlyDictionary<string, ReadOnlyMemory<double>> _columns;
    private readonly bool[] _events;
    private readonly LocalDate[] _scoredOn;

    public ScoredPast(int rows)
    {
        _columns = NineCriteria.Columns(rows);
        var scores = new double[rows];
        NineCriteria.Model.ScoreColumns(_columns, scores);
        var random = new Random(rows);
        _events = Array.ConvertAll(scores, score => random.NextDouble() < 1 / (1 + Math.Exp((50 - score) / 10)));
        _scoredOn = [.. Enumerable.Range(0, rows).Select(row => new LocalDate(2024, 1, 31).PlusMonths(6 * (int)((long)row * Days / rows)))];
    }

    /// <summary>Scores without ties to speak of, and events that follow them.</summary>
    public static (double[] Scores, bool[] Events) Scores(int rows)
    {
        var random = new Random(rows);
        var scores = new double[rows];
        var events = new bool[rows];
        for (var i = 0; i < rows; i++)
        {
            scores[i] = Math.Round(100 * random.NextDouble(), 6);
            events[i] = 100 * random.NextDouble() < scores[i];
        }

        return (scores, events);
    }

    public WeightFit Fit() => ScorecardWeights.Fit(NineCriteria.Model, _columns, _events, _scoredOn);
}
