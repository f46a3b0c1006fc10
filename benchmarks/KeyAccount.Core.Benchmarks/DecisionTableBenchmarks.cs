using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Benchmarks.Baselines;
using KeyAccount.Core.Pricing;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Asking a table over three terms, with and without reasons that speak of the facts, against a switch.</summary>
[MemoryDiagnoser]
public class DecisionTableBenchmarks : PortfolioBenchmarks
{
    private PostureFacts[] _facts = [];

    [GlobalSetup]
    public void Setup()
    {
        _facts = PostureTable.Facts(Accounts);
        PostureTable.AssertAgreement(_facts);
    }

    [Benchmark(Baseline = true)]
    public int HandWritten()
    {
        var last = 0;
        foreach (var facts in _facts)
            last = HandWrittenPosture.Of(facts).Length;
        return last;
    }

    [Benchmark]
    public int Decide()
    {
        var last = 0;
        foreach (var facts in _facts)
            last = PostureTable.Table.Decide(facts).Advice!.Length;
        return last;
    }

    [Benchmark]
    public int DecideWithReasons()
    {
        var last = 0;
        foreach (var facts in _facts)
            last = PricingPolicy.Posture.Decide(facts).Hits.Count;
        return last;
    }
}
