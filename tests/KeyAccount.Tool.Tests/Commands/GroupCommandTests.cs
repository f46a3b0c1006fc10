using System.Text.Json.Nodes;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public class GroupCommandTests
{
    [Fact]
    public void The_sample_group_stands_on_one_page_with_its_six_plants()
    {
        var group = JsonNode.Parse(ToolRun.Of("review", "--sample", "group", "--account", "NG", "--format", "json").Succeeds())!;
        var members = group["members"]!.AsArray();
        members.Should().HaveCount(6);
        group["group"]!["annualPurchases"]!.GetValue<decimal>().Should().Be(
            members.Sum(member => member!["annualPurchases"]?.GetValue<decimal>() ?? 0));
        ToolRun.Of("review", "--sample", "group", "--account", "NG").Succeeds().Should().Contain("Members").And.Contain("Fulong");
    }

    [Fact]
    public void Purchases_are_ranked_by_account_or_by_group()
    {
        RankOf("account").Should().BeGreaterThan(1);
        RankOf("group").Should().Be(1);

        static int RankOf(string level) => JsonNode.Parse(
                ToolRun.Of("review", "--sample", "group", "--pareto", level, "--format", "json").Succeeds())!["accounts"]!.AsArray()
            .Single(account => account!["id"]!.GetValue<string>() == "NG-E")!["rank"]!.GetValue<int>();
    }

    [Fact]
    public void A_plant_with_other_amounts_is_converted_and_the_rates_are_named()
    {
        var group = JsonNode.Parse(ToolRun.Of("review", "--sample", "group", "--account", "NG", "--format", "json").Succeeds())!;
        group["group"]!["conversion"]!["table"]!.GetValue<string>().Should().Be("Sample rates 2025-12");
        group["members"]!.AsArray().Where(member => member!["conversion"] is not null).Select(member => member!["id"]!.GetValue<string>())
            .Should().Equal("NG-D");
        ToolRun.Of("review", "--sample", "group", "--lang", "en").Succeeds().Should().Contain("Amounts in EUR are converted to CNY");
    }

    [Fact]
    public void The_head_of_a_group_is_told_with_its_members_on_every_page()
    {
        string[] plants = ["Ashby", "Beihai", "Carrow", "Dunmore", "Ellesmere", "Fulong"];
        ToolRun.Of("explain", "NG", "--sample", "group", "--lang", "en").Succeeds().Should().ContainAll(plants);
        ToolRun.Of("explain", "NG", "--sample", "group", "--format", "html", "--lang", "en").Succeeds().Should().ContainAll(plants)
            .And.Contain("Purchases by month");

        var page = ToolRun.Of("review", "--sample", "group", "--format", "html", "--lang", "en").Succeeds();
        page.Split(" id=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).Should().OnlyHaveUniqueItems();
        page.Should().Contain("What to do for the group");

        using var folder = new TemporaryFolder();
        ToolRun.Of("review", "--sample", "group", "--lang", "en", "--pages", folder.Path).Succeeds();
        var head = File.ReadAllText(Path.Combine(folder.Path, "account-NG.html"));
        head.Should().ContainAll(plants).And.Contain("href=\"account-NG-D.html\"");
        File.ReadAllText(Path.Combine(folder.Path, "account-NG-D.html")).Should().NotContain("Ashby");
    }

    [Fact]
    public void The_actions_of_the_page_are_those_of_the_portfolio_in_every_format()
    {
        var all = JsonNode.Parse(ToolRun.Of("review", "--sample", "group", "--format", "json").Succeeds())!["accounts"]!.AsArray();
        var page = JsonNode.Parse(ToolRun.Of("review", "--sample", "group", "--account", "NG", "--format", "json").Succeeds())!;
        ActionsOf(page["group"]!).Should().NotBeEmpty().And.Be(ActionsOf(all.Single(account => IdOf(account!) == "NG")!));
        foreach (var member in page["members"]!.AsArray())
            ActionsOf(member!).Should().Be(ActionsOf(all.Single(account => IdOf(account!) == IdOf(member!))!));

        // Each stands on the page, in whatever form it is read.
        string[] texts = [.. page["members"]!.AsArray().Append(page["group"]).SelectMany(account => account!["actions"]!.AsArray())
            .Select(action => action!["text"]!["en"]!.GetValue<string>()[1..])];
        foreach (var format in (string[])["md", "html"])
        {
            System.Net.WebUtility.HtmlDecode(ToolRun.Of("review", "--sample", "group", "--account", "NG", "--format", format, "--lang", "en").Succeeds())
                .Should().ContainAll(texts);
        }

        var rows = Rows(ToolRun.Of("review", "--sample", "group", "--format", "csv").Succeeds());
        foreach (var account in all)
        {
            rows[IdOf(account!)]["action"].Should().Be(account!["actions"]!.AsArray() is [{ } first, ..] ? first["kind"]!.GetValue<string>() : "");
        }

        static string ActionsOf(JsonNode account) => account["actions"]!.ToJsonString();
        static string IdOf(JsonNode account) => account["id"]!.GetValue<string>();
    }

    [Fact]
    public void In_CSV_every_account_says_what_it_belongs_to()
    {
        var rows = Rows(ToolRun.Of("review", "--sample", "group", "--format", "csv").Succeeds());
        (rows["NG-A"]["parent"], rows["NG-A"]["group"], rows["NG-A"]["groupPurchases"]).Should().Be(("NG", "NG", ""));
        (rows["NG"]["parent"], rows["NG"]["group"], rows["NG"]["annualPurchases"], rows["NG"]["groupPurchases"]).Should().Be(("", "NG", "", "5544241.00"));
        (rows["RC"]["parent"], rows["RC"]["group"], rows["RC"]["groupAtStake"]).Should().Be(("", "", ""));
    }

    [Theory]
    [InlineData("table", "en", "(group, 6 members)")]
    [InlineData("md", "en", "(group, 6 members)")]
    [InlineData("html", "en", "(group, 6 members)")]
    [InlineData("html", "zh-Hans", "（集团，6个成员）")]
    public void The_overview_tells_the_money_of_a_group_as_the_groups(string format, string language, string words)
    {
        var text = ToolRun.Of("review", "--sample", "group", "--format", format, "--lang", language).Succeeds();
        text.Should().Contain(words).And.Contain("5,544,241").And.Contain("1,040,000").And.Contain("9,431,041", "totals count every account once");
    }

    [Fact]
    public void By_group_the_headline_says_so()
    {
        ToolRun.Of("review", "--sample", "group", "--lang", "en").Succeeds().Should().Contain("The largest account brings in 31.1%");
        ToolRun.Of("review", "--sample", "group", "--pareto", "group", "--lang", "en").Succeeds().Should()
            .Contain("By group, the largest customer brings in 58.8%").And.Contain("Gini coefficient by group: 0.32");
        var summary = JsonNode.Parse(ToolRun.Of("review", "--sample", "group", "--pareto", "group", "--format", "json").Succeeds())!["summary"]!;
        summary["concentration"]!["level"]!.GetValue<string>().Should().Be("Group");
    }

    [Theory]
    [InlineData("SG-old")]
    [InlineData("Stanway  Glass Ltd.")]
    public void A_row_is_answered_with_the_account_that_it_is_the_same_as(string name)
    {
        foreach (var command in (string[][])[["review", "--account", name], ["explain", name]])
        {
            var run = ToolRun.Of([.. command, "--sample", "group", "--lang", "en"]);
            run.Succeeds().Should().StartWith("Stanway Glass Ltd\n");
            run.Notes.Should().Equal("'SG-old' is declared the same account as 'SG' (sameAs); this is that account, with both.");
        }

        ToolRun.Of("review", "--account", "SG", "--sample", "group").Notes.Should().BeEmpty();
        ToolRun.Of("review", "--account", "SG-older", "--sample", "group").Fails().Should().Be("there is no account 'SG-older'.");
    }

    private static Dictionary<string, Dictionary<string, string>> Rows(string csv)
    {
        var lines = csv.TrimEnd('\n').Split('\n');
        var names = lines[0].Split(',');
        return lines.Skip(1).Select(line => line.Split(',').Zip(names).ToDictionary(cell => cell.Second, cell => cell.First))
            .ToDictionary(row => row["id"]);
    }
}
