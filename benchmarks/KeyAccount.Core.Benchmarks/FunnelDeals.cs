using System.Globalization;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Deals to measure with; the same on every run.</summary>
internal static class FunnelDeals
{
    public static readonly LocalDate Today = new(2026, 5, 15);

    // Thousands on a grid of one; together 10,000 steps.
    public static Bet[] Bets(int count, int steps)
    {
        var random = new Random(3_001);
        return [.. Enumerable.Range(0, count).Select(_ => new Bet((steps / count) + random.Next(-2, 3), Math.Round(random.NextDouble(), 6)))];
    }

    public static IEnumerable<Opportunity> Opportunities(int count)
    {
        var random = new Random(3_002);
        for (var i = 0; i < count; i++)
        {
            var last = random.Next(7);
            var history = new List<StageEntry>();
            var day = Today.PlusDays(-random.Next(200, 400));
            for (var stage = random.Next(last + 1); stage <= last; stage++)
            {
                history.Add(new(FunnelStage.FromValue(stage), day));
                day = day.PlusDays(random.Next(25));
            }

            yield return new()
            {
                Id = i.ToString(CultureInfo.InvariantCulture),
                AccountId = random.Next(100_000).ToString(CultureInfo.InvariantCulture),
                Amount = random.Next(1, 500_000),
                History = history,
                ExpectedClose = Today.PlusDays(random.Next(120)),
                Channel = LeadChannel.FromValue(1 + random.Next(10)),
                Owner = "owner " + random.Next(50).ToString(CultureInfo.InvariantCulture),
                Outcome = random.Next(3) switch
                {
                    0 => DealOutcome.Won(Today),
                    1 => DealOutcome.Lost(Today, LossReason.FromValue(1 + random.Next(6))),
                    _ => null,
                },
            };
        }
    }
}
