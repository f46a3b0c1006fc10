using System.Globalization;

namespace KeyAccount.Tool.Benchmarks;

/// <summary>Ways to do something, each by a process of its own, in turns.</summary>
/// <param name="Runs">By way, what each round took.</param>
internal sealed record Rounds(IReadOnlyDictionary<string, List<(double Seconds, double Megabytes, double Elapsed)>> Runs)
{
    public static Rounds Of(
        IReadOnlyList<string> ways, int rounds, string folder, Func<string, string, (double Seconds, double Megabytes, double Elapsed)> inProcess)
    {
        var runs = ways.ToDictionary(
            way => way, _ => new List<(double Seconds, double Megabytes, double Elapsed)>(), StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var way in ways)
                runs[way].Add(inProcess(way, folder));
        }

        return new(runs);
    }

    /// <summary>The processor time and the time by the clock of a way.</summary>
    public string SecondsOf(string way) =>
        $"processor {Median(Runs[way].Select(run => run.Seconds))} s, clock {Median(Runs[way].Select(run => run.Elapsed))} s";

    /// <summary>The same as shares of another way in the same round.</summary>
    public string RatiosOf(string way, string baseline)
    {
        var pairs = Runs[way].Zip(Runs[baseline]).ToArray();
        var processor = Median(pairs.Select(pair => pair.First.Seconds / pair.Second.Seconds));
        return $"processor {processor}, clock {Median(pairs.Select(pair => pair.First.Elapsed / pair.Second.Elapsed))}";
    }

    public static void Tell(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    // The median, and the lowest and the highest.
    private static string Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:0.00} ({sorted[0]:0.00} … {sorted[^1]:0.00})");
    }
}
