using System.Text.Json;

namespace KeyAccount.Core.Scoring;

/// <summary>The data half of <see cref="NamedBands{TBand}"/>: the lower bounds of bands by their names.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. What is left out stays as the bands
/// have it.</remarks>
public sealed record BandSettings
{
    /// <summary>The version of the bands with these settings; null where the bands shall name it themselves.</summary>
    public string? Version { get; init; }

    /// <summary>The lower bounds by the names of the bands, 0 … 100.</summary>
    public IReadOnlyDictionary<string, double> Bands
    {
        get;
        init => field = ValueMap.Of(value ?? new Dictionary<string, double>(StringComparer.Ordinal));
    } = ValueMap.Of(new Dictionary<string, double>(StringComparer.Ordinal));

    /// <summary>Reads settings from JSON.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of one.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; it holds every fault with its path. Nothing else
    /// is thrown, whatever the text.</exception>
    public static BandSettings FromJson(string json) => CheckedJson.Read(json, ScoringJson.Default.BandSettings, "settings");

    /// <summary>Writes the settings as JSON.</summary>
    /// <returns>An indented object; what is not set is left out.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, ScoringJson.Default.BandSettings);

    /// <summary>The settings as JSON.</summary>
    /// <returns><see cref="ToJson"/>.</returns>
    public override string ToString() => ToJson();
}
