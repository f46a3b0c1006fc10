using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Benchmarks.Baselines;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Grading a whole portfolio: the two forms of the library against a sort with a running sum.</summary>
[MemoryDiagnoser]
public class ParetoBenchmarks
{
    private Account[] _accounts = [];
    private long[] _cents = [];
    private byte[] _tiers = [];

    [Params(1_000, 100_000, 1_000_000)]
    public int Accounts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // Log-normal revenue, as portfolios have it; the same on every run. No two alike: a running sum has no answer to a tie at a cut.
        var random = new Random(4_338);
        var cents = new HashSet<long>();
        while (cents.Count < Accounts)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            cents.Add((long)Math.Exp(16 + (1.5 * normal)));
        }

        _cents = [.. cents];
        _accounts = [.. _cents.Select((amount, i) => new Account($"{i:D7}", amount / 100m))];
        _tiers = new byte[Accounts];
        AssertAgreement();
    }

    [Benchmark(Baseline = true)]
    public IReadOnlyList<(Account Account, char Tier)> Linq() => LinqPareto.Grade(_accounts);

    [Benchmark]
    public ParetoGrading<Account> ObjectForm() => Pareto.Grade(_accounts, account => account.Revenue);

    [Benchmark]
    public byte[] IntegerForm()
    {
        Pareto.Grade(_cents, _tiers);
        return _tiers;
    }

    private void AssertAgreement()
    {
        var baseline = Linq().ToDictionary(graded => graded.Account.Id, graded => graded.Tier, StringComparer.Ordinal);
        var differs = ObjectForm().Accounts.Any(graded => graded.Tier.Name[0] != baseline[graded.Account.Id])
            || IntegerForm().Zip(_accounts).Any(graded => AccountTier.FromValue(graded.First).Name[0] != baseline[graded.Second.Id]);
        if (differs)
            throw new InvalidOperationException("The library and the baseline grade differently: they do not do the same work.");
    }
}
