using System.Diagnostics;
using System.Globalization;
using KeyAccount.Core.EntityFrameworkCore;
using KeyAccount.Core.EntityFrameworkCore.Benchmarks;
using KeyAccount.Core.EntityFrameworkCore.Tests;
using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;

// Accounts in PostgreSQL, counted by band: scored there, and loaded and scored here. The same accounts, one run, in turns.
// dotnet run -c Release --project benchmarks/KeyAccount.Core.EntityFrameworkCore.Benchmarks [rows]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rows = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 1_000_000;
using var server = LocalPostgreSql.Start();
if (server.Missing is { } reason)
{
    Console.Error.WriteLine($"PostgreSQL is needed, and {reason}");
    return 1;
}

// All that moves goes through here and is counted.
await using var wire = new CountedWire(server.Port);
await using var context = new AccountContext(
    new DbContextOptionsBuilder<AccountContext>().UseNpgsql(server.ConnectionTo("accounts", wire.Port)).Options);
await context.Database.EnsureCreatedAsync();
await context.Database.ExecuteSqlRawAsync(
    """
    SELECT setseed(0.5);
    INSERT INTO "Accounts" ("AnnualPurchases", "GrossMarginRate", "CreditDays", "MarketGrowthRate", "CategorySpend", "BudgetTrend",
        "IndustryInfluence", "TechnicalSynergy", "LongTermCommitment", "DebtOverdueDays", "NetProfit")
    SELECT CASE WHEN random() < .1 THEN NULL ELSE round((random() * 5000000)::numeric, 2) END, CASE WHEN random() < .1 THEN NULL ELSE random() * .5 END,
        CASE WHEN random() < .1 THEN NULL ELSE random() * 120 END, random() * .3 - .1,
        CASE WHEN random() < .1 THEN NULL ELSE round((random() * 9000000)::numeric, 2) END, random() * .4 - .2,
        1 + floor(random() * 4)::int, 1 + floor(random() * 4)::int, CASE WHEN random() < .1 THEN NULL ELSE 1 + floor(random() * 4)::int END,
        random() * 95, round((random() * 500000 - 20000)::numeric, 2)
    FROM generate_series(1, {0})
    """,
    rows);
await context.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");

var model = AccountValue.Standard;
var inDatabase = new List<(double Seconds, long Bytes)>();
var inMemory = new List<(double Seconds, long Bytes)>();
for (var round = 0; round <= 3; round++)
{
    var (there, thereCost) = await Measured(() => context.Accounts.CountByBandAsync(model));
    var (here, hereCost) = await Measured(CountHere);
    foreach (var (one, other) in there.Zip(here))
    {
        // A score within rounding of a cut may be on either side of it.
        if (one.Band != other.Band || Math.Abs(one.Accounts - other.Accounts) > 1 + (rows / 100_000))
            throw new InvalidOperationException($"The database counts {one}, the program {other}.");
    }

    // The first round warms up.
    if (round > 0)
    {
        inDatabase.Add(thereCost);
        inMemory.Add(hereCost);
    }

    if (round == 3)
        Console.WriteLine(string.Join(", ", there.Select(each => $"{each.Band?.Name ?? "not rated"} {each.Accounts}")));
}

var (database, memory) = (Median(inDatabase), Median(inMemory));
Console.WriteLine($"{rows} accounts, nine criteria, median of {inDatabase.Count} rounds after one to warm up");
Console.WriteLine($"scored in the database:   {database.Seconds,8:F3} s {database.Bytes,14:N0} bytes");
Console.WriteLine($"loaded and scored here:   {memory.Seconds,8:F3} s {memory.Bytes,14:N0} bytes");
Console.WriteLine($"database / here:          {database.Seconds / memory.Seconds,8:F2}   {(double)database.Bytes / memory.Bytes,14:F6}");
return 0;

async Task<IReadOnlyList<BandCount<AccountTier>>> CountHere()
{
    var counts = new long[model.Bands.InOrder.Count + 1];
    await foreach (var facts in context.Accounts.AsNoTracking().AsAsyncEnumerable())
        counts[model.BandOf(facts) is { } band ? model.Bands.InOrder.TakeWhile(each => each.Band != band).Count() : ^1]++;
    return [.. model.Bands.InOrder.Select((each, i) => new BandCount<AccountTier>(each.Band, counts[i])), new(null, counts[^1])];
}

async Task<(T Result, (double Seconds, long Bytes) Cost)> Measured<T>(Func<Task<T>> work)
{
    var (bytes, watch) = (wire.Bytes, Stopwatch.StartNew());
    var result = await work();
    return (result, (watch.Elapsed.TotalSeconds, wire.Bytes - bytes));
}

static (double Seconds, long Bytes) Median(List<(double Seconds, long Bytes)> costs) =>
    costs.OrderBy(cost => cost.Seconds).ElementAt(costs.Count / 2);
