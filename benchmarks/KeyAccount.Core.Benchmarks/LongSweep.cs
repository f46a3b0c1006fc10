using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using KeyAccount.Sweeps;

namespace KeyAccount.Core.Benchmarks;

/// <summary>The sweep of the tests over every public member of every library, for as long as is asked for: each round with several wrong
/// arguments at once and the next seed.</summary>
internal static class LongSweep
{
    public const string Name = "sweep";

    private const double Seconds = 120;

    private static readonly string[] Libraries =
    [
        "KeyAccount.Core", "KeyAccount.Core.Reports", "KeyAccount.Core.Estimation", "KeyAccount.Core.DependencyInjection", "KeyAccount.Core.EntityFrameworkCore",
        "KeyAccount.Core.Sql", "KeyAccount.Core.AspNetCore",
    ];

    public static int Run(string[] args)
    {
        if (args.Length > 3 || Number(args, 1, Seconds) is not (> 0 and { } seconds) || Number(args, 2, DateTime.UtcNow.DayOfYear) is not { } first)
        {
            Console.Error.WriteLine($"{Name} [SECONDS] [SEED]: for how many seconds, and the seed to start from");
            return 1;
        }

        var from = Stopwatch.GetTimestamp();
        var sweeps = Libraries.Select(library => new MemberSweep(Assembly.Load(library))).ToArray();
        foreach (var sweep in sweeps)
        {
            sweep.OneByOne();
            sweep.OfNothing();
            sweep.Agreements();
        }

        var seed = (int)first;
        do
        {
            foreach (var sweep in sweeps)
                sweep.Together(20, seed);
            seed++;
        }
        while (Stopwatch.GetElapsedTime(from).TotalSeconds < seconds);

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seeds {(int)first} to {seed - 1}: {sweeps.Sum(sweep => sweep.Calls)} calls of {sweeps.Sum(sweep => sweep.Called)} members, {sweeps.Sum(sweep => sweep.Faults.Count)} faults"));
        foreach (var fault in sweeps.SelectMany(sweep => sweep.Faults))
            Console.WriteLine(fault);
        return sweeps.All(sweep => sweep.Faults.Count == 0) ? 0 : 1;
    }

    private static double? Number(string[] args, int at, double otherwise) => args.Length <= at ? otherwise
        : double.TryParse(args[at], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
