using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using KeyAccount.Tool.Benchmarks;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;

// dotnet run -c Release --project benchmarks/KeyAccount.Tool.Benchmarks
// 4,000,000 purchases of 100,000 accounts are read and added up, by CsvHelper alone and by the reader of the tool, each by processes of its
// own in turn.
// dotnet run -c Release --project benchmarks/KeyAccount.Tool.Benchmarks -- import [0.1 [3]]
// 200,000 accounts, 1,000,000 people and 5,000,000 purchases, or a fraction of them, become a portfolio, on one thread and on all cores;
// against reading the same rows on one thread. So many rounds, in turns.
// dotnet run -c Release --project benchmarks/KeyAccount.Tool.Benchmarks -- start [5]
// From the start of a process to its end: the tool and its first screen beside a program that does nothing, and the review of 2,000 accounts
// beside a program that only deserialises them. So many rounds, in turns.
const int Rows = 4_000_000;
const int Accounts = 100_000;
const int Runs = 3;

if (args is ["import", .. var rest])
{
    return ImportBenchmark.Run(
        rest is [var scale, ..] ? double.Parse(scale, CultureInfo.InvariantCulture) : 1,
        rest is [_, var rounds] ? int.Parse(rounds, CultureInfo.InvariantCulture) : Runs, InProcess);
}

if (args is ["start"] or ["start", _])
    return StartBenchmark.Run(args is [_, var runs] ? int.Parse(runs, CultureInfo.InvariantCulture) : Runs, InProcess);

if (args is [var way, var path])
    return Measure(way, path);

var folder = Directory.CreateTempSubdirectory("tables");
try
{
    var file = Path.Combine(folder.FullName, "purchases.csv");
    Write(file);
    Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{Rows} rows, {Accounts} accounts, {new FileInfo(file).Length >> 20} MB"));
    var measured = new Dictionary<string, List<(double Seconds, double Megabytes, double Elapsed)>>(
        StringComparer.Ordinal) { ["csvhelper"] = [], ["tool"] = [] };
    for (var run = 0; run < Runs; run++)
    {
        foreach (var each in measured.Keys)
            measured[each].Add(InProcess(each, file));
    }

    foreach (var (each, runs) in measured)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{each,-10} best {runs.Min(run => run.Seconds):0.00} s of processor time, {Rows / runs.Min(run => run.Seconds):#,0} rows/s, peak {runs.Max(run => run.Megabytes):0} MB"));
    }

    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"ratio of the times {Best("tool") / Best("csvhelper"):0.00}, of the peaks {Peak("tool") / Peak("csvhelper"):0.00}"));
    return 0;

    double Best(string each) => measured[each].Min(run => run.Seconds);

    double Peak(string each) => measured[each].Max(run => run.Megabytes);
}
finally
{
    folder.Delete(recursive: true);
}

static void Write(string path)
{
    var random = new Random(1);
    using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);
    writer.Write("account_id,date,amount,invoice\n");
    for (var row = 0; row < Rows; row++)
    {
        var cents = random.Next(100, 10_000_000);
        writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"Account {random.Next(Accounts):D6},2025-{1 + (row * 12L / Rows):D2}-{1 + (row * 336L / Rows % 28):D2},{cents / 100}.{cents % 100:D2},{row}\n"));
    }
}

static (double Seconds, double Megabytes, double Elapsed) InProcess(string way, string file)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
    if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
    start.ArgumentList.Add(way);
    start.ArgumentList.Add(file);
    var watch = Stopwatch.StartNew();
    using var process = Process.Start(start)!;
    var words = process.StandardOutput.ReadToEnd().Split(' ');
    process.WaitForExit();
    return (
        double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture),
        watch.Elapsed.TotalSeconds);
}

// What a program does that reads these columns with CsvHelper and adds up, without a question about the file.
static int Measure(string way, string path)
{
    if (ImportBenchmark.IsWay(way) && Directory.Exists(path))
    {
        ImportBenchmark.Measure(way, path);
    }
    else if (StartBenchmark.IsWay(way))
    {
        StartBenchmark.Measure(way, path);
    }
    else if (way == "tool")
    {
        using var sources = TableSource.Open([path], "purchases");
        if (PurchaseReader.Read(sources, new()).Sums.Count != Accounts)
            return 1;
    }
    else
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        using var stream = File.OpenRead(path);
        using var reader = CsvReader.Create(stream, new() { Separator = ',', TrackLineNumbers = true });
        var (account, date, amount) = (reader.GetFieldIndex("account_id"), reader.GetFieldIndex("date"), reader.GetFieldIndex("amount"));
        var latest = default(DateTime);
        while (reader.Read())
        {
            var day = reader.ParseExact<DateTime>(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            latest = day > latest ? day : latest;
            var id = reader.GetString(account);
            sums[id] = sums.GetValueOrDefault(id) + reader.Parse<decimal>(amount);
        }

        if (sums.Count != Accounts || latest == default)
            return 1;
    }

    using var process = Process.GetCurrentProcess();
    Console.Write(
        string.Create(
            CultureInfo.InvariantCulture, $"{process.TotalProcessorTime.TotalSeconds:0.000} {process.PeakWorkingSet64 / 1048576.0:0.0}"));
    return 0;
}
