using BenchmarkDotNet.Attributes;
using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Benchmarks;

/// <summary>What each account of a portfolio will order in 39 weeks, one after the other and on all cores.</summary>
[MemoryDiagnoser]
public class LifetimeValueBenchmarks : PortfolioBenchmarks
{
    private static readonly ParetoNbd Pareto = new(0.553, 10.578, 0.606, 11.669);
    private static readonly BgCnbd Regular = new(3, 1.5, 4.414, 0.793, 2.426);

    private RepeatPurchaseSummary[] _accounts = [];
    private double[] _expected = [];

    [GlobalSetup]
    public void Setup()
    {
        _accounts = Buyers.Of(Accounts);
        _expected = new double[Accounts];
    }

    [Benchmark(Baseline = true)]
    public double BgNbd() => Sum(Buyers.Cdnow);

    [Benchmark]
    public double[] BgNbdInParallel()
    {
        Parallel.For(0, _accounts.Length, i => _expected[i] = Of(Buyers.Cdnow, _accounts[i]));
        return _expected;
    }

    [Benchmark]
    public double ParetoNbd() => Sum(Pareto);

    [Benchmark]
    public double BgCnbd() => Sum(Regular);

    private double Sum(IPurchaseModel model)
    {
        var sum = 0.0;
        foreach (var account in _accounts)
            sum += Of(model, account);
        return sum;
    }

    private static double Of(IPurchaseModel model, RepeatPurchaseSummary account) =>
        model.ExpectedOrders(39, account.Orders, account.LastOrder, account.Age);
}
