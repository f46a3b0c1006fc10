using System.Data.Common;
using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

        internal OpenShards Open(int? dyingAtUpdate = null, int? growingAtQuery = null)
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
                return new CustomerContext(options.Options);
            })]);
        }

        /// <summary>Stores random customers, spread unevenly.</summary>
        internal async Task<long[][]> FillAsync(int count, int seed)
        {
            var random = new Random(seed);
            var all = Enumerable.Range(0, count).Select(_ => (Shard: random.Next(5) switch { 0 => 0, 1 or 2 => 1, _ => 2 }, Cents: random.NextInt64(-100, 1L << random.Next(1, 50)))).ToArray();
            using var shards = Open();
            for (var i = 0; i < shards.All.Count; i++)
            {
                await shards.All[i].Database.EnsureDeletedAsync(Token);
                await shards.All[i].Database.EnsureCreatedAsync(Token);
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
