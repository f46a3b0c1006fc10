using BenchmarkDotNet.Attributes;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Benchmarks over portfolios of several sizes.</summary>
public abstract class PortfolioBenchmarks
{
    /// <summary>One account, a list, a large portfolio, and a nightly run; or those that are asked for.</summary>
    public static IEnumerable<int> Sizes => BenchmarkSizes.Or(1, 1_000, 100_000, 10_000_000);

    [ParamsSource(nameof(Sizes))]
    public int Accounts { get; set; }
}
