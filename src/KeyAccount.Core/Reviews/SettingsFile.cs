using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Reviews;

/// <summary>A file with the settings of several models: an object with the settings of each model by its id. Scorecards have criteria,
/// bands and caps; decision tables have rules; guardrails, stability, bands and thresholds have numbers.</summary>
public static partial class SettingsFile
{
    // What only a decision table has: a model that the library does not know is one where its settings name it.
    private static readonly string[] OfTables = ["rules", "hitPolicy", "priorities"];

    /// <summary>Reads settings from JSON, in the format that <c>keyaccount schema settings</c> describes.</summary>
    /// <param name="json">The text, such as <c>{"version": 2, "accountValue.standard": {"bands": {"A": 75}}}</c>; a text without a version
    /// is of version 1.</param>
    /// <returns>The settings by the ids of their models; <see cref="ReviewModels.With(ModelSettings)"/> checks whether they fit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, does not hold settings, or is of a later version than this
    /// library reads; the exception holds every fault with its path. No other exception is thrown, whatever the text.</exception>
    public static ModelSettings FromJson(string json) =>
        Of(CheckedJson.Read(json, SettingsFileJson.Default.IReadOnlyDictionaryStringJsonElement, "settings", Models));

    /// <summary>Reads settings from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The settings by the ids of their models.</returns>
    /// <exception cref="InvalidModelException">The text is not valid JSON, does not hold settings, or is of a later version than this
    /// library reads; the exception holds every fault with its path. No other exception is thrown, whatever the bytes.</exception>
    public static ModelSettings FromJson(ReadOnlyMemory<byte> json) =>
        Of(CheckedJson.Read(json, SettingsFileJson.Default.IReadOnlyDictionaryStringJsonElement, "settings", Models));

    /// <summary>Writes settings as a file of the current version.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>An indented object with the version and the settings of each model by its id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    public static string ToJson(ModelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new()
        {
            Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            json.WriteStartObject();
            json.WriteNumber(FileFormat.VersionName, FileFormat.Settings.Version);
            foreach (var (id, value) in settings.Scorecards.Select(each => (each.Key, (each.Value ?? new()).ToJson()))
                .Concat(settings.Tables.Select(each => (each.Key, (each.Value ?? new()).ToJson())))
                .Concat(settings.Numbers.Select(each => (each.Key, each.Value ?? "{}"))))
            {
                json.WritePropertyName(id);
                using var document = JsonDocument.Parse(value, CheckedJson.Tolerant);
                document.RootElement.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static ModelSettings Of(IReadOnlyDictionary<string, JsonElement> models)
    {
        var faults = new List<ModelFault>();
        var scorecards = new Dictionary<string, ScorecardSettings>(StringComparer.Ordinal);
        var tables = new Dictionary<string, DecisionTableSettings>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, settings) in models)
        {
            var path = CheckedJson.PathOf("", id, isKey: true);
            var known = ModelCatalog.All.FirstOrDefault(model => model.Id == id);
            if (known is ITunableModel && settings.ValueKind is JsonValueKind.Object)
                numbers[id] = RawJsonConverter.Compact(settings);
            else if (known is IDecisionTable || (known is null && IsOfTable(settings)))
                Add(tables, id, settings, path, TableJson.Default.DecisionTableSettings);
            else
                Add(scorecards, id, settings, path, ScoringJson.Default.ScorecardSettings);
        }

        return faults.Count > 0 ? throw new InvalidModelException("settings", faults)
            : new() { Scorecards = scorecards, Tables = tables, Numbers = numbers };

        void Add<T>(Dictionary<string, T> all, string id, JsonElement settings, string path, JsonTypeInfo<T> type)
            where T : class, new()
        {
            if (settings.ValueKind == JsonValueKind.Null)
                all[id] = new();
            else if (CheckedJson.ReadPart(settings.GetRawText(), type, path, faults) is T read)
                all[id] = read;
        }
    }

    private static bool IsOfTable(JsonElement settings) =>
        settings.ValueKind == JsonValueKind.Object && OfTables.Any(name => settings.TryGetProperty(name, out _));

    // Beside the version there are models only.
    private static JsonDocument Models(JsonDocument file)
    {
        var current = FileFormat.Settings.Upgraded(file);
        if (current.RootElement.ValueKind != JsonValueKind.Object || !current.RootElement.TryGetProperty(FileFormat.VersionName, out _))
            return current;
        using (current)
        {
            using var models = new MemoryStream();
            using (var json = new Utf8JsonWriter(models))
            {
                json.WriteStartObject();
                var isStated = false;
                foreach (var member in current.RootElement.EnumerateObject())
                {
                    // A second version is a fault, like all that is duplicated.
                    if (!isStated && member.NameEquals(FileFormat.VersionName))
                        isStated = true;
                    else
                        member.WriteTo(json);
                }

                json.WriteEndObject();
            }

            return JsonDocument.Parse(models.ToArray());
        }
    }

    [JsonSourceGenerationOptions(
        AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(IReadOnlyDictionary<string, JsonElement>))]
    private sealed partial class SettingsFileJson : JsonSerializerContext;
}
