using System.Globalization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>Finds ways to bring an account into a band: for each criterion alone, the smallest change that is enough.</summary>
internal sealed class ScorePaths<TFacts, TBand>(Scorecard<TFacts, TBand> scorecard, ScoreArithmetic arithmetic)
    where TBand : class
{
    private static readonly TextTable Texts = TextTable.Library;

    public IReadOnlyList<Improvement> To(Assessment<TBand> now, TBand band) => To(now, band, _ => true);

    /// <summary>Only what to learn first.</summary>
    public IEnumerable<Improvement> ToLearn(Assessment<TBand> now, TBand band) =>
        To(now, band, part => part.Raw is null).Where(path => path.Kind == ImprovementKind.LearnFirst);

    private IReadOnlyList<Improvement> To(Assessment<TBand> now, TBand band, Func<Contribution, bool> isAsked)
    {
        var index = scorecard.Bands.IndexOf(band);
        if (now.Band is { } reached && scorecard.Bands.IndexOf(reached) >= index)
            return [];

        var cap = scorecard.Caps.Zip(now.Caps)
            .Where(pair => pair.Second.Holds == true && scorecard.Bands.IndexOf(pair.First.HighestBand) < index)
            .Select(pair => pair.First)
            .FirstOrDefault();
        var cut = scorecard.Bands.InOrder[index].From;
        var points = now.Contributions.Select(part => part.IsKnown ? part.Points!.Value : double.NaN).ToArray();
        return
        [
            .. scorecard.Criteria
                .Select((criterion, i) => (Criterion: criterion, Index: i))
                .Where(each => each.Criterion.Control != Controllability.Given && isAsked(now.Contributions[each.Index]))
                .Select(each => Path(each.Criterion, each.Index, now.Contributions[each.Index].Raw, points, cut, cap, band))
                .OrderBy(path => path.Kind)
                .ThenBy(path => Effort(path)),
        ];
    }

    // For a person: the exact value stands in the improvement.
    private static string Rounded(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    // Changes of different units are compared as shares of the whole scale.
    private double Effort(Improvement path)
    {
        var scale = scorecard.Criteria.First(criterion => criterion.Key == path.Key).Scale;
        var width = scale.Knots[^1].Raw - scale.Knots[0].Raw;
        return Math.Abs(path.Change ?? 0) / (width == 0 ? 1 : width);
    }

    private Improvement Path(
        Criterion<TFacts> criterion, int index, double? raw, double[] points, double cut, Cap<TFacts, TBand>? cap, TBand band)
    {
        var needed = NeededPoints(criterion, index, points, cut);
        var to = needed is null || raw is null ? null
            : points[index] >= needed ? raw
            : ScaleReach.Nearest(criterion.Scale, raw.Value, needed.Value, criterion.Step);
        if (cap is not null)
            return Of(ImprovementKind.CapInTheWay, "Scoring.Improvement.CapInTheWay", criterion.Label, cap.Label, cap.HighestBand);
        if (needed is null || (raw is not null && to is null))
            return Of(ImprovementKind.NotByThisAlone, "Scoring.Improvement.NotByThisAlone", criterion.Label, band);
        return raw is null
            ? Of(ImprovementKind.LearnFirst, "Scoring.Improvement.LearnFirst", criterion.Label, band, Rounded(needed.Value))
            : Of(
                ImprovementKind.Change,
                "Scoring.Improvement.Change",
                criterion.Label,
                Named(raw.Value),
                Named(to!.Value),
                criterion.Unit,
                band);

        Improvement Of(ImprovementKind kind, string text, params object?[] arguments) =>
            new(criterion.Key, kind, raw, to, needed, kind == ImprovementKind.CapInTheWay ? cap!.Key : null, Texts[text].With(arguments));

        // A level has a name, a number has not.
        object Named(double value) =>
            criterion.Scale.TermLevels?.Select(level => level.Level).First(level => ((ITerm)level).Value == value) ?? Rounded(value);
    }

    // The score never falls as the points of one criterion rise, so the fewest points that are enough are found by halving.
    private double? NeededPoints(Criterion<TFacts> criterion, int index, double[] points, double cut)
    {
        var (trial, parts) = (points.ToArray(), new double[points.Length]);
        if (!IsEnough(criterion.Scale.Maximum))
            return null;
        long no = -1, yes = BitConverter.DoubleToInt64Bits(criterion.Scale.Maximum);
        while (yes - no > 1)
        {
            var middle = no + ((yes - no) / 2);
            if (IsEnough(BitConverter.Int64BitsToDouble(middle)))
                yes = middle;
            else
                no = middle;
        }

        return BitConverter.Int64BitsToDouble(yes);

        bool IsEnough(double those)
        {
            trial[index] = those;
            return arithmetic.Explain(trial, parts).Score >= cut;
        }
    }
}
