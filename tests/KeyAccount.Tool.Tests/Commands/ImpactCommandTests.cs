using System.Text.Json.Nodes;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public class ImpactCommandTests
{
    private const string New = """{ "accountValue.standard": { "version": "new", "criteria": { "creditDays": { "weight": 2 } } } }""";

    [Fact]
    public void New_settings_tell_who_moves_and_why()
    {
        using var folder = new TemporaryFolder();
        var settings = folder.Write("new.json", New);
        var json = JsonNode.Parse(ToolRun.Of("impact", "--settings", settings, "--format", "json").Succeeds())!;
        json["models"]![0]!["after"]!.GetValue<string>().Should().Be("new");
        var accounts = json["accounts"]!.AsArray();
        accounts.Should().NotBeEmpty();
        (accounts.Count + json["unmoved"]!.GetValue<int>()).Should().Be(41);
        json["sensitivity"]!.AsArray().Should().NotBeEmpty();

        ToolRun.Of("impact", "--settings", settings, "--lang", "en").Succeeds().Should()
            .Contain("What other models change").And.Contain($"{accounts.Count} of 41 accounts move").And.Contain("The score goes from");
        ToolRun.Of("impact", "--settings", settings, "--lang", "zh-Hant", "--format", "md").Succeeds().Should().Contain("模型變更的影響");
        ToolRun.Of("impact", "--settings", settings, "--format", "html").Succeeds().Should().Contain("<table");
        var csv = ToolRun.Of("impact", "--settings", settings, "--format", "csv").Succeeds().TrimEnd('\n').Split('\n');
        csv[0].Should().StartWith("account_id,name,owner,tier_before,tier_after");
        csv.Should().HaveCount(accounts.Count + 1);
    }

    [Fact]
    public void Settings_in_force_are_what_new_ones_are_compared_with()
    {
        using var folder = new TemporaryFolder();
        var settings = folder.Write("new.json", New);
        ToolRun.Of("impact", "--settings", settings, "--against", settings, "--lang", "en").Succeeds().Should()
            .Contain("0 of 41 accounts move").And.Contain("No model has another version.");
    }

    [Fact]
    public void Advice_that_changes_names_its_table_and_its_reason()
    {
        using var folder = new TemporaryFolder();
        var settings = JsonNode.Parse(ToolRun.Of("table", "barrierPolicy.standard", "--format", "json").Succeeds())!;
        foreach (var rule in settings["barrierPolicy.standard"]!["rules"]!.AsArray())
            rule!["advice"] = "Relieve";
        var json = JsonNode.Parse(ToolRun.Of(
            "impact", "--settings", folder.Write("new.json", settings.ToJsonString()), "--format", "json").Succeeds())!;
        json["models"]!.AsArray().Should().ContainSingle().Which!["id"]!.GetValue<string>().Should().Be("barrierPolicy.standard");
        json["accounts"]!.AsArray().SelectMany(account => account!["advice"]!.AsArray())
            .Where(change => change!["tableId"]!.GetValue<string>() == "barrierPolicy.standard").Should().NotBeEmpty()
            .And.OnlyContain(change => change!["after"]!.GetValue<string>()== "Relieve" && change["reason"]!["en"] != null);
    }

    [Fact]
    public void Faults_are_told_of_the_file()
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of("impact").Fails().Should().Contain("--settings FILE names the new settings");
        var settings = folder.Write("new.json", """{ "accountValue.standard": { "bands": { "A": 999 } } }""");
        ToolRun.Of("impact", "--settings", settings).Fails().Should().Contain("new.json").And.Contain("999 is not between 0 and 100");
    }
}
