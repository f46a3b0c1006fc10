using BenchmarkDotNet.Attributes;
using KeyAccount.Core.Benchmarks.Baselines;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Scoring accounts that are held as nine columns, against code written for them and against reading them once.</summary>
[MemoryDiagnoser]
public class ColumnBenchmarks : PortfolioBenchmarks
{
    private readonly ParallelOptions _options = new();
    private IReadOnlyDictionary<string, ReadOnlyMemory<double>> _columns = new Dictionary<string, ReadOnlyMemory<double>>(
        StringComparer.Ordinal);
    private double[] _scores = [];
    private int[] _bands = [];

    [GlobalSetup]
    public void Setup()
    {
        _columns = NineCriteria.Columns(Accounts);
        _scores = new double[Accounts];
        _bands = new int[Accounts];
        var expected = BranchFree().ToArray();
        if (!ScoreColumns().Zip(expected).All(pair => NineCriteria.Agree(pair.First, pair.Second)))
            throw new InvalidOperationException("The library and the baseline score differently: they do not do the same work.");
    }

    [Benchmark(Baseline = true)]
    public double[] BranchFree()
    {
        NineCriteria.BranchFree(_columns, _scores);
        return _scores;
    }

    [Benchmark]
    public double ReadOnce()
    {
        var sum = 0.0;
        foreach (var column in _columns.Values)
            sum += ColumnReader.Sum(column.Span);
        return sum;
    }

    [Benchmark]
    public double[] ScoreColumns()
    {
        NineCriteria.Model.ScoreColumns(_columns, _scores);
        return _scores;
    }

    [Benchmark]
    public int[] ScoreColumnsWithBands()
    {
        NineCriteria.Model.ScoreColumns(_columns, _scores, _bands);
        return _bands;
    }

    [Benchmark]
    public double[] ScoreColumnsOnAllCores()
    {
        NineCriteria.Model.ScoreColumns(_columns, _scores.AsMemory(), default, _options);
        return _scores;
    }
}
