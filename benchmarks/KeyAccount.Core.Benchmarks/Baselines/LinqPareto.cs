namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>What a user would write: sort, then a running sum. The crossing rule at 80 % and 95 %, without ties, ranks and
/// shares.</summary>
public static class LinqPareto
{
    public static IReadOnlyList<(Account Account, char Tier)> Grade(IEnumerable<Account> accounts)
    {
        var sorted = accounts.OrderByDescending(account => account.Revenue).ToList();
        var total = sorted.Where(account => account.Revenue > 0).Sum(account => account.Revenue);
        var graded = new List<(Account Account, char Tier)>(sorted.Count);
        var before = 0m;
        foreach (var account in sorted)
        {
            var tier = account.Revenue <= 0 ? 'C' : before < 0.80m * total ? 'A' : before < 0.95m * total ? 'B' : 'C';
            graded.Add((account, tier));
            before += Math.Max(account.Revenue, 0);
        }

        return graded;
    }
}
