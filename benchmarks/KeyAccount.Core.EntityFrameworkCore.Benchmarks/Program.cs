using System.Globalization;
using KeyAccount.Core.EntityFrameworkCore;
using KeyAccount.Core.EntityFrameworkCore.Benchmarks;
using KeyAccount.Core.EntityFrameworkCore.Tests;
using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;

// Accounts in a database, counted by band: scored there, and loaded and scored here. The same accounts, one run, in turns.
// dotnet run -c Release --project benchmarks/KeyAccount.Core.EntityFrameworkCore.Benchmarks [rows [rounds]]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
using var server = LocalPostgreSql.Start();
if (server.Missing is { } reason)
{
    Console.Error.WriteLine($"PostgreSQL is needed, and {reason}");
    return 1;
}

// All that moves goes through here and is counted.
await using var wire = new CountedWire(server.Port);
var file = Path.Combine(Directory.CreateTempSubdirectory("keyaccount-sqlite-").FullName, "accounts.db");
await using var postgres = new AccountContext(new DbContextOptionsBuilder<AccountContext>().UseNpgsql(server.ConnectionTo("accounts", wire.Port)).Options);
await using var stored = new StoredScoreContext(new DbContextOptionsBuilder<StoredScoreContext>().UseNpgsql(server.ConnectionTo("stored", wire.Port)).Options);
await using var sqlite = new AccountContext(new DbContextOptionsBuilder<AccountContext>().UseSqlite($"Data Source={file}").Options);
try
{
    await Accounts.Fill(postgres, rows);
    await Accounts.Fill(stored, rows);
    await Accounts.Copy(postgres, sqlite);
    Console.WriteLine($"{rows} accounts, nine criteria, counted by band over one connection; median of {rounds} rounds after one to warm up");
    await postgres.Database.OpenConnectionAsync();
    await stored.Database.OpenConnectionAsync();
    foreach (var workers in (int[])[0, 2])
    {
        foreach (var context in (AccountContext[])[postgres, stored])
            await context.Database.ExecuteSqlAsync($"SELECT set_config('max_parallel_workers_per_gather', {workers.ToString(CultureInfo.InvariantCulture)}, false)");
        await Compare($"PostgreSQL, {workers} parallel workers", postgres, Hand.OnPostgreSql, server.ProcessId, stored);
    }

    await sqlite.Database.OpenConnectionAsync();
    await Compare("SQLite", sqlite, Hand.OnSqlite, null, null);
}
finally
{
    await sqlite.Database.CloseConnectionAsync();
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
}

return 0;

async Task Compare(string name, AccountContext context, string hand, int? process, AccountContext? withStoredScore)
{
    var model = AccountValue.Standard;
    var ways = new List<(string Name, Func<Task<IReadOnlyList<long>>> Count)>
    {
        ("loaded and scored here", () => Accounts.CountHere(context, model)),
        ("scored in the database", () => CountThere(context)),
        ("SQL by hand", () => Accounts.CountByHand(context, hand, model.Bands.InOrder.Count)),
    };

    // A column of SQLite cannot do the arithmetic of decimals in this model.
    if (withStoredScore is not null)
        ways.Add(("read from a stored score", () => CountThere(withStoredScore)));
    var costs = ways.Select(_ => new List<Spent>()).ToArray();
    for (var round = 0; round <= rounds; round++)
    {
        IReadOnlyList<long>? first = null;
        for (var i = 0; i < ways.Count; i++)
        {
            var start = Spent.Now(process, wire.Bytes);
            var counts = await ways[i].Count();
            var cost = Spent.Now(process, wire.Bytes) - start;

            // A score within rounding of a cut may be on either side of it.
            first ??= counts;
            if (counts.Zip(first).Any(each => Math.Abs(each.First - each.Second) > 1 + (rows / 100_000)))
                throw new InvalidOperationException($"{name}, {ways[i].Name}: {string.Join(' ', counts)}; loaded and scored here: {string.Join(' ', first)}.");
            if (round > 0)
                costs[i].Add(cost);
        }
    }

    Console.WriteLine();
    Console.WriteLine($"{name,-32} {"server CPU",11} {"client CPU",11} {"wall",9} {"bytes",13}");
    var medians = costs.Select(each => each.OrderBy(cost => cost.Processor).ElementAt(each.Count / 2)).ToArray();
    foreach (var (way, cost) in ways.Zip(medians))
        Console.WriteLine($"{way.Name,-32} {cost.Server,9:F2} s {cost.Client,9:F2} s {cost.Wall,7:F2} s {cost.Bytes,13:N0}");
    Console.WriteLine($"CPU: database / here {medians[1].Processor / medians[0].Processor:F2}, database / by hand {medians[1].Processor / medians[2].Processor:F2}; bytes: database / here {(double)medians[1].Bytes / medians[0].Bytes:F6}");
    if (withStoredScore is not null)
        Console.WriteLine($"CPU: stored / computed {medians[3].Processor / medians[1].Processor:F3}");

    async Task<IReadOnlyList<long>> CountThere(AccountContext there) => [.. (await there.Accounts.CountByBandAsync(model)).Select(each => each.Accounts)];
}
