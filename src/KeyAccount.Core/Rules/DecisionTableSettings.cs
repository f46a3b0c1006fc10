using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Rules;

/// <summary>The data half of a decision table: its rules as rows over the facts it reads. Whole, as <c>DecisionTable.Settings</c> gives it,
/// or any part of it, as <c>DecisionTable.With</c> takes it.</summary>
/// <remarks>
/// <para>A value: immutable, equal when it says the same, and the same after a round trip through JSON. What is null stays as the table has
/// it. Nothing is judged here: whether facts, values and advice exist only the table knows, and it reports everything at once.</para>
/// <para>No part of it is code, so a settings file cannot run anything.</para>
/// </remarks>
public sealed record DecisionTableSettings
{
    /// <summary>The id of the table to which the settings belong; null if their place tells it, as in a settings file.</summary>
    public string? Id { get; init; }

    /// <summary>The version of the table with these settings; null if the table is to name it itself.</summary>
    public string? Version { get; init; }

    /// <summary>The hit policy: how many rules may answer.</summary>
    public HitPolicy? HitPolicy { get; init; }

    /// <summary>The advice by rank for <see cref="HitPolicy.Priority"/>, the highest first: a list in JSON.</summary>
    /// <exception cref="ArgumentException">It is not valid Unicode.</exception>
    [JsonConverter(typeof(RawJsonConverter))]
    public string? Priorities { get; init => field = RuleSettings.Compact(value); }

    /// <summary>All rules in their order. A rule of the table that is not listed is removed.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<RuleSettings>? Rules
    {
        get;
        init => field = value is null ? null : ValueList.Of(value);
    }

    /// <summary>Identifies what the settings say, id and version aside: SHA-256 of their JSON, in lower-case hexadecimal digits.</summary>
    /// <returns>64 digits.</returns>
    public string ContentHash()
    {
        var content = JsonSerializer.Serialize(this with { Id = null, Version = null }, TableJson.Default.DecisionTableSettings);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\n")))).ToLowerInvariant();
    }

    /// <summary>Reads settings from JSON.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of one.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; the exception holds every fault with its path.
    /// Nothing else is thrown, whatever the text.</exception>
    public static DecisionTableSettings FromJson(string json) =>
        CheckedJson.Read(json, TableJson.Default.DecisionTableSettings, "settings");

    /// <summary>Writes the settings as JSON.</summary>
    /// <returns>An indented object; what is not set is left out.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, TableJson.Default.DecisionTableSettings);

    /// <summary>The settings as JSON.</summary>
    /// <returns><see cref="ToJson"/>.</returns>
    public override string ToString() => ToJson();
}
