using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public class FileCommandTests
{
    [Fact]
    public void A_sound_file_is_said_to_be_sound()
    {
        using var folder = new TemporaryFolder();
        var portfolio = folder.Write("p.json", Sample());
        var settings = folder.Write("s.json", """{ "accountValue.standard": { "bands": { "A": 72 } } }""");
        ToolRun.Of("validate", portfolio).Succeeds().Should().EndWith("p.json\n"
            + "A portfolio of 41 accounts: no faults, 1 warning.\n"
            + "• accounts[40]: value.annualPurchases is -12840; it is usually at least 0. (Oldcastle Forge)\n");
        ToolRun.Of("validate", settings).Succeeds().Should().EndWith("Settings of 1 model: no faults, 0 warnings.\n");
    }

    [Theory]
    [InlineData("""{ "accounts": [ { } ] }""", "accounts[0].id: it is missing", "currency: it is missing", "asOf: it is missing")]
    [InlineData("""{ "accountvalue.standard": { } }""", "[\"accountvalue.standard\"]: there is no such model; it must be one of accountValue.standard, oke.organisation, ")]
    [InlineData("""{ "accountValue.standard": { "bands": { "A": 10 } } }""", "[\"accountValue.standard\"].bands: they are in a different order: C, A, B; from the lowest it must be C, B, A")]
    [InlineData("{", "$: it is not valid JSON: ")]
    [InlineData("[]", "$: it is a list; it must be an object")]
    public void Every_fault_is_named_with_its_place(string json, params string[] faults)
    {
        using var folder = new TemporaryFolder();
        var lines = ToolRun.Of("validate", folder.Write("f.json", json)).Fails().Split('\n')[1..];
        lines.Should().HaveCount(faults.Length);
        lines.Zip(faults).Should().OnlyContain(pair => pair.First.Trim().StartsWith(pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "A portfolio of 1 account: no faults, 0 warnings.")]
    [InlineData("zh-Hans", "客户组合，共 1 家客户：没有错误，0 条警告。")]
    [InlineData("zh-Hant", "客戶組合，共 1 家客戶：沒有錯誤，0 則警告。")]
    public void A_check_speaks_each_language(string language, string text)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a" } ] }""");
        ToolRun.Of("validate", file, "--lang", language).Succeeds().Should().EndWith($"\n{text}\n");
        ToolRun.Of("validate", file, "--lang", language, "--format", "md").Succeeds().Should().StartWith("# ").And.EndWith($"\n{text}\n");
    }

    [Fact]
    public void A_program_gets_the_faults_as_its_result()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a" }, { "id": "a" } ] }""");
        var run = ToolRun.Of("validate", file, "--format", "json");
        run.ExitCode.Should().Be(2);
        run.Error.Should().Be($"error: {file}: 1 fault.\n");
        var json = JsonNode.Parse(run.Output)!;
        json["kind"]!.GetValue<string>().Should().Be("portfolio");
        json["isValid"]!.GetValue<bool>().Should().BeFalse();
        json["accounts"].Should().BeNull("faults keep it from being read");
        json["faults"]!.AsArray().Should().ContainSingle().Which!["message"]!.GetValue<string>().Should().Be("a is duplicated");
        json["warnings"]!.AsArray().Should().BeEmpty();

        ToolRun.Of("validate", file, "--format", "csv").Output.Should().Be("kind,path,account,message\nfault,accounts[1].id,a,a is duplicated\n");
        ToolRun.Of("validate", file, "--format", "md", "--lang", "en").Output.Should().Contain("1 fault:").And.Contain("`accounts[1].id`: a is duplicated");
        ToolRun.Of("validate", file).Fails().Should().EndWith("account 'a': 1 fault:\n  accounts[1].id: a is duplicated");

        var sound = folder.Write("s.json", """{ "accountValue.standard": { "bands": { "A": 72 } } }""");
        var settings = JsonNode.Parse(ToolRun.Of("validate", sound, "--format", "json").Succeeds())!;
        settings["models"]!.GetValue<int>().Should().Be(1);
        settings["isValid"]!.GetValue<bool>().Should().BeTrue();
        ToolRun.Of("validate", sound, "--out", sound).Fails().Should().Contain("is the file that is read");
    }

    [Theory]
    [InlineData("portfolio", "accounts[].value.annualPurchases", "accounts[].contacts[].ladder[].level")]
    [InlineData("settings", "*.criteria.*.weight", "*.missingData.policy")]
    public void A_schema_is_a_list_of_places_for_people(string file, params string[] places)
    {
        ToolRun.Of("schema", file).Succeeds().Should().Be(ToolRun.Of("schema", file, "--format", "json").Succeeds());
        var rows = ToolRun.Of("schema", file, "--format", "csv").Succeeds().TrimEnd('\n').Split('\n');
        rows[0].Should().Be("path,required,type,allowed,personal,description");
        rows.Select(row => row.Split(',')[0]).Should().Contain(places).And.OnlyHaveUniqueItems();
        ToolRun.Of("schema", file, "--format", "md", "--lang", "zh-Hant").Succeeds().Should().Contain("| 位置 | 必填 | 類型 | 允許的值 | 個人資訊 | 說明 |");
        var table = ToolRun.Of("schema", file, "--format", "table", "--lang", "en").Succeeds();
        table.Should().MatchRegex("\nPlace +Required +Type +Allowed +Personal +Description\n");
        Cells.Lines(table).Should().OnlyContain(line => Cells.Width(line) <= 100);
    }

    [Fact]
    public void A_schema_says_in_every_format_what_is_personal()
    {
        string[] rows = ToolRun.Of("schema", "portfolio", "--format", "csv").Succeeds().TrimEnd('\n').Split('\n');
        Row("accounts[].contacts[].name").Should().Contain(",personal,");
        Row("accounts[].contacts[].style").Should().Contain(",confidential,");
        Row("accounts[].needs[].words").Should().Contain(",personal,");
        Row("accounts[].value.grossMarginRate").Should().NotContain("personal");
        foreach (var (language, personal, confidential) in (IEnumerable<(string, string, string)>)[("en", "personal", "confidential"), ("zh-Hans", "个人", "保密"), ("zh-Hant", "個人", "保密")])
        {
            var lines = ToolRun.Of("schema", "portfolio", "--format", "md", "--lang", language).Succeeds().Split('\n');
            lines.Single(line => line.Contains("accounts[].contacts[].name`")).Should().Contain($"| {personal} |");
            lines.Single(line => line.Contains("accounts[].contacts[].style`")).Should().Contain($"| {confidential} |");
        }

        string Row(string place) => rows.Single(row => row.StartsWith(place + ",", StringComparison.Ordinal));
    }

    [Fact]
    public void A_schema_names_the_bounds_of_a_number() =>
        ToolRun.Of("schema", "portfolio", "--format", "csv").Succeeds().Should()
            .Contain("accounts[].value.grossMarginRate,false,\"number, null\",≥ -10; ≤ 1,");

    [Theory]
    [InlineData("\"value\": { \"marketGrowthRate\": 1e307 }", "accounts[0]: criteria[\"marketGrowthRate\"]: the measure is Infinity; it must be finite, or null when it is not known.")]
    [InlineData("\"wallet\": [ { \"category\": \"x\" }, { \"category\": \"x\" } ]", "accounts[0].wallet[1].category: x is duplicated")]
    public void What_a_review_would_refuse_is_found_before(string facts, string fault)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", {{facts}} } ] }""");
        foreach (var command in new[] { "validate", "review" })
            ToolRun.Of(command, file).Fails().Should().EndWith($"1 fault:\n  {fault}");
    }

    [Fact]
    public void Every_property_of_the_sample_stands_in_the_schema()
    {
        var schema = JsonNode.Parse(ToolRun.Of("schema", "portfolio").Succeeds())!.AsObject();
        schema["$schema"]!.GetValue<string>().Should().Be("https://json-schema.org/draft/2020-12/schema");
        using var sample = JsonDocument.Parse(Sample());
        var missing = new List<string>();
        Walk(sample.RootElement, schema, "");
        missing.Should().BeEmpty();
        schema["required"]!.AsArray().Select(each => each!.GetValue<string>()).Should().Equal("currency", "asOf");
        schema["properties"]!["asOf"]!["format"]!.GetValue<string>().Should().Be("date");

        void Walk(JsonElement element, JsonObject node, string path)
        {
            while (node["$ref"] is { } reference)
                node = Resolve(schema, reference.GetValue<string>());
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var each in element.EnumerateArray())
                    Walk(each, node["items"]!.AsObject(), path + "[]");
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                node["additionalProperties"]!.GetValue<bool>().Should().BeFalse();
                foreach (var member in element.EnumerateObject())
                {
                    if (node["properties"]?[member.Name] is JsonObject known)
                        Walk(member.Value, known, $"{path}.{member.Name}");
                    else
                        missing.Add($"{path}.{member.Name}");
                }
            }
            else if (node["enum"] is JsonArray names)
            {
                names.Select(name => name?.GetValue<string>()).Should().Contain(element.GetString());
            }
        }
    }

    [Fact]
    public void Every_value_of_an_account_file_has_one_column_declared_with_its_topic()
    {
        var schema = JsonNode.Parse(ToolRun.Of("schema", "portfolio").Succeeds())!.AsObject();
        AccountColumn[] columns = [.. AccountFile.Columns, .. AccountTopic.Ready.SelectMany(topic => topic.Columns)];
        columns.Select(column => column.Path).Should().OnlyHaveUniqueItems()
            .And.BeEquivalentTo(Leaves(schema["properties"]!["accounts"]!["items"]!, "").Except(["topics"]));
        columns.Where(column => column.Unit is null).Select(column => column.Path).Should().NotIntersectWith(
            Leaves(schema["properties"]!["accounts"]!["items"]!, "", onlyNumbers: true).Except(["tierState.pendingPeriods", "quotes[].inReturn[].extent"]),
            "a number has a unit");

        IEnumerable<string> Leaves(JsonNode part, string path, bool onlyNumbers = false)
        {
            var node = part.AsObject();
            while (node["$ref"] is { } reference)
                node = Resolve(schema, reference.GetValue<string>());
            if (node["properties"] is JsonObject members)
                return members.SelectMany(member => Leaves(member.Value!, path.Length > 0 ? $"{path}.{member.Key}" : member.Key, onlyNumbers));
            if (node["items"] is JsonObject item && (item["properties"] ?? item["$ref"]) is not null)
                return Leaves(item, path + "[]", onlyNumbers);
            var kind = node["type"]?.ToJsonString() ?? "";
            return !onlyNumbers || kind.Contains("number") || kind.Contains("integer") ? [path] : [];
        }
    }

    [Theory]
    [InlineData("portfolio")]
    [InlineData("settings")]
    public void Every_place_of_a_schema_says_what_may_stand_there(string file)
    {
        var silent = new List<string>();
        Walk(JsonNode.Parse(ToolRun.Of("schema", file).Succeeds())!, "$");
        silent.Should().BeEmpty();

        void Walk(JsonNode? node, string path)
        {
            if (node is not JsonObject some || (some["type"] is null && some["$ref"] is null && some["enum"] is null))
            {
                silent.Add(path);
                return;
            }

            foreach (var (name, value) in some["properties"] as JsonObject ?? [])
                Walk(value, $"{path}.{name}");
            if (IsList(some))
                Walk(some["items"], path + "[]");
            if (some["additionalProperties"] is JsonObject values)
                Walk(values, path + ".*");
        }
    }

    [Fact]
    public void The_schema_of_settings_knows_their_parts()
    {
        var properties = JsonNode.Parse(ToolRun.Of("schema", "settings").Succeeds())!["additionalProperties"]!["properties"]!.AsObject();
        properties.Select(each => each.Key).Should().Equal("version", "criteria", "groups", "bands", "caps", "missingData");
    }

    [Fact]
    public void Another_schema_does_not_exist() => ToolRun.Of("schema", "accounts").FailsInOneLine().Should().Contain("'accounts'");

    private static bool IsList(JsonObject node) =>
        node["type"] is JsonArray types ? types.Any(type => type!.GetValue<string>() == "array") : node["type"]?.GetValue<string>() == "array";

    private static JsonObject Resolve(JsonObject root, string reference) =>
        reference.Split('/')[1..].Aggregate((JsonNode)root, (node, part) => node is JsonArray items ? items[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!).AsObject();

    private static string Sample()
    {
        using var reader = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!);
        return reader.ReadToEnd();
    }
}
