using System.Text.Json.Nodes;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary>In what is redacted nobody of the sample can be found, whatever the command and the format.</summary>
public class RedactTests
{
    private const string Account = "Aldermoor Steel Works";

    public static TheoryData<string[]> Commands => new(
        from command in (string[][])[["review"], ["review", "--account", Account], ["review", "--owner", "Chen Wei"], ["explain", Account], ["funnel"]]
        from format in (string[])["table", "json", "csv", "md", "html"]
        select (string[])[.. command, "--format", format]);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Nobody_of_the_sample_is_found(string[] command)
    {
        var output = ToolRun.Of([.. command, "--redact", "--lang", "en"]).Succeeds();
        output.Should().NotBeEmpty();
        People.Concat(Notes).Where(text => output.Contains(text, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();

        var everything = ToolRun.Of([.. command, "--redact-accounts", "--lang", "zh-Hans"]).Succeeds();
        People.Concat(Notes).Concat(Accounts).Where(text => everything.Contains(text, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    [Fact]
    public void Without_it_they_are_found() =>
        People.Where(ToolRun.Of("review", "--format", "html", "--lang", "en").Succeeds().Contains).Should().HaveCountGreaterThan(20);

    [Fact]
    public void A_file_is_redacted_as_the_sample_is_and_compared_with_an_earlier_review()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", Sample());
        var earlier = folder.Write("r.json", ToolRun.Of("review", file, "--format", "json").Succeeds());
        var json = ToolRun.Of("review", file, "--redact-accounts", "--format", "json", "--lang", "en").Succeeds();
        json.Should().Be(ToolRun.Of("review", "--redact-accounts", "--format", "json", "--lang", "en").Succeeds());

        var since = JsonNode.Parse(ToolRun.Of("review", file, "--redact-accounts", "--since", earlier, "--format", "json", "--lang", "en").Succeeds())!["since"]!;
        since.ToJsonString().Should().NotContain(Account);
        since["appeared"]?.AsArray().Should().BeNullOrEmpty();
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        ToolRun.Of("review", "--keep-confidential").Fails().Should().Contain("--keep-confidential goes with --redact");
        using var folder = new TemporaryFolder();
        ToolRun.Of("funnel", "--redact", "--opportunities", folder.Write("o.csv", "id\n")).Fails().Should().Contain("--redact goes with a portfolio");
    }

    [Fact]
    public void The_schema_says_what_is_personal()
    {
        var contact = JsonNode.Parse(ToolRun.Of("schema", "portfolio").Succeeds())!
            ["properties"]!["accounts"]!["items"]!["properties"]!["contacts"]!["items"]!["properties"]!;
        contact["name"]!["x-personal"]!.GetValue<bool>().Should().BeTrue();
        contact["name"]!["x-confidential"].Should().BeNull();
        contact["style"]!["x-personal"]!.GetValue<bool>().Should().BeTrue();
        contact["style"]!["x-confidential"]!.GetValue<bool>().Should().BeTrue();
        contact["since"]!["x-personal"].Should().BeNull();
    }

    private static IReadOnlyList<string> People => [.. AccountsOfSample.SelectMany(account => Texts(account, "owner")
        .Concat(Parts(account, "contacts").SelectMany(contact => Texts(contact, "name")))).Distinct()];

    private static IReadOnlyList<string> Notes => [.. AccountsOfSample.SelectMany(account =>
        Parts(account, "contacts").SelectMany(contact => Parts(contact, "ladder")).SelectMany(entry => Texts(entry, "evidence"))
            .Concat(Parts(account, "tierOverrides").SelectMany(each => Texts(each, "reason")))).Distinct()];

    private static IReadOnlyList<string> Accounts => [.. AccountsOfSample.SelectMany(account => Texts(account, "id").Concat(Texts(account, "name")))];

    private static IEnumerable<JsonNode> AccountsOfSample => JsonNode.Parse(Sample())!["accounts"]!.AsArray().OfType<JsonNode>();

    private static IEnumerable<JsonNode> Parts(JsonNode node, string name) => node[name] is JsonArray parts ? parts.OfType<JsonNode>() : [];

    private static IEnumerable<string> Texts(JsonNode node, string name) => node[name] is { } text ? [text.GetValue<string>()] : [];

    private static string Sample()
    {
        using var reader = new StreamReader(Samples.Portfolio());
        return reader.ReadToEnd();
    }
}
