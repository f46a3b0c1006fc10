using System.Text.Json.Nodes;
using KeyAccount.Core;
using KeyAccount.Core.DependencyInjection;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Tool.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace KeyAccount.Tool.Tests.Commands;

public class TableCommandTests
{
    public static TheoryData<string> Ids => [.. ModelCatalog.All.OfType<IDecisionTable>().Select(table => table.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_grid_goes_to_a_file_and_back_exactly(string id)
    {
        using var folder = new TemporaryFolder();
        var before = ToolRun.Of("table", id, "--format", "json").Succeeds();
        foreach (var name in (string[])["grid.csv", "grid.xlsx"])
        {
            var grid = folder.Of(name);
            ToolRun.Of("table", id, "--out", grid).Succeeds();
            var again = ToolRun.Of("table", id, "--from", grid, "--format", "json");
            again.Succeeds().Should().Be(before);
            again.Error.Should().Contain($"note: {grid} is the same as the table.");
        }
    }

    [Fact]
    public void The_grid_is_printed_in_every_format()
    {
        ToolRun.Of("table", "ladder.stances", "--format", "csv").Succeeds().Split('\n')[..2].Should().Equal(
            "Unique,Level,advice,reason.en,reason.zh-Hans,reason.zh-Hant",
            ToolRun.Of("table", "ladder.stances", "--format", "csv").Succeeds().Split('\n')[1]);
        ToolRun.Of("table", "ladder.stances", "--lang", "en").Succeeds().Should().Contain("CR1, CR2").And.Contain("hit policy Unique");
        ToolRun.Of("table", "ladder.stances", "--format", "md", "--lang", "zh-Hans").Succeeds().Should().Contain("决策表").And.Contain("| CR1, CR2 |");
        ToolRun.Of("table", "ladder.stances", "--format", "html").Succeeds().Should().Contain("CR1, CR2");
        var json = JsonNode.Parse(ToolRun.Of("table", "ladder.stances", "--format", "json").Succeeds())!;
        json["ladder.stances"]!["rules"]!.AsArray().Should().HaveCount(3);
        ToolRun.Of("table", "ladder.stances", "--format", "xlsx").Fails().Should().Contain("--out FILE.xlsx");
        ToolRun.Of("table", "no.such").Fails().Should().Contain("there is no decision table 'no.such'; it must be one of ");
    }

    [Fact]
    public void A_grid_that_is_changed_becomes_settings_beside_others()
    {
        using var folder = new TemporaryFolder();
        var settings = folder.Write("settings.json", """{ "accountValue.standard": { "bands": { "A": 72 } } }""");
        var grid = Changed(folder);
        var run = ToolRun.Of("table", "ladder.stances", "--from", grid, "--name", "acme 2027", "--save", settings);
        run.Succeeds().Should().BeEmpty();
        run.Error.Should().Contain("changed: neutral, opponent").And.Contain("has ladder.stances, version acme 2027");

        var json = JsonNode.Parse(File.ReadAllText(settings))!;
        json["accountValue.standard"]!["bands"]!["A"]!.GetValue<double>().Should().Be(72);
        json["ladder.stances"]!["version"]!.GetValue<string>().Should().Be("acme 2027");
        ToolRun.Of("validate", settings).Succeeds().Should().Contain("Settings of 2 models: no faults");
        JsonNode.Parse(ToolRun.Of("review", "--settings", settings, "--format", "json").Succeeds())!["models"]!["ladder.stances"]!
            .GetValue<string>().Should().Be("acme 2027");
        ToolRun.Of("table", "ladder.stances", "--settings", settings, "--format", "csv").Succeeds().Should().Contain("neutral,\"CR3, CR4\",Neutral");
    }

    [Fact]
    public void A_table_that_ranks_its_advice_goes_to_a_file_and_back()
    {
        using var folder = new TemporaryFolder();
        var settings = folder.Write(
            "settings.json", """{ "ladder.stances": { "hitPolicy": "Priority", "priorities": ["Supporter", "Neutral", "Opponent"] } }""");
        foreach (var name in (string[])["grid.csv", "grid.xlsx"])
        {
            var grid = folder.Of(name);
            ToolRun.Of("table", "ladder.stances", "--settings", settings, "--out", grid).Succeeds();
            var again = ToolRun.Of("table", "ladder.stances", "--settings", settings, "--from", grid);
            again.Succeeds();
            again.Error.Should().Contain("is the same as the table");
        }
    }

    [Fact]
    public void Settings_with_faults_are_not_saved_and_other_models_get_nothing_new()
    {
        using var folder = new TemporaryFolder();
        var grid = Changed(folder);
        const string Wrong = """{ "accountValue.standard": { "bands": { "A": 999 } } }""";
        var settings = folder.Write("settings.json", Wrong);
        ToolRun.Of("table", "ladder.stances", "--from", grid, "--save", settings).Fails().Should().Contain("999");
        File.ReadAllText(settings).Should().Be(Wrong);
        File.WriteAllText(settings, """{ "accountValue.standard": { "bands": { "A": 72 } } }""");
        ToolRun.Of("table", "ladder.stances", "--from", grid, "--save", settings).Succeeds();
        JsonNode.Parse(File.ReadAllText(settings))!["accountValue.standard"]!.ToJsonString().Should().Be("""{"bands":{"A":72}}""");
    }

    [Fact]
    public void A_reason_in_one_more_language_leaves_the_others_in_english()
    {
        using var folder = new TemporaryFolder();
        var lines = ToolRun.Of("table", "ladder.stances", "--format", "csv").Succeeds().TrimEnd().Split('\n');
        var csv = folder.Write("grid.csv", string.Join('\n', lines.Select((line, i) =>
            line.TrimEnd() + (i == 0 ? ",reason.de" : i == 1 ? ",Auf unserer Seite" : ","))));
        var english = JsonNode.Parse(ToolRun.Of("table", "ladder.stances", "--format", "json").Succeeds())!
            ["ladder.stances"]!["rules"]![1]!["reason"]!["en"]!.GetValue<string>();
        ToolRun.Of("table", "ladder.stances", "--from", csv, "--lang", "de", "--format", "md").Succeeds().Should()
            .Contain("Auf unserer Seite").And.Contain(english.Split(" {")[0]);
    }

    [Fact]
    public void A_misspelt_column_of_the_advice_is_one_fault_of_its_title()
    {
        using var folder = new TemporaryFolder();
        var text = ToolRun.Of("table", "differentiatedService.standard", "--format", "csv").Succeeds();
        var csv = folder.Write("grid.csv", text.Replace("advice.visitsPerQuarter", "advice.visitsPerQuater", StringComparison.Ordinal));
        ToolRun.Of("table", "differentiatedService.standard", "--from", csv).Fails().Should().Contain("grid.csv: 1 fault:").And.Contain(
            "the header, column D: there is no part of the advice 'visitsPerQuater'; it must be one of visitsPerQuarter, sponsor,").And
            .Contain("Is it visitsPerQuarter?");

        // A column that is not there at all, and one too many that is like none.
        csv = folder.Write("grid.csv", text.Replace("advice.sponsor", "advice.colour", StringComparison.Ordinal));
        ToolRun.Of("table", "differentiatedService.standard", "--from", csv).Fails().Should().Contain("grid.csv: 2 faults:")
            .And.Contain("the header, column E: there is no part of the advice 'colour'; it must be one of visitsPerQuarter, sponsor,")
            .And.Contain("the header, column A: the column advice.sponsor is missing: it is missing");

        // What is wrong with one cell stays a fault of that cell.
        csv = folder.Write("grid.csv", text.Replace("a,A,any,6,Board", "a,A,any,six,Board", StringComparison.Ordinal));
        ToolRun.Of("table", "differentiatedService.standard", "--from", csv).Fails().Should().Contain("1 fault:")
            .And.Contain("line 2, column D (advice.visitsPerQuarter): it is \"six\"");
    }

    [Theory]
    [InlineData("reason.en", "column D (reason.en)")]
    [InlineData("reason.zh-Hans", "column E (reason.zh-Hans)")]
    [InlineData("reason.zh-Hant", "column F (reason.zh-Hant)")]
    public void A_reason_that_cannot_be_filled_is_told_by_its_cell(string title, string place)
    {
        using var folder = new TemporaryFolder();
        foreach (var (text, message) in new[] { (" now {3}", "now {3}' needs 4 arguments; 1 is given"), (" now {", "now {' has a stray brace") })
        {
            var lines = ToolRun.Of("table", "ladder.stances", "--format", "csv").Succeeds().TrimEnd().Split('\n');
            var cells = lines[2].Split(',');
            cells[Array.IndexOf(lines[0].Split(','), title)] += text;
            lines[2] = string.Join(',', cells);
            ToolRun.Of("table", "ladder.stances", "--from", folder.Write("grid.csv", string.Join('\n', lines))).Fails().Should()
                .Contain("1 fault:").And.Contain($"line 3, {place}: ").And.Contain(message);
        }
    }

    // Where semicolons part the cells, a spreadsheet writes 0,98.
    [Fact]
    public void Numbers_with_a_decimal_comma_are_read_where_semicolons_separate()
    {
        using var folder = new TemporaryFolder();
        var book = folder.Of("grid.xlsx");
        ToolRun.Of("table", "services.standard", "--out", book).Succeeds();
        var lines = MiniExcel.Query(book).Cast<IDictionary<string, object?>>().Select(row => string.Join(';', row.Values.Select(
            cell => $"\"{$"{cell}".Replace("\"", "\"\"", StringComparison.Ordinal)}\"".Replace("\"0.98\"", "0,98", StringComparison.Ordinal)))).ToArray();
        lines.Should().Contain(line => line.Contains(";0,98;"));
        var run = ToolRun.Of("table", "services.standard", "--from", folder.Write("grid.csv", string.Join("\r\n", lines)));
        run.Succeeds();
        run.Error.Should().Contain("is the same as the table");
    }

