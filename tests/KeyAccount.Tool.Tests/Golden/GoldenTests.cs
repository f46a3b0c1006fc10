using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Golden;

/// <summary>What the tool says of the sample portfolio, kept beside this test: the facts for programs without their wording, and the pages
/// for people word by word.</summary>
public class GoldenTests
{
    private const string Accept = "KEYACCOUNT_GOLDEN";
    private const string Folder = "tests/KeyAccount.Tool.Tests/Golden";
    private const string Account = "Aldermoor Steel Works";
    private const string Troubled = "Calder Bridge Cement";

    public static TheoryData<string, string[]> Pages => new()
    {
        { "review.en.txt", ["review", "--lang", "en"] },
        { "review.zh-Hans.txt", ["review", "--lang", "zh-Hans"] },
        { "account.en.txt", ["review", "--account", Account, "--lang", "en"] },
        { "account.zh-Hans.txt", ["review", "--account", Account, "--lang", "zh-Hans"] },
        { "account.en.md", ["review", "--account", Troubled, "--lang", "en", "--format", "md"] },
        { "explain.en.txt", ["explain", Account, "--lang", "en"] },
        { "explain.zh-Hans.txt", ["explain", Account, "--lang", "zh-Hans"] },
        { "explain-troubled.en.txt", ["explain", Troubled, "--lang", "en"] },
        { "funnel.en.txt", ["funnel", "--lang", "en"] },
        { "funnel.zh-Hans.txt", ["funnel", "--lang", "zh-Hans"] },
        { "funnel.en.md", ["funnel", "--lang", "en", "--format", "md"] },
        { "explain.en.md", ["explain", Account, "--lang", "en", "--format", "md"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_the_one_that_was_read(string file, string[] arguments) => Hold(file, ToolRun.Of(arguments).Succeeds());

    [Fact]
    public void What_is_found_and_to_be_done_is_what_was_reviewed() => Hold("findings.txt", Findings(Sample()));

    [Fact]
    public void The_facts_of_an_account_are_those_that_were_reviewed()
    {
        var account = Sample()["accounts"]!.AsArray().Single(each => each!["id"]!.GetValue<string>() == Account)!;
        Hold("account.json", WithoutTexts(account)!.ToJsonString(new(JsonSerializerOptions.Default) { WriteIndented = true }) + "\n");
    }

    private static JsonNode Sample() => JsonNode.Parse(ToolRun.Of("review", "--format", "json").Succeeds())!;

    // One line for each thing found, asked for or forbidden, by account.
    private static string Findings(JsonNode review)
    {
        var lines = new StringBuilder();
        foreach (var account in review["accounts"]!.AsArray())
        {
            lines.Append($"{account!["id"]}: tier {account["tier"]!["computed"]}, risk {account["risk"]}\n");
            foreach (var finding in account["findings"]!.AsArray())
            {
                var evidence = finding!["evidence"]!.AsArray().Select(each => $"{each!["fact"]} = {each["value"]}");
                lines.Append(
                    $"  {finding["ruleId"]} {finding["stake"]!["topic"]}: {finding["stake"]!["share"]} of {finding["stake"]!["basis"]}, "
                    + $"{finding["atStake"]} ({string.Join(", ", evidence)})\n");
            }

            foreach (var action in account["actions"]!.AsArray())
                lines.Append($"  > {action!["ruleId"]} {action["finding"]}: {action["kind"]}, {action["owner"]}, {action["dueOn"]}\n");
            foreach (var forbidden in account["forbidden"]!.AsArray())
                lines.Append($"  x {forbidden!["ruleId"]} {forbidden["finding"]}: {forbidden["kind"]}, {forbidden["prohibition"]}\n");
        }

        return lines.ToString();
    }

    private static JsonNode? WithoutTexts(JsonNode? node) => node switch
    {
        JsonObject text when text.ContainsKey("zh-Hans") => null,
        JsonObject members => new JsonObject(
            members.Where(member => member.Value is not JsonObject text || !text.ContainsKey("zh-Hans"))
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => KeyValuePair.Create(member.Key, WithoutTexts(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutTexts)]),
        _ => node?.DeepClone(),
    };

    private static void Hold(string file, string today)
    {
        var path = Path.Combine(SourceTree.Root, Folder, file);
        if (Environment.GetEnvironmentVariable(Accept) == "accept")
            File.WriteAllText(path, today);
        File.ReadAllText(path).ReplaceLineEndings("\n").Should().Be(
            today, $"{Folder}/{file} is what was reviewed; {Accept}=accept writes what the tool says today");
    }
}
