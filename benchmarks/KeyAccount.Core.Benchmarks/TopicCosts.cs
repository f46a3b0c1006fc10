using System.Diagnostics;
using System.Globalization;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.Benchmarks;

/// <summary><c>dotnet run -c Release --project benchmarks/KeyAccount.Core.Benchmarks -- topics</c>: what each topic of a review takes of an
/// account of the sample, in microseconds and bytes. The topics are judged in turns, so that a noisy machine is noisy to all of them; the
/// spread is that of the rounds.</summary>
internal static class TopicCosts
{
    public const string Name = "topics";

    private const int Accounts = 400;
    private const int Rounds = 9;

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
        })).ToArray();

        // The first rounds are for the JIT.
        for (var round = -3; round < Rounds; round++)
        {
            foreach (var cost in costs)
                cost.Measure(isCounted: round >= 0);
        }

        Console.WriteLine($"{"topic, for an account of the sample",-36} {"µs",8} {"from",8} {"to",8} {"bytes",9}");
        foreach (var cost in costs)
        {
            var (median, from, to) = cost.Microseconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{cost.Name,-36} {median,8:0.00} {from,8:0.00} {to,8:0.00} {cost.Bytes,9:0}"));
        }

        return 0;
    }

    private sealed class Cost(string name, Action action)
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
            Bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)Accounts;
            if (isCounted)
                _times.Add(time.TotalMicroseconds / Accounts);
        }
    }
}
