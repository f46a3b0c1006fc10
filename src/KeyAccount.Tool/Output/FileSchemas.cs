using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Text.Json.Serialization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KeyAccount.Core;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Tool.Output;

/// <summary>JSON Schemas of the files the tool reads, from the types they are read into.</summary>
internal static partial class FileSchemas
{
    private static readonly JsonSchemaExporterOptions Options =
        new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    public static JsonNode Portfolio() =>
        WithVersion(Of(SchemaJson.Default.Portfolio, "A portfolio of accounts for keyaccount review"), FileFormat.Portfolio);

    // A model that is not named here is a scorecard.
    public static JsonNode Settings()
    {
        var schema = WithVersion(
            Of(SchemaJson.Default.IReadOnlyDictionaryStringScorecardSettings,
                "Settings of models for keyaccount review --settings, by the ids of the models"),
            FileFormat.Settings);
        var models = schema["properties"]!.AsObject();
        foreach (var model in ModelCatalog.All.OfType<ITunableModel>())
        {
            JsonTypeInfo type = model switch
            {
                PriceGuardrails => SchemaJson.Default.PriceGuardrailSettings,
                TierStability => SchemaJson.Default.TierStabilitySettings,
                WarningThresholds => SchemaJson.Default.WarningSettings,
                _ => SchemaJson.Default.BandSettings,
            };
            models[model.Id] = type.GetJsonSchemaAsNode(Options);
        }

        var tables = string.Join('|', ModelCatalog.All.OfType<IDecisionTable>().Select(table => Regex.Escape(table.Id)));
        schema["patternProperties"] = new JsonObject { [$"^({tables})$"] = TableSettings() };
        return schema;
    }

    // Its cells and its advice depend on the table: what they may be keyaccount table ID shows.
    private static JsonObject TableSettings() => Object(
        ("version", Described("The version of the table; where it is missing, the content gives it one.", "string", "null")),
        ("hitPolicy", new()
        {
            ["type"] = new JsonArray("string", "null"),
            ["enum"] = new JsonArray([.. Enum.GetNames<HitPolicy>().Select(name => (JsonNode)name), null]),
            ["description"] = "How many rules may answer.",
        }),
        ("priorities", Described("The advice by rank for Priority, the highest first.", "array", "null")),
        ("rules", new()
        {
            ["type"] = new JsonArray("array", "null"),
            ["description"] = "All rules in their order. A rule says what the rule of its id says wherever it leaves something out.",
            ["items"] = Object(
                ("id", Described("The id of the rule, unique in the table.", "string")),
                ("when", new()
                {
                    ["type"] = new JsonArray("array", "null"),
                    ["description"] = "Rows of which one must hold.",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["description"] = "Cells by the names of facts.",
                        ["additionalProperties"] = Described(
                            "any, known, unknown, one or more values (A, B), or a range ([1..5], >= 3).", "string"),
                    },
                }),
                ("advice", Described(
                    "What it advises: the name of a term, or an object.", "string", "number", "boolean", "object", "array", "null")),
                ("reason", Described("Why: a text, or an object with a text in each language.", "string", "object", "null"))),
        }));

    private static JsonObject Object(params (string Name, JsonObject Schema)[] properties)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(properties.Select(each => KeyValuePair.Create(each.Name, (JsonNode?)each.Schema))),
            ["additionalProperties"] = false,
        };
        if (properties[0].Name == "id")
            schema["required"] = new JsonArray("id");
        return schema;
    }

    private static JsonObject Described(string description, params string[] types) => new()
    {
        ["type"] = types is [var one] ? one : new JsonArray([.. types.Select(type => (JsonNode)type)]), ["description"] = description,
    };

    public static JsonNode Mapping() => WithVersion(
        Of(SchemaJson.Default.ImportMapping, "How exports are read by keyaccount import --map"), FileFormat.Mapping);

    // The version is a property of the file, not of what is read from it.
    private static JsonObject WithVersion(JsonObject schema, FileFormat format)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        schema.Remove("properties");
        properties.Remove("version");
        properties.Insert(0, "version", new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = format.Version,
            ["description"] = Invariant($"The version of the file: {format.Version} today; 1 where it is missing (keyaccount upgrade)."),
        });
        schema.Insert(Math.Min(3, schema.Count), "properties", properties);
        return schema;
    }

    public static JsonNode Lifetime() => Of(
        SchemaJson.Default.LifetimeSettings, "Rates and fitted purchase models for keyaccount review --lifetime");

    public static JsonNode Tender() => Of(SchemaJson.Default.Tender, "A tender and our bid for keyaccount bid");

    public static JsonNode Plan() => WithVersion(
        Of(SchemaJson.Default.PlanFile, "The plans of a portfolio for keyaccount plan"), FileFormat.Plan);

    public static JsonNode Team() => WithVersion(
        Of(SchemaJson.Default.TeamFile, "A sales team for keyaccount team"), FileFormat.Team);

    public static JsonNode Warning() => Of(
        SchemaJson.Default.WarningSettings, "The thresholds of the warning signs, for keyaccount review --warning");

    /// <summary>The facts of a model; null if they are not ready ones.</summary>
    public static JsonNode? Facts(IFactModel model) => ModelFacts.TypeOf(model.FactsType)?.GetJsonSchemaAsNode(Options);

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
        var keywords = SchemaKeywords.Of(context.TypeInfo, context.PropertyInfo);
        var isForm = keywords.ContainsKey("type");
        var node = !isForm && schema is JsonObject some ? some : new JsonObject();
        foreach (var (keyword, value) in keywords)
            node[keyword] = value?.DeepClone();
        if (isForm && IsNullable(context) && node["type"] is JsonValue)
            AllowNull(node);
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            node["additionalProperties"] = false;

        // A list or a map that need not be there may be null as well.
        if (context is { PropertyInfo.IsRequired: false, TypeInfo.Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary }
            && node["type"] is JsonValue plain)
            node["type"] = new JsonArray(plain.DeepClone(), "null");
        return node;
    }

    private static bool IsNullable(JsonSchemaExporterContext context) =>
        context.PropertyInfo is { } property
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
        Converters = [typeof(LocalDateJsonConverter), typeof(YearMonthJsonConverter), typeof(PeriodJsonConverter)],
        GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(Portfolio))]
    [JsonSerializable(typeof(IReadOnlyDictionary<string, ScorecardSettings>))]
    [JsonSerializable(typeof(PriceGuardrailSettings))]
    [JsonSerializable(typeof(TierStabilitySettings))]
    [JsonSerializable(typeof(BandSettings))]
    [JsonSerializable(typeof(LifetimeSettings))]
    [JsonSerializable(typeof(Tender))]
    [JsonSerializable(typeof(PlanFile))]
    [JsonSerializable(typeof(TeamFile))]
    [JsonSerializable(typeof(ImportMapping))]
    [JsonSerializable(typeof(WarningSettings))]
    private sealed partial class SchemaJson : JsonSerializerContext;
}
