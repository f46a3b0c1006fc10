namespace KeyAccount.Core.Benchmarks;

/// <summary>The workload of the Pareto benchmarks: log-normal revenue, as portfolios have it; the same on every run.</summary>
public static class Revenues
{
    public static long[] Cents(int count)
    {
        var random = new Random(4_338);
        var cents = new long[count];
        for (var i = 0; i < count; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            cents[i] = (long)Math.Exp(16 + (1.5 * normal));
        }

        return cents;
    }
}
