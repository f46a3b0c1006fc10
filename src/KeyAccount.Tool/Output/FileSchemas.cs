using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Text.Json.Serialization;
using System.Text.Json;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Tool.Output;

/// <summary>JSON Schemas of the files the tool reads, from the types they are read into.</summary>
internal static partial class FileSchemas
{
    private static readonly JsonSchemaExporterOptions Options =
        new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    // What the exporter cannot see, because a converter stands before it; terms tell their names themselves.
    private static readonly Dictionary<Type, Func<JsonObject>> Leaves = new()
    {
        [typeof(LocalDate)] = () => new() { ["type"] = "string", ["format"] = "date" },
        [typeof(YearMonth)] = () => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])$" },
        [typeof(IReadOnlyList<TopicValue>)] = () => new() { ["type"] = "object" },
    };

    public static JsonNode Portfolio() => Of(SchemaJson.Default.Portfolio, "A portfolio of accounts for keyaccount review");

    public static JsonNode Settings() =>
        Of(SchemaJson.Default.IReadOnlyDictionaryStringScorecardSettings,
            "Settings of models for keyaccount review --settings, by the ids of the models");

    private static JsonObject Of(JsonTypeInfo type, string title)
    {
        var schema = type.GetJsonSchemaAsNode(Options).AsObject();
        var named = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in schema.ToArray())
        {
            schema.Remove(key);
            named[key] = value;
        }

        return named;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var leaf = LeafOf(type, context.TypeInfo.Options);
        var node = leaf ?? (schema is JsonObject some ? some : new JsonObject());
        if (leaf is not null && IsNullable(context))
            AllowNull(node);
        if (leaf is null && context.TypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element }
            && LeafOf(element, context.TypeInfo.Options) is { } item)
            node["items"] = item;
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            node["additionalProperties"] = false;
        return node;
    }

    private static JsonObject? LeafOf(Type type, JsonSerializerOptions options) =>
        Leaves.TryGetValue(type, out var leaf) ? leaf()
        : options.GetTypeInfo(type).Converter is INamedValues named
            ? new() { ["type"] = "string", ["enum"] = new JsonArray([.. named.Names.Select(name => (JsonNode)name)]) }
            : null;

    private static bool IsNullable(JsonSchemaExporterContext context) =>
        context.PropertyInfo is { IsRequired: false } property
            && (Nullable.GetUnderlyingType(property.PropertyType) is not null || property.IsSetNullable);

    private static void AllowNull(JsonObject node)
    {
        node["type"] = new JsonArray(node["type"]!.GetValue<string>(), "null");
        if (node["enum"] is JsonArray names)
            names.Add(null);
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        Converters = [typeof(LocalDateJsonConverter), typeof(YearMonthJsonConverter)],
        GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(Portfolio))]
    [JsonSerializable(typeof(IReadOnlyDictionary<string, ScorecardSettings>))]
    private sealed partial class SchemaJson : JsonSerializerContext;
}
