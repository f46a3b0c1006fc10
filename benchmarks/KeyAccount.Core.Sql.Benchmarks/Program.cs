using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using KeyAccount.Core.EntityFrameworkCore.Benchmarks;
using KeyAccount.Core.EntityFrameworkCore.Tests;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Sql;
using KeyAccount.Core.Sql.Benchmarks;
using KeyAccount.Core.Sql.Tests;
using Microsoft.Data.Sqlite;
using Npgsql;
using Parquet;
using Parquet.Schema;

// Accounts counted by band: by the SQL of the library, and by SQL that a person wrote for this one model. The same rows, one run, in turns.
// dotnet run -c Release --project benchmarks/KeyAccount.Core.Sql.Benchmarks [rows [rounds [engines]]]
// The engines are duckdb, clickhouse, sqlite, postgresql and columns (Parquet.Net and ScoreColumns), separated by commas; all unless given.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
string[] known = ["duckdb", "clickhouse", "sqlite", "postgresql", "columns"];
var engines = args.Length > 2 ? args[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : known;
if (engines.Length == 0 || engines.Except(known, StringComparer.Ordinal).Any())
{
    Console.Error.WriteLine($"'{args[2]}' must be some of {string.Join(", ", known)}, separated by commas.");
    return 1;
}

var model = AccountValue.Standard;
Dictionary<string, long>? all = null;
var folder = Directory.CreateTempSubdirectory("keyaccount-sql-").FullName;
var (parquet, csv) = (Path.Combine(folder, "accounts.parquet"), Path.Combine(folder, "accounts.csv"));
(string Name, string Type)[] columns =
[
    ("AnnualPurchases", "DECIMAL(18,2)"), ("GrossMarginRate", "DOUBLE"), ("CreditDays", "DOUBLE"), ("MarketGrowthRate", "DOUBLE"), ("CategorySpend", "DECIMAL(18,2)"),
    ("BudgetTrend", "DOUBLE"), ("IndustryInfluence", "INTEGER"), ("TechnicalSynergy", "INTEGER"), ("LongTermCommitment", "INTEGER"), ("DebtOverdueDays", "DOUBLE"),
    ("NetProfit", "DECIMAL(18,2)"),
];
try
{
    using var duckDb = new DuckDBConnection("Data Source=:memory:");
    duckDb.Open();
    Make(duckDb);
    Console.WriteLine($"{rows:N0} accounts, nine criteria, counted by band; {Environment.ProcessorCount} cores; median of {rounds} rounds after one to warm up");
    Console.WriteLine($"{"",-28} {"hand s",9} {"library s",10} {"ratio",6} {"rows/s",14}");
    if (IsAsked("duckdb"))
    {
        Compare("DuckDB over Parquet", Count(duckDb, HandElsewhere.OnDuckDb($"'{parquet}'")), Count(duckDb, Text(SqlDialect.DuckDb, parquet)));
        Compare("DuckDB over CSV", Count(duckDb, HandElsewhere.OnDuckDb($"'{csv}'")), Count(duckDb, Text(SqlDialect.DuckDb, csv)));
    }

    if (IsAsked("clickhouse"))
        ClickHouse();
    if (IsAsked("sqlite"))
        Sqlite();
    if (IsAsked("postgresql"))
        PostgreSql();
    if (IsAsked("columns"))
        await Columns();
}
finally
{
    SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}

return 0;

bool IsAsked(string engine) => engines.Contains(engine, StringComparer.Ordinal);

void Make(DuckDBConnection connection)
{
    Execute(
        connection,
        $"""
        SELECT setseed(0.5);
        CREATE TABLE accounts AS SELECT i AS id, CAST(round(coalesce(bought, 0) * 100) AS BIGINT) AS cents, bought::DECIMAL(18, 2) AS "AnnualPurchases",
            CASE WHEN random() < .1 THEN NULL ELSE random() * .5 END AS "GrossMarginRate", CASE WHEN random() < .1 THEN NULL ELSE random() * 120 END AS "CreditDays",
            random() * .3 - .1 AS "MarketGrowthRate", CASE WHEN random() < .1 THEN NULL ELSE coalesce(bought, 0) + random() * 9000000 END::DECIMAL(18, 2) AS "CategorySpend",
            random() * .4 - .2 AS "BudgetTrend", 1 + floor(random() * 4)::INTEGER AS "IndustryInfluence", 1 + floor(random() * 4)::INTEGER AS "TechnicalSynergy",
            CASE WHEN random() < .1 THEN NULL ELSE 1 + floor(random() * 4)::INTEGER END AS "LongTermCommitment", random() * 95 AS "DebtOverdueDays",
            (random() * 500000 - 20000)::DECIMAL(18, 2) AS "NetProfit"
        FROM (SELECT i, CASE WHEN random() < .1 THEN NULL ELSE random() * 5000000 END AS bought FROM range({rows}) AS r(i));
        COPY accounts TO '{parquet}';
        COPY accounts TO '{csv}' (HEADER true);
        """);
}

string Text(SqlDialect dialect, string table) => SqlScorecard.Of(
    model,
    new(SqlTable.Named(table), columns.ToDictionary(each => each.Name, each => new SqlColumn(each.Name, dialect == SqlDialect.Sqlite && each.Type[0] == 'D' ? "REAL" : each.Type), StringComparer.Ordinal)),
    dialect).CountByBand().Text;

void Sqlite()
{
    SQLitePCL.Batteries_V2.Init();
    using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "accounts.db")}");
    connection.Open();
    Execute(connection, $"""CREATE TABLE "Accounts" (id INTEGER, cents INTEGER, {string.Join(", ", columns.Select(each => $"\"{each.Name}\" {(each.Type[0] == 'I' ? "INTEGER" : "REAL")}"))})""");
    using (var transaction = connection.BeginTransaction())
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO \"Accounts\" VALUES ({string.Join(", ", Enumerable.Range(0, columns.Length + 2).Select(i => $"@p{i}"))})";
        var parameters = Enumerable.Range(0, columns.Length + 2).Select(i => insert.Parameters.AddWithValue($"@p{i}", null)).ToArray();
        foreach (var line in File.ReadLines(csv).Skip(1))
        {
            var values = line.Split(',');
            for (var i = 0; i < values.Length; i++)
                parameters[i].Value = values[i].Length == 0 ? DBNull.Value : double.Parse(values[i], CultureInfo.InvariantCulture);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    Compare("SQLite, one core", Count(connection, Hand.OnSqlite), Count(connection, Text(SqlDialect.Sqlite, "Accounts")));
}

