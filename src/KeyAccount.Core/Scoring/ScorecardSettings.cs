using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KeyAccount.Core.Scoring;

/// <summary>The data half of a scorecard: what a company tunes without touching code. Whole, as <c>Scorecard.Settings</c> gives it, or any
/// part of it, as <c>Scorecard.With</c> takes it.</summary>
/// <remarks>
/// <para>A value: immutable, equal when it says the same in whatever order, and the same after a round trip through JSON. What is left out
/// stays as the model has it. Nothing is judged here: whether keys exist and numbers are allowed only the model knows, and it reports
/// everything at once.</para>
/// <para>No part of it is code, so a settings file cannot run anything.</para>
/// </remarks>
public sealed record ScorecardSettings
{
    /// <summary>The version of the model with these settings; null where the model shall name it itself.</summary>
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

    /// <summary>What happens to criteria that are not known; null where that stays.</summary>
    public MissingDataSettings? MissingData { get; init; }

    /// <summary>Identifies what the settings say, the version aside: SHA-256 of their JSON with every object in ordinal order, in
    /// lower-case hexadecimal digits.</summary>
    /// <returns>64 digits.</returns>
    public string ContentHash()
    {
        var content = JsonSerializer.SerializeToNode(this with { Version = null }, ScoringJson.Default.ScorecardSettings);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(InOrder(content)!.ToJsonString()))).ToLowerInvariant();
    }

    /// <summary>Reads settings from JSON.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of one.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; it holds every fault with its path.
    /// Nothing else is thrown, whatever the text.</exception>
    public static ScorecardSettings FromJson(string json) => CheckedJson.Read(json, ScoringJson.Default.ScorecardSettings, "settings");

    /// <summary>Writes the settings as JSON.</summary>
    /// <returns>An indented object; what is not set is left out.</returns>
    public string ToJson()
    {
        var json = JsonSerializer.SerializeToNode(this, ScoringJson.Default.ScorecardSettings)!.AsObject();
        foreach (var unset in json.Where(part => part.Value is JsonObject { Count: 0 }).Select(part => part.Key).ToArray())
            json.Remove(unset);
        return json.ToJsonString(ScoringJson.Default.Options);
    }

    /// <summary>The settings as JSON.</summary>
    /// <returns><see cref="ToJson"/>.</returns>
    public override string ToString() => ToJson();

    private static JsonNode? InOrder(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, InOrder(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(InOrder)]),
        _ => node?.DeepClone(),
    };

    // In JSON null is how a person says "nothing here".
    private static ValueMap<T> MapOf<T>(IReadOnlyDictionary<string, T>? value) =>
        ValueMap.Of(value ?? new Dictionary<string, T>(StringComparer.Ordinal));
}
