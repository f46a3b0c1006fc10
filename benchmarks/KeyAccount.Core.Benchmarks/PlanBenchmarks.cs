using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Plans and the history of 1,000 accounts (fewer by KEYACCOUNT_BENCHMARK_SIZES): taking a review up, one edit, the file, and a year of changes.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private readonly PlannedPortfolio _portfolio = new(BenchmarkSizes.AtMost(1_000));

    [Benchmark(Baseline = true)]
    public int Review() => _portfolio.Review();

    [Benchmark]
    public int ReviewWithPlans() => _portfolio.ReviewWithPlans();

    [Benchmark]
    public PlanFile TakeUp() => new PlanFile().TakeUp(_portfolio.Reviews);

    [Benchmark]
    public PlanFile TakeUpAgain() => _portfolio.Plans.TakeUp(_portfolio.Reviews);

    [Benchmark]
    public PlanEdit Edit() => _portfolio.Edit();

    [Benchmark]
    public PlanFile WriteAndRead() => PlanFile.FromJson(_portfolio.Plans.ToJson());

    [Benchmark]
    public CapacityPlan Capacity() => _portfolio.Plans.Capacity(_portfolio.AsOf);

    [Benchmark]
    public int ChangesOfAYear() => _portfolio.ChangesOfAYear();
}
