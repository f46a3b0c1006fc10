using System.Diagnostics;

namespace KeyAccount.Core.Benchmarks;

/// <summary>What something costs compared with something else that is measured at the same time, so that a noisy machine is noisy to
/// both.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Target">The most it may be; null if it is there to compare others with.</param>
/// <param name="Measured">The median over the repetitions.</param>
public sealed record Ratio(string Name, double? Target, double Measured)
{
    // Of quiet repetitions, no more than these are taken, and no fewer are believed; of long ones three.
    private const int Most = 15;
    private const int Usual = 5;
    private const int Least = 3;

    // Where the quartiles are further apart, the median is one of many.
    private const double Widest = 1.5;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>The lower and the upper quartile of the repetitions; null where there is one number.</summary>
    public (double Low, double High)? Spread { get; init; }

    /// <summary>Whether somebody else had the machine in so many repetitions that too few are left: then it is neither met nor
    /// missed.</summary>
    public bool IsDisturbed { get; init; }

    /// <summary>Whether the target is missed.</summary>
    public bool IsMissed => !IsDisturbed && Measured > Target;

    /// <summary>Runs both in turns and takes the median of the quotients.</summary>
    /// <param name="name">What is compared.</param>
    /// <param name="target">The most it may be.</param>
    /// <param name="ours">What is measured.</param>
    /// <param name="baseline">What it is compared with.</param>
    /// <param name="units">How many units of <paramref name="baseline"/> are as many as one of <paramref name="ours"/>, where they do not
    /// do the same amount of work.</param>
    /// <param name="threads">How many threads need the machine for themselves.</param>
    public static Ratio Of(string name, double? target, Action ours, Action baseline, double units = 1, int threads = 1)
    {
        var (times, baselineTimes) = (Calls(ours), Calls(baseline));
        var (quiet, all) = (new List<double>(), new List<double>());
        var start = Stopwatch.GetTimestamp();
        var wasQuiet = Canary.IsQuiet(threads);
        while (quiet.Count < Most && Stopwatch.GetElapsedTime(start) is var gone
            && (gone < Budget || all.Count < Least || (all.Count < Usual && gone < Longest)))
        {
            var quotient = Time(ours, times) / (Time(baseline, baselineTimes) * units);
            var isQuiet = Canary.IsQuiet(threads);
            all.Add(quotient);
            if (wasQuiet && isQuiet)
                quiet.Add(quotient);
            wasQuiet = isQuiet;
        }

        var isEnough = quiet.Count >= Math.Clamp(all.Count / 2, Least, Usual);
        var kept = isEnough ? quiet : all;
        kept.Sort();
        var (low, high) = (kept[kept.Count / 4], kept[kept.Count * 3 / 4]);
        return new(name, target, kept[kept.Count / 2]) { Spread = (low, high), IsDisturbed = !isEnough || high > Widest * low };
    }

    /// <summary>The bytes that one call allocates, for each of the accounts it works on.</summary>
    public static Ratio BytesOf(string name, double target, Action action, int accounts)
    {
        action();
        var least = long.MaxValue;

        // What the runtime itself allocates now and then is not the action's.
        for (var i = 0; i < 3; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return new(name, target, least / (double)accounts);
    }

    // So many calls that the clock can tell them apart; also the time for the JIT to finish.
    private static int Calls(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        do
            action();
        while (Stopwatch.GetElapsedTime(start) < WarmUp);
        var calls = 1;
        while (Time(action, calls) * calls < Shortest.TotalSeconds)
            calls *= 2;
        return calls;
    }

    private static double Time(Action action, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }
}
