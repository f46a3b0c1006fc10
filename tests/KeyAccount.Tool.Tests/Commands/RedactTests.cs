using System.Globalization;
using System.Text.Json.Nodes;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary>In what is redacted nobody of the sample can be found, whatever the command and the format.</summary>
public class RedactTests
{
    private const string Account = "Aldermoor Steel Works";

    public static TheoryData<string[]> Commands => new(
        from command in (string[][])[["review"], ["review", "--account", Account], ["review", "--owner", "Chen Wei"], ["explain", Account], ["funnel"]]
        from format in (string[])["table", "json", "csv", "md", "html"]
        select (string[])[.. command, "--format", format]);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Nobody_of_the_sample_is_found(string[] command)
    {
        var output = ToolRun.Of([.. command, "--redact", "--lang", "en"]).Succeeds();
        output.Should().NotBeEmpty();
        var plain = System.Net.WebUtility.HtmlDecode(output).Replace("\\", "", StringComparison.Ordinal);
        People.Concat(Notes).Where(text => output.Contains(text, StringComparison.OrdinalIgnoreCase) || plain.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Should().BeEmpty();

        var everything = ToolRun.Of([.. command, "--redact-accounts", "--lang", "zh-Hans"]).Succeeds();
        People.Concat(Notes).Concat(Accounts).Where(text => everything.Contains(text, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    [Fact]
    public void Without_it_they_are_found() =>
        People.Where(ToolRun.Of("review", "--format", "html", "--lang", "en").Succeeds().Contains).Should().HaveCountGreaterThan(20);

    [Fact]
    public void A_file_is_redacted_as_the_sample_is_and_compared_with_an_earlier_review()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", Sample());
        var earlier = folder.Write("r.json", ToolRun.Of("review", file, "--format", "json").Succeeds());
        var json = ToolRun.Of("review", file, "--redact-accounts", "--format", "json", "--lang", "en").Succeeds();
        json.Should().Be(ToolRun.Of("review", "--redact-accounts", "--format", "json", "--lang", "en").Succeeds());

        var since = JsonNode.Parse(ToolRun.Of("review", file, "--redact-accounts", "--since", earlier, "--format", "json", "--lang", "en").Succeeds())!["since"]!;
        since.ToJsonString().Should().NotContain(Account);
        since["appeared"]?.AsArray().Should().BeNullOrEmpty();
    }

    [Fact]
    public void Confidential_facts_of_somebody_who_has_left_are_in_no_review()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "p.json",
            """{"currency":"CNY","asOf":"2025-12-31","accounts":[{"id":"a","contacts":[{"id":"otto","role":"KDM","influence":9,"style":"Steadiness","jobTitle":"Director of X","until":"2025-12-01"}]}]}""");
        ToolRun.Of("review", file, "--format", "json").Succeeds().Should().Contain("leftPeople").And.NotContain("Steadiness").And.NotContain("Director of X");
        ToolRun.Of("review", file, "--format", "json", "--keep-confidential").Succeeds().Should().Contain("Steadiness");
    }

    [Fact]
    public void Confidential_facts_are_in_a_review_only_where_they_are_asked_for()
    {
        StylesOf("review", "--format", "json").Should().BeEmpty();
        StylesOf("review", "--redact", "--format", "json").Should().BeEmpty();
        StylesOf("review", "--keep-confidential", "--format", "json").Should().NotBeEmpty().And.Equal(
            StylesOf("review", "--redact", "--keep-confidential", "--format", "json"));
        ToolRun.Of("grade", "--keep-confidential", "p.csv").Fails().Should().Contain("--keep-confidential");

        static IReadOnlyList<string> StylesOf(params string[] command) =>
            [.. All(JsonNode.Parse(ToolRun.Of(command).Succeeds())!).SelectMany(node => Texts(node, "style"))];

        static IEnumerable<JsonNode> All(JsonNode node) => node switch
        {
            JsonObject parts => parts.Where(part => part.Value is not null).SelectMany(part => All(part.Value!)).Prepend(node),
            JsonArray items => items.OfType<JsonNode>().SelectMany(All),
            _ => [],
        };
    }

    [Fact]
    public void The_schema_says_what_is_personal()
    {
        var contact = JsonNode.Parse(ToolRun.Of("schema", "portfolio").Succeeds())!
            ["properties"]!["accounts"]!["items"]!["properties"]!["contacts"]!["items"]!["properties"]!;
        contact["name"]!["x-personal"]!.GetValue<bool>().Should().BeTrue();
        contact["name"]!["x-confidential"].Should().BeNull();
        contact["style"]!["x-personal"]!.GetValue<bool>().Should().BeTrue();
        contact["style"]!["x-confidential"]!.GetValue<bool>().Should().BeTrue();
        contact["since"]!["x-personal"]!.GetValue<bool>().Should().BeTrue();
        contact["until"]!["x-personal"]!.GetValue<bool>().Should().BeTrue();
        contact["isCoach"]!["x-confidential"].Should().BeNull();
    }

    [Theory]
    [InlineData("--redact")]
    [InlineData("--redact-accounts")]
    public void Nobody_is_found_on_the_pages_of_a_folder(string option)
    {
        using var folder = new TemporaryFolder();
        var pages = Path.Combine(folder.Path, "pages");
        ToolRun.Of("review", option, "--lang", "en", "--pages", pages).Succeeds();
        var all = string.Join('\n', Directory.GetFiles(pages).Select(file => Path.GetFileName(file) + File.ReadAllText(file)));
        all.Length.Should().BeGreaterThan(100_000);
        People.Concat(Notes).Concat(option == "--redact" ? [] : Accounts).Where(text => all.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_is_confidential_is_in_no_output(string[] command)
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of(Of(command, folder.Write("p.json", Sample()))).Succeeds().Should().Be(
            ToolRun.Of(Of(command, folder.Write("q.json", WithOtherSecrets()))).Succeeds(), "titles, styles and values of people tell nothing apart");

        static string[] Of(string[] command, string file) => command[0] switch
        {
            "explain" => [.. command, "--portfolio", file, "--lang", "en"],
            var name => [name, file, .. command.Skip(1), "--lang", "en"],
        };

        static string WithOtherSecrets()
        {
            var sample = JsonNode.Parse(Sample())!;
            var contacts = sample["accounts"]!.AsArray().SelectMany(account => Parts(account!, "contacts")).ToArray();
            contacts.Where(contact => contact["jobTitle"] is not null).Should().NotBeEmpty();
            contacts.Where(contact => contact["style"] is not null).Should().NotBeEmpty();
            foreach (var contact in contacts)
            {
                if (contact["jobTitle"] is not null)
                    contact["jobTitle"] = "Keeper of secrets";
                if (contact["style"]?.GetValue<string>() is { } style)
                    contact["style"] = style == "Dominance" ? "Influence" : "Dominance";
                if (contact["values"] is JsonArray { Count: > 0 } values)
                    contact["values"] = new JsonArray(values[0]!.GetValue<string>() == "Time" ? "Quality" : "Time");
            }

            return sample.ToJsonString();
        }
    }

    [Theory]
    [InlineData("grade")]
    [InlineData("lifetime")]
    [InlineData("review", "--purchases")]
    public void Accounts_of_a_table_of_purchases_get_pseudonyms(params string[] command)
    {
        using var folder = new TemporaryFolder();
        var rows = LifetimeCommandTests.Purchases(Seeded.Budget(220)).Select(purchase => string.Create(
            CultureInfo.InvariantCulture, $"Lars Olsen {purchase.AccountId},{purchase.Date:R},{purchase.Amount}"));
        var file = folder.Write("p.csv", "account_id,date,amount\n" + string.Join('\n', rows) + "\nlars  olsen a7.,2025-03-01,5\n");
        var profits = folder.Write("profits.csv", "account_id,profit\nLars Olsen a7,5\nLars Olsen a8,-3\n");
        string[] all = command[0] == "lifetime" ? [.. command, file, "--profits", profits] : [.. command, file];
        foreach (var format in (string[])["table", "json", "csv", "md", "html"])
        {
            var run = ToolRun.Of([.. all, "--format", format, "--redact", "--lang", "en"]);
            (run.Succeeds() + run.Error).Should().NotContainEquivalentOf("Lars").And.NotContainEquivalentOf("Olsen");
            run.Succeeds().Should().MatchRegex("Account [0-9]+");
            ToolRun.Of([.. all, "--format", format, "--lang", "en"]).Succeeds().Should().Contain("Lars Olsen");
        }
    }

    [Fact]
    public void Accounts_and_owners_of_a_table_of_deals_get_pseudonyms()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "o.csv",
            "id,account,owner,amount,stage,createdOn\nd1,Lars Olsen,Maria Lopez,500,P2,2025-03-01\nd2,Lars Olsen,Maria Lopez,700,P3,2025-03-01\n"
            + "Pumps for Maria Lopez,Ida Berg,Tom Becker,900,P1,2025-04-01\n");
        foreach (var format in (string[])["table", "json", "md", "html"])
        {
            var run = ToolRun.Of("funnel", "--opportunities", file, "--as-of", "2025-12-31", "--format", format, "--redact", "--lang", "en");
            (run.Succeeds() + run.Error).Should().NotContainAny("Lars", "Olsen", "Maria", "Lopez", "Ida", "Berg", "Becker");
            ToolRun.Of("funnel", "--opportunities", file, "--as-of", "2025-12-31", "--format", format, "--lang", "en").Succeeds()
                .Should().Contain("Lars Olsen");
        }

        var json = JsonNode.Parse(ToolRun.Of(
            "funnel", "--opportunities", file, "--as-of", "2025-12-31", "--format", "json", "--redact", "--lang", "en").Succeeds())!;
        json["openAmount"]?.GetValue<decimal>().Should().Be(2100);
    }

