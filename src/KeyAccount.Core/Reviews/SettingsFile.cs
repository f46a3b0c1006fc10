using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Reviews;

/// <summary>A file with the settings of several models: an object with the settings of each by its id.</summary>
public static class SettingsFile
{
    /// <summary>Reads settings from JSON: what <c>keyaccount schema settings</c> describes.</summary>
    /// <param name="json">The text, such as <c>{"accountValue.standard": {"bands": {"A": 75}}}</c>.</param>
    /// <returns>The settings by the ids of their models; whether they fit,
    /// <see cref="ReviewModels.With(IReadOnlyDictionary{string,ScorecardSettings})"/> says.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; it holds every fault with its path. Nothing else
    /// is thrown, whatever the text.</exception>
    public static IReadOnlyDictionary<string, ScorecardSettings> FromJson(string json) =>
        CheckedJson.Read(json, ScoringJson.Default.IReadOnlyDictionaryStringScorecardSettings, "settings");

    /// <summary>Reads settings from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The settings by the ids of their models.</returns>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; it holds every fault with its path. Nothing else
    /// is thrown, whatever the bytes.</exception>
    public static IReadOnlyDictionary<string, ScorecardSettings> FromJson(ReadOnlyMemory<byte> json) =>
        CheckedJson.Read(json, ScoringJson.Default.IReadOnlyDictionaryStringScorecardSettings, "settings");
}
