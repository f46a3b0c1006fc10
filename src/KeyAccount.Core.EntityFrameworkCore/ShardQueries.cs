using System.Linq.Expressions;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Queries over a portfolio that is spread over several ordinary databases: each holds a part, and all have the same EF model. The
/// accounts stay where they are; only sums are transferred.</summary>
/// <remarks>The contexts are used at the same time, each by one query; they may be of different providers. Give each as it is made, with
/// no query of its own running.</remarks>
public static class ShardQueries
{
    private const string Nothing = "No tier is stored; run again.";

    /// <summary>Grades the whole portfolio by amounts in minor units and stores the tier of each account where it is.</summary>
    /// <typeparam name="TContext">The class of the contexts.</typeparam>
    /// <typeparam name="TAccount">The class of the accounts: an entity.</typeparam>
    /// <param name="shards">A context of each database, at least one.</param>
    /// <param name="accounts">The accounts of a shard, all or a part: <c>shard => shard.Customers</c>.</param>
    /// <param name="revenue">The revenue of an account in one currency for all, not null: <c>c => c.RevenueInCents ?? 0</c>.</param>
    /// <param name="column">The property that receives the tier.</param>
    /// <param name="cuts">Where A and B end; null for <see cref="ParetoCuts.DefaultFor"/> the rule.</param>
    /// <param name="rule">How the cuts are read.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The tiers, the same as <see cref="Pareto.Grade{TAccount}"/> gives for all accounts together.</returns>
    /// <remarks>
    /// <para>Each shard sums its accounts by ranges of revenue, at most 1,024 rows a pass; the sums are added, the range that holds a limit
    /// is looked at closer, and the two limits go back. Then each shard stores its tiers by one update, which is whole or not at all, in
    /// the transaction of its context or in its own.</para>
    /// <para>Where a shard fails before the tiers are stored, none are. Where one fails while they are, the others keep theirs, and the
    /// exception says which: run again, and all have the tiers of that run. A portfolio that changes while it is summed is refused before
    /// anything is stored.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null that may not be, or a shard is.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    /// <exception cref="ArgumentException"><paramref name="shards"/> is empty, <paramref name="accounts"/> gives no query of a relational
    /// database, it cannot compute <paramref name="revenue"/>, or <paramref name="column"/> is no column of a table with a key.</exception>
    /// <exception cref="OverflowException">The positive amounts do not fit into 64 bits together: nothing is stored.</exception>
    /// <exception cref="InvalidOperationException">The portfolio has changed meanwhile: nothing is stored.</exception>
    /// <exception cref="ShardException">A shard failed; the message says which, and what is stored.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled; while the tiers are stored this is a failure of the
    /// shard.</exception>
    public static async Task<ShardGrading<TAccount>> GradeParetoAsync<TContext, TAccount>(
        this IReadOnlyList<TContext> shards,
        Func<TContext, IQueryable<TAccount>> accounts,
        Expression<Func<TAccount, long>> revenue,
        Expression<Func<TAccount, AccountTier?>> column,
        ParetoCuts? cuts = null,
        ParetoRule rule = ParetoRule.Crossing,
        CancellationToken cancellationToken = default)
        where TContext : DbContext
        where TAccount : class
    {
        var parts = PartsOf(shards, accounts);
        ArgumentNullException.ThrowIfNull(column);
        foreach (var shard in shards)
            _ = BandStoring.ColumnOf(shard.Database, column);
        ParetoCuts used = ParetoCuts.DefaultFor(rule);
        foreach (var part in parts)
            used = ParetoQueries.Check(part, revenue, cuts, rule);
        long rows = 0;
        var amounts = parts.Select(part => part.Select(revenue)).ToArray();
        var whole = await WholeAsync();
        var limits = new long[2];
        foreach (var (i, cut) in (IEnumerable<(int, decimal)>)[(0, used.A), (1, used.B)])
        {
            var search = new ParetoNarrowing(cut, whole, rule);
            while (search.Next is { } ranges)
            {
                var sums = await EachAsync(amounts, Nothing, each => ParetoQueries.RangesAsync(each, ranges, cancellationToken));
                rows += sums.Sum(part => part.Count);
                search.Add(sums.SelectMany(part => part));
            }

            limits[i] = search.Reached;
        }

        if (await WholeAsync() != whole)
            throw new InvalidOperationException("The portfolio changed while it was being summed. No tier is stored; run again.");
        var tiers = new ParetoTiers<TAccount>(revenue, limits[0], limits[1], whole.Count, whole.Total, used, rule);
        return new(tiers, await StoreAsync(shards, parts, column, tiers, cancellationToken), rows);

        async Task<ParetoWhole> WholeAsync()
        {
            var wholes = await EachAsync(amounts, Nothing, each => ParetoQueries.WholeAsync(each, cancellationToken));
            rows += wholes.Length;
            return ParetoNarrowing.Whole(wholes, ParetoQueries.Half);
        }
    }

