using System.Text.Json.Nodes;
using KeyAccount.Core;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Versions;

/// <summary>Files as earlier versions of the library wrote them are kept here, and read for ever.</summary>
public class KeptFileTests
{
    [Fact]
    public void A_portfolio_of_version_1_gives_the_same_review_before_and_after_it_is_upgraded()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", Kept("portfolio.1.json"));
        var before = ToolRun.Of("review", file, "--format", "json").Succeeds();
        var page = ToolRun.Of("review", file, "--format", "html", "--lang", "en").Succeeds();

        ToolRun.Of("upgrade", file).Notes.Should().Equal($"{file} is of version 2 (portfolio); {file} was of version 1.");

        File.ReadAllText(file).Should().StartWith("{\n  \"version\": 2,\n  \"name\"");
        ToolRun.Of("review", file, "--format", "json").Succeeds().Should().Be(before);
        ToolRun.Of("review", file, "--format", "html", "--lang", "en").Succeeds().Should().Be(page);
        folder.Names.Should().Equal("p.json");
    }

    [Fact]
    public void What_does_not_change_keeps_its_bytes()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", Kept("portfolio.1.json"));
        ToolRun.Of("upgrade", file).Succeeds();
        File.ReadAllText(file).Should().Be(Text("portfolio.1.json").Replace("{\n  \"name\"", "{\n  \"version\": 2,\n  \"name\"", StringComparison.Ordinal));

        var settings = folder.Write("s.json", Kept("settings.1.json"));
        ToolRun.Of("upgrade", settings).Succeeds();
        File.ReadAllText(settings).Should().Be(Text("settings.1.json").Replace("{\n  //", "{\n  \"version\": 2,\n  //", StringComparison.Ordinal));
        ToolRun.Of("validate", settings).Succeeds().Should().EndWith("Settings of 1 model: no faults, 0 warnings.\n");
    }

    [Fact]
    public void An_upgraded_file_may_stand_beside_the_older_one()
    {
        using var folder = new TemporaryFolder();
        var (file, other) = (folder.Write("p.json", Kept("portfolio.1.json")), folder.Of("q.json"));
        ToolRun.Of("upgrade", file, "--out", other).Succeeds();
        File.ReadAllBytes(file).Should().Equal(Kept("portfolio.1.json"));
        ToolRun.Of("upgrade", other).Notes.Should().Equal($"{other} is of version 2 (portfolio) already.");
    }

    [Fact]
    public void A_review_of_version_1_is_compared_with()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("r.json", Kept("review.1.json"));
        var portfolio = folder.Write("p.json", Kept("portfolio.1.json"));
        var before = ToolRun.Of("review", portfolio, "--since", file, "--format", "json").Succeeds();
        PortfolioReview.FromJson(Text("review.1.json")).ToSnapshot().Accounts.Should().HaveCount(2);

        ToolRun.Of("upgrade", file).Notes.Should().Equal($"{file} is of version 2 (review); {file} was of version 1.");

        ToolRun.Of("review", portfolio, "--since", file, "--format", "json").Succeeds().Should().Be(before);
        JsonNode.Parse(before)!["since"].Should().NotBeNull();
    }

    [Theory]
    [InlineData("""{ "version": 3, "currency": "CNY", "asOf": "2026-03-31", "fate": [ ], "accounts": [ { "id": "a", "aura": 1 } ] }""")]
    [InlineData("""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "aura": 1 } ], "version": 3 }""")]
    [InlineData("""{ "version": 3, "fate.standard": { } }""")]
    public void A_file_of_a_later_version_is_refused_with_that_reason_alone(string json)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("f.json", json);
        string[][] commands = json.Contains("fate.standard", StringComparison.Ordinal)
            ? [["validate", file], ["upgrade", file], ["review", "--settings", file]]
            : [["validate", file], ["upgrade", file], ["review", file], ["funnel", file], ["review", file, "--skip-bad-accounts"]];
        foreach (var command in commands)
        {
            ToolRun.Of(command).Fails().Split('\n')[1..].Should().Equal(
                "  version: the file is of version 3; this program reads versions up to 2, and a newer one is needed");
        }

        File.ReadAllText(file).Should().Be(json);
    }

    [Theory]
    [InlineData("0", "it is 0")]
    [InlineData("\"2\"", "it is \"2\"")]
    [InlineData("null", "it is null")]
    [InlineData("1.5", "it is 1.5")]
    public void What_is_no_version_is_refused(string version, string message)
    {
        var json = $$"""{ "version": {{version}}, "currency": "CNY", "asOf": "2026-03-31", "accounts": [] }""";
        FluentActions.Invoking(() => Portfolio.FromJson(json)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().Equal(new ModelFault("version", $"{message}; it must be a whole number from 1 to 2, the version of the file"));
    }

    [Fact]
    public void A_file_that_is_not_json_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        foreach (var text in (string[])["[]", "{ \"accounts\": [", "null"])
        {
            var file = folder.Write("p.json", text);
            ToolRun.Of("upgrade", file).Fails().Should().Contain("$: it is ");
            File.ReadAllText(file).Should().Be(text);
            folder.Names.Should().Equal("p.json");
        }
    }

    private static string Text(string name) => System.Text.Encoding.UTF8.GetString(Kept(name));

    private static byte[] Kept(string name)
    {
        using var stream = typeof(KeptFileTests).Assembly.GetManifestResourceStream($"Versions/{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
