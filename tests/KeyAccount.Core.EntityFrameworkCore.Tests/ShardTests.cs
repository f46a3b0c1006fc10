using System.Data.Common;
using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>A portfolio over three PostgreSQL clusters.</summary>
public sealed class ShardTests(ShardTests.Clusters clusters) : IClassFixture<ShardTests.Clusters>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_parts_are_graded_as_the_whole()
    {
        foreach (var rule in Enum.GetValues<ParetoRule>())
        {
            foreach (var cuts in (ParetoCuts?[])[null, new(0.333m, 1m)])
            {
                var all = await clusters.FillAsync(700, seed: 3);
                using var shards = clusters.Open();
                var grading = await shards.All.GradeParetoAsync(shard => shard.Customers, c => c.Cents, c => c.Tier, cuts, rule, Token);
                grading.Stored.Should().Equal(all.Select(part => part.Length), "each account has a tier now");
                grading.RowsRead.Should().BeLessThan(3 * (2 + (2 * 7 * 1024)));
                (grading.Tiers.Accounts, grading.Tiers.Total).Should().Be((700L, all.SelectMany(part => part).Where(each => each > 0).Sum()));
                await MustBeGraded(all, cuts, rule);
            }
        }
    }

    [Fact]
    public async Task A_cluster_that_dies_in_the_middle_leaves_what_the_next_run_completes()
    {
        var all = await clusters.FillAsync(500, seed: 9);
        using (var shards = clusters.Open(dyingAtUpdate: 1))
        {
            var died = (await shards.All.Awaiting(each => each.GradeParetoAsync(shard => shard.Customers, c => c.Cents, c => c.Tier, cancellationToken: Token))
                .Should().ThrowAsync<ShardException>()).Which;
            died.Message.Should().StartWith("shards[1] failed: ").And.EndWith(
                "The tiers are stored in shards[0], shards[2] and not in the others, which keep their old ones; run again, and all of them get the tiers of that run.");
            (died.Failed.Keys, died.Stored).Should().BeEquivalentTo(((int[])[1], (int[])[0, 2]));
        }

        using (var shards = clusters.Open())
        {
            (await shards.All.Awaiting(each => each.GradeParetoAsync(shard => shard.Customers, c => c.Cents, c => c.Tier, cancellationToken: Token))
                .Should().ThrowAsync<ShardException>()).Which.Message.Should().StartWith("shards[1] failed: ").And.EndWith(" No tier is stored; run again.");
        }

        clusters.Revive(1);
        using (var shards = clusters.Open())
        {
            (await shards.All[1].Customers.CountAsync(c => c.Tier != null, Token)).Should().Be(0, "the update that died stored nothing");
            await shards.All.GradeParetoAsync(shard => shard.Customers, c => c.Cents, c => c.Tier, cancellationToken: Token);
        }

        await MustBeGraded(all, null, ParetoRule.Crossing);
    }

    [Fact]
    public async Task A_portfolio_that_changes_meanwhile_is_refused_before_anything_is_stored()
    {
        await clusters.FillAsync(40, seed: 2);
        using var shards = clusters.Open(growingAtQuery: 2);
        await shards.All.Awaiting(each => each.GradeParetoAsync(shard => shard.Customers, c => c.Cents, c => c.Tier, cancellationToken: Token))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("The portfolio changed while it was being summed. No tier is stored; run again.");
        foreach (var shard in shards.All)
            (await shard.Customers.CountAsync(c => c.Tier != null, Token)).Should().Be(0);
    }

    [Fact]
    public async Task Bands_are_counted_over_all()
    {
        await clusters.FillAsync(90, seed: 5);
        using var shards = clusters.Open();
        var counts = await shards.All.CountByBandAsync(shard => shard.Customers, Ledgers.Model, Token);
        var parts = await Task.WhenAll(shards.All.Select(shard => shard.Customers.ToListAsync(Token)));
        var bands = parts.SelectMany(part => part).Select(Ledgers.Model.BandOf).ToList();
        counts.Should().Equal(
            [.. Ledgers.Model.Bands.InOrder.Select(each => new BandCount<AccountTier>(each.Band, bands.Count(band => band == each.Band))), new(null, bands.Count(band => band is null))]);
    }

    [Fact]
    public async Task Misuse_is_told_at_the_door()
    {
        using var shards = clusters.Open();
        await shards.All.Awaiting(each => each.GradeParetoAsync(shard => shard.Customers, c => c.Cents, c => null, cancellationToken: Token))
            .Should().ThrowAsync<ArgumentException>().WithMessage("column is *it must be a property of Customer*");
        await ((IReadOnlyList<CustomerContext>)[]).Awaiting(each => each.GradeParetoAsync(shard => shard.Customers, c => c.Cents, c => c.Tier, cancellationToken: Token))
            .Should().ThrowAsync<ArgumentException>().WithMessage("shards is empty; it must have at least one.*");
    }

    [Theory]
    [InlineData("argument")]
    [InlineData("cancelled task")]
    public async Task Whatever_a_provider_throws_while_tiers_are_stored_is_a_failure_of_its_shard(string kind)
    {
        var all = await clusters.FillAsync(60, seed: 4);
        Exception fault = kind == "argument" ? new ArgumentException("The provider is confused.") : new TaskCanceledException("The provider gave up.");

        // The third one is still at work when the second has failed.
        using (var shards = clusters.Open(with: i => i == 0 ? null : new Before(update: async () =>
        {
            if (i == 1)
                throw fault;
            await Task.Delay(500, Token);
        })))
        {
            var failed = (await shards.All.Awaiting(GradeAsync).Should().ThrowAsync<ShardException>()).Which;
            failed.Message.Should().Be(
                $"shards[1] failed: {fault.Message} The tiers are stored in shards[0], shards[2] and not in the others, which keep their old ones; run again, and all of them get the tiers of that run.");
            failed.Stored.Should().Equal(0, 2);
            (await StoredAsync()).Should().Equal(all[0].Length, 0, all[2].Length);
        }

        using (var shards = clusters.Open())
            await GradeAsync(shards.All);
        await MustBeGraded(all, null, ParetoRule.Crossing);
    }

    [Fact]
    public async Task A_grading_that_is_cancelled_says_what_is_stored()
    {
        var all = await clusters.FillAsync(60, seed: 4);
        for (var query = 1; query <= 9; query++)
        {
            // Before the tiers are stored nothing is, afterwards the exception says it.
            using var source = new CancellationTokenSource();
            using var shards = clusters.Open(with: i => i != 1 ? null : query == 9
                ? new Before(update: source.CancelAsync)
                : new Before(query, source.CancelAsync));
            var ended = async () => await shards.All.GradeParetoAsync(shard => shard.Customers, c => c.Cents, c => c.Tier, cancellationToken: source.Token);
            var stored = (await ended.Should().ThrowAsync<Exception>()).Which switch
            {
                ShardException failed => failed.Stored,
                OperationCanceledException => [],
                var other => throw other,
            };
            (await StoredAsync()).Should().Equal(Enumerable.Range(0, 3).Select(i => stored.Contains(i) ? all[i].Length : 0));
            await clusters.FillAsync(60, seed: 4);
        }
    }

    [Fact]
    public async Task A_connection_that_cannot_be_is_a_failure_of_its_shard()
    {
        using var shards = clusters.Open();
        using var lost = new CustomerContext(new DbContextOptionsBuilder<CustomerContext>().UseNpgsql("Username=nobody").Options);
        using var bare = new CustomerContext(new DbContextOptionsBuilder<CustomerContext>().Options);
        CustomerContext[] some = [shards.All[0], lost, bare];
        var failed = (await some.Awaiting(GradeAsync).Should().ThrowAsync<ShardException>()).Which;
        failed.Message.Should().StartWith("shards[1] failed: ").And.Contain("Host").And.Contain(" shards[2] failed: No database provider").And.EndWith(" No tier is stored; run again.");
        failed.Failed.Keys.Should().BeEquivalentTo([1, 2]);
        (await some.Awaiting(each => each.CountByBandAsync(shard => shard.Customers, Ledgers.Model, Token)).Should().ThrowAsync<ShardException>())
            .Which.Message.Should().StartWith("shards[1] failed: ").And.EndWith(" Run again.");
    }

    [Fact]
    public async Task A_change_that_keeps_number_sum_and_largest_is_noticed_whenever_it_comes()
    {
        var refused = 0;
        for (var query = 0; query <= 8; query++)
        {
            await clusters.FillAsync([60, 20], [15, 5], []);
            using var shards = clusters.Open(with: i => i != 0 ? null : query == 0
                ? new Before(update: ChangeAsync)
                : new Before(query, ChangeAsync));
            if (await RefusedAsync(shards))
                refused++;
        }

        refused.Should().BeGreaterThan(3);

        async Task ChangeAsync() =>
            _ = await clusters.ChangeAsync(0, "UPDATE \"Customers\" SET \"Cents\" = 10 WHERE \"Cents\" = 20")
                && await clusters.ChangeAsync(1, "UPDATE \"Customers\" SET \"Cents\" = 25 WHERE \"Cents\" = 15");
    }

    [Fact]
    public async Task Accounts_that_exchange_their_revenue_while_the_update_waits_for_them_are_noticed()
    {
        await clusters.FillAsync([60, 2], [3], []);
        using var shards = clusters.Open(with: i => i != 0 ? null : new Before(update: async () =>
        {
            var other = await clusters.HoldAsync(0, "UPDATE \"Customers\" SET \"Cents\" = 62 - \"Cents\"");
            _ = Task.Run(async () =>
            {
                await Task.Delay(700, Token);
                await other();
            });
        }));
        (await RefusedAsync(shards)).Should().BeTrue();
    }

    [Fact]
    public async Task Transactions_of_the_caller_remain_the_callers()
    {
        var all = await clusters.FillAsync(60, seed: 4);
        foreach (var isChanged in (bool[])[true, false])
        {
            using var shards = clusters.Open(with: i => isChanged && i == 0
                ? new Before(update: () => clusters.ChangeAsync(0, "UPDATE \"Customers\" SET \"Cents\" = \"Cents\" + 1000000000"))
                : null);
            var transactions = await Task.WhenAll(shards.All.Select(shard => shard.Database.BeginTransactionAsync(Token)));
            if (isChanged)
                await shards.All.Awaiting(GradeAsync).Should().ThrowAsync<InvalidOperationException>();
            else
                (await GradeAsync(shards.All)).Stored.Should().Equal(all.Select(part => part.Length));
            (await StoredAsync()).Should().Equal(0, 0, 0);
            foreach (var transaction in transactions)
                await transaction.CommitAsync(Token);
            (await StoredAsync()).Should().Equal(isChanged ? [0, 0, 0] : all.Select(part => part.Length));
        }
    }

    [Fact]
    public async Task Accounts_can_be_chosen_by_their_tier()
    {
        var all = await clusters.FillAsync(60, seed: 4);
        using var shards = clusters.Open();
        foreach (var isFirst in (bool[])[true, false])
        {
            (await shards.All.GradeParetoAsync(shard => shard.Customers.Where(c => c.Tier == null), c => c.Cents, c => c.Tier, cancellationToken: Token))
                .Stored.Should().Equal(all.Select(part => isFirst ? part.Length : 0));
        }

        await MustBeGraded(all, null, ParetoRule.Crossing);
    }

    // True if it was refused, and nothing is stored; otherwise the tiers are those of what is stored now.
    private async Task<bool> RefusedAsync(OpenShards shards)
    {
        try
        {
            await GradeAsync(shards.All);
        }
        catch (InvalidOperationException e)
        {
            e.Message.Should().Be("The portfolio changed while it was being summed. No tier is stored; run again.");
            (await StoredAsync()).Should().Equal(0, 0, 0);
            return true;
        }

        using var opened = clusters.Open();
        var now = new List<long[]>();
        foreach (var shard in opened.All)
            now.Add(await shard.Customers.OrderBy(c => c.Id).Select(c => c.Cents).ToArrayAsync(Token));
        await MustBeGraded([.. now], null, ParetoRule.Crossing);
        return false;
    }

    private static Task<ShardGrading<Customer>> GradeAsync(IReadOnlyList<CustomerContext> shards) =>
        shards.GradeParetoAsync(shard => shard.Customers, c => c.Cents, c => c.Tier, cancellationToken: Token);

    private async Task<int[]> StoredAsync()
    {
        using var shards = clusters.Open();
        return await Task.WhenAll(shards.All.Select(shard => shard.Customers.CountAsync(c => c.Tier != null, Token)));
    }

    private async Task MustBeGraded(long[][] all, ParetoCuts? cuts, ParetoRule rule)
    {
        var amounts = all.SelectMany(part => part).ToArray();
        var expected = new byte[amounts.Length];
        Pareto.Grade(amounts, expected, cuts, rule);
        using var shards = clusters.Open();
        var found = new List<byte>();
        foreach (var shard in shards.All)
            found.AddRange((await shard.Customers.OrderBy(c => c.Id).Select(c => c.Tier).ToListAsync(Token)).Select(tier => (byte)tier!.Value));
        found.Should().Equal(expected);
    }

    /// <summary>Three clusters on loopback.</summary>
    public sealed class Clusters : IDisposable
    {
        private readonly LocalPostgreSql[] _servers = [.. Enumerable.Range(0, 3).Select(_ => LocalPostgreSql.Start())];

        internal OpenShards Open(int? dyingAtUpdate = null, int? growingAtQuery = null, Func<int, IInterceptor?>? with = null)
        {
            if (_servers.Select(server => server.Missing).FirstOrDefault(missing => missing is not null) is { } reason)
            {
                if (Environment.GetEnvironmentVariable("KEYACCOUNT_REQUIRE_POSTGRESQL") == "1")
                    Assert.Fail($"KEYACCOUNT_REQUIRE_POSTGRESQL=1, and {reason}");
                Assert.Skip($"PostgreSQL is needed, and {reason}");
            }

            return new([.. _servers.Select((server, i) =>
            {
                var options = new DbContextOptionsBuilder<CustomerContext>().UseNpgsql(server.ConnectionTo("shards") + ";Pooling=false");
                if (i == dyingAtUpdate)
                    options.AddInterceptors(new Dying(server));
                if (i == growingAtQuery)
                    options.AddInterceptors(new Growing(server.ConnectionTo("shards")));
                if (with?.Invoke(i) is { } interceptor)
                    options.AddInterceptors(interceptor);
                return new CustomerContext(options.Options);
            })]);
        }

        /// <summary>Runs a statement beside all others; false if what it changes is locked.</summary>
        internal async Task<bool> ChangeAsync(int shard, string sql)
        {
            try
            {
                await (await HoldAsync(shard, $"SET LOCAL lock_timeout = '300ms'; {sql}"))();
                return true;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                return false;
            }
        }

        /// <summary>Runs a statement beside all others, and holds its locks until the task it gives commits.</summary>
        internal async Task<Func<Task>> HoldAsync(int shard, string sql)
        {
            var connection = new NpgsqlConnection(_servers[shard].ConnectionTo("shards") + ";Pooling=false");
            await connection.OpenAsync(Token);
            var transaction = await connection.BeginTransactionAsync(Token);
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            try
            {
                await command.ExecuteNonQueryAsync(Token);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }

            return async () =>
            {
                await using (connection)
                    await transaction.CommitAsync(Token);
            };
        }

        /// <summary>Stores customers of these amounts.</summary>
        internal Task FillAsync(params long[][] amounts) =>
            FillAsync([.. amounts.SelectMany((part, shard) => part.Select(cents => (shard, cents)))]);

        /// <summary>Stores random customers, spread unevenly.</summary>
        internal async Task<long[][]> FillAsync(int count, int seed)
        {
            var random = new Random(seed);
            var all = Enumerable.Range(0, count).Select(_ => (Shard: random.Next(5) switch { 0 => 0, 1 or 2 => 1, _ => 2 }, Cents: random.NextInt64(-100, 1L << random.Next(1, 50)))).ToArray();
            return await FillAsync(all);
        }

        private async Task<long[][]> FillAsync((int Shard, long Cents)[] all)
        {
            using var shards = Open();
            for (var i = 0; i < shards.All.Count; i++)
            {
                // Each cluster is of these tests alone: its database is made once, and emptied then.
                await shards.All[i].Database.EnsureCreatedAsync(Token);
                await shards.All[i].Customers.ExecuteDeleteAsync(Token);
                shards.All[i].AddRange(all.Where(each => each.Shard == i).Select((each, id) => new Customer { Id = id + 1, Cents = each.Cents, Visits = id % 9, Margin = id % 40 }));
                await shards.All[i].SaveChangesAsync(Token);
            }

            return [.. Enumerable.Range(0, 3).Select(i => all.Where(each => each.Shard == i).Select(each => each.Cents).ToArray())];
        }

        internal void Revive(int shard) => _servers[shard].Revive();

        public void Dispose() => Array.ForEach(_servers, server => server.Dispose());
    }

    internal sealed class OpenShards(IReadOnlyList<CustomerContext> all) : IDisposable
    {
        public IReadOnlyList<CustomerContext> All => all;

        public void Dispose()
        {
            foreach (var shard in all)
                shard.Dispose();
        }
    }

    // Something happens before a query of a number, or before the update.
    private sealed class Before(int query, Func<Task> happens) : DbCommandInterceptor
    {
        private int _queries;

        public Before(Func<Task> update)
            : this(0, update)
        {
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (++_queries == query)
                await happens();
            return result;
        }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (query == 0)
                await happens();
            return result;
        }
    }

    private sealed class Dying(LocalPostgreSql server) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            server.Kill();
            return ValueTask.FromResult(result);
        }
    }

    // Another program stores a customer between the first pass and the last.
    private sealed class Growing(string connection) : DbCommandInterceptor
    {
        private int _queries;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (++_queries == 2)
            {
                await using var other = new CustomerContext(new DbContextOptionsBuilder<CustomerContext>().UseNpgsql(connection).Options);
                other.Add(new Customer { Id = 100_000, Cents = 12_345 });
                await other.SaveChangesAsync(cancellationToken);
            }

            return result;
        }
    }
}
