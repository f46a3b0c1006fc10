using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>Compares what an engine says with what memory says.</summary>
internal static class Comparison
{
    // A grain of the score, and what a double can miss it by.
    private const double Grain = 1.000001e-6;

    public static async Task MustAgreeAsync<TFacts, TBand>(
        Engine engine, Scorecard<TFacts, TBand> model, IReadOnlyList<TFacts> facts, SqlSource source, SqlValues values = SqlValues.Literals)
        where TFacts : class
        where TBand : class
    {
        var sql = SqlScorecard.Of(model, source, engine.Dialect);
        var statement = sql.Scores(values);
        var rows = await engine.QueryAsync(statement);
        rows.Should().HaveCount(facts.Count);
        var (scores, bands) = InMemory(model, facts);
        foreach (var row in rows)
        {
            var i = (int)Convert.ToInt64(row[0], System.Globalization.CultureInfo.InvariantCulture);
            var score = row[1] is null ? double.NaN : Convert.ToDouble(row[1], System.Globalization.CultureInfo.InvariantCulture);
            var isAtCut = model.Bands.InOrder.Any(band => Math.Abs(band.From - scores[i]) <= Grain);
            if (double.IsNaN(score) != double.IsNaN(scores[i]) || Math.Abs(score - scores[i]) > Grain
                || ((string?)row[2] != (bands[i] < 0 ? null : SqlResult.NameOf(model.Bands.InOrder[bands[i]].Band)) && !isAtCut))
            {
                Assert.Fail($"{engine.Dialect}: {model.Id} {model.MissingData}: the engine says {score} {row[2]}, and memory {scores[i]} {bands[i]}, "
                    + $"of {facts[i]}\n{statement.Text}");
            }
        }

        var counted = (await engine.QueryAsync(sql.CountByBand(values))).ToDictionary(row => (string?)row[0] ?? "", row => Convert.ToInt64(row[1], System.Globalization.CultureInfo.InvariantCulture));
        counted.Should().BeEquivalentTo(rows.GroupBy(row => (string?)row[2] ?? "").ToDictionary(group => group.Key, group => group.LongCount()));
    }

    // As columns; what columns refuse because a measure is infinite is not known in a database.
    private static (double[] Scores, int[] Bands) InMemory<TFacts, TBand>(Scorecard<TFacts, TBand> model, IReadOnlyList<TFacts> facts)
        where TBand : class
    {
        var (scores, bands) = (new double[facts.Count], new int[facts.Count]);
        Func<TFacts, double?>? stored = null;
        var caps = model.Caps.Select(cap => (Holds: cap.ToExpression().Compile(), Place: model.Bands.InOrder.TakeWhile(band => band.Band != cap.HighestBand).Count())).ToList();
        for (var i = 0; i < facts.Count; i++)
        {
            try
            {
                model.ScoreColumns(model.ColumnsOf([facts[i]]), scores.AsSpan(i, 1), bands.AsSpan(i, 1));
            }
            catch (ArgumentException)
            {
                stored ??= model.ToExpression().Compile();
                scores[i] = stored(facts[i]) ?? double.NaN;
                bands[i] = double.IsNaN(scores[i]) ? -1
                    : caps.Where(cap => cap.Holds(facts[i])).Select(cap => cap.Place).Append(model.Bands.InOrder.Count(band => band.From <= scores[i]) - 1).Min();
            }
        }

        return (scores, bands);
    }
}
