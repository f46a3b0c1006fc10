using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.Benchmarks;

/// <summary><c>dotnet run -c Release --project benchmarks/KeyAccount.Core.Benchmarks -- large-review</c>: 10,000 and 100,000 accounts are
/// reviewed from a file into JSON, each by a process of its own, and the ratio of the times and the peaks of the memory are printed. A
/// benchmark of the runner cannot tell a peak. With <c>groups</c> behind it: the same 100,000 accounts without groups and in 10,000 groups
/// whose members are scattered over the file.</summary>
internal static class LargeReview
{
    public const string Name = "large-review";

    private const int Small = 10_000;
    private const int Large = 100_000;
    private const int Groups = 10_000;
    private const string OfGroups = "groups";

    public static int Run(string[] arguments)
    {
        if (arguments is [_, OfGroups])
            return RunGroups();
        if (arguments.Length > 1)
            return Measure(arguments[1], arguments.Length > 2);
        var folder = Directory.CreateTempSubdirectory("large-review");
        try
        {
            var small = InProcess(Write(folder, Small));
            var large = InProcess(Write(folder, Large));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"time({Large})/time({Small}) = {large.Elapsed / small.Elapsed:0.00}, of processor time {large.Processor / small.Processor:0.00}"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Each account is reviewed in all three; rolled up, each group is reviewed once more with everything of its members.
    private static int RunGroups()
    {
        var folder = Directory.CreateTempSubdirectory("large-review");
        try
        {
            var without = InProcess(Write(folder, Large));
            var path = Write(folder, Large, Groups);
            var ranked = InProcess(path);
            var rolled = InProcess(path, OfGroups);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"in {Groups} groups / without: accounts reviewed {ranked.Elapsed / without.Elapsed:0.00}, of processor time {ranked.Processor / without.Processor:0.00}; groups rolled up and reviewed with their members {rolled.Elapsed / without.Elapsed:0.00}, of processor time {rolled.Processor / without.Processor:0.00}"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Writes the accounts of the sample over and over, under ids and with purchases of their own; where there are groups, the first
    /// accounts are their heads, and the members are scattered.</summary>
    public static void Write(Stream file, int accounts, int groups = 0)
    {
        using var sample = typeof(LargeReview).Assembly.GetManifestResourceStream("portfolio.json")!;
        var portfolio = JsonNode.Parse(sample)!.AsObject();
        var templates = portfolio["accounts"]!.AsArray().Select(account => account!.AsObject()).ToArray();
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteNumber("version", portfolio["version"]!.GetValue<int>());
        json.WriteString("currency", "CNY");
        json.WriteString("asOf", portfolio["asOf"]!.GetValue<string>());
        if (groups > 0)
            json.WriteString("paretoLevel", nameof(ParetoLevel.Group));
        json.WriteStartArray("accounts");
        for (var i = 0; i < accounts; i++)
        {
            var account = templates[i % templates.Length].DeepClone().AsObject();
            account["id"] = IdOf(i);
            if (groups > 0 && i >= groups)
                account["parent"] = IdOf(i % groups);
            foreach (var month in account["purchases"]!.AsArray())
                month!["amount"] = month["amount"]!.GetValue<decimal>() + i;
            if (account["value"]?["categorySpend"] is { } spend)
                account["value"]!["categorySpend"] = spend.GetValue<decimal>() + (12m * i);
            account.WriteTo(json);
            if (json.BytesPending > 1 << 16)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        string IdOf(int i) =>
            string.Create(CultureInfo.InvariantCulture, $"{i:D6} {templates[i % templates.Length]["id"]!.GetValue<string>()}");
    }

    private static string Write(DirectoryInfo folder, int accounts, int groups = 0)
    {
        var path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{accounts}-{groups}.json"));
        using var file = File.Create(path);
        Write(file, accounts, groups);
        return path;
    }

    private static (double Elapsed, double Processor) InProcess(string path, params string[] more)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(LargeReview).Assembly.Location);
        start.ArgumentList.Add(Name);
        start.ArgumentList.Add(path);
        foreach (var argument in more)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Console.WriteLine(line);
        var words = line.Split(' ');
        return (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[3], CultureInfo.InvariantCulture));
    }

    private static int Measure(string path, bool byGroup)
    {
        var watch = Stopwatch.StartNew();
        using var file = File.OpenRead(path);
        var portfolio = PortfolioFile.Read(file);
        var read = watch.Elapsed;
        using (var json = new Utf8JsonWriter(Stream.Null))
        {
            var run = new AccountReviewer(ReviewModels.For(portfolio.Head)).Begin(portfolio);
            if (byGroup)
                Roll(run, json);
            else
                run.WriteTo(json);
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{watch.Elapsed.TotalSeconds:0.00} s elapsed, {process.TotalProcessorTime.TotalSeconds:0.00} s of processor time ({read.TotalSeconds:0.00} s elapsed to read and check), peak {process.PeakWorkingSet64 >> 20} MB, {portfolio.Entries.Count} accounts, file of {file.Length >> 20} MB"));
        return 0;
    }

    private static void Roll(PortfolioReviewRun run, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var review in run.GroupReviews())
        {
            review.WriteTo(json);
            json.Flush();
        }

        json.WriteEndArray();
    }
}
