using System.Text.Json;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Reviews;

/// <summary>A file with the settings of several models: an object with the settings of each by its id.</summary>
public static class SettingsFile
{
    /// <summary>Reads settings from JSON: what <c>keyaccount schema settings</c> describes.</summary>
    /// <param name="json">The text, such as <c>{"version": 2, "accountValue.standard": {"bands": {"A": 75}}}</c>; without a version it is
    /// of version 1.</param>
    /// <returns>The settings by the ids of their models; whether they fit,
    /// <see cref="ReviewModels.With(IReadOnlyDictionary{string,ScorecardSettings})"/> says.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form, or of a later version than this library
    /// reads; it holds every fault with its path. Nothing else is thrown, whatever the text.</exception>
    public static IReadOnlyDictionary<string, ScorecardSettings> FromJson(string json) =>
        CheckedJson.Read(json, ScoringJson.Default.IReadOnlyDictionaryStringScorecardSettings, "settings", Models);

    /// <summary>Reads settings from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The settings by the ids of their models.</returns>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form, or of a later version than this library
    /// reads; it holds every fault with its path. Nothing else is thrown, whatever the bytes.</exception>
    public static IReadOnlyDictionary<string, ScorecardSettings> FromJson(ReadOnlyMemory<byte> json) =>
        CheckedJson.Read(json, ScoringJson.Default.IReadOnlyDictionaryStringScorecardSettings, "settings", Models);

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
}
