using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Benchmarks.Baselines;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Benchmarks;

/// <summary>The distribution of an open pipeline: exact, against a simulation whose error is a thousandth; and a report that streams.</summary>
[MemoryDiagnoser]
public class FunnelBenchmarks
{
    private readonly Bet[] _bets = FunnelDeals.Bets(BenchmarkSizes.AtMost(2_000), 10_000);

    [Benchmark(Baseline = true)]
    public double Simulated() => SimulatedPipeline.ProbabilityAtLeast(_bets, 5_000);

    [Benchmark]
    public double Exact() => SumOfBets.Of(_bets, 1).ProbabilityAtLeast(5_000);

    [Benchmark]
    public FunnelReport Report() =>
        FunnelReport.Of(FunnelDeals.Opportunities(BenchmarkSizes.AtMost(10_000)), new() { AsOf = FunnelDeals.Today, Grid = 100_000 });
}
