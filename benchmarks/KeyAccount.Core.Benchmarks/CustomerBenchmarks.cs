using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Benchmarks.Baselines;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Benchmarks;

/// <summary>100,000 accounts with 12 features against the five best, beside a plain loop; the white space of 10,000 accounts and 200
/// categories.</summary>
[MemoryDiagnoser]
public class CustomerBenchmarks
{
    private static readonly int Accounts = BenchmarkSizes.AtMost(100_000);

    private static readonly int[] Best = [.. ((int[])[1, 20, 300, 4_000, 50_000]).Where(account => account < Accounts)];

    private readonly GowerFeature[] _features = Customers.Kinds(12);
    private readonly double[][] _columns = Customers.Features(Accounts, 12);
    private readonly double[] _means = new double[Accounts];
    private readonly WhiteSpaceAccount[] _spending = Customers.Spending(BenchmarkSizes.AtMost(10_000), 200);
    private Gower _gower = null!;

    [GlobalSetup]
    public void Prepare() => _gower = new(_features, _columns);

    [Benchmark(Baseline = true)]
    public double[] PlainLoop() => PlainGower.Means(_features, _columns, Best);

    [Benchmark]
    public double[] Blocked()
    {
        _gower.MeanSimilarity(Best, _means);
        return _means;
    }

    [Benchmark]
    public double[] BlockedWithCopy()
    {
        new Gower(_features, _columns).MeanSimilarity(Best, _means);
        return _means;
    }

    // The fields of every tenth account with their benchmarks, which puts the peers of every category in order.
    [Benchmark]
    public int WhiteSpaceExplained()
    {
        var space = WhiteSpaceMatrix.Of(_spending, Customers.Today);
        return Enumerable.Range(0, _spending.Length / 10).Sum(i => space.CellsOf(_spending[10 * i].Id).Count);
    }

    [Benchmark]
    public WhiteSpaceSummary WhiteSpace() => WhiteSpaceMatrix.Of(_spending, Customers.Today).Summarise();
}
