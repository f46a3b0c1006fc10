using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Benchmarks;

/// <summary>The workload of the scorecard benchmarks: a model of nine criteria with every kind of scale, and a portfolio in which one value
/// in ten is not known; the same on every run.</summary>
public static class NineCriteria
{
    public static Scorecard<ScoredAccount, AccountTier> Model { get; } = Build();

    public static Scorecard<ScoredAccount, AccountTier> Build() => Scorecard.For<ScoredAccount, AccountTier>("nine")
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

    public static ScoredAccount[] Accounts(int count)
    {
        var random = new Random(9_009);
        double? Perhaps(double value) => random.Next(10) == 0 ? null : value;
        int? PerhapsWhole(int value) => random.Next(10) == 0 ? null : value;
        return [.. Enumerable.Range(0, count).Select(_ => new ScoredAccount
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
    }

    /// <summary>A portfolio as columns, without the objects it could come from.</summary>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<double>> Columns(int count)
    {
        var random = new Random(9_010);
        double Perhaps(double value) => random.Next(10) == 0 ? double.NaN : value;
        ReadOnlyMemory<double> Column(Func<double> value)
        {
            var column = new double[count];
            for (var i = 0; i < count; i++)
                column[i] = Perhaps(value());
            return column;
        }

        return new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal)
        {
            ["target"] = Column(() => random.NextDouble() * 1.5),
            ["margin"] = Column(() => (random.NextDouble() * 0.6) - 0.1),
            ["growth"] = Column(() => random.NextDouble() - 0.5),
            ["visits"] = Column(() => random.Next(30)),
            ["share"] = Column(random.NextDouble),
            ["payment"] = Column(() => random.NextDouble() * 150),
            ["complaints"] = Column(() => random.Next(10)),
            ["years"] = Column(() => random.Next(15)),
            ["tier"] = Column(() => random.Next(1, 4)),
        };
    }

    /// <summary>The same columns for <see cref="Baselines.BranchFreeColumns"/>.</summary>
    public static void BranchFree(IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns, double[] scores) =>
        Baselines.BranchFreeColumns.Score(
        columns["target"].Span,
        columns["margin"].Span,
        columns["growth"].Span,
        columns["visits"].Span,
        columns["share"].Span,
        columns["payment"].Span,
        columns["complaints"].Span,
        columns["years"].Span,
        columns["tier"].Span,
        scores);

    /// <summary>Whether two scores are the same but for what the order of operations makes of the last place.</summary>
    public static bool Agree(double left, double right) => double.IsNaN(left) ? double.IsNaN(right) : Math.Abs(left - right) <= 1.000001e-6;
}
