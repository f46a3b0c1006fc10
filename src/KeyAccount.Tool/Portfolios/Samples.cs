using System.Text.Json;
using System.Text.Json.Nodes;

namespace KeyAccount.Tool.Portfolios;

/// <summary>The files that come with the tool.</summary>
internal static class Samples
{
    /// <summary>The sample portfolio.</summary>
    public static Stream Portfolio() => Open("portfolio.json");

    /// <summary>The sample portfolio in Chinese: the same accounts, with the names and notes that a Chinese supplier would have.</summary>
    public static Stream ChinesePortfolio()
    {
        using var portfolio = Portfolio();
        var names = ChineseNames;
        var chinese = new MemoryStream();
        using (var writer = new Utf8JsonWriter(chinese))
            Translate(JsonNode.Parse(portfolio), names)!.WriteTo(writer);
        chinese.Position = 0;
        return chinese;
    }

    /// <summary>What stands for each text of the sample portfolio in Chinese.</summary>
    internal static IReadOnlyDictionary<string, string> ChineseNames
    {
        get
        {
            using var words = Open("portfolio.zh-Hans.json");
            return JsonNode.Parse(words)!.AsObject()
                .ToDictionary(each => each.Key, each => each.Value!.GetValue<string>(), StringComparer.Ordinal);
        }
    }

    /// <summary>The sample tender.</summary>
    public static Stream Tender() => Open("tender.json");

    /// <summary>The sample team.</summary>
    public static Stream Team() => Open("team.json");

    /// <summary>The plans of the sample portfolio: those of its last quarter.</summary>
    public static Stream Plan() => Open("plan.json");

    /// <summary>A portfolio with a group of six plants.</summary>
    public static Stream Group() => Open("group.json");

    /// <summary>Made-up exports as a CRM titles their columns, by the names of their tables.</summary>
    public static IReadOnlyList<(string Table, string Csv)> Exports { get; } =
        [.. ((string[])["accounts", "contacts", "opportunities"]).Select(table => (table, TextOf($"salesforce.{table}.csv")))];

    private static JsonNode? Translate(JsonNode? node, IReadOnlyDictionary<string, string> names) => node switch
    {
        JsonObject members => new JsonObject(members.Select(each => KeyValuePair.Create(each.Key, Translate(each.Value, names)))),
        JsonArray items => new JsonArray([.. items.Select(item => Translate(item, names))]),
        JsonValue value when value.TryGetValue(out string? text) && names.TryGetValue(text, out var name) => JsonValue.Create(name),
        _ => node?.DeepClone(),
    };

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) =>
        typeof(Samples).Assembly.GetManifestResourceStream($"KeyAccount.Tool.Samples.{name}")!;
}
