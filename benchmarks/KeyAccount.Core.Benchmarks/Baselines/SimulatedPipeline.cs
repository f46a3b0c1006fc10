using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>What a spreadsheet add-in does where an exact distribution is missing: draws every deal, over and over.</summary>
internal static class SimulatedPipeline
{
    /// <summary>So many runs that the standard error of a probability is a thousandth at most: p(1 − p)/n ≤ ¼/n.</summary>
    public const int Runs = 250_000;

    public static double ProbabilityAtLeast(Bet[] bets, decimal target, int runs = Runs)
    {
        var random = new Random(30);
        var amounts = Array.ConvertAll(bets, bet => (double)bet.Amount);
        var (limit, reached) = ((double)target, 0);
        for (var run = 0; run < runs; run++)
        {
            var sum = 0.0;
            for (var i = 0; i < bets.Length; i++)
                sum += random.NextDouble() < bets[i].Odds ? amounts[i] : 0;
            if (sum >= limit)
                reached++;
        }

        return reached / (double)runs;
    }
}
