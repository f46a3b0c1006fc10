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
}