    /// <summary>Counts the accounts of each band over all shards, caps applied.</summary>
    /// <typeparam name="TContext">The class of the contexts.</typeparam>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="shards">A context of each database, at least one.</param>
    /// <param name="accounts">The accounts of a shard: <c>shard => shard.Customers</c>.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Every band from the lowest, and last the accounts that are not rated.</returns>
    /// <exception cref="ArgumentNullException">An argument is null, or a shard is.</exception>
    /// <exception cref="ArgumentException"><paramref name="shards"/> is empty, or <paramref name="accounts"/> gives no query of a
    /// relational database.</exception>
    /// <exception cref="InvalidModelException">A provider cannot compute a criterion or a cap.</exception>
    /// <exception cref="ShardException">A shard failed; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static async Task<IReadOnlyList<BandCount<TBand>>> CountByBandAsync<TContext, TSource, TBand>(
        this IReadOnlyList<TContext> shards,
        Func<TContext, IQueryable<TSource>> accounts,
        Scorecard<TSource, TBand> scorecard,
        CancellationToken cancellationToken = default)
        where TContext : DbContext
        where TBand : class
    {
        var parts = PartsOf(shards, accounts);
        ArgumentNullException.ThrowIfNull(scorecard);
        var counts = await EachAsync(parts, "Run again.", part => part.CountByBandAsync(scorecard, cancellationToken));
        return [.. counts[0].Select((each, i) => each with { Accounts = counts.Sum(part => part[i].Accounts) })];
    }

    private static IQueryable<TSource>[] PartsOf<TContext, TSource>(
        IReadOnlyList<TContext> shards, Func<TContext, IQueryable<TSource>> accounts)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(accounts);
        if (shards.Count == 0)
            throw new ArgumentException("shards is empty; it must have at least one.", nameof(shards));
        foreach (var shard in shards)
            ArgumentNullException.ThrowIfNull(shard, nameof(shards));
        return [.. shards.Select(accounts)];
    }

    private static async Task<IReadOnlyList<int>> StoreAsync<TContext, TAccount>(
        IReadOnlyList<TContext> shards, IQueryable<TAccount>[] parts, Expression<Func<TAccount, AccountTier?>> column,
        ParetoTiers<TAccount> tiers, CancellationToken cancellationToken)
        where TContext : DbContext
        where TAccount : class
    {
        var stored = new int?[parts.Length];
        var failed = await TryEachAsync(parts, async (part, i) => stored[i] = await BandStoring.StoreAsync(
            shards[i].Database, part, column, tiers.Place, AccountTier.InOrder, cancellationToken));
        if (failed.Count == 0)
            return [.. stored.Select(each => each!.Value)];
        int[] kept = [.. Enumerable.Range(0, parts.Length).Where(i => stored[i] is not null)];
        throw new ShardException(failed, kept, kept.Length == 0 ? Nothing
            : $"The tiers are stored in {string.Join(", ", kept.Select(i => FormattableString.Invariant($"shards[{i}]")))} and not in the "
            + "others, which keep their old ones; run again, and all of them get the tiers of that run.");
    }

    private static async Task<T[]> EachAsync<TPart, T>(IReadOnlyList<TPart> parts, string state, Func<TPart, Task<T>> ask)
    {
        var answers = new T[parts.Count];
        var failed = await TryEachAsync(parts, async (part, i) => answers[i] = await ask(part));
        return failed.Count == 0 ? answers : throw new ShardException(failed, [], state);
    }

    // All at once, and all to the end: a shard that fails stops no other. What is misuse or given up is not the failure of a shard.
    private static async Task<IReadOnlyDictionary<int, Exception>> TryEachAsync<TPart>(
        IReadOnlyList<TPart> parts, Func<TPart, int, Task> ask)
    {
        var failed = new Dictionary<int, Exception>();
        var asked = parts.Select((part, i) => ask(part, i)).ToArray();
        for (var i = 0; i < asked.Length; i++)
        {
            try
            {
                await asked[i];
            }
#pragma warning disable CA1031 // whatever it is, the caller must learn which shard it comes from
            catch (Exception e) when (e is not (ArgumentException or OperationCanceledException))
#pragma warning restore CA1031
            {
                failed[i] = e;
            }
        }

        return failed;
    }
}
