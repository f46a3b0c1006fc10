using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Benchmarks;

/// <summary>The accounts of the benchmark, and the ways to count them.</summary>
internal static class Accounts
{
    public static async Task Fill(AccountContext context, int rows)
    {
        await context.Database.EnsureCreatedAsync();
        await context.Database.ExecuteSqlRawAsync(
            """
            SELECT setseed(0.5);
            INSERT INTO "Accounts" ("AnnualPurchases", "GrossMarginRate", "CreditDays", "MarketGrowthRate", "CategorySpend", "BudgetTrend",
                "IndustryInfluence", "TechnicalSynergy", "LongTermCommitment", "DebtOverdueDays", "NetProfit")
            SELECT bought, CASE WHEN random() < .1 THEN NULL ELSE random() * .5 END,
                CASE WHEN random() < .1 THEN NULL ELSE random() * 120 END, random() * .3 - .1,
                CASE WHEN random() < .1 THEN NULL ELSE coalesce(bought, 0) + round((random() * 9000000)::numeric, 2) END, random() * .4 - .2,
                1 + floor(random() * 4)::int, 1 + floor(random() * 4)::int, CASE WHEN random() < .1 THEN NULL ELSE 1 + floor(random() * 4)::int END,
                random() * 95, round((random() * 500000 - 20000)::numeric, 2)
            FROM (SELECT CASE WHEN random() < .1 THEN NULL ELSE round((random() * 5000000)::numeric, 2) END AS bought
                FROM generate_series(1, {0})) purchases
            """,
            rows);
        await context.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
    }

    /// <summary>Puts the same accounts into another database.</summary>
    public static async Task Copy(AccountContext from, AccountContext to)
    {
        await to.Database.EnsureCreatedAsync();
        to.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await to.Database.BeginTransactionAsync();
        await foreach (var some in Chunks(from.Accounts.AsNoTracking().AsAsyncEnumerable()))
        {
            to.AddRange(some);
            await to.SaveChangesAsync();
            to.ChangeTracker.Clear();
        }

        await transaction.CommitAsync();
    }

    /// <summary>Loads every account and scores it here.</summary>
    public static async Task<IReadOnlyList<long>> CountHere(AccountContext context, Scorecard<AccountValueFacts, AccountTier> model)
    {
        var counts = new long[model.Bands.InOrder.Count + 1];
        await foreach (var facts in context.Accounts.AsNoTracking().AsAsyncEnumerable())
            counts[model.BandOf(facts) is { } band ? model.Bands.IndexOf(band) : ^1]++;
        return counts;
    }

    public static async Task<IReadOnlyList<long>> CountByHand(AccountContext context, string sql, int bands)
    {
        var counts = new long[bands + 1];
        foreach (var each in await context.Database.SqlQueryRaw<PlaceCount>(sql).ToListAsync())
            counts[each.Place < 0 ? ^1 : each.Place] = each.Accounts;
        return counts;
    }

    private static async IAsyncEnumerable<AccountValueFacts[]> Chunks(IAsyncEnumerable<AccountValueFacts> all)
    {
        var some = new List<AccountValueFacts>();
        await foreach (var each in all)
        {
            some.Add(each);
            if (some.Count == 5_000)
            {
                yield return [.. some];
                some.Clear();
            }
        }

        if (some.Count > 0)
            yield return [.. some];
    }

    private sealed class PlaceCount
    {
        public required int Place { get; init; }

        public required long Accounts { get; init; }
    }
}
