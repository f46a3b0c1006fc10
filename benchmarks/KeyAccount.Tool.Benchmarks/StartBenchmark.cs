using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Benchmarks;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Benchmarks;

/// <summary>What a user waits for before the first answer: the review of the sample beside a program that does nothing, and the review of
/// the first 2,000 accounts of a file beside a program that only deserialises them. Each runs in a process of its own, with its start.</summary>
internal static class StartBenchmark
{
    private const string Nothing = "nothing";
    private const string Sample = "review of the sample";
    private const string Deserialised = "first accounts, deserialised";
    private const string Reviewed = "first accounts, reviewed";
    private const int First = 2_000;

    private static readonly string[] Ways = [Nothing, Sample, Deserialised, Reviewed];

    public static int Run(int rounds, Func<string, string, (double Seconds, double Megabytes, double Elapsed)> inProcess)
    {
        var folder = Directory.CreateTempSubdirectory("start");
        try
        {
            using (var file = File.Create(PathIn(folder.FullName)))
                LargeReview.Write(file, First);
            var measured = Rounds.Of(Ways, rounds, folder.FullName, inProcess);
            foreach (var way in Ways)
                Rounds.Tell($"{way,-30} {measured.SecondsOf(way)}");
            Rounds.Tell($"{Sample} / {Nothing}: {measured.RatiosOf(Sample, Nothing)}; target 4");
            Rounds.Tell($"{Reviewed} / {Deserialised}: {measured.RatiosOf(Reviewed, Deserialised)}; target 3");
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
            case Sample:
                Tool("review");
                break;
            case Reviewed:
                Tool("review", PathIn(folder), "--format", "json", "--out", Path.Combine(folder, "review.json"));
                break;
            case Deserialised:
                using (var file = File.OpenRead(PathIn(folder)))
                {
                    if (JsonSerializer.Deserialize(file, PlainPortfolioJson.Default.PlainPortfolio)?.Accounts.Count != First)
                        throw new InvalidOperationException("not all accounts were read.");
                }

                break;
        }
    }

    // The tool in this process, as its command line calls it; what it shows is thrown away.
    private static void Tool(params string[] arguments)
    {
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        var code = typeof(TableSource).Assembly.EntryPoint!.Invoke(null, [arguments]);
        Console.SetOut(output);
        if (code is not 0)
            throw new InvalidOperationException($"the tool ended with {code}.");
    }

    private static string PathIn(string folder) => Path.Combine(folder, "portfolio.json");
}

/// <summary>A portfolio of which a program only wants the accounts.</summary>
internal sealed record PlainPortfolio(IReadOnlyList<AccountFile> Accounts);

/// <summary>A portfolio as System.Text.Json reads it by itself: nothing is checked beyond what the types say.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter), typeof(YearMonthJsonConverter)],
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PlainPortfolio))]
internal sealed partial class PlainPortfolioJson : JsonSerializerContext;
