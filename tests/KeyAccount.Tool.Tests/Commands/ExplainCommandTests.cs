using System.Text.Json;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public class ExplainCommandTests
{
    [Theory]
    [InlineData("en", "Tier: A account", "Set by Sales director until 2026-08-31: Launch customer of the new sealing line (computed: B account)", "What the value is made of", "On the way to A account")]
    [InlineData("zh-Hans", "级别：A类客户", "由Sales director指定，有效期至 2026-08-31：Launch customer of the new sealing line（计算级别：B类客户）", "价值的构成", "通往A类客户的路径")]
    [InlineData("zh-Hant", "級別：A類客戶", "由Sales director指定，有效期至 2026-08-31：Launch customer of the new sealing line（計算級別：B類客戶）", "價值的構成", "通往A類客戶的路徑")]
    public void An_account_is_explained_in_three_languages(string language, params string[] lines)
    {
        var text = ToolRun.Of("explain", "Kestrel Packaging Lines", "--lang", language).Succeeds();
        text.Should().StartWith("Kestrel Packaging Lines\n");
        text.ReplaceLineEndings("").Should().ContainAll(lines);
        Cells.Lines(text).Should().OnlyContain(line => Cells.Width(line) <= 100);
    }

    [Fact]
    public void The_parts_add_up_to_the_score_on_the_page()
    {
        var rows = Cells.Rows(ToolRun.Of("explain", "Baihe Heavy Machinery", "--lang", "en").Succeeds())[1..];
        rows.Should().HaveCount(10);
        var parts = rows[..^1].Sum(row => decimal.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture));
        parts.Should().BeApproximately(decimal.Parse(rows[^1][4], System.Globalization.CultureInfo.InvariantCulture), 0.5m);
    }

    [Theory]
    [InlineData("en", "Where we stand: organisation, key decision makers, climate (OKE)", "Short board: ", "How far the relationship has come", "People, by influence", "Through whom we stand", "Win next: ", "Can they leave", "Best lever: ", "A rival needs a discount of more than ", "Do they want to stay")]
    [InlineData("zh-Hans", "关系现状：组织、关键、普遍客户关系（OKE）", "短板：", "关系发展到哪一步", "关键人物（按影响力）", "我们靠谁站稳", "下一个争取：", "客户能否离开", "最佳手段：", "竞争对手每单位需让价超过", "客户是否愿意留下")]
    [InlineData("zh-Hant", "關係現狀：組織、關鍵、普遍客戶關係（OKE）", "短板：", "關係發展到哪一步", "關鍵人物（按影響力）", "我們靠誰站穩", "下一個爭取：", "客戶能否離開", "最佳手段：", "競爭對手每單位需讓價超過", "客戶是否願意留下")]
    public void Every_room_says_its_reasons(string language, params string[] texts)
    {
        var text = ToolRun.Of("explain", "Aldermoor", "--lang", language).Succeeds();
        text.ReplaceLineEndings("").Should().ContainAll(texts);
        Cells.Lines(text).Should().OnlyContain(line => Cells.Width(line) <= 100);
    }

    [Fact]
    public void A_room_of_which_nothing_is_known_is_silent() =>
        ToolRun.Of("explain", "Oldcastle", "--lang", "en").Succeeds().Should().NotContainAny("OKE", "Can they leave", "Do they want to stay", "People");

    [Fact]
    public void What_stands_in_the_way_is_said_once()
    {
        var text = ToolRun.Of("explain", "fenwick", "--lang", "en").Succeeds();
        text.Should().Contain("A cap applies: debt overdue by more than 90 days: at most C.")
            .And.Contain("On the way to B account\n  • No way as long as this holds: debt overdue by more than 90 days: at most C.");
        text[..text.IndexOf("Where we stand", StringComparison.Ordinal)].Split("•").Should().HaveCount(2);
    }

    [Fact]
    public void An_account_of_which_little_is_known_says_what_to_learn()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "value": { "debtOverdueDays": 0 } } ] }""");
        var text = ToolRun.Of("explain", "a", "--portfolio", file, "--lang", "en").Succeeds();
        text.Should().ContainAll(
            "Tier: none, too little is known.", "Account value: not rated; at least 60 % of the weight must be known.", "Known: 0 % of the weight; with the rest known the score would be 0.0 to 100.0.",
            "Not known whether a cap applies: the account loses money: at most B.", "No single change is enough.", "What we do not know: annual purchases, ");
    }

    [Fact]
    public void An_account_is_found_by_id_name_or_a_part_of_them()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "1", "name": "Acme" }, { "id": "11", "name": "Acme North" }, { "id": "2", "name": "Zed" } ] }""");
        string First(string name) => ToolRun.Of("explain", name, "--portfolio", file, "--lang", "en").Succeeds().Split('\n')[0];
        First("1").Should().Be("Acme");
        First("ACME").Should().Be("Acme");
        First("north").Should().Be("Acme North");
        ToolRun.Of("explain", "cme", "--portfolio", file).FailsInOneLine().Should().Be("'cme' can be '1', '11'; name one of them by its id.");
        ToolRun.Of("explain", "Nobody", "--portfolio", file).FailsInOneLine().Should().Be("there is no account 'Nobody'.");
        ToolRun.Of("explain").FailsInOneLine().Should().Contain("explain");
    }

    [Fact]
    public void Programs_get_the_review_and_its_parts()
    {
        using var json = JsonDocument.Parse(ToolRun.Of("explain", "Baihe", "--format", "json").Succeeds());
        json.RootElement.GetProperty("id").GetString().Should().Be("Baihe Heavy Machinery");
        json.RootElement.GetProperty("value").GetProperty("contributions").GetArrayLength().Should().Be(9);
        var csv = ToolRun.Of("explain", "Baihe", "--format", "csv").Succeeds().Split('\n');
        csv.Should().HaveCount(11);
        csv[0].Should().Be("criterion,group,raw,points,weight,value");
        csv[1].Should().StartWith("annualPurchases,current,4398276.31,");
    }
}
