using System.Text;
using CsvHelper;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Imports;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Benchmarks;

/// <summary>An import of accounts, people and purchases against reading the same rows alone, each by a process of its own.</summary>
internal static class ImportBenchmark
{
    private const string Fields = "fields";
    private const string Reader = "reader";
    private const string OneThread = "import, one thread";
    private const string AllCores = "import, all cores";

    private static readonly string[] Ways = [Fields, Reader, OneThread, AllCores];

    private static readonly TableReading Reading = new(new(), new(), null);

    /// <summary>Measures with 200,000 accounts, a million people and five million purchases, or a fraction of them.</summary>
    public static int Run(double scale, int rounds, Func<string, string, (double Seconds, double Megabytes, double Elapsed)> inProcess)
    {
        var (accounts, people, purchases) = ((int)(200_000 * scale), (int)(1_000_000 * scale), (int)(5_000_000 * scale));
        var folder = Directory.CreateTempSubdirectory("import");
        try
        {
            Write(folder.FullName, accounts, people, purchases);
            var bytes = folder.EnumerateFiles().Sum(file => file.Length);
            Rounds.Tell($"{accounts} accounts, {people} people, {purchases} purchases, {bytes >> 20} MB, {rounds} rounds in turns");
            var measured = Rounds.Of(Ways, rounds, folder.FullName, inProcess);
            foreach (var (way, runs) in measured.Runs)
            {
                var peak = runs.Max(run => run.Megabytes);
                var each = peak * (1 << 20) / accounts;
                Rounds.Tell($"{way,-18} {measured.SecondsOf(way)}");
                Rounds.Tell($"{"",-18} peak {peak:0} MB, {each:0} bytes for each account");
            }

            foreach (var way in (string[])[OneThread, AllCores])
                Rounds.Tell($"{way} / reader on one thread: {measured.RatiosOf(way, Reader)}");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static bool IsWay(string way) => Ways.Contains(way, StringComparer.Ordinal);

    public static void Measure(string way, string folder)
    {
        switch (way)
        {
            case Fields:
                Alone(folder);
                break;
            case Reader:
                Read(folder);
                break;
            default:
                Import(folder, way == OneThread ? 1 : Environment.ProcessorCount);
                break;
        }
    }

    private static void Import(string folder, int threads)
    {
        using var files = new ImportFiles();
        files.AddFrom(folder);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var builder = new PortfolioBuilder(new Portfolio { Currency = "CNY", AsOf = new(2025, 12, 31) }).InParallel(parallel);
        var tables = ImportedTable.OpenAll(
            files.All, parallel, file => ImportedTable.Open(file, Reading with { IsAhead = threads > 1 }, mapping: null, preset: null));
        foreach (var table in tables)
            table.ReadInto(builder);
        using var target = File.Create(Path.Combine(folder, "portfolio.json"));
        builder.Write(target);
    }

    // Every field of every row, as the reader of the tables reads it.
    private static void Read(string folder)
    {
        Each("accounts", new("id"), new("name"), new("owner"), new("creditDays", FieldKind.Number), new("industry"));
        Each("contacts", new("account"), new("id"), new("name"), new("jobTitle"), new("role"));
        Each("purchases", new("account"), new("date", FieldKind.Date), new("amount", FieldKind.Number));

        void Each(string table, params Field[] fields)
        {
            using var sources = TableSource.Open([Path.Combine(folder, $"{table}.csv")], table);
            fields[0] = fields[0] with { IsNeeded = true };
            var read = FieldTable.Open(sources[0], Reading, fields, new Dictionary<string, string>(StringComparer.Ordinal));
            var length = 0L;
            read.ReadAll(
                row =>
                {
                    foreach (var field in fields)
                    {
                        length += field.Kind switch
                        {
                            FieldKind.Number => (long)(row.Number(field)?.Value ?? 0),
                            FieldKind.Date => row.Date(field)?.Day ?? 0,
                            _ => row.Text(field)?.Length ?? 0,
                        };
                    }
                },
                _ => { });
            if (length == 0)
                throw new InvalidOperationException("nothing was read.");
        }
    }

    private static void Alone(string folder)
    {
        var length = 0L;
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv"))
        {
            using var stream = File.OpenRead(file);
            using var reader = CsvReader.Create(stream, new() { Separator = ',' });
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    length += reader.GetString(i).Length;
            }
        }

        if (length == 0)
            throw new InvalidOperationException("nothing was read.");
    }

    private static void Write(string folder, int accounts, int people, int purchases)
    {
        var random = new Random(1);
        string[] roles = ["KDM", "KI", "KU"];
        using (var writer = To("accounts"))
        {
            writer.Write("id,name,owner,creditDays,industry\n");
            for (var i = 0; i < accounts; i++)
                Line(writer, $"A-{i:D6},Works number {i},Owner {i % 50},{random.Next(120)},Manufacturing\n");
        }

        using (var writer = To("contacts"))
        {
            writer.Write("account,id,name,jobTitle,role\n");
            for (var i = 0; i < people; i++)
                Line(writer, $"A-{i % accounts:D6},p{i},Person {i},Plant engineer,{roles[i % 3]}\n");
        }

        using (var writer = To("purchases"))
        {
            writer.Write("account,date,amount\n");
            for (var i = 0; i < purchases; i++)
            {
                var amount = random.Next(100, 1_000_000) / 100m;
                Line(writer, $"A-{random.Next(accounts):D6},2025-{1 + (i % 12):D2}-{1 + (i % 28):D2},{amount}\n");
            }
        }

        StreamWriter To(string table) => new(
            Path.Combine(folder, $"{table}.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);

        static void Line(TextWriter writer, FormattableString line) => writer.Write(FormattableString.Invariant(line));
    }
}
