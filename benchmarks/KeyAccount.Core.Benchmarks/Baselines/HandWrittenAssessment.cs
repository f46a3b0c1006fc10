using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>The nine criteria with their reasons, written for this one model: the same list of contributions, made in one go.</summary>
public static class HandWrittenAssessment
{
    public static (double Score, Contribution[] Contributions) Assess(ScoredAccount account)
    {
        double? target = account.Sales / account.Target;
        if (target is { } ratio && (double.IsNaN(ratio) || double.IsInfinity(ratio)))
            target = null;
        var contributions = new Contribution[9];
        double sum = 0, known = 0;
        var points0 = target is { } t ? Between(t, 0.5, 0, 1.2, 100) : Missing(20);
        var points1 = account.Margin is { } m ? m < 0.2 ? Between(m, 0, 0, 0.2, 60) : Between(m, 0.2, 60, 0.4, 100) : Missing(15);
        var points2 = account.Growth is { } g ? g < 0 ? Between(g, -0.2, 0, 0, 40) : Between(g, 0, 40, 0.3, 100) : Missing(10);
        var points3 = account.Visits is { } v ? v >= 24 ? 100 : v >= 12 ? 75 : v >= 4 ? 40 : 0 : Missing(5);
        var points4 = account.ShareOfWallet is { } s ? Between(s, 0, 0, 0.8, 100) : Missing(15);
        var points5 = account.DaysToPay is { } d ? d < 60 ? Between(d, 30, 100, 60, 50) : Between(d, 60, 50, 120, 0) : Missing(10);
        var points6 = account.Complaints is { } c ? c >= 6 ? 0 : c >= 3 ? 40 : c >= 1 ? 80 : 100 : Missing(5);
        var points7 = account.Years is { } y ? Between(y, 0, 20, 10, 100) : Missing(10);
        var points8 = account.Tier is { } tier ? ReferenceEquals(tier, AccountTier.A) ? 100 : ReferenceEquals(tier, AccountTier.B) ? 50 : 0
            : Missing(10);
        known += 100;
        contributions[0] = Part("target", target, points0, 0.20);
        contributions[1] = Part("margin", account.Margin, points1, 0.15);
        contributions[2] = Part("growth", account.Growth, points2, 0.10);
        contributions[3] = Part("visits", account.Visits, points3, 0.05);
        contributions[4] = Part("share", account.ShareOfWallet, points4, 0.15);
        contributions[5] = Part("payment", account.DaysToPay, points5, 0.10);
        contributions[6] = Part("complaints", account.Complaints, points6, 0.05);
        contributions[7] = Part("years", account.Years, points7, 0.10);
        contributions[8] = Part("tier", account.Tier?.Value, points8, 0.10);
        return (known < 50 ? double.NaN : Math.Floor((sum * 1e6) + 0.5) / 1e6, contributions);

        double Missing(double weight)
        {
            known -= weight;
            return double.NaN;
        }

        Contribution Part(string key, double? raw, double points, double weight)
        {
            var isKnown = !double.IsNaN(points);
            var value = isKnown && known >= 50 ? 100 * weight * points / known : 0;
            sum += value;
            return new(key, null, isKnown ? raw : null, isKnown ? points : null, weight, value);
        }
    }

    private static double Between(double raw, double from, double fromPoints, double to, double toPoints) =>
        raw <= from ? fromPoints : raw >= to ? toPoints : fromPoints + ((raw - from) / (to - from) * (toPoints - fromPoints));
}
