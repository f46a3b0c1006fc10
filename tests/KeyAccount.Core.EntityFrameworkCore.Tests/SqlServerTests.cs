#if NET10_0_OR_GREATER
using System.Data;
using System.Data.Common;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>What is sent to SQL Server, read by its own parser. There is no server here: each text is caught on its way.</summary>
public sealed class SqlServerTests
{
    // SQL Server refuses more.
    private const int MostNested = 10;

    public static TheoryData<string> Ready => [.. ReadyModel.All.Keys];

    [Theory, MemberData(nameof(Ready))]
    public void Every_ready_model_is_a_text_that_SQL_Server_reads(string id)
    {
        foreach (var sql in ReadyModel.All[id].OnSqlServer())
            MustBeRead(sql);
    }

    [Fact]
    public void A_long_scale_is_no_deeper_than_SQL_Server_allows()
    {
        // 400 steps are nine levels of halves, and one asks whether it is known.
        var model = Scorecard.For<Customer, AccountTier>("long")
            .Criterion("visits", 1, c => c.Visits, Scale.Steps([.. Enumerable.Range(0, 400).Select(i => ((double)i, i / 4.0))]))
            .Bands((0, AccountTier.C), (50, AccountTier.B)).Build();
        using var context = OnSqlServer();
        MustBeRead(context.Customers.WhereBand(model, AccountTier.B).ToQueryString());

        var longer = Scorecard.For<Customer, AccountTier>("longer")
            .Criterion("visits", 1, c => c.Visits, Scale.Steps([.. Enumerable.Range(0, 3000).Select(i => ((double)i, i / 30.0))]))
            .Bands((0, AccountTier.C), (50, AccountTier.B)).Build();
        context.Customers.Invoking(customers => customers.WhereBand(longer, AccountTier.B)).Should().Throw<InvalidModelException>()
            .WithMessage("*criteria[\"visits\"].measure: *nested*10*");
    }

    [Fact]
    public async Task Whatever_is_sent_is_read_whichever_way_the_accounts_are_asked_for()
    {
        var sent = new Sent();
        await using var context = OnSqlServer(sent);
        var token = TestContext.Current.CancellationToken;
        foreach (var accounts in (IQueryable<Customer>[])
        [
            context.Customers,
            context.Customers.Where(c => c.Country == "DE").OrderBy(c => c.Country).ThenByDescending(c => c.Id),
            context.Customers.OrderBy(c => c.Id).Skip(3).Take(9),
            context.Customers.Include(c => c.Assessments).AsSplitQuery(),
            context.Customers.WhereAtLeast(c => c.Tier, AccountTier.B).OrderByTerm(c => c.Tier).ThenByTerm(c => c.Mood),
        ])
        {
            await accounts.SelectScore(Ledgers.Model).ToListAsync(token);
            await accounts.SelectBand(Ledgers.Model, (c, band) => new { c.Id, Band = band }).ToListAsync(token);
            await accounts.WhereBand(Ledgers.Model, AccountTier.A).ToListAsync(token);
            await accounts.WhereUnrated(Ledgers.Model).OrderByScoreDescending(Ledgers.Model).ToListAsync(token);
            await accounts.CountByBandAsync(Ledgers.Model, token);
            await context.Database.StoreBandsAsync(accounts, Ledgers.Model, c => c.Tier, token);
            foreach (var rule in Enum.GetValues<ParetoRule>())
            {
                sent.Next(12, 1234.5600m);
                await context.Database.GradeParetoAsync(accounts, c => c.Revenue, new(0.333333333333333333333333333m, 0.9m), rule, token);
                sent.Next(0, 0L);
                await context.Database.GradeParetoAsync(accounts, c => c.Cents, rule: rule, cancellationToken: token);
            }
        }

        sent.Texts.Should().HaveCountGreaterThan(60);
        foreach (var sql in sent.Texts)
            MustBeRead(sql);
        sent.Texts.Should().Contain(sql => sql.StartsWith("UPDATE t SET t.[Tier] = CASE", StringComparison.Ordinal))
            .And.Contain(sql => sql.Contains("reached >= 411.5200 ", StringComparison.Ordinal), "a third of 1234.56 with the four decimals of the sums")
            .And.Contain(sql => sql.Contains("reached >= 411.5200", StringComparison.Ordinal));
    }

    internal static void MustBeRead(string sql)
    {
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var faults);
        faults.Select(fault => $"{fault.Line}: {fault.Message}").Should().BeEmpty(sql);
        var shape = new Shape();
        tree.Accept(shape);
        shape.Deepest.Should().BeLessThanOrEqualTo(MostNested, sql);
        shape.SortedWithoutOffset.Should().Be(0, sql);
    }

    internal static CustomerContext OnSqlServer(Sent? sent = null)
    {
        var options = new DbContextOptionsBuilder<CustomerContext>().UseSqlServer("Server=nowhere");
        if (sent is not null)
            options.AddInterceptors(sent, new NoConnection());
        return new(options.Options);
    }

    /// <summary>How deep choices are nested, and what SQL Server's parser leaves to the server: no sorted query within another one, unless
    /// it has an offset.</summary>
    private sealed class Shape : TSqlFragmentVisitor
    {
        private int _queries;

        public int Deepest { get; private set; }

        public int SortedWithoutOffset { get; private set; }

        public override void ExplicitVisit(SearchedCaseExpression node)
        {
            Deepest = Math.Max(Deepest, DepthOf(node));
            base.ExplicitVisit(node);
        }

        public override void ExplicitVisit(QuerySpecification node)
        {
            if (_queries++ > 0 && node.OrderByClause is not null && node.OffsetClause is null && node.TopRowFilter is null)
                SortedWithoutOffset++;
            base.ExplicitVisit(node);
        }

        // Of what is chosen within a choice, in its own query.
        private static int DepthOf(TSqlFragment node)
        {
            var within = new Within(node);
            node.AcceptChildren(within);
            return 1 + within.Deepest;
        }

        private sealed class Within(TSqlFragment of) : TSqlFragmentVisitor
        {
            public int Deepest { get; private set; }

            public override void ExplicitVisit(SearchedCaseExpression node)
            {
                if (node != of)
                    Deepest = Math.Max(Deepest, DepthOf(node));
            }
        }
    }

    internal sealed class Sent : DbCommandInterceptor
    {
        private long _count;
        private object _total = 0L;

        public List<string> Texts { get; } = [];

        public void Next(long count, object total) => (_count, _total) = (count, total);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText).CreateDataReader()));
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(7));
        }

        // The number and the total of the accounts, then the limits; of everything else nothing.
        private DataTable Answer(string sql)
        {
            var table = new DataTable();
            if (sql.Contains("WITH portfolio", StringComparison.Ordinal))
            {
                table.Columns.Add("LowestA", typeof(decimal));
                table.Columns.Add("LowestB", typeof(decimal));
                table.Rows.Add(500m, 20m);
            }
            else if (sql.Contains("[Total]", StringComparison.Ordinal))
            {
                table.Columns.Add("Count", typeof(long));
                table.Columns.Add("Total", typeof(decimal));
                table.Rows.Add(_count, _total);
            }

            else
            {
                for (var i = 0; i < 40; i++)
                    table.Columns.Add();
            }

            return table;
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }
}
#endif