    [Fact]
    public void Reasons_that_look_like_formulas_or_have_lines_come_back_from_every_file()
    {
        using var folder = new TemporaryFolder();
        var settings = folder.Write("settings.json", """
            { "ladder.stances": { "rules": [
                { "id": "supporter", "reason": { "en": "'=a\r\nb _x000D_ c", "zh-Hans": "\t'x", "zh-Hant": "''+1 " } },
                { "id": "neutral", "reason": { "en": "=b", "zh-Hans": "a\rb", "zh-Hant": "'" } }, { "id": "opponent" } ] } }
            """);
        var before = ToolRun.Of("table", "ladder.stances", "--settings", settings, "--format", "json").Succeeds();
        foreach (var name in (string[])["grid.csv", "grid.xlsx"])
        {
            var grid = folder.Of(name);
            ToolRun.Of("table", "ladder.stances", "--settings", settings, "--out", grid).Succeeds();
            var again = ToolRun.Of("table", "ladder.stances", "--settings", settings, "--from", grid, "--format", "json");
            again.Succeeds().Should().Be(before);
            again.Error.Should().Contain("is the same as the table");
        }
    }

    [Fact]
    public void A_fault_names_its_cell()
    {
        using var folder = new TemporaryFolder();
        var text = ToolRun.Of("table", "ladder.stances", "--format", "csv").Succeeds();
        var csv = folder.Write("grid.csv", text.Replace("neutral,CR3,", "neutral,CR9,", StringComparison.Ordinal));
        ToolRun.Of("table", "ladder.stances", "--from", csv).Fails().Should().Contain(
            "line 3, column B (Level): CR9 is not one of the values of Level; it must be any, or some of CR1, CR2, CR3, CR4, CR5");

        var book = folder.Of("grid.xlsx");
        ToolRun.Of("table", "ladder.stances", "--out", book).Succeeds();
        var changed = Edited(folder, book, rows => rows[3][1] = "CR5");
        ToolRun.Of("table", "ladder.stances", "--from", changed).Fails().Should().Contain("1 combination would have no answer: Level = CR4");
        changed = Edited(folder, book, rows => rows[2][2] = "Friend");
        ToolRun.Of("table", "ladder.stances", "--from", changed).Fails().Should().Contain("cell C3 (advice):").And.Contain("Supporter");
    }

