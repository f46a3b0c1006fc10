using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Benchmarks over portfolios of several sizes.</summary>
public abstract class PortfolioBenchmarks
{
    /// <summary>One account, a list, a large portfolio, and a nightly run; or those that KEYACCOUNT_BENCHMARK_SIZES names: <c>1
    /// 1000</c>.</summary>
    public static IEnumerable<int> Sizes =>
        (Environment.GetEnvironmentVariable("KEYACCOUNT_BENCHMARK_SIZES") ?? "1 1000 100000 10000000")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(size => int.Parse(size, CultureInfo.InvariantCulture));

    [ParamsSource(nameof(Sizes))]
    public int Accounts { get; set; }
}
