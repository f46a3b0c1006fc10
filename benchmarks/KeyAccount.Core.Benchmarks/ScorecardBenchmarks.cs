using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Benchmarks.Baselines;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Scoring accounts by nine criteria: the model, which can be shown, changed and sent to a database, against code written for
/// it.</summary>
[MemoryDiagnoser]
public class ScorecardBenchmarks : PortfolioBenchmarks
{
    private ScoredAccount[] _accounts = [];
    private double[] _scores = [];

    [GlobalSetup]
    public void Setup()
    {
        _scores = new double[Accounts];
        _accounts = NineCriteria.Accounts(Accounts);
        AssertAgreement();
    }

    [Benchmark(Baseline = true)]
    public double BranchFree()
    {
        var last = 0.0;
        foreach (var account in _accounts)
            last = BranchFreeScore.Score(account);
        return last;
    }

    [Benchmark]
    public double HandWritten()
    {
        var last = 0.0;
        foreach (var account in _accounts)
            last = HandWrittenScore.Score(account);
        return last;
    }

    [Benchmark]
    public double Score()
    {
        var last = 0.0;
        foreach (var account in _accounts)
            last = NineCriteria.Model.Score(account);
        return last;
    }

    [Benchmark]
    public object? BandOf()
    {
        object? last = null;
        foreach (var account in _accounts)
            last = NineCriteria.Model.BandOf(account);
        return last;
    }

    [Benchmark]
    public double[] ScoreAll()
    {
        NineCriteria.Model.ScoreAll(_accounts, _scores);
        return _scores;
    }

    [Benchmark]
    public double Assess()
    {
        var last = 0.0;
        foreach (var account in _accounts)
            last = NineCriteria.Model.Assess(account).Coverage;
        return last;
    }

    [Benchmark]
    public double AssessByHand()
    {
        var last = 0.0;
        foreach (var account in _accounts)
            last = HandWrittenAssessment.Assess(account).Score;
        return last;
    }

    private void AssertAgreement()
    {
        ScoreAll();
        for (var i = 0; i < Math.Min(Accounts, 100_000); i++)
        {
            var assessment = NineCriteria.Model.Assess(_accounts[i]);
            var (byHand, contributions) = HandWrittenAssessment.Assess(_accounts[i]);
            var agree = NineCriteria.Agree(_scores[i], NineCriteria.Model.Score(_accounts[i]))
                && NineCriteria.Agree(_scores[i], assessment.Score ?? double.NaN)
                && NineCriteria.Agree(_scores[i], BranchFreeScore.Score(_accounts[i]))
                && NineCriteria.Agree(_scores[i], HandWrittenScore.Score(_accounts[i]))
                && NineCriteria.Agree(_scores[i], byHand)
                && contributions.Zip(assessment.Contributions).All(pair => IsSame(pair.First, pair.Second));
            if (!agree)
                throw new InvalidOperationException("The library and a baseline score differently: they do not do the same work.");
        }
    }

    private static bool IsSame(Contribution left, Contribution right) =>
        left.Key == right.Key && left.Raw.Equals(right.Raw) && left.IsKnown == right.IsKnown && Math.Abs(left.Value - right.Value) < 1e-9;
}