    [Fact]
    public void What_begins_like_a_formula_loses_our_own_apostrophe()
    {
        using var folder = new TemporaryFolder();
        var text = ToolRun.Of("table", "ladder.stances", "--format", "csv").Succeeds();
        var lines = text.Split('\n');
        var fields = lines[1].Split("Supporter,")[0] + "Supporter,'=1+1,''-x,'@y";
        var csv = folder.Write("grid.csv", string.Join('\n', [lines[0], fields, .. lines[2..]]));
        var reason = JsonNode.Parse(ToolRun.Of("table", "ladder.stances", "--from", csv, "--format", "json").Succeeds())!
            ["ladder.stances"]!["rules"]![0]!["reason"]!;
        reason["en"]!.GetValue<string>().Should().Be("=1+1");
        reason["zh-Hans"]!.GetValue<string>().Should().Be("'-x");
        reason["zh-Hant"]!.GetValue<string>().Should().Be("@y");
    }

    [Fact]
    public void A_table_that_is_changed_in_a_spreadsheet_is_in_force_for_one_tenant_without_a_restart()
    {
        using var folder = new TemporaryFolder();
        var source = new Reloaded();
        using var services = new ServiceCollection()
            .AddKeyAccount(new ConfigurationBuilder().Add(source).Build().GetSection("KeyAccount")).Services.BuildServiceProvider();
        var models = services.GetRequiredService<KeyAccountModels>();
        StanceOf("acme").Should().Be(Stance.Opponent);

        var book = Changed(folder);
        var settings = folder.Of("settings.json");
        ToolRun.Of("table", "ladder.stances", "--from", book, "--save", settings).Succeeds();
        source.Set("KeyAccount:Tenants:acme:Models:ladder.stances", JsonNode.Parse(File.ReadAllText(settings))!["ladder.stances"]!.ToJsonString());

        models.Faults.Should().BeEmpty();
        StanceOf("acme").Should().Be(Stance.Neutral);
        StanceOf(null).Should().Be(Stance.Opponent);

        source.Set("KeyAccount:Tenants:acme:Models:ladder.stances", """{ "rules": [ { "id": "supporter" } ] }""");
        models.Faults.Should().ContainSingle().Which.Path.Should().Be("KeyAccount:Tenants:acme:Models:ladder.stances:rules");
        StanceOf("acme").Should().Be(Stance.Neutral);

        Stance? StanceOf(string? tenant) => models.For(tenant).Get<DecisionTable<LadderFacts, Stance>>("ladder.stances")
            .Decide(new() { Level = LadderLevel.CR4 }).Advice;
    }

    // The fourth rung of the ladder is neutral for this company.
    private static string Changed(TemporaryFolder folder)
    {
        var book = folder.Of("grid.xlsx");
        ToolRun.Of("table", "ladder.stances", "--out", book).Succeeds();
        return Edited(folder, book, rows => (rows[2][1], rows[3][1]) = ("CR3, CR4", "CR5"));
    }

    private static string Edited(TemporaryFolder folder, string book, Action<List<List<object?>>> edit)
    {
        var rows = MiniExcel.Query(book).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToList()).ToList();
        edit(rows);
        var edited = folder.Of($"edited-{Guid.NewGuid():N}.xlsx");
        MiniExcel.SaveAs(
            edited, rows.Select(row => row.Select((cell, i) => (i, cell)).ToDictionary(pair => $"{pair.i:000}", pair => pair.cell)),
            printHeader: false);
        return edited;
    }

    private sealed class Reloaded : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder)
        {
            Data["KeyAccount:Tenants:acme"] = "";
            return this;
        }

        public new void Set(string key, string? value)
        {
            base.Set(key, value);
            OnReload();
        }
    }
}
