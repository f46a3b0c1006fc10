using System.Text.RegularExpressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Tool.Tests;

public class TextsTests
{
    private static readonly TextTable Texts = TextTable.FromResources(typeof(Program).Assembly, "KeyAccount.Tool.Texts");

    // One row per key, so that a fault names its text.
    public static TheoryData<string> Keys => [.. Texts.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void The_table_loads() => Texts.Keys.Should().Contain(["Models.Title", "Review.Hint"]);

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_is_written_in_every_language(string key)
    {
        foreach (var language in Language.All)
            Texts[key].In(language).Should().NotBeNullOrWhiteSpace().And.NotContain("\n").And.Be(Texts[key].In(language).Trim());
        Texts[key].In("en").Should().MatchRegex("^[\u0020-\u007e→]+$", "it is English");
        Texts[key].In("zh-Hans").Should().MatchRegex("[\u4e00-\u9fff]", "it is Chinese");
        Texts[key].In("zh-Hant").Should().MatchRegex("[\u4e00-\u9fff]", "it is Chinese");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_has_the_same_placeholders_in_all_languages(string key)
    {
        var english = Placeholders(Texts[key].En);
        Placeholders(Texts[key].ZhHans).Should().Equal(english);
        Placeholders(Texts[key].ZhHant).Should().Equal(english);
        english.Should().Equal(Enumerable.Range(0, english.Length).Select(i => $"{{{i}}}"), "placeholders are numbered from 0, each once");
    }

    // Every brace is part of one, which may hold words that depend on its number: With(…) would throw on any other.
    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_has_no_brace_outside_a_placeholder(string key)
    {
        foreach (var language in Language.All)
            Regex.Replace(Texts[key].In(language), @"\{\d(:[^{}]*\|[^{}]*)?\}", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Should().NotContainAny("{", "}");
    }

    [Fact]
    public void The_two_Chinese_tables_differ_in_their_characters()
    {
        Texts["Models.Provenance"].In("zh-Hans").Should().Be("出处");
        Texts["Models.Provenance"].In("zh-Hant").Should().Be("出處");
    }

    private static string[] Placeholders(string text) =>
        [
            .. Regex.Matches(text, @"\{(?<number>\d)(:[^{}]*\|[^{}]*)?\}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                .Select(match => $"{{{match.Groups["number"].Value}}}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
}
