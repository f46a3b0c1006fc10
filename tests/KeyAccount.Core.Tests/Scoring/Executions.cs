using System.Globalization;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>A scorecard in all its ways at once: what one of them says, all must say, bit for bit.</summary>
internal sealed class Executions<TFacts, TBand>
    where TBand : class
{
    private const int Often = 20_000;

    private readonly Scorecard<TFacts, TBand> _scorecard;
    private readonly (string Name, Func<TFacts, double> Score)[] _one;
    private readonly (TBand Band, Func<TFacts, bool> Holds)[] _inBand;

    public Executions(Scorecard<TFacts, TBand> scorecard)
    {
        _scorecard = scorecard;
        var expression = scorecard.ToExpression();
        var compiled = expression.Compile();
        var interpreted = expression.Compile(preferInterpretation: true);
        _one =
        [
            ("Score", scorecard.Score),
            ("the compiled ToExpression", facts => compiled(facts) ?? double.NaN),
            ("the interpreted ToExpression", facts => interpreted(facts) ?? double.NaN),
        ];
        _inBand = [.. scorecard.Bands.InOrder.Select(each => (each.Band, scorecard.InBand(each.Band).Compile()))];
    }

    public Assessment<TBand> Of(TFacts facts) => All([facts])[0];

    /// <summary>The assessments, after everything else was found to say the same.</summary>
    public Assessment<TBand>[] All(TFacts[] facts)
    {
        var assessments = Array.ConvertAll(facts, _scorecard.Assess);
        var disagreements = assessments.SelectMany((assessment, i) => Disagreements(facts[i], assessment))
            .Concat(OfMany(facts, assessments)).ToList();
        disagreements.Should().BeEmpty();

        // Whatever is asked often enough is compiled into functions of its own.
        if (facts.Length > 1)
        {
            _scorecard.ScoreAll(Enumerable.Repeat(facts[0], Often).ToArray(), new double[Often]);
            for (var i = 0; i < Often; i++)
                _scorecard.BandOf(facts[0]);
            assessments.SelectMany((assessment, i) => Disagreements(facts[i], assessment)).Should().BeEmpty();
        }

        return assessments;
    }

    /// <summary>The columns that hold what was assessed.</summary>
    public static Dictionary<string, ReadOnlyMemory<double>> Columns(
        Scorecard<TFacts, TBand> scorecard, IReadOnlyList<Assessment<TBand>> assessments)
    {
        var columns = new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal);
        for (var i = 0; i < scorecard.Criteria.Count; i++)
            columns.Add(scorecard.Criteria[i].Key, assessments.Select(each => each.Contributions[i].Raw ?? double.NaN).ToArray());
        for (var i = 0; i < scorecard.Caps.Count; i++)
            columns.Add(
                scorecard.Caps[i].Key, assessments.Select(each => each.Caps[i].Holds switch { null => double.NaN, true => 1, false => 0.0 })
                    .ToArray());
        return columns;
    }

    private static string? Differs(string execution, double score, Assessment<TBand> assessment)
    {
        var expected = assessment.Score ?? double.NaN;
        return BitConverter.DoubleToInt64Bits(score) == BitConverter.DoubleToInt64Bits(expected)
            || (double.IsNaN(score) && double.IsNaN(expected))
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{execution} says {score:R}, Assess {expected:R}: {assessment}");
    }

    private IEnumerable<string> Disagreements(TFacts facts, Assessment<TBand> assessment)
    {
        foreach (var (name, score) in _one)
        {
            if (Differs(name, score(facts), assessment) is { } difference)
                yield return difference;
        }

        if (!Equals(_scorecard.BandOf(facts), assessment.Band))
            yield return $"BandOf says {_scorecard.BandOf(facts)}: {assessment}";
        foreach (var (band, holds) in _inBand)
        {
            if (holds(facts) != band.Equals(assessment.Band))
                yield return $"InBand({band}) says {holds(facts)}: {assessment}";
        }
    }

    private IEnumerable<string> OfMany(TFacts[] facts, Assessment<TBand>[] assessments)
    {
        var all = new double[facts.Length];
        var rows = new double[facts.Length];
        var withoutBands = new double[facts.Length];
        var bands = new int[facts.Length];
        var columns = Columns(_scorecard, assessments);
        _scorecard.ScoreAll(facts, all);
        _scorecard.ScoreColumns(columns, rows, bands);
        _scorecard.ScoreColumns(columns, withoutBands);
        for (var i = 0; i < facts.Length; i++)
        {
            foreach (var (name, scores) in new[] { ("ScoreAll", all), ("ScoreColumns", rows),
                ("ScoreColumns without bands", withoutBands) })
            {
                if (Differs(name, scores[i], assessments[i]) is { } difference)
                    yield return difference;
            }

            var band = bands[i] < 0 ? null : _scorecard.Bands.InOrder[bands[i]].Band;
            if (!Equals(band, assessments[i].Band))
                yield return $"the band of columns is {band}: {assessments[i]}";
        }
    }
}

internal static class Executions
{
    /// <summary>The assessment of facts, after every other execution was found to say the same.</summary>
    public static Assessment<TBand> Everywhere<TFacts, TBand>(this Scorecard<TFacts, TBand> scorecard, TFacts facts)
        where TBand : class => new Executions<TFacts, TBand>(scorecard).Of(facts);
}
