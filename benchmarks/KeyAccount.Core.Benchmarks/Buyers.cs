using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Benchmarks;

/// <summary>The workload of the purchase models: accounts with orders as a BG/NBD makes them, in days as files have them; the same on every
/// run.</summary>
public static class Buyers
{
    /// <summary>The published parameters of CDNOW, in weeks.</summary>
    public static BgNbd Cdnow { get; } = new(0.243, 4.414, 0.793, 2.426);

    public static RepeatPurchaseSummary[] Of(int count)
    {
        var random = new Random(1_997);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            // Exponential rates and uniform chances to leave: close enough to what shops have, and quick to draw.
            var (age, rate, leaves) = (27 + (random.Next(84) / 7.0), 0.1 * -Math.Log(1 - random.NextDouble()), random.NextDouble() / 2);
            var (orders, last, next) = (0, 0.0, 0.0);
            while (true)
            {
                next += Math.Ceiling(7 * -Math.Log(1 - random.NextDouble()) / rate) / 7;
                if (next > age)
                    break;
                (orders, last) = (orders + 1, next);
                if (random.NextDouble() < leaves)
                    break;
            }

            return new RepeatPurchaseSummary($"{i:D7}", orders, last, age);
        })];
    }
}
