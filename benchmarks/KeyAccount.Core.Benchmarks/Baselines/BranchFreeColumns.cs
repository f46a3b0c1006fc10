namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>The nine criteria over nine columns, one account after the other, without a branch that depends on a value.</summary>
public static class BranchFreeColumns
{
    public static void Score(
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> margin,
        ReadOnlySpan<double> growth,
        ReadOnlySpan<double> visits,
        ReadOnlySpan<double> share,
        ReadOnlySpan<double> payment,
        ReadOnlySpan<double> complaints,
        ReadOnlySpan<double> years,
        ReadOnlySpan<double> tier,
        Span<double> scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            double sum = 0, known = 0;
            sum += If(target[i], 20 * Between(target[i], 0.5, 1.2) * (100 / 0.7));
            known += If(target[i], 20);
            sum += If(margin[i], 15 * ((Between(margin[i], 0, 0.2) * 300) + (Between(margin[i], 0.2, 0.4) * 200)));
            known += If(margin[i], 15);
            sum += If(growth[i], 10 * ((Between(growth[i], -0.2, 0) * 200) + (Between(growth[i], 0, 0.3) * 200)));
            known += If(growth[i], 10);
            sum += If(visits[i], 5 * (If(visits[i] >= 4, 40) + If(visits[i] >= 12, 35) + If(visits[i] >= 24, 25)));
            known += If(visits[i], 5);
            sum += If(share[i], 15 * Between(share[i], 0, 0.8) * 125);
            known += If(share[i], 15);
            sum += If(payment[i], 10 * (100 - (Between(payment[i], 30, 60) * (50 / 30.0)) - (Between(payment[i], 60, 120) * (50 / 60.0))));
            known += If(payment[i], 10);
            sum += If(complaints[i], 5 * (100 - If(complaints[i] >= 1, 20) - If(complaints[i] >= 3, 40) - If(complaints[i] >= 6, 40)));
            known += If(complaints[i], 5);
            sum += If(years[i], 10 * (20 + (Between(years[i], 0, 10) * 8)));
            known += If(years[i], 10);
            sum += If(tier[i] == 1, 1_000) + If(tier[i] == 2, 500);
            known += If(tier[i], 10);
            var score = Math.Floor((sum / known * 1e6) + 0.5) / 1e6;
            scores[i] = known < 50 ? double.NaN : score;
        }
    }

    private static double Between(double raw, double from, double to) => double.MinNative(double.MaxNative(raw, from), to) - from;

    // NaN is not known.
    private static double If(double raw, double value) => If(!double.IsNaN(raw), value);

    private static double If(bool holds, double value) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & -(holds ? 1L : 0L));
}
