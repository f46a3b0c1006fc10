using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>What a user would write for one model and never change: nine criteria, the weight of what is missing shared, unrated below
/// half.</summary>
public static class HandWrittenScore
{
    public static double Score(ScoredAccount account)
    {
        double sum = 0, known = 0;
        if (account.Sales is { } sales && account.Target is { } target && target != 0)
            Add(20, Between(sales / target, 0.5, 0, 1.2, 100));
        if (account.Margin is { } margin)
            Add(15, margin < 0.2 ? Between(margin, 0, 0, 0.2, 60) : Between(margin, 0.2, 60, 0.4, 100));
        if (account.Growth is { } growth)
            Add(10, growth < 0 ? Between(growth, -0.2, 0, 0, 40) : Between(growth, 0, 40, 0.3, 100));
        if (account.Visits is { } visits)
            Add(5, visits >= 24 ? 100 : visits >= 12 ? 75 : visits >= 4 ? 40 : 0);
        if (account.ShareOfWallet is { } share)
            Add(15, Between(share, 0, 0, 0.8, 100));
        if (account.DaysToPay is { } days)
            Add(10, days < 60 ? Between(days, 30, 100, 60, 50) : Between(days, 60, 50, 120, 0));
        if (account.Complaints is { } complaints)
            Add(5, complaints >= 6 ? 0 : complaints >= 3 ? 40 : complaints >= 1 ? 80 : 100);
        if (account.Years is { } years)
            Add(10, Between(years, 0, 20, 10, 100));
        if (account.Tier is { } tier)
            Add(10, ReferenceEquals(tier, AccountTier.A) ? 100 : ReferenceEquals(tier, AccountTier.B) ? 50 : 0);
        return known < 50 ? double.NaN : Math.Floor((sum / known * 1e6) + 0.5) / 1e6;

        void Add(double weight, double points)
        {
            sum += weight * points;
            known += weight;
        }
    }

    private static double Between(double raw, double from, double fromPoints, double to, double toPoints) =>
        raw <= from ? fromPoints : raw >= to ? toPoints : fromPoints + ((raw - from) / (to - from) * (toPoints - fromPoints));
}
