using System.Runtime.InteropServices;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The share of each row in an area under the ROC curve, and the resulting standard error: by row, or by account if an account has
/// several rows.</summary>
internal static class OutcomeShares
{
    /// <summary>DeLong's standard error; null if there are fewer than two accounts of a kind.</summary>
    /// <param name="deviations">The difference between the share of each row and the area; NaN for a row that does not count.</param>
    /// <param name="events">Whether the event happened.</param>
    /// <param name="weights">The weight of each row; empty if all count the same.</param>
    /// <param name="accounts">The account of each row; empty if each row is a different account.</param>
    /// <remarks>The shares of one account, with the event and without, are added before they are squared, so that what its rows have in
    /// common counts once. If each account has one row, this is S₁₀/m + S₀₁/n. After Obuchowski 1997, Biometrics 53:567–578.</remarks>
    public static double? ErrorOf(
        ReadOnlySpan<double> deviations, ReadOnlySpan<bool> events, ReadOnlySpan<double> weights, ReadOnlySpan<int> accounts)
    {
        var sums = new Dictionary<int, Share>();
        for (var i = 0; i < deviations.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            if (double.IsNaN(deviations[i]) || weight == 0)
                continue;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, accounts.IsEmpty ? i : accounts[i], out _);
            sum = events[i]
                ? sum with { OfEvents = sum.OfEvents + (weight * deviations[i]), Events = sum.Events + weight }
                : sum with { OfOthers = sum.OfOthers + (weight * deviations[i]), Others = sum.Others + weight };
        }

        double events1 = 0, others1 = 0, events2 = 0, others2 = 0;
        int happened = 0, not = 0;
        foreach (var sum in sums.Values)
        {
            (events1, others1) = (events1 + sum.Events, others1 + sum.Others);
            (events2, others2) = (events2 + (sum.Events * sum.Events), others2 + (sum.Others * sum.Others));
            (happened, not) = (happened + (sum.Events > 0 ? 1 : 0), not + (sum.Others > 0 ? 1 : 0));
        }

        if (happened < 2 || not < 2)
            return null;
        var (byEvents, byOthers) = (Math.Sqrt((events1 * events1) - events2), Math.Sqrt((others1 * others1) - others2));
        var variance = 0.0;
        foreach (var sum in sums.Values)
            variance += RankedOutcomes.Squared((sum.OfEvents / byEvents) + (sum.OfOthers / byOthers));

        // What two equal scores differ by is rounding.
        return variance < 1e-30 ? 0 : Math.Sqrt(variance);
    }

    // The share of the other kind that each account is on the right side of, a tie counting half.
    public static double[] Of(double[] scores, ReadOnlySpan<bool> events, ReadOnlySpan<double> weights)
    {
        var sorted = (double[])scores.Clone();
        var order = new int[scores.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(sorted, order);

        // NaN is sorted to the front.
        var start = 0;
        while (start < sorted.Length && double.IsNaN(sorted[start]))
            start++;
        double allEvents = 0, allOthers = 0;
        for (var i = start; i < order.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[order[i]];
            if (events[order[i]])
                allEvents += weight;
            else
                allOthers += weight;
        }

        var placements = new double[scores.Length];
        double eventsBelow = 0, othersBelow = 0;
        for (int from = start, to; from < order.Length; from = to)
        {
            double tiedEvents = 0, tiedOthers = 0;
            for (to = from; to < order.Length && sorted[to] == sorted[from]; to++)
            {
                var weight = weights.IsEmpty ? 1 : weights[order[to]];
                if (events[order[to]])
                    tiedEvents += weight;
                else
                    tiedOthers += weight;
            }

            var (ofEvent, ofOther) = (
                (othersBelow + (tiedOthers / 2)) / allOthers, 1 - ((eventsBelow + (tiedEvents / 2)) / allEvents));
            for (var i = from; i < to; i++)
                placements[order[i]] = events[order[i]] ? ofEvent : ofOther;
            (eventsBelow, othersBelow) = (eventsBelow + tiedEvents, othersBelow + tiedOthers);
        }

        return placements;
    }

    /// <summary>The sums over the rows of an account.</summary>
    private readonly record struct Share(double OfEvents, double OfOthers, double Events, double Others);
}
