using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>What somebody would write who knows what a mispredicted branch costs: the nine criteria of <see cref="HandWrittenScore"/>
/// without one that depends on a value, except where the score is compared with what must be known.</summary>
public static class BranchFreeScore
{
    public static double Score(ScoredAccount account)
    {
        double sum = 0, known = 0;

        var (sales, target) = (account.Sales, account.Target);
        var divisor = target.GetValueOrDefault();
        var has = sales.HasValue & target.HasValue & (divisor != 0);
        sum += If(has, 20 * Between(sales.GetValueOrDefault() / divisor, 0.5, 1.2) * (100 / 0.7));
        known += If(has, 20);

        var margin = account.Margin;
        sum += If(
            margin.HasValue,
            15 * ((Between(margin.GetValueOrDefault(), 0, 0.2) * 300) + (Between(margin.GetValueOrDefault(), 0.2, 0.4) * 200)));
        known += If(margin.HasValue, 15);

        var growth = account.Growth;
        sum += If(
            growth.HasValue,
            10 * ((Between(growth.GetValueOrDefault(), -0.2, 0) * 200) + (Between(growth.GetValueOrDefault(), 0, 0.3) * 200)));
        known += If(growth.HasValue, 10);

        var visits = account.Visits;
        var visited = visits.GetValueOrDefault();
        sum += If(visits.HasValue, 5 * (If(visited >= 4, 40) + If(visited >= 12, 35) + If(visited >= 24, 25)));
        known += If(visits.HasValue, 5);

        var share = account.ShareOfWallet;
        sum += If(share.HasValue, 15 * Between(share.GetValueOrDefault(), 0, 0.8) * 125);
        known += If(share.HasValue, 15);

        var days = account.DaysToPay;
        sum += If(
            days.HasValue,
            10 * (100 - (Between(days.GetValueOrDefault(), 30, 60) * (50 / 30.0)) - (Between(
                days.GetValueOrDefault(), 60, 120) * (50 / 60.0))));
        known += If(days.HasValue, 10);

        var complaints = account.Complaints;
        var complained = complaints.GetValueOrDefault();
        sum += If(complaints.HasValue, 5 * (100 - If(complained >= 1, 20) - If(complained >= 3, 40) - If(complained >= 6, 40)));
        known += If(complaints.HasValue, 5);

        var years = account.Years;
        sum += If(years.HasValue, 10 * (20 + (Between(years.GetValueOrDefault(), 0, 10) * 8)));
        known += If(years.HasValue, 10);

        var tier = account.Tier;
        sum += If(ReferenceEquals(tier, AccountTier.A), 1_000) + If(ReferenceEquals(tier, AccountTier.B), 500);
        known += If(tier is not null, 10);

        return known < 50 ? double.NaN : Math.Floor((sum / known * 1e6) + 0.5) / 1e6;
    }

    private static double Between(double raw, double from, double to) => double.MinNative(double.MaxNative(raw, from), to) - from;

    private static double If(bool holds, double value) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & -(holds ? 1L : 0L));
}
