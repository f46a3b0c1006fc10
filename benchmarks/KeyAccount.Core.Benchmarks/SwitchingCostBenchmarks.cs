using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Benchmarks.Baselines;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Scoring the barriers around a portfolio: the ready model, explained or not, against code written for it, and the search for the
/// best lever, which scores each step of five.</summary>
[MemoryDiagnoser]
public class SwitchingCostBenchmarks : PortfolioBenchmarks
{
    private SwitchingCostFacts[] _customers = [];
    private double[] _scores = [];

    [GlobalSetup]
    public void Setup()
    {
        // One facet in ten is not known; the same on every run.
        var random = new Random(8_004);
        double? Perhaps() => random.Next(10) == 0 ? null : random.Next(101);
        _scores = new double[Accounts];
        _customers = [.. Enumerable.Range(0, Accounts).Select(_ => new SwitchingCostFacts
        {
            EconomicRisk = Perhaps(),
            Evaluation = Perhaps(),
            Learning = Perhaps(),
            SetUp = Perhaps(),
            BenefitLoss = Perhaps(),
            MonetaryLoss = Perhaps(),
            PersonalRelationship = Perhaps(),
            BrandRelationship = Perhaps(),
        })];
        AssertAgreement();
    }

    [Benchmark(Baseline = true)]
    public double HandWritten()
    {
        var last = 0.0;
        foreach (var customer in _customers)
            last = HandWrittenSwitchingCost.Score(customer);
        return last;
    }

    [Benchmark]
    public double Score()
    {
        var last = 0.0;
        foreach (var customer in _customers)
            last = SwitchingCost.Standard.Score(customer);
        return last;
    }

    [Benchmark]
    public double[] ScoreAll()
    {
        SwitchingCost.Standard.ScoreAll(_customers, _scores);
        return _scores;
    }

    [Benchmark]
    public double Assess()
    {
        var last = 0.0;
        foreach (var customer in _customers)
            last = SwitchingCost.Standard.Assess(customer).Coverage;
        return last;
    }

    [Benchmark]
    public SwitchingCostLever BestLever()
    {
        var best = SwitchingCostLever.Service;
        foreach (var customer in _customers)
            best = SwitchingCostLevers.Standard.Rank(customer)[0].Lever;
        return best;
    }

    private void AssertAgreement()
    {
        ScoreAll();
        for (var i = 0; i < Accounts; i++)
        {
            var (expected, score) = (HandWrittenSwitchingCost.Score(_customers[i]), SwitchingCost.Standard.Score(_customers[i]));
            var agree = double.IsNaN(expected)
                ? double.IsNaN(score) && double.IsNaN(_scores[i])
                : score.Equals(_scores[i]) && score.Equals(SwitchingCost.Standard.Assess(_customers[i]).Score)
                    && Math.Abs(score - expected) <= 1.000001e-6;
            if (!agree)
                throw new InvalidOperationException("The library and the baseline score differently: they do not do the same work.");
        }
    }
}
