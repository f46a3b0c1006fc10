using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>What a random scorecard should say, straight from the words of the documentation, slowly and without rounding.</summary>
internal static class InWords
{
    public static double? Points(Scale scale, double? raw)
    {
        if (raw is not { } value || double.IsNaN(value))
            return null;
        var knots = scale.Knots;
        if (scale.Kind == ScaleKind.Levels)
            return knots.Single(knot => knot.Raw == value).Points is var level && double.IsNaN(level) ? null : level;
        if (value < knots[0].Raw)
            return knots[0].Points;
        var left = knots.Last(knot => knot.Raw <= value);
        if (scale.Kind == ScaleKind.Steps || left == knots[^1])
            return left.Points;
        var right = knots.First(knot => knot.Raw > value);
        return left.Points + ((value - left.Raw) / (right.Raw - left.Raw) * (right.Points - left.Points));
    }

    /// <summary>Score before it is rounded, and coverage.</summary>
    public static (double? Score, double Coverage) Score(RandomCard card, Figures facts)
    {
        var criteria = card.Sections.SelectMany(section => section.Criteria.Select(each =>
            (Weight: each.Weight * (section.GroupWeight ?? 1), each.Scale, Points: Points(each.Scale, each.RawInWords(facts))))).ToArray();
        var total = criteria.Sum(each => each.Weight);
        var known = criteria.Where(each => each.Points is not null).Sum(each => each.Weight);
        var minimum = card.MinimumCoverage ?? (card.Policy == MissingData.Renormalize ? 0.5 : 0);
        var needsSomething = minimum > 0 || card.Policy == MissingData.Renormalize;
        if ((card.Policy == MissingData.Refuse && criteria.Any(each => each.Points is null))
            || Rounded(known / total) < Rounded(minimum)
            || (known == 0 && needsSomething))
        {
            return (null, known / total);
        }

        var score = card.Policy == MissingData.Renormalize
            ? criteria.Sum(each => each.Weight * (each.Points ?? 0)) / known
            : criteria.Sum(each => each.Weight * (each.Points ?? Assumed(each.Scale, card.Policy))) / total;
        return (score, known / total);
    }

    public static string? Band(RandomCard card, Figures facts, double? score)
    {
        if (score is null)
            return null;
        var limits = card.Caps.Where(cap => cap.When.InWords(facts) is true).Select(cap => cap.HighestBand)
            .ToHashSet(StringComparer.Ordinal);
        var reached = card.Bands.Where(band => band.From <= score).Select(band => band.Band).ToList();
        var limited = reached.FindIndex(limits.Contains);
        return limited >= 0 ? reached[limited] : reached[^1];
    }

    private static double Assumed(Scale scale, MissingData policy) => policy switch
    {
        MissingData.AssumeWorst => scale.Minimum,
        MissingData.AssumeMidpoint => (scale.Minimum + scale.Maximum) / 2,
        _ => throw new InvalidOperationException($"{policy} assumes nothing."),
    };

    private static double Rounded(double value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
