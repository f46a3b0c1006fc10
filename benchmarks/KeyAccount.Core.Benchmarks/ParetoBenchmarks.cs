using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Benchmarks.Baselines;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Grading a whole portfolio: the two forms of the library against a sort with a running sum.</summary>
[MemoryDiagnoser]
public class ParetoBenchmarks : PortfolioBenchmarks
{
    private Account[] _accounts = [];
    private long[] _cents = [];
    private byte[] _tiers = [];

    [GlobalSetup]
    public void Setup()
    {
        _cents = Revenues.Cents(Accounts);
        _accounts = [.. _cents.Select((amount, i) => new Account($"{i:D7}", amount / 100m))];
        _tiers = new byte[Accounts];
        AssertAgreement();
    }

    [Benchmark(Baseline = true)]
    public IReadOnlyList<(Account Account, char Tier)> Linq() => LinqPareto.Grade(_accounts);

    [Benchmark]
    public IReadOnlyList<RankedAccount> LinqRanked() => LinqRanking.Grade(_accounts);

    [Benchmark]
    public byte[] Sorted()
    {
        SortedPareto.Grade(_cents, _tiers);
        return _tiers;
    }

    [Benchmark]
    public ParetoGrading<Account> ObjectForm() => Pareto.Grade(_accounts, account => account.Revenue);

    [Benchmark]
    public byte[] IntegerForm()
    {
        Pareto.Grade(_cents, _tiers);
        return _tiers;
    }

    // A running sum gives a tie at a cut two tiers: there, and only there, the baselines may differ.
    private void AssertAgreement()
    {
        var tiers = IntegerForm().ToArray();
        var differ = ObjectForm().Accounts.Any(
            graded => graded.Tier.Value != tiers[int.Parse(graded.Account.Id, System.Globalization.CultureInfo.InvariantCulture)])
            || Sorted().Zip(tiers).Count(pair => pair.First != pair.Second) > 2
            || !LinqRanked().Select(ranked => (ranked.Account, ranked.Rank, ranked.Tier)).SequenceEqual(
                ObjectForm().Accounts.Select(graded => (graded.Account, graded.Rank, graded.Tier.Name[0])))
            || Linq().Count(graded => graded.Tier == 'A') - tiers.Count(tier => tier == 1) is < -2 or > 2;
        if (differ)
            throw new InvalidOperationException("The library and a baseline grade differently: they do not do the same work.");
    }
}
