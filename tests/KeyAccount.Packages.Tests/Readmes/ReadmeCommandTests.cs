using System.Text.Json;
using System.Text.RegularExpressions;

namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>Every command of every README is run with the tool as a user installs it.</summary>
[Collection(PlatformTool.Tests)]
public sealed class ReadmeCommandTests(PackedSolution solution, PlatformTool tool)
{
    private const string Install = "dotnet tool install --global KeyAccount.Tool";
    private const string Review = "dotnet run --project src/KeyAccount.Tool -- review";
    private const string Test = "dotnet test";

    public static TheoryData<string> Commands =>
        [.. Readme.Files.SelectMany(Readme.CommandsIn).Where(line => line.StartsWith("keyaccount ", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Commands))]
    public async Task A_command_succeeds(string command)
    {
        using var folder = new TemporaryFolder();
        if (command.Contains("--encoding GB18030", StringComparison.Ordinal))
            Purchases.WriteChinese(folder.PathOf("purchases.csv"));
        else if (command.StartsWith("keyaccount lifetime ", StringComparison.Ordinal))
            Purchases.WriteMany(folder.PathOf("purchases.csv"));
        else
            Purchases.Write(folder.PathOf("purchases.csv"));
        await File.WriteAllTextAsync(
            folder.PathOf("map.json"),
            $$"""
            { "table": "accounts", "columns": { {{string.Join(", ", ((string[])["AnnualPurchases", "GrossMarginRate", "CreditDays", "MarketGrowthRate", "CategorySpend", "BudgetTrend",
                "IndustryInfluence", "TechnicalSynergy", "LongTermCommitment", "DebtOverdueDays", "NetProfit"]).Select(fact => $"\"{fact}\": \"{fact}\""))}} } }
            """,
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.PathOf("portfolio.json"),
            """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "Baihe", "value": { "annualPurchases": 1200000 } } ] }""",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.PathOf("settings.json"), """{ "accountValue.standard": { "bands": { "A": 72 } } }""",
            TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(
            folder.PathOf("deals.csv"),
            "id,accountId,amount,currency,expectedClose\npumps,Qilin,1200,CNY,2026-06-20\nvalves,Qilin,900,CNY,2026-06-10\n",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.PathOf("stages.csv"), "id,stage,since\npumps,P1,2026-01-10\npumps,P3,2026-04-02\nvalves,P2,2026-03-05\n",
            TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(
            folder.PathOf("outcomes.csv"),
            "score,outcome\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},{(i % 7 < i / 15 ? "yes" : "no")}\n")),
            TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(
            folder.PathOf("new.json"), """{ "accountValue.standard": { "bands": { "A": 60 } } }""", TestContext.Current.CancellationToken);
        if (command.Contains("--from stances.xlsx", StringComparison.Ordinal))
            await tool.Prepare(folder, "stances.xlsx", ["table", "ladder.stances", "--out", "stances.xlsx"]);
        if (command.Contains("--since review.json", StringComparison.Ordinal))
            await tool.Prepare(folder, "review.json", ["review", "portfolio.json", "--format", "json", "--out", "review.json"]);
        if (command.Contains("--plan plan.json", StringComparison.Ordinal) && !command.Contains("--update", StringComparison.Ordinal))
            await tool.Prepare(folder, "plan.json", ["plan", "--plan", "plan.json", "--update"]);
        if (command.Contains("--from plans.xlsx", StringComparison.Ordinal))
            await tool.Prepare(folder, "plans.xlsx", ["plan", "--plan", "plan.json", "--tables", "plans.xlsx"]);
        if (command.StartsWith("keyaccount watch ", StringComparison.Ordinal))
        {
            // Something has happened since.
            await File.WriteAllTextAsync(
                folder.PathOf("portfolio.json"),
                """{ "currency": "CNY", "asOf": "2026-04-30", "accounts": [ { "id": "Baihe" }, { "id": "Dongshan" } ] }""",
                TestContext.Current.CancellationToken);
        }

        if (command.StartsWith("keyaccount import ", StringComparison.Ordinal))
        {
            await tool.Prepare(folder, "crm", ["sample", "--preset", "salesforce", "--out", "crm"]);
            foreach (var export in Directory.GetFiles(folder.PathOf("crm")))
                File.Copy(export, folder.PathOf(Path.GetFileName(export)));
            File.Delete(folder.PathOf("portfolio.json"));
        }

        var words = WordsOf(command);
        var result = (await tool.Run(folder.Root, words[1..])).MustSucceed();

        result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("note: ", StringComparison.Ordinal))
            .Should().BeEmpty("nothing is wrong, and notes tell how a table was read");
        if (Array.IndexOf(words, "--out") is >= 0 and var option)
            await MustBeWhole(folder.PathOf(words[option + 1]));
        else if (Array.IndexOf(words, "--save") is >= 0 and var save)
            await MustBeWhole(folder.PathOf(words[save + 1]));
        else if (Array.IndexOf(words, "--pages") is >= 0 and var pages)
            await MustBeWhole(folder.PathOf(words[pages + 1], "index.html"));
        else
            result.Output.Should().NotBeEmpty();
    }

    [Fact]
    public void Every_library_says_how_it_is_added() =>
        Repository.Libraries.Should().AllSatisfy(package => Readme.CommandsIn($"src/{package}/README.md").Should().Contain(AddOf(package)));

    // As a shell takes them apart: what is in double quotes is one word.
    private static string[] WordsOf(string command) =>
    [
        .. Regex.Matches(command, """(?:"[^"]*"|[^ "])+""", RegexOptions.None, TimeSpan.FromSeconds(10))
            .Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal)),
    ];

    private static string AddOf(string package) => $"dotnet add package {package}";

    private static async Task MustBeWhole(string file)
    {
        if (Directory.Exists(file))
        {
            Directory.GetFiles(file).Should().NotBeEmpty();
            return;
        }

        if (file.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            using var book = System.IO.Compression.ZipFile.OpenRead(file);
            book.Entries.Should().NotBeEmpty();
            return;
        }

        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (file.EndsWith(".json", StringComparison.Ordinal))
            JsonDocument.Parse(text).Dispose();
        else
            text.Should().StartWithEquivalentOf("<!doctype html>").And.EndWith("</html>\n");
    }

    [Fact]
    public void Every_other_line_is_known_to_a_test()
    {
        Commands.Should().NotBeEmpty();
        Readme.Files.SelectMany(Readme.CommandsIn).Except(Commands.Select(row => row.Data), StringComparer.Ordinal)
            .Should().BeEquivalentTo([Review, Test, Install, .. Repository.Libraries.Select(AddOf)]);
        Readme.CommandsIn("README.md").Should().ContainInOrder(Review, Test);
    }

    // The package that every platform can use.
    [Fact]
    public async Task The_installed_tool_reviews_as_the_built_one_does()
    {
        using var folder = new TemporaryFolder();
        (await Command.Dotnet(
            folder.Root,
            ["tool", "install", Repository.Tool, "--version", solution.Version, "--tool-path", folder.PathOf("tools"), "--source", solution.Packages],
            ("NUGET_PACKAGES", folder.PathOf("packages")))).MustSucceed();

        var installed = (await Command.Run(PlatformTool.ProgramIn(folder.PathOf("tools")), folder.Root, ["review"])).MustSucceed();

        installed.Text.Should().Be((await solution.ReviewOfBuiltTool()).Text).And.NotBeEmpty();
    }
}
