using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Estimation.Tests;

/// <summary>Accounts that do what a model says, from a fixed seed.</summary>
internal static class Simulated
{
    /// <summary>Accounts of a BG/CNBD-k (k = 1: BG/NBD), observed for 20 to 60 weeks.</summary>
    public static RepeatPurchaseSummary[] Of(BgCnbd model, int accounts, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, accounts).Select(i =>
        {
            var age = 20 + (40 * random.NextDouble());
            var (rate, dropout) = (Gamma(random, model.R) / model.Alpha, Beta(random, model.A, model.B));
            var (orders, last, logIntervals, alive) = (0, 0.0, 0.0, true);
            while (alive)
            {
                var interval = Gamma(random, model.K) / rate;
                if (last + interval > age)
                    break;
                (orders, last, logIntervals) = (orders + 1, last + interval, logIntervals + Math.Log(interval));
                alive = random.NextDouble() >= dropout;
            }

            return new RepeatPurchaseSummary($"{i:D6}", orders, last, age, logIntervals: logIntervals);
        })];
    }

    /// <summary>Accounts of a Pareto/NBD, observed for 20 to 60 weeks.</summary>
    public static RepeatPurchaseSummary[] Of(ParetoNbd model, int accounts, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, accounts).Select(i =>
        {
            var age = 20 + (40 * random.NextDouble());
            var rate = Gamma(random, model.R) / model.Alpha;
            var end = Math.Min(age, Gamma(random, 1) * model.Beta / Gamma(random, model.S));
            var (orders, last) = (0, 0.0);
            for (var next = Gamma(random, 1) / rate; next <= end; next += Gamma(random, 1) / rate)
                (orders, last) = (orders + 1, next);
            return new RepeatPurchaseSummary($"{i:D6}", orders, last, age);
        })];
    }

    /// <summary>Accounts with one to six orders whose amounts are gamma-gamma.</summary>
    public static RepeatPurchaseSummary[] Of(GammaGamma model, int accounts, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, accounts).Select(i =>
        {
            var orders = 1 + random.Next(6);
            var mean = Gamma(random, model.P * orders) / (Gamma(random, model.Q) / model.Gamma) / orders;
            return new RepeatPurchaseSummary($"{i:D6}", orders, 1, 2, orders, (decimal)mean);
        })];
    }

    private static double Beta(Random random, double a, double b)
    {
        var x = Gamma(random, a);
        return x / (x + Gamma(random, b));
    }

    // Marsaglia & Tsang 2000.
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1)
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - (1.0 / 3);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (normal / Math.Sqrt(9 * d)), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (normal * normal / 2) + d - (d * v) + (d * Math.Log(v)))
                return d * v;
        }
    }
}
