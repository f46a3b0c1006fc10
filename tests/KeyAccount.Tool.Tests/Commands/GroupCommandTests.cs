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
}
