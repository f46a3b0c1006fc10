using System.Diagnostics;

namespace KeyAccount.Core.Benchmarks;

/// <summary>A loop that always does the same. What it takes longer than at its best, somebody else has taken.</summary>
/// <remarks>It keeps the multiplier of the processor busy, so that it also notices work on the other half of its core.</remarks>
public static class Canary
{
    // Longer than at its best by so much: somebody was there.
    private const double Quiet = 1.25;
    private const int Steps = 200_000;

    private static readonly double[] Best = [double.PositiveInfinity, double.PositiveInfinity];

    /// <summary>Whether as many threads as are given have the machine to themselves just now.</summary>
    /// <param name="threads">1 or 2.</param>
    public static bool IsQuiet(int threads)
    {
        // The best has to be known before anything can be worse.
        if (double.IsInfinity(Best[threads - 1]))
        {
            for (var i = 0; i < 100; i++)
                Time(threads);
        }

        return Time(threads) <= Quiet * Best[threads - 1];
    }

    private static double Time(int threads)
    {
        var start = Stopwatch.GetTimestamp();
        if (threads == 1)
            Sing();
        else
            Parallel.Invoke(Sing, Sing);
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Best[threads - 1] = Math.Min(Best[threads - 1], took);
        return took;
    }

    private static void Sing()
    {
        ulong a = 1, b = 2, c = 3, d = 4;
        for (var i = 0; i < Steps; i++)
        {
            a = (a * 6364136223846793005) + 1;
            b = (b * 6364136223846793005) + 1;
            c = (c * 6364136223846793005) + 1;
            d = (d * 6364136223846793005) + 1;
        }

        GC.KeepAlive(a + b + c + d);
    }
}
