using System.Linq.Expressions;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Queries over a portfolio that is spread over several ordinary databases: each holds a part, and all have the same EF model. The
/// accounts stay where they are; only sums are transferred.</summary>
/// <remarks>The contexts are used at the same time, each by one query; they may be of different providers. Give each as it is made, with
/// no query of its own running. Each database is used once: two contexts of one would wait for each other.</remarks>
public static class ShardQueries
{
    private const string Nothing = "No tier is stored; run again.";
    private const string RunAgain = "run again, and all of them get the tiers of that run.";

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
    /// <para>A portfolio that changes meanwhile is refused, and nothing is stored. It is compared twice: when the limits are known they
    /// must still be those of all shards together; and after its update, before it commits, each shard must still have the same accounts
    /// and revenue on both sides of each limit, and each account the tier of its revenue. The database has locked the rows of the update
    /// by then. What it has not locked, it cannot notice: an account that another program stores, and revenue that comes from other
    /// tables, between this and the commit; and between its sums and its update where <paramref name="accounts"/> chooses by the tier.
    /// Where that happens, grade in a transaction of each context that is serializable, or again.</para>
    /// <para>Where a shard fails before the tiers are stored, none are. Where one fails while they are, or is cancelled, all are waited
    /// for, the others keep theirs, and the exception says which: run again, and all of them get the tiers of that run. Transactions of the
    /// contexts remain the caller's to commit; what is refused is taken back to a savepoint, where the provider has them.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null that may not be, or a shard is.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    /// <exception cref="ArgumentException"><paramref name="shards"/> is empty, <paramref name="accounts"/> gives no query of a relational
    /// database, it cannot compute <paramref name="revenue"/>, or <paramref name="column"/> is no column of a table with a key.</exception>
    /// <exception cref="OverflowException">The positive amounts do not fit into 64 bits together: nothing is stored.</exception>
    /// <exception cref="InvalidOperationException">The portfolio has changed meanwhile: nothing is stored.</exception>
    /// <exception cref="ShardException">A shard failed, or has no valid connection; the message says which, and what is
    /// stored.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled before the tiers are stored; while they are, this is a
    /// failure of the shard.</exception>
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
        ArgumentNullException.ThrowIfNull(column);
        var parts = PartsOf(shards, accounts, Nothing);
        foreach (var shard in shards)
            _ = BandStoring.ColumnOf(shard.Database, column);
        ParetoCuts used = ParetoCuts.DefaultFor(rule);
        foreach (var part in parts)
            used = ParetoQueries.Check(part, revenue, cuts, rule);
        long rows = 0;
        var amounts = parts.Select(part => part.Select(revenue)).ToArray();
        var wholes = await EachAsync(amounts, Nothing, each => ParetoQueries.WholeAsync(each, cancellationToken), cancellationToken);
        rows += wholes.Length;
        var whole = ParetoNarrowing.Whole(wholes, ParetoQueries.Half);
        var limits = (A: await LimitAsync(used.A), B: await LimitAsync(used.B));
        var sums = await EachAsync(amounts, Nothing, each => ShardSums.ReadAsync(each, limits, cancellationToken), cancellationToken);
        if (ParetoNarrowing.Whole(sums.Select(each => each.Whole), ParetoQueries.Half) != whole
            || !ShardSums.Holds(sums.Select(each => each.A), limits.A, used.A, whole, rule)
            || !ShardSums.Holds(sums.Select(each => each.B), limits.B, used.B, whole, rule))
            throw Changed();
        var tiers = new ParetoTiers<TAccount>(revenue, limits.A, limits.B, whole.Count, whole.Total, used, rule);
        var stored = await StoreAsync(shards, (shard, i) => ShardUpdate.BeginAsync(
            shard.Database, parts[i], revenue, column, tiers, limits, sums[i], cancellationToken));
        return new(tiers, stored, rows + (2 * ShardSums.Rows * sums.Length));

