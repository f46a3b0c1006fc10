using System.Data.Common;
using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>What is given up or cut off in the middle stores nothing.</summary>
public sealed class LostConnectionTests(PostgreSqlServer postgres)
{
    [Fact]
    public async Task A_server_that_ends_the_connection_in_the_middle_leaves_no_band()
    {
        using var ledger = Ledgers.On("PostgreSQL", postgres);
        await Fill(ledger);
        await using var context = ledger.Open();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var process = ((NpgsqlConnection)context.Database.GetDbConnection()).ProcessID;

        var storing = context.Database.StoreBandsAsync(
            context.Customers, Ledgers.Model, c => c.Tier, TestContext.Current.CancellationToken);
        await InTheMiddle(ledger, process);
        await using (var other = ledger.Open())
            await other.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend({process})", TestContext.Current.CancellationToken);

        (await storing.Awaiting(each => each).Should().ThrowAsync<Exception>()).Which.GetBaseException().Should().BeAssignableTo<DbException>()
            .Which.Message.Should().Contain("terminating connection due to administrator command");
        await NothingIsStored(ledger);
    }

    [Fact]
    public async Task What_is_cancelled_in_the_middle_leaves_no_band()
    {
        using var ledger = Ledgers.On("PostgreSQL", postgres);
        await Fill(ledger);
        await using var context = ledger.Open();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var process = ((NpgsqlConnection)context.Database.GetDbConnection()).ProcessID;
        using var cancel = new CancellationTokenSource();

        var storing = context.Database.StoreBandsAsync(context.Customers, Ledgers.Model, c => c.Tier, cancel.Token);
        await InTheMiddle(ledger, process);
        await cancel.CancelAsync();

        await storing.Awaiting(each => each).Should().ThrowAsync<OperationCanceledException>();
        await NothingIsStored(ledger);
        await context.Database.GradeParetoAsync(context.Customers, c => c.Cents, cancellationToken: TestContext.Current.CancellationToken);
    }

    // The fourth row takes a minute.
    private static async Task Fill(Ledgers ledger)
    {
        ledger.Store(Enumerable.Range(0, 8).Select(i => new Customer { Visits = i, Margin = 20, Cents = i }));
        await using var context = ledger.Open();
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN IF NEW."Id" = 4 THEN PERFORM pg_sleep(60); END IF; RETURN NEW; END';
            CREATE TRIGGER linger BEFORE UPDATE ON "Customers" FOR EACH ROW EXECUTE FUNCTION linger();
            """,
            TestContext.Current.CancellationToken);
    }

    private static async Task InTheMiddle(Ledgers ledger, int process)
    {
        await using var context = ledger.Open();
        while (!(await context.Database.SqlQuery<string?>($"SELECT wait_event AS \"Value\" FROM pg_stat_activity WHERE pid = {process}")
            .ToListAsync(TestContext.Current.CancellationToken)).Contains("PgSleep"))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task NothingIsStored(Ledgers ledger)
    {
        await using var context = ledger.Open();
        (await context.Customers.CountAsync(c => c.Tier != null, TestContext.Current.CancellationToken)).Should().Be(0);
    }
}
