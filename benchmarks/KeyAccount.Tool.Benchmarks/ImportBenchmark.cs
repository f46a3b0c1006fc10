using System.Globalization;
using System.Text;
using CsvHelper;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Imports;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Benchmarks;

/// <summary>An import of accounts, people and purchases against reading the same rows alone, each by a process of its own.</summary>
internal static class ImportBenchmark
{
    private static readonly string[] Ways = ["fields", "reader", "portfolio"];

    private static readonly TableReading Reading = new(new(), new(), null);

    /// <summary>Measures with 200,000 accounts, a million people and five million purchases, or a fraction of them.</summary>
    public static int Run(double scale, Func<string, string, (double Seconds, double Megabytes, double Elapsed)> inProcess)
    {
        var (accounts, people, purchases) = ((int)(200_000 * scale), (int)(1_000_000 * scale), (int)(5_000_000 * scale));
        var folder = Directory.CreateTempSubdirectory("import");
        try
        {
            Write(folder.FullName, accounts, people, purchases);
            var bytes = folder.EnumerateFiles().Sum(file => file.Length);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{accounts} accounts, {people} people, {purchases} purchases, {bytes >> 20} MB"));
            var measured = Ways.ToDictionary(way => way, way => inProcess(way, folder.FullName), StringComparer.Ordinal);
            foreach (var (way, (seconds, megabytes, elapsed)) in measured)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{way,-10} {seconds:0.0} s of processor time, {elapsed:0.0} s by the clock, peak {megabytes:0} MB"));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"processor time: import / reader {measured["portfolio"].Seconds / measured["reader"].Seconds:0.00}, import / fields alone "
                + $"{measured["portfolio"].Seconds / measured["fields"].Seconds:0.00}; by the clock: import / reader "
                + $"{measured["portfolio"].Elapsed / measured["reader"].Elapsed:0.00}"));
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
            case "fields":
                Alone(folder);
                break;
            case "reader":
                Read(folder);
                break;
            default:
                Import(folder);
                break;
        }
    }

    private static void Import(string folder)
    {
        using var files = new ImportFiles();
        files.AddFrom(folder);
        var builder = new PortfolioBuilder(new Portfolio { Currency = "CNY", AsOf = new(2025, 12, 31) });
        foreach (var file in files.All)
            ImportedTable.Open(file, Reading, mapping: null, preset: null).ReadInto(builder);
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
