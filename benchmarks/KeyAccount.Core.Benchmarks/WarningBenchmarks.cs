using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Benchmarks;

/// <summary>The warning signs of accounts with 36 months each: the time is that of all accounts, and the aim below 2 µs for each month of
/// data.</summary>
[MemoryDiagnoser]
public class WarningBenchmarks
{
    private WarningData[] _accounts = [];

    public static IEnumerable<int> Sizes => BenchmarkSizes.Or(1_000, 100_000);

    /// <summary>How many accounts.</summary>
    [ParamsSource(nameof(Sizes))]
    public int Accounts { get; set; }

    [GlobalSetup]
    public void Setup() => _accounts = WarningAccounts.Of(Accounts);

    [Benchmark]
    public int Signs()
    {
        var signs = 0;
        foreach (var account in _accounts)
            signs += WarningReport.Of(account, WarningAccounts.Today).Signs.Count;
        return signs;
    }
}