void PostgreSql()
{
    using var server = LocalPostgreSql.Start();
    if (server.Missing is { } reason)
    {
        Console.WriteLine($"PostgreSQL: {reason}");
        return;
    }

    using var connection = new NpgsqlConnection(server.ConnectionTo("postgres"));
    connection.Open();
    Execute(connection, $"""CREATE TABLE "Accounts" (id bigint, cents bigint, {string.Join(", ", columns.Select(each => $"\"{each.Name}\" {each.Type.Replace("DOUBLE", "double precision", StringComparison.Ordinal)}"))})""");
    using (var import = connection.BeginTextImport("COPY \"Accounts\" FROM STDIN (FORMAT csv)"))
    {
        foreach (var line in File.ReadLines(csv).Skip(1))
            import.WriteLine(line);
    }

    Execute(connection, "VACUUM ANALYZE");
    Compare("PostgreSQL", Count(connection, Hand.OnPostgreSql), Count(connection, Text(SqlDialect.PostgreSql, "Accounts")));
}

void ClickHouse()
{
    using var servers = LocalClickHouse.Start();
    if (servers.Missing is { } reason)
    {
        Console.WriteLine($"ClickHouse: {reason}");
        return;
    }

    var types = string.Join(", ", columns.Select(each => $"`{each.Name}` Nullable({(each.Type[0] == 'I' ? "Int32" : each.Type == "DOUBLE" ? "Float64" : "Decimal(18, 2)")})"));
    for (var server = 0; server < 2; server++)
        Post(server, $"CREATE TABLE part (id Int64, cents Int64, {types}) ENGINE = MergeTree ORDER BY id");
    Post(0, $"CREATE TABLE whole (id Int64, cents Int64, {types}) ENGINE = MergeTree ORDER BY id");
    Post(0, "CREATE TABLE spread AS part ENGINE = Distributed(both, default, part, id)");
    
    // An empty field would be 0.
    foreach (var lines in File.ReadLines(csv).Skip(1).Select(line => string.Join(',', line.Split(',').Select(field => field.Length == 0 ? "\\N" : field))).Chunk(200_000))
    {
        Post(0, $"INSERT INTO whole FORMAT CSV\n{string.Join('\n', lines)}");
        foreach (var half in lines.Select((line, i) => (line, i)).GroupBy(each => each.i % 2))
            Post(half.Key, $"INSERT INTO part FORMAT CSV\n{string.Join('\n', half.Select(each => each.line))}");
    }

    Compare("ClickHouse, one server", () => Counts(HandElsewhere.OnClickHouse("whole")), () => Counts(Text(SqlDialect.ClickHouse, "whole")));
    Compare("ClickHouse, two servers", () => Counts(HandElsewhere.OnClickHouse("spread")), () => Counts(Text(SqlDialect.ClickHouse, "spread")));
    foreach (var table in (string[])["whole", "spread"])
    {
        var pareto = SqlPareto.Of(SqlTable.Named(table), new("cents", "Int64"), SqlDialect.ClickHouse, ["id"]);
        long passes = 0, bytes = 0;
        var watch = Stopwatch.StartNew();
        var limits = pareto.FindLimitsAsync(async (statement, _) =>
        {
            var answer = await servers.PostAsync(0, statement.Text + "\nFORMAT JSONCompact");
            (passes, bytes) = (passes + 1, bytes + answer.Length);
            using var json = JsonDocument.Parse(answer);
            return [.. json.RootElement.GetProperty("data").EnumerateArray().Select(row => (IReadOnlyList<long?>)[.. row.EnumerateArray().Select(each => (long?)long.Parse(each.ToString(), CultureInfo.InvariantCulture))])];
        }).GetAwaiter().GetResult();
        Console.WriteLine($"ClickHouse, Pareto limits of {table}: {limits.A}, {limits.B}; {passes} passes, {bytes:N0} bytes back, {watch.Elapsed.TotalSeconds:F2} s, {rows / watch.Elapsed.TotalSeconds:N0} rows/s");
    }

    string Post(int server, string sql) => servers.PostAsync(server, sql).GetAwaiter().GetResult();

    Dictionary<string, long> Counts(string sql)
    {
        using var json = JsonDocument.Parse(Post(0, sql + "\nFORMAT JSONCompact"));
        return json.RootElement.GetProperty("data").EnumerateArray()
            .ToDictionary(row => NameOf(row[0].ToString()), row => long.Parse(row[1].ToString(), CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}

// The same rows read by Parquet.Net into columns, and scored here.
async Task Columns()
{
    var watch = Stopwatch.StartNew();
    await using var reader = await ParquetReader.CreateAsync(File.OpenRead(parquet));
    var facts = new Dictionary<string, double[]>(StringComparer.Ordinal);
    foreach (var (name, _) in columns)
        facts[name] = new double[rows];
    var from = 0;
    for (var group = 0; group < reader.RowGroupCount; group++)
    {
        using var part = reader.OpenRowGroupReader(group);
        var size = (int)part.RowCount;
        foreach (var (name, _) in columns)
            await Read(part, reader.Schema.GetDataFields().Single(field => field.Name == name), facts[name].AsMemory(from, size));
        from += size;
    }

    var read = watch.Elapsed.TotalSeconds;
    var scored = new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal)
    {
        ["annualPurchases"] = facts["AnnualPurchases"], ["grossMarginRate"] = Times(facts["GrossMarginRate"]), ["creditDays"] = facts["CreditDays"],
        ["marketGrowthRate"] = Times(facts["MarketGrowthRate"]), ["crossSellRoom"] = Room(), ["budgetTrend"] = Times(facts["BudgetTrend"]),
        ["industryInfluence"] = facts["IndustryInfluence"], ["technicalSynergy"] = facts["TechnicalSynergy"], ["longTermCommitment"] = facts["LongTermCommitment"],
        ["overdueDebt"] = facts["DebtOverdueDays"].Select(days => double.IsNaN(days) ? days : days > 90 ? 1.0 : 0).ToArray(),
        ["losesMoney"] = facts["NetProfit"].Select(profit => double.IsNaN(profit) ? profit : profit < 0 ? 1.0 : 0).ToArray(),
    };
    var (scores, bands) = (new double[rows], new int[rows]);
    model.ScoreColumns(scored, scores, bands, new ParallelOptions());
    var seconds = watch.Elapsed.TotalSeconds;
    var counts = bands.CountBy(band => band).OrderBy(each => each.Key).Select(each => $"{(each.Key < 0 ? "unrated" : model.Bands.InOrder[each.Key].Band.Name)} {each.Value}");
    Console.WriteLine($"Parquet.Net and ScoreColumns over the same Parquet: {seconds:F2} s, of which {read:F2} s reading; {rows / seconds:N0} rows/s; {string.Join(", ", counts)}");

    double[] Times(double[] fractions) => Array.ConvertAll(fractions, each => 100 * each);

    double[] Room()
    {
        const double most = 10 * 1_000_000;
        return [.. facts["CategorySpend"].Zip(facts["AnnualPurchases"], (spend, bought) => spend > most ? bought > most ? 0 : most - bought : spend - bought)];
    }
}

static async Task Read(ParquetRowGroupReader part, DataField field, Memory<double> into)
{
    if (field.ClrType == typeof(decimal))
        await As<decimal>(value => (double)value);
    else if (field.ClrType == typeof(int))
        await As<int>(value => value);
    else
        await As<double>(value => value);

    async Task As<T>(Func<T, double> number)
        where T : struct
    {
        var values = new T?[into.Length];
        await part.ReadAsync(field, values.AsMemory(), null);
        for (var i = 0; i < values.Length; i++)
            into.Span[i] = values[i] is { } value ? number(value) : double.NaN;
    }
}

void Compare(string name, Func<Dictionary<string, long>> hand, Func<Dictionary<string, long>> library)
{
    List<double> byHand = [], byLibrary = [];
    for (var round = 0; round <= rounds; round++)
    {
        var watch = Stopwatch.StartNew();
        var expected = hand();
        var first = watch.Elapsed.TotalSeconds;
        watch.Restart();
        var counted = library();
        var second = watch.Elapsed.TotalSeconds;

        // All engines have the same rows. A score within rounding of a cut may be on either side of it.
        all ??= counted;
        foreach (var (who, counts) in (IEnumerable<(string, Dictionary<string, long>)>)[("by hand", expected), ("library", counted)])
        {
            if (all.Keys.Union(counts.Keys, StringComparer.Ordinal).Any(band => Math.Abs(all.GetValueOrDefault(band) - counts.GetValueOrDefault(band)) > 1 + (rows / 100_000)))
                throw new InvalidOperationException($"{name}, {who}: {string.Join(' ', counts)}; the first engine: {string.Join(' ', all)}.");
        }

        if (round == 0)
            continue;
        byHand.Add(first);
        byLibrary.Add(second);
    }

    var (one, two) = (byHand.Order().ElementAt(rounds / 2), byLibrary.Order().ElementAt(rounds / 2));
    Console.WriteLine($"{name,-28} {one,9:F3} {two,10:F3} {two / one,6:F2} {rows / two,14:N0}");
}

Func<Dictionary<string, long>> Count(System.Data.Common.DbConnection connection, string sql) => () =>
{
    using var command = connection.CreateCommand();
    command.CommandText = sql;
    using var reader = command.ExecuteReader();
    var counts = new Dictionary<string, long>(StringComparer.Ordinal);
    while (reader.Read())
        counts[NameOf(reader.IsDBNull(0) ? "" : Convert.ToString(reader[0], CultureInfo.InvariantCulture)!)] = Convert.ToInt64(reader[1], CultureInfo.InvariantCulture);
    return counts;
};

// By hand the place of the band, by the library its name.
string NameOf(string band) => band is "" or "-1" ? "unrated"
    : int.TryParse(band, CultureInfo.InvariantCulture, out var place) ? model.Bands.InOrder[place].Band.Name
    : band;

static void Execute(System.Data.Common.DbConnection connection, string sql)
{
    using var command = connection.CreateCommand();
    command.CommandText = sql;
    command.ExecuteNonQuery();
}
