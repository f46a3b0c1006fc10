using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Benchmarks;

/// <summary><c>dotnet run -c Release --project benchmarks/KeyAccount.Core.Benchmarks -- topics</c>: what each topic of a review takes of an
/// account of the sample, in microseconds and bytes, and what a model takes to its first answers. All are measured in turns, so that a noisy
/// machine is noisy to all of them; the spread is that of the rounds.</summary>
internal static class TopicCosts
{
    public const string Name = "topics";

    private const int Accounts = 400;
    private const int Rounds = 9;
    private static readonly ScoredAccount Account = NineCriteria.Accounts(1)[0];
    private static double _weight = 20;

    public static int Run()
    {
        using var file = new MemoryStream();
        LargeReview.Write(file, Accounts);
        var portfolio = Portfolio.FromJson(file.ToArray());
        var reviewer = new AccountReviewer();
        var run = reviewer.Begin(portfolio);

        // A topic judges again what has been judged, and is asked as the reviewer asks it, who keeps that to himself.
        var judged = run.Accounts.Select(ranked => (Review: run.Review(ranked), Account: portfolio.Accounts[ranked.Index])).ToArray();
        var costs = AccountTopic.Ready.Select(topic =>
        {
            var judge = typeof(AccountTopic).GetMethod("Judge", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                .CreateDelegate<Func<AccountReview, AccountFile, ReviewModels, AccountReview>>(topic);
            return new Cost(topic.Topic.Name, () =>
            {
                foreach (var (review, account) in judged)
                    GC.KeepAlive(judge(review, account, reviewer.Models));
            });
        }).Append(new("the whole review", () =>
        {
            foreach (var review in run.Reviews())
                GC.KeepAlive(review);
        })).Append(new("the whole review, from JSON to JSON", () =>
        {
            file.Position = 0;
            using var json = new Utf8JsonWriter(Stream.Null);
            new AccountReviewer().Begin(PortfolioFile.Read(file)).WriteTo(json);
        })).Append(new("a scorecard built, to its first answers", () => Answers(NineCriteria.Build()), 1))
        .Append(new("a further tenant of it, to its first answers", () => Answers(NineCriteria.Model.With(Settings())), 1)).ToArray();

        // The first rounds are for the JIT.
        for (var round = -3; round < Rounds; round++)
        {
            foreach (var cost in costs)
                cost.Measure(isCounted: round >= 0);
        }

        Console.WriteLine($"{"topic, for an account of the sample",-44} {"µs",8} {"from",8} {"to",8} {"bytes",9}");
        foreach (var cost in costs)
        {
            var (median, from, to) = cost.Microseconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{cost.Name,-44} {median,8:0.00} {from,8:0.00} {to,8:0.00} {cost.Bytes,9:0}"));
        }

        return 0;
    }

    private static void Answers(Scorecard<ScoredAccount, AccountTier> model)
    {
        GC.KeepAlive(model.Assess(Account));
        GC.KeepAlive(model.BandOf(Account));
        _ = model.Score(Account);
    }

    private static ScorecardSettings Settings() => new()
    {
        Version = "t", Criteria = new Dictionary<string, CriterionSettings>(StringComparer.Ordinal) { ["target"] = new() { Weight = _weight += 0.001 } },
    };

    private sealed class Cost(string name, Action action, int units = Accounts)
    {
        private readonly List<double> _times = [];

        public string Name => name;

        public double Bytes { get; private set; }

        public (double Median, double From, double To) Microseconds
        {
            get
            {
                var sorted = _times.Order().ToArray();
                return (sorted[sorted.Length / 2], sorted[0], sorted[^1]);
            }
        }

        public void Measure(bool isCounted)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            action();
            var time = Stopwatch.GetElapsedTime(start);
            Bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)units;
            if (isCounted)
                _times.Add(time.TotalMicroseconds / units);
        }
    }
}
