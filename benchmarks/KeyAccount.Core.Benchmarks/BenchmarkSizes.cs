using System.Globalization;

namespace KeyAccount.Core.Benchmarks;

/// <summary>How large the inputs are: those that KEYACCOUNT_BENCHMARK_SIZES names (<c>1 1000</c>), to see quickly that everything runs.</summary>
internal static class BenchmarkSizes
{
    private static readonly int[]? Given = Environment.GetEnvironmentVariable("KEYACCOUNT_BENCHMARK_SIZES")
        ?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(size => int.Parse(size, CultureInfo.InvariantCulture))
        .ToArray();

    /// <summary>The sizes that are given, or else the usual ones.</summary>
    public static IEnumerable<int> Or(params int[] usual) => Given ?? usual;

    /// <summary>The usual size, or the largest given one where that is less.</summary>
    public static int AtMost(int usual) => Given is null ? usual : Math.Min(usual, Given.Max());
}
