using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>The settings of a decision table in a configuration, as the JSON that a settings file holds: written out, or as one value that
/// is that JSON.</summary>
internal static class TableSection
{
    private static readonly string[] OfTable = ["version", "hitPolicy", "priorities", "rules"];
    private static readonly string[] OfRule = ["id", "when", "advice", "reason"];

    /// <summary>Whether settings of a model that nobody knows are those of a table.</summary>
    public static bool IsOne(ConfigurationEntry entry) =>
        entry.Value?.TrimStart().StartsWith('{') == true
        || entry.Parts.Any(part => Written(part.Key, OfTable) is "hitPolicy" or "priorities" or "rules");

    /// <summary>The JSON; null if not stated.</summary>
    public static string? JsonOf(ConfigurationEntry entry, List<ModelFault> warnings)
    {
        if (entry.HasValue)
            return entry.Value;
        if (entry.Parts.Count == 0)
            return null;
        var table = new JsonObject();
        foreach (var part in entry.Parts)
        {
            var name = Written(part.Key, OfTable);
            if (name == "rules" && IsList(part))
            {
                warnings.Add(new(
                    part.Path,
                    "it is a list, whose entries are merged with those of other sources; write the settings of the table as one value: "
                    + "their JSON as a string"));
                table[name] = new JsonArray([.. part.Parts.Select(RuleOf)]);
            }
            else if ((name == "priorities" ? Raw(part) : Text(part)) is { } value)
                table[name] = value;
        }

        return table.ToJsonString();
    }

    private static JsonNode? RuleOf(ConfigurationEntry entry)
    {
        if (entry.Parts.Count == 0)
            return Text(entry);
        var rule = new JsonObject();
        foreach (var part in entry.Parts)
        {
            var name = Written(part.Key, OfRule);
            if ((name == "advice" ? Raw(part) : Text(part)) is { } value)
                rule[name] = value;
        }

        return rule;
    }

    // Everything is a text: ids, cells of facts, reasons.
    private static JsonNode? Text(ConfigurationEntry entry) => Node(entry, Text, text => JsonValue.Create(text));

    // Advice has numbers and truth values too, which a configuration holds as texts.
    private static JsonNode? Raw(ConfigurationEntry entry) => Node(entry, Raw, text =>
    {
        try
        {
            return JsonNode.Parse(text) is { } value && value.GetValueKind() != JsonValueKind.String ? value : JsonValue.Create(text);
        }
        catch (JsonException)
        {
            // A configuration writes truth values in its own way.
            return bool.TryParse(text, out var truth) ? JsonValue.Create(truth) : JsonValue.Create(text);
        }
    });

    private static JsonNode? Node(
        ConfigurationEntry entry, Func<ConfigurationEntry, JsonNode?> part, Func<string, JsonNode?> leaf) =>
        entry.Parts.Count == 0 ? entry.HasValue ? leaf(entry.Value!) : null
        : IsList(entry) ? new JsonArray([.. entry.Parts.Select(part)])
        : new JsonObject(entry.Parts.Select(each => KeyValuePair.Create(each.Key, part(each))).Where(each => each.Value is not null));

    private static bool IsList(ConfigurationEntry entry) =>
        entry.Parts.Count > 0
        && entry.Parts.Select((part, i) => part.Key == i.ToString(CultureInfo.InvariantCulture)).All(isIndex => isIndex);

    private static string Written(string key, string[] known) =>
        Array.Find(known, name => string.Equals(name, key, StringComparison.OrdinalIgnoreCase)) ?? key;
}