    private static IReadOnlyList<string> People => [.. AccountsOfSample.SelectMany(account => Texts(account, "owner")
        .Concat(Parts(account, "contacts").SelectMany(contact => Texts(contact, "name")))).Distinct()];

    // Whatever the schema calls personal and is a text of somebody's: no term, no date, no id that stands for itself elsewhere, and nothing
    // that the library says itself, such as "general manager".
    private static IReadOnlyList<string> Notes { get; } = [.. PersonalTexts().Distinct(StringComparer.Ordinal).Where(IsNoneOfOurs)];

    private static bool IsNoneOfOurs(string text)
    {
        var ours = TextTable.FromResources(typeof(Portfolio).Assembly, "KeyAccount.Core.Texts");
        return !ours.Keys.Any(key => ours[key].En.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> PersonalTexts()
    {
        var schema = JsonNode.Parse(ToolRun.Of("schema", "portfolio").Succeeds())!;
        return In(schema, JsonNode.Parse(Sample())!);

        IEnumerable<string> In(JsonNode part, JsonNode? value)
        {
            var (isPersonal, node) = (part["x-personal"] is not null, part);
            while (node["$ref"] is { } reference)
            {
                node = reference.GetValue<string>().Split('/').Skip(1).Aggregate(
                    schema, (found, step) => found is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : found[step]!);
                isPersonal |= node["x-personal"] is not null;
            }

            return value switch
            {
                JsonObject all => all.SelectMany(member => node["properties"]?[member.Key] is { } declared ? In(declared, member.Value) : []),
                JsonArray items => items.SelectMany(item => In(Of(node["items"], isPersonal), item)),
                JsonValue text when isPersonal && node["enum"] is null && node["format"] is null && text.TryGetValue<string>(out var words) && words.Length > 3 => [words],
                _ => [],
            };
        }

        static JsonNode Of(JsonNode? items, bool isPersonal)
        {
            var part = items?.DeepClone().AsObject() ?? new JsonObject();
            if (isPersonal)
                part["x-personal"] = true;
            return part;
        }
    }

    [Fact]
    public void What_is_personal_in_the_sample_is_more_than_names() =>
        Notes.Should().HaveCountGreaterThan(50).And.Contain("Scale marks cost us 1.2 % of the strip.", "the customer's own words");

    private static IReadOnlyList<string> Accounts => [.. AccountsOfSample.SelectMany(account => Texts(account, "id").Concat(Texts(account, "name")))];

    private static IEnumerable<JsonNode> AccountsOfSample => JsonNode.Parse(Sample())!["accounts"]!.AsArray().OfType<JsonNode>();

    private static IEnumerable<JsonNode> Parts(JsonNode node, string name) => node[name] is JsonArray parts ? parts.OfType<JsonNode>() : [];

    private static IEnumerable<string> Texts(JsonNode node, string name) => node[name] is { } text ? [text.GetValue<string>()] : [];

    private static string Sample()
    {
        using var reader = new StreamReader(Samples.Portfolio());
        return reader.ReadToEnd();
    }
}
