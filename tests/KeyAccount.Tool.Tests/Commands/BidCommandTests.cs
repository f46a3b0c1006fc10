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
        root.GetProperty("bestPrice").GetProperty("by").GetString().Should().Be("scoring");
        root.GetProperty("bestPrice").GetProperty("price").GetDouble().Should().BeInRange(4_000_000, 4_500_000);
        root.GetProperty("rules").GetProperty("areOwn").GetBoolean().Should().BeFalse();
        root.GetProperty("reasons").EnumerateArray().Single().GetProperty("rule").GetString().Should().Be("valid");
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

    [Fact]
    public void The_rules_of_the_file_are_used_and_named()
    {
        const string Tender = """
            {"title":"x","asOf":"2026-02-10","regime":"GovernmentPurchasing","days":[{"date":"ResultKnown","on":"2026-02-10"}],
             "duties":[{"key":"own","from":"ResultKnown","to":"Query","days":7,"isInWorkingDays":true}],
             "holidays":["2026-02-16","2026-02-17","2026-02-18","2026-02-19","2026-02-20","2026-02-23"],"workingDays":["2026-02-14"]}
            """;
        var file = _folder.Write("t.json", Tender);
        ToolRun.Of("bid", file, "--lang", "en").Succeeds().Replace("\n", " ").Should().ContainAll("1 duty of the file", "6 public holidays", "2026-02-26");
        using var json = JsonDocument.Parse(ToolRun.Of("bid", file, "--format", "json").Succeeds());
        json.RootElement.GetProperty("rules").GetRawText().Should().ContainAll("GovernmentPurchasing", "\"areOwn\": true", "\"holidays\": 6");
        ToolRun.Of("bid", _folder.Write("u.json", Tender.Replace("\"2026-02-14\"", "\"2026-02-16\""))).Fails().Should().Contain("workingDays[0]");
        ToolRun.Of("schema", "tender").Succeeds().Should().ContainAll("\"duties\"", "\"holidays\"", "\"workingDays\"", "\"cost\"");
    }

    [Fact]
    public void Every_reason_of_a_void_tender_is_told()
    {
        var file = _folder.Write("t.json", """{"title":"x","asOf":"2026-01-01","validity":{"isUnsigned":true,"areFewerThanThree":true,"isDepositMissing":true}}""");
        ToolRun.Of("bid", file, "--lang", "en").Succeeds().Replace("\n", " ").Should().ContainAll("nothing to decide", "fewer than three", "deposit was not paid", "not signed or sealed");
        using var json = JsonDocument.Parse(ToolRun.Of("bid", file, "--format", "json").Succeeds());
        json.RootElement.GetProperty("validity").GetString().Should().Be("TenderVoid");
        json.RootElement.GetProperty("reasons").EnumerateArray().Select(each => each.GetProperty("rule").GetString()).Should().Equal("void.tooFew", "invalid.deposit", "invalid.unsigned");
    }

    [Fact]
    public void A_redacted_page_names_nobody_and_keeps_a_stop()
    {
        var file = _folder.Write("t.json", """
            {"title":"Aldermoor line 4","accountId":"Aldermoor","asOf":"2026-01-01","notes":["dinner with the evaluator Ada Lovelace"],
             "register":{"answers":[{"criterion":"t","evidence":"letter of Ada Lovelace"}]}}
            """);
        ToolRun.Of("bid", file, "--lang", "en", "--redact").Succeeds().Should().NotContain("Lovelace").And.ContainAll("Stop.", "article 49", "Aldermoor");
        ToolRun.Of("bid", file, "--lang", "en", "--redact-accounts", "--format", "html").Succeeds().Should().NotContainAny("Lovelace", "Aldermoor");
    }
}