        async Task<long> LimitAsync(decimal cut)
        {
            var search = new ParetoNarrowing(cut, whole, rule);
            while (search.Next is { } ranges)
            {
                var found = await EachAsync(
                    amounts, Nothing, each => ParetoQueries.RangesAsync(each, ranges, cancellationToken), cancellationToken);
                rows += found.Sum(part => part.Count);
                search.Add(found.SelectMany(part => part));
            }

            return search.Reached;
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
    /// <exception cref="ShardException">A shard failed, or has no valid connection; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static async Task<IReadOnlyList<BandCount<TBand>>> CountByBandAsync<TContext, TSource, TBand>(
        this IReadOnlyList<TContext> shards,
        Func<TContext, IQueryable<TSource>> accounts,
        Scorecard<TSource, TBand> scorecard,
        CancellationToken cancellationToken = default)
        where TContext : DbContext
        where TBand : class
    {
        const string state = "Run again.";
        ArgumentNullException.ThrowIfNull(scorecard);
        var parts = PartsOf(shards, accounts, state);
        foreach (var part in parts)
            _ = Scored<TSource, TBand>.Of(part, scorecard, withCaps: true);
        var counts = await EachAsync(parts, state, part => part.CountByBandAsync(scorecard, cancellationToken), cancellationToken);
        return [.. counts[0].Select((each, i) => each with { Accounts = counts.Sum(part => part[i].Accounts) })];
    }

    private static IQueryable<TSource>[] PartsOf<TContext, TSource>(
        IReadOnlyList<TContext> shards, Func<TContext, IQueryable<TSource>> accounts, string state)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(accounts);
        if (shards.Count == 0)
            throw new ArgumentException("shards is empty; it must have at least one.", nameof(shards));
        foreach (var shard in shards)
            ArgumentNullException.ThrowIfNull(shard, nameof(shards));

        // A shard without a valid connection would else be told as a query that its provider cannot compute.
        var failed = new Dictionary<int, Exception>();
        for (var i = 0; i < shards.Count; i++)
        {
            try
            {
                if (shards[i].Database.IsRelational())
                    _ = shards[i].Database.GetDbConnection();
            }
#pragma warning disable CA1031 // whatever it is, the caller must learn which shard it comes from
            catch (Exception e)
#pragma warning restore CA1031
            {
                failed[i] = e;
            }
        }

        return failed.Count == 0 ? [.. shards.Select(accounts)] : throw new ShardException(failed, [], state);
    }

    // No shard commits before all have written and none has changed.
    private static async Task<IReadOnlyList<int>> StoreAsync<TContext>(
        IReadOnlyList<TContext> shards, Func<TContext, int, Task<ShardUpdate>> begin)
    {
        var updates = new ShardUpdate?[shards.Count];
        var failed = await TryEachAsync(shards, async (shard, i) => updates[i] = await begin(shard, i));
        if (Array.Exists(updates, each => each is { IsChanged: true }))
        {
            await TryEachAsync(updates, (each, _) => each?.RollBackAsync() ?? Task.CompletedTask);
            throw failed.Count == 0 ? Changed() : new ShardException(failed, [], Nothing);
        }

        var unsure = await TryEachAsync(updates, (each, _) => each?.CommitAsync() ?? Task.CompletedTask);
        if (failed.Count + unsure.Count == 0)
            return [.. updates.Select(each => each!.Stored)];
        int[] kept = [.. Enumerable.Range(0, updates.Length).Where(i => updates[i] is not null && !unsure.ContainsKey(i))];
        throw new ShardException(failed.Concat(unsure).ToDictionary(), kept, StateOf(kept, [.. unsure.Keys.Order()]));
    }

    private static string StateOf(int[] kept, int[] unsure)
    {
        if (unsure.Length == 0)
        {
            return kept.Length == 0 ? Nothing
                : $"The tiers are stored in {Names(kept)} and not in the others, which keep their old ones; {RunAgain}";
        }

        return (kept.Length == 0 ? "" : $"The tiers are stored in {Names(kept)}. ")
            + $"Whether they are stored in {Names(unsure)} is not known, because it failed while they were committed; {RunAgain}";

        static string Names(int[] shards) => string.Join(", ", shards.Select(i => FormattableString.Invariant($"shards[{i}]")));
    }

    private static InvalidOperationException Changed() =>
        new("The portfolio changed while it was being summed. No tier is stored; run again.");

    private static async Task<T[]> EachAsync<TPart, T>(
        IReadOnlyList<TPart> parts, string state, Func<TPart, Task<T>> ask, CancellationToken cancellationToken)
    {
        var answers = new T[parts.Count];
        var failed = await TryEachAsync(parts, async (part, i) => answers[i] = await ask(part));
        if (failed.Count == 0)
            return answers;
        cancellationToken.ThrowIfCancellationRequested();
        throw new ShardException(failed, [], state);
    }

    // All at once, and all to the end: a shard that fails stops no other, and none is left at work.
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
            catch (Exception e)
#pragma warning restore CA1031
            {
                failed[i] = e;
            }
        }

        return failed;
    }
}
