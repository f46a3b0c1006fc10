using System.Text.Json;
using KeyAccount.Pages;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary><c>keyaccount bid</c>.</summary>
public sealed class BidCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "Whether to bid", "Points and ranks", "What is wrong with the documents", "Calendar of duties", "ISO 9001 certificate is valid until 2026-01-05")]
    [InlineData("zh-Hans", "投标决策", "得分与名次", "投标文件的问题", "法定期限")]
    [InlineData("zh-Hant", "投標決策", "得分與名次", "投標文件的問題", "法定期限")]
    public void The_sample_is_judged_on_one_page(string language, params string[] texts)
    {
        ToolRun.Of("bid", "--lang", language).Succeeds().Replace("\n", " ").Should().ContainAll(texts.Take(4));
        var page = HtmlPage.Parsed(ToolRun.Of("bid", "--lang", language, "--format", "html").Succeeds());
        page.Value.Should().ContainAll(texts);
        page.Descendants("svg").Should().HaveCountGreaterThan(1);
        ToolRun.Of("bid", "--lang", language, "--format", "md").Succeeds().Should().ContainAll(texts);
    }

    [Fact]
    public void A_program_gets_the_decision_the_odds_the_faults_and_the_duties()
    {
        using var json = JsonDocument.Parse(ToolRun.Of("bid", "--format", "json").Succeeds());
        var root = json.RootElement;
        root.GetProperty("rankOdds").EnumerateArray().Sum(each => each.GetDouble()).Should().BeApproximately(1, 1e-9);
        root.GetProperty("faults").EnumerateArray().Select(each => each.GetProperty("kind").GetString()).Should()
            .Equal("NotSigned", "OutOfDate", "Missing", "NoEvidence", "Unanswered", "SumDiffers");
        root.GetProperty("duties").EnumerateArray().Single(each => each.GetProperty("key").GetString() == "clarification").GetProperty("state").GetString().Should().Be("Broken");
        root.GetProperty("duties").EnumerateArray().Select(each => each.GetProperty("key").GetString()).Should().Contain("preparation");
        root.GetProperty("stops").GetArrayLength().Should().Be(0);
        ToolRun.Of("bid", "--format", "csv").Succeeds().Split('\n')[0].Should().StartWith("rule,kind,place,message,isInvalidating");
    }

    [Fact]
    public void Every_fault_of_a_file_is_named()
    {
        var file = _folder.Write("t.json", """{"title":"x","asOf":"soon","days":[{"date":"Deadline","on":"tomorrow"}]}""");
        ToolRun.Of("bid", file).Fails().Should().Contain("asOf").And.Contain("days[0].on");
    }

    [Fact]
    public void A_stop_is_told_and_nothing_else()
    {
        var file = _folder.Write("t.json", """{"title":"x","asOf":"2026-01-01","conduct":{"arePricesAgreed":true}}""");
        var told = ToolRun.Of("bid", file, "--lang", "en").Succeeds();
        told.Should().Contain("article 32").And.NotContain("Whether to bid");
    }
}
