namespace KeyAccount.Core.Scoring;

/// <summary>Calculates how far each weight may move before a band changes.</summary>
internal static class BandSensitivity
{
    // The grain of a score.
    private const double Nearness = 1e-6;

    // With the weight of one criterion times x, the score is (N + x·w·p) / (W + x·w), where N and W are those of the others: it goes one
    // way as x grows. It meets a cut c at x = (c·W − N) / (w·(p − c)).
    public static IReadOnlyList<WeightSensitivity> Of<TBand>(
        Assessment<TBand> now, Bands<TBand> bands, int ceiling, MissingData policy, double minimumCoverage,
        Func<string, double> weightOf)
        where TBand : class
    {
        if (now.Score is not { } score || now.Band is null)
            return [];
        var band = bands.IndexOf(now.Band);
        var isShared = policy == MissingData.Renormalize;
        bool Counts(Contribution part) => !isShared || part.IsKnown;
        var whole = now.Contributions.Where(Counts).Sum(part => part.Weight);
        var covered = now.Contributions.Where(part => part.IsKnown).Sum(part => part.Weight);
        return
        [
            .. now.Contributions.Where(part => part.Weight > 0).Select(part =>
            {
                var limits = new List<(double Factor, string? Band)>();
                if (Counts(part))
                {
                    var points = part.Value * whole / part.Weight;
                    var (others, sum) = (whole - part.Weight, (score * whole) - (part.Weight * points));
                    if (band < ceiling && band + 1 < bands.InOrder.Count)
                        Add(bands.InOrder[band + 1].From, $"{bands.InOrder[band + 1].Band}");
                    if (band > 0)
                        Add(bands.InOrder[band].From, $"{bands.InOrder[band - 1].Band}");

                    void Add(double cut, string name)
                    {
                        // One that gives the points of the cut itself only comes near it.
                        var factor = ((cut * others) - sum) / (part.Weight * (points - cut));
                        if (Math.Abs(points - cut) > Nearness && factor > Nearness)
                            limits.Add((factor, name));
                    }
                }

                // The coverage that is known falls below what is needed.
                if (minimumCoverage > 0)
                {
                    var known = covered - (part.IsKnown ? part.Weight : 0);
                    var factor = part.IsKnown
                        ? ((minimumCoverage * (1 - part.Weight)) - known) / (part.Weight * (1 - minimumCoverage))
                        : (known - (minimumCoverage * (1 - part.Weight))) / (minimumCoverage * part.Weight);
                    if (double.IsFinite(factor) && factor > 0)
                        limits.Add((factor, null));
                }

                var lower = limits.Where(limit => limit.Factor <= 1).OrderByDescending(limit => limit.Factor).ToArray();
                var higher = limits.Where(limit => limit.Factor > 1).OrderBy(limit => limit.Factor).ToArray();
                var weight = weightOf(part.Key);
                return new WeightSensitivity(
                    part.Key,
                    weight,
                    lower.Length > 0 ? lower[0].Factor * weight : null,
                    lower.Length > 0 ? lower[0].Band : null,
                    higher.Length > 0 ? higher[0].Factor * weight : null,
                    higher.Length > 0 ? higher[0].Band : null);
            }),
        ];
    }
}
