using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary>The sample portfolio in Chinese is the sample, word by word, and nothing of it stays in English.</summary>
public partial class ChineseSampleTests
{
    [Theory]
    [InlineData("review", "--sample", "zh", "--lang", "zh-Hans")]
    [InlineData("explain", "安钢特钢", "--sample", "zh", "--lang", "zh-Hans")]
    [InlineData("explain", "百河重工", "--sample", "zh", "--lang", "zh-Hans")]
    [InlineData("explain", "东岛船厂", "--sample", "zh", "--lang", "zh-Hans")]
    [InlineData("review", "--sample", "zh", "--lang", "zh-Hans", "--account", "长桥水泥")]
    public void A_Chinese_reader_meets_no_English(params string[] arguments)
    {
        var screen = ToolRun.Of(arguments).Succeeds();

        // What to type stays as it is typed.
        EnglishWords().Matches(screen).Select(match => match.Value).Except(["keyaccount explain", "format json"], StringComparer.Ordinal)
            .Should().BeEmpty();
    }

    [Fact]
    public void It_has_the_figures_of_the_sample()
    {
        var (chinese, english) = (Totals("--sample", "zh"), Totals());

        chinese.ToJsonString().Should().Be(english.ToJsonString());

        static JsonNode Totals(params string[] sample)
        {
            var review = JsonNode.Parse(ToolRun.Of(["review", .. sample, "--format", "json"]).Succeeds())!;
            return new JsonArray([.. review["accounts"]!.AsArray().Select(account => new JsonArray(
                account!["value"]?["score"]?.DeepClone(), account["atStake"]?.DeepClone(),
                new JsonArray([.. account["findings"]!.AsArray().Select(finding => finding!["ruleId"]!.DeepClone())])))]);
        }
    }

    [Fact]
    public void Every_word_of_the_table_stands_in_the_sample()
    {
        using var stream = Samples.Portfolio();
        var texts = TextsIn(JsonNode.Parse(stream)).ToHashSet(StringComparer.Ordinal);

        Samples.ChineseNames.Keys.Except(texts, StringComparer.Ordinal).Should().BeEmpty();
    }

    [GeneratedRegex("[A-Za-z]{3,} [a-z]{3,}", RegexOptions.None, 5000)]
    private static partial Regex EnglishWords();

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(each => TextsIn(each.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };
}
