using KeyAccount.Core.EntityFrameworkCore.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KeyAccount.Sweeps;

internal static partial class SweptValues
{
    static partial void AddMore(HostileValues values)
    {
        // A database in memory lives as long as its connection.
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var options = new DbContextOptionsBuilder<ReviewStoreTests.HistoryContext>().UseSqlite(connection).Options;
        using (var context = new ReviewStoreTests.HistoryContext(options))
            context.Database.EnsureCreated();
        values.Make<Func<DbContext>>(() => () => new ReviewStoreTests.HistoryContext(options));
        values.Make<DbContext>(() => new ReviewStoreTests.HistoryContext(options));
        values.Make<DatabaseFacade>(() => new ReviewStoreTests.HistoryContext(options).Database);
        values.Make<ModelBuilder>(() => new ModelBuilder());
    }
}
