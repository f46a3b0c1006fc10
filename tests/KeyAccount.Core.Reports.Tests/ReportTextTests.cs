using System.Text.RegularExpressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reports.Tests;

public class ReportTextTests
{
    private static readonly TextTable Texts = TextTable.FromResources(typeof(HtmlRenderer).Assembly, "KeyAccount.Core.Reports.Texts");

    public static TheoryData<string> Keys => [.. Texts.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_is_written_in_every_language(string key)
    {
        Texts[key].In("en").Should().MatchRegex("^[\u0020-\u007e]+$", "it is English");
        Texts[key].In("zh-Hans").Should().MatchRegex("[\u4e00-\u9fff]", "it is Chinese");
        Texts[key].In("zh-Hant").Should().MatchRegex("[\u4e00-\u9fff]", "it is Chinese");
        foreach (var language in Language.All)
            Places(Texts[key].In(language)).Should().BeEquivalentTo(Places(Texts[key].En));
    }

    private static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\d\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(each => each.Value);
}
