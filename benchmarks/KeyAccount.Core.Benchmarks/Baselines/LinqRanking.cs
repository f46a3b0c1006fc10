namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>The same work as that of the library, as a user would write it: sort, then for each account rank, share, cumulative share and
/// tier, equal for equal revenue. The crossing rule at 80 % and 95 %; sums exact, shares as doubles.</summary>
public static class LinqRanking
{
    public static IReadOnlyList<RankedAccount> Grade(IEnumerable<Account> accounts)
    {
        var sorted = accounts.OrderByDescending(account => account.Revenue).ToList();
        var total = sorted.Where(account => account.Revenue > 0).Sum(account => account.Revenue);
        var (a, b, divisor) = (0.80m * total, 0.95m * total, (double)total);
        var ranked = new List<RankedAccount>(sorted.Count);
        var before = 0m;
        for (int start = 0, end; start < sorted.Count; start = end)
        {
            var revenue = sorted[start].Revenue;
            for (end = start + 1; end < sorted.Count && sorted[end].Revenue == revenue; end++)
            {
            }

            var positive = Math.Max(revenue, 0);
            var after = before + (positive * (end - start));
            var tier = revenue <= 0 ? 'C' : before < a ? 'A' : before < b ? 'B' : 'C';
            for (var i = start; i < end; i++)
                ranked.Add(new(sorted[i], start + 1, (double)positive / divisor, (double)after / divisor, tier));
            before = after;
        }

        return ranked;
    }
}

/// <summary>An account with what a ranking says of it.</summary>
public readonly record struct RankedAccount(Account Account, int Rank, double Share, double CumulativeShare, char Tier);
