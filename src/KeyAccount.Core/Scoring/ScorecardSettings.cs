using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KeyAccount.Core.Scoring;

/// <summary>The settings of a scorecard, which a company can tune without touching code: all of them, as <c>Scorecard.Settings</c> returns
/// them, or some of them, as <c>Scorecard.With</c> accepts them.</summary>
/// <remarks>
/// <para>A value: immutable, equal when the contents are, in whatever order, and the same after a round trip through JSON. Settings that
/// are left out stay as in the model. Nothing is checked here: only the model knows which keys exist and which numbers are allowed, and it
/// reports all faults at once.</para>
/// <para>No part of them is code, so a settings file cannot run anything.</para>
/// </remarks>
public sealed record ScorecardSettings
{
    /// <summary>The version of the model with these settings; null to let the model name it.</summary>
    public string? Version { get; init; }

    /// <summary>Criteria by their keys.</summary>
    public IReadOnlyDictionary<string, CriterionSettings> Criteria
    {
        get;
        init => field = MapOf(value);
    } = MapOf<CriterionSettings>(null);

    /// <summary>Weights of the groups by their keys.</summary>
    public IReadOnlyDictionary<string, double> Groups
    {
        get;
        init => field = MapOf(value);
    } = MapOf<double>(null);

    /// <summary>The lower bounds of the bands by their names, 0 … 100.</summary>
    public IReadOnlyDictionary<string, double> Bands
    {
        get;
        init => field = MapOf(value);
    } = MapOf<double>(null);

    /// <summary>The highest band under each cap: the name of the band by the key of the cap. The highest band of all switches a cap
    /// off.</summary>
    public IReadOnlyDictionary<string, string> Caps
    {
        get;
        init => field = MapOf(value);
    } = MapOf<string>(null);

    /// <summary>The treatment of criteria that are not known; null to keep it.</summary>
    public MissingDataSettings? MissingData { get; init; }

    /// <summary>Calculates a hash of the settings without the version: SHA-256 of their JSON with every object in ordinal order, in
    /// lower-case hexadecimal digits.</summary>
    /// <returns>64 digits.</returns>
    public string ContentHash()
    {
        var content = JsonSerializer.SerializeToElement(this with { Version = null }, ScoringJson.Default.ScorecardSettings);
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
            WriteInOrder(content, json);
        return Convert.ToHexString(SHA256.HashData(text.WrittenSpan)).ToLowerInvariant();
    }

    /// <summary>Reads settings from JSON.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of it.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or does not hold such settings; the exception holds every fault
    /// with its path. No other exception is thrown, whatever the text.</exception>
    public static ScorecardSettings FromJson(string json) => CheckedJson.Read(json, ScoringJson.Default.ScorecardSettings, "settings");

    /// <summary>Writes the settings as JSON.</summary>
    /// <returns>An indented object; settings that are null are left out.</returns>
    public string ToJson()
    {
        var json = JsonSerializer.SerializeToNode(this, ScoringJson.Default.ScorecardSettings)!.AsObject();
        foreach (var unset in json.Where(part => part.Value is JsonObject { Count: 0 }).Select(part => part.Key).ToArray())
            json.Remove(unset);
        return json.ToJsonString(ScoringJson.Default.Options);
    }

    /// <summary>Returns the settings as JSON.</summary>
    /// <returns><see cref="ToJson"/>.</returns>
    public override string ToString() => ToJson();

    private static void WriteInOrder(JsonElement element, Utf8JsonWriter json)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    WriteInOrder(member.Value, json);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    WriteInOrder(item, json);
                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    // In JSON null is how a person says "nothing here".
    private static ValueMap<T> MapOf<T>(IReadOnlyDictionary<string, T>? value) =>
        ValueMap.Of(value ?? new Dictionary<string, T>(StringComparer.Ordinal));
}
