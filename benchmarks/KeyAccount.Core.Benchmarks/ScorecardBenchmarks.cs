using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Benchmarks.Baselines;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Scoring a portfolio by nine criteria: the model, which can be shown, changed and sent to a database, against code written for it.</summary>
[MemoryDiagnoser]
public class ScorecardBenchmarks
{
    private static readonly Scorecard<ScoredAccount, AccountTier> Model = Scorecard.For<ScoredAccount, AccountTier>("nine")
        .Criterion("target", 20, a => a.Sales / a.Target, Scale.Linear((0.5, 0), (1.2, 100)))
        .Criterion("margin", 15, a => a.Margin, Scale.Linear((0, 0), (0.2, 60), (0.4, 100)))
        .Criterion("growth", 10, a => a.Growth, Scale.Linear((-0.2, 0), (0, 40), (0.3, 100)))
        .Criterion("visits", 5, a => a.Visits, Scale.Steps((0, 0), (4, 40), (12, 75), (24, 100)))
        .Criterion("share", 15, a => a.ShareOfWallet, Scale.Linear((0, 0), (0.8, 100)))
        .Criterion("payment", 10, a => a.DaysToPay, Scale.Linear((30, 100), (60, 50), (120, 0)))
        .Criterion("complaints", 5, a => a.Complaints, Scale.Steps((0, 100), (1, 80), (3, 40), (6, 0)))
        .Criterion("years", 10, a => a.Years, Scale.Linear((0, 20), (10, 100)))
        .Criterion("tier", 10, a => a.Tier, Scale.Levels((AccountTier.A, 100), (AccountTier.B, 50), (AccountTier.C, 0)))
        .Bands((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A))
        .Build();

    private ScoredAccount[] _accounts = [];
    private double[] _scores = [];

    [Params(1_000, 100_000)]
    public int Accounts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // One value in ten is not known; the same on every run.
        var random = new Random(9_009);
        double? Perhaps(double value) => random.Next(10) == 0 ? null : value;
        int? PerhapsWhole(int value) => random.Next(10) == 0 ? null : value;
        _scores = new double[Accounts];
        _accounts = [.. Enumerable.Range(0, Accounts).Select(_ => new ScoredAccount
        {
            Sales = Perhaps(random.NextDouble() * 1_000),
            Target = Perhaps(random.Next(0, 10) * 100),
            Margin = Perhaps((random.NextDouble() * 0.6) - 0.1),
            Growth = Perhaps(random.NextDouble() - 0.5),
            Visits = PerhapsWhole(random.Next(30)),
            ShareOfWallet = Perhaps(random.NextDouble()),
            DaysToPay = Perhaps(random.NextDouble() * 150),
            Complaints = PerhapsWhole(random.Next(10)),
            Years = PerhapsWhole(random.Next(15)),
            Tier = random.Next(10) == 0 ? null : AccountTier.InOrder[random.Next(3)],
        })];
        AssertAgreement();
    }

    [Benchmark(Baseline = true)]
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
            last = Model.Score(account);
        return last;
    }

    [Benchmark]
    public double[] ScoreAll()
    {
        Model.ScoreAll(_accounts, _scores);
        return _scores;
    }

    [Benchmark]
    public double Assess()
    {
        var last = 0.0;
        foreach (var account in _accounts)
            last = Model.Assess(account).Coverage;
        return last;
    }

    private void AssertAgreement()
    {
        ScoreAll();
        for (var i = 0; i < Accounts; i++)
        {
            var (expected, score) = (HandWrittenScore.Score(_accounts[i]), Model.Score(_accounts[i]));
            var agree = double.IsNaN(expected)
                ? double.IsNaN(score) && double.IsNaN(_scores[i])
                : score.Equals(_scores[i]) && score.Equals(Model.Assess(_accounts[i]).Score) && Math.Abs(score - expected) <= 1.000001e-6;
            if (!agree)
                throw new InvalidOperationException("The library and the baseline score differently: they do not do the same work.");
        }
    }
}
