using System.Diagnostics;

namespace KeyAccount.Core.Benchmarks;

/// <summary>What something costs compared with something else that is measured at the same time, so that a noisy machine is noisy to
/// both.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Target">The most it may be.</param>
/// <param name="Measured">The median over the repetitions.</param>
public sealed record Ratio(string Name, double Target, double Measured)
{
    private const int Repetitions = 15;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    public bool IsMet => Measured <= Target;

    /// <summary>Runs both in turns and takes the median of the quotients.</summary>
    /// <param name="name">What is compared.</param>
    /// <param name="target">The most it may be.</param>
    /// <param name="ours">What is measured.</param>
    /// <param name="baseline">What it is compared with.</param>
    /// <param name="units">How many units of <paramref name="baseline"/> are as many as one of <paramref name="ours"/>, where they do not
    /// do the same amount of work.</param>
    public static Ratio Of(string name, double target, Action ours, Action baseline, double units = 1)
    {
        var (times, baselineTimes) = (Calls(ours), Calls(baseline));
        var quotients = new double[Repetitions];
        for (var i = 0; i < quotients.Length; i++)
            quotients[i] = Time(ours, times) / (Time(baseline, baselineTimes) * units);
        Array.Sort(quotients);
        return new(name, target, quotients[Repetitions / 2]);
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
        for (var i = 0; i < 3; i++)
            Time(action, 1);
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
