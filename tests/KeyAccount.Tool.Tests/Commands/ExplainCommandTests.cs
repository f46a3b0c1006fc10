using System.Text.Json;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public class ExplainCommandTests
{
    [Theory]
    [InlineData("en", "Tier                    A account", "Set by Sales director until 2026-08-31: Launch customer of the new sealing line (computed: B account)", "How the score is made up", "How to reach A account")]
    [InlineData("zh-Hans", "等级            A类客户", "由Sales director指定，有效期至2026-08-31：Launch customer of the new sealing line（计算级别：B类客户）", "得分的构成", "如何达到A类客户")]
    [InlineData("zh-Hant", "等級            A類客戶", "由Sales director指定，有效期至2026-08-31：Launch customer of the new sealing line（計算級別：B類客戶）", "得分的構成", "如何達到A類客戶")]
    public void An_account_is_explained_in_three_languages(string language, params string[] lines)
    {
        var text = ToolRun.Of("explain", "Kestrel Packaging Lines", "--lang", language).Succeeds();
        text.Should().StartWith("Kestrel Packaging Lines\n");
        text.ReplaceLineEndings(language == "en" ? " " : "").Should().ContainAll(lines);
        Cells.Lines(text).Should().OnlyContain(line => Cells.Width(line) <= 100);
    }

    [Fact]
    public void The_parts_add_up_to_the_score_on_the_page()
    {
        var all = Cells.Rows(ToolRun.Of("explain", "Baihe Heavy Machinery", "--lang", "en").Succeeds());

        // A long name goes on in a line of its own, without numbers.
        var rows = all.SkipWhile(row => row[0] != "Group").Skip(1).Where(row => row.Length > 5 && row[5].Length > 0).Take(10).ToArray();
        rows[^1][1].Should().Be("Score");
        rows[..^1].Select(row => row[0]).Distinct().Should().Equal("Current value", "Potential value", "Strategic value");
        foreach (var row in rows[..^1])
            (Number(row[3]) * Number(row[4]) / 100).Should().BeApproximately(Number(row[5]), 0.1m, "the weight that is shown was applied");
        var parts = rows[..^1].Sum(row => Number(row[5]));
        parts.Should().BeApproximately(Number(rows[^1][5]), 0.5m);

        static decimal Number(string cell) => decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("en", "Where we stand: organisation, key decision makers, everyone else (OKE)", "Weakest link (短板): ", "How far the relationship has come", "People, by influence", "Our support among the people at the customer", "Whom to win next", "Can the customer leave?", "Best lever: ", "To make switching pay, a rival must be more than ", "Does the customer want to stay?", "Our offers", "Price waterfall")]
    [InlineData("zh-Hans", "关系现状：组织、关键、普遍客户关系（OKE）", "短板（最弱", "关系发展到哪一步", "关键人物（按影响力）", "客户内部谁支持我方", "下一个争取谁", "客户能离开吗？", "最佳手段：", "竞争对手每单位须便宜", "客户愿意留下吗？")]
    [InlineData("zh-Hant", "關係現狀：組織、關鍵、普遍客戶關係（OKE）", "短板（最弱", "關係發展到哪一步", "關鍵人物（按影響力）", "客戶內部誰支持我方", "下一個爭取誰", "客戶能離開嗎？", "最佳手段：", "競爭對手每單位須便宜", "客戶願意留下嗎？")]
    public void Every_room_says_its_reasons(string language, params string[] texts)
    {
        var text = ToolRun.Of("explain", "Aldermoor", "--lang", language).Succeeds();
        text.ReplaceLineEndings("").Should().ContainAll(texts);
        Cells.Lines(text).Should().OnlyContain(line => Cells.Width(line) <= 100);
    }

    [Fact]
    public void A_room_of_which_nothing_is_known_is_silent() =>
        ToolRun.Of("explain", "Oldcastle", "--lang", "en").Succeeds().Should().NotContainAny("OKE", "Can the customer leave?", "Does the customer want to stay?", "People, by influence");

    [Theory]
    [InlineData("en", "\n═══▶ Decision\n")]
    [InlineData("zh-Hans", "\n═══▶ 决策\n")]
    [InlineData("zh-Hant", "\n═══▶ 決策\n")]
    public void The_decision_chain_is_drawn_on_the_console_and_a_table_in_Markdown(string language, string head)
    {
        ToolRun.Of("explain", "Dongshan Paper", "--lang", language).Succeeds().Should().ContainAll("\n╲ Purchasing\n ├ ○ Tang Bo", "\n ├ ◆ Alma Frey", head);
        ToolRun.Of("explain", "Dongshan Paper", "--lang", language, "--format", "md").Succeeds().Should()
            .MatchRegex(@"\n\| Purchasing \| ○ Tang Bo");
    }

    [Theory]
    [InlineData("en", "yes", "no")]
    [InlineData("zh-Hans", "是", "否")]
    [InlineData("zh-Hant", "是", "否")]
    public void A_criterion_that_asks_yes_or_no_is_answered_so(string language, string yes, string no)
    {
        var text = ToolRun.Of("explain", "Eastholm Shipyard", "--lang", language, "--format", "md").Succeeds();
        foreach (var (key, answer) in new[] { ("steeringCommittee", no), ("sharedKpis", yes) })
        {
            var label = KeyAccount.Core.CustomerStrategy.StrategicCooperation.Readiness.Criteria.Single(each => each.Key == key).Label.In(language);
            text.ToUpperInvariant().Should().Contain($"| {label} | {answer} |".ToUpperInvariant());
        }
    }

    [Fact]
    public void What_stands_in_the_way_is_said_once()
    {
        var text = ToolRun.Of("explain", "fenwick", "--lang", "en").Succeeds();
        text.Should().Contain("At most C account, whatever the score, because debt is more than 90 days overdue.")
            .And.Contain("How to reach B account\n• As long as debt is more than 90 days overdue, the account is at most C account.");
        text[text.IndexOf("Where it stands", StringComparison.Ordinal)..text.IndexOf("Where we stand", StringComparison.Ordinal)].Split("\n•").Should().HaveCount(2);
    }

    [Fact]
    public void An_account_of_which_little_is_known_says_what_to_learn()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "value": { "debtOverdueDays": 0 } } ] }""");
        var text = ToolRun.Of("explain", "a", "--portfolio", file, "--lang", "en").Succeeds();
        text.Should().ContainAll(
            "Tier                    –", "Not rated: at least 60% of the weight must be known; so far it is only 0%.", "0% of the weight is known. Depending on the rest, the score would be between 0.0 and 100.0.",
            "At most B account if the account loses money; we do not know whether that is so.", "No single change is enough.", "Not known: annual purchases, ", "What we do not know: purchases, ");
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
        ToolRun.Of("explain", "cme", "--portfolio", file).FailsInOneLine().Should().Be("'cme' is ambiguous; it can be '1', '11'; name one of them by its id.");
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
