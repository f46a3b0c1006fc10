using System.Text.Json;

namespace KeyAccount.Core.Scoring;

/// <summary>The settings of <see cref="NamedBands{TBand}"/>: the lower bounds of bands by their names.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. A band that is left out keeps its
/// bound.</remarks>
public sealed record BandSettings
{
    /// <summary>The version of the bands with these settings; null to let the bands name it.</summary>
    public string? Version { get; init; }

    /// <summary>The lower bounds by the names of the bands, 0 … 100.</summary>
    public IReadOnlyDictionary<string, double> Bands
    {
        get;
        init => field = ValueMap.Of(value ?? new Dictionary<string, double>(StringComparer.Ordinal));
    } = ValueMap.Of(new Dictionary<string, double>(StringComparer.Ordinal));

    /// <summary>Reads settings from JSON.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of it.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or does not hold such settings; the exception holds every fault
    /// with its path. No other exception is thrown, whatever the text.</exception>
    public static BandSettings FromJson(string json) => CheckedJson.Read(json, ScoringJson.Default.BandSettings, "settings");

    /// <summary>Writes the settings as JSON.</summary>
    /// <returns>An indented object; settings that are null are left out.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, ScoringJson.Default.BandSettings);

    /// <summary>Returns the settings as JSON.</summary>
    /// <returns><see cref="ToJson"/>.</returns>
    public override string ToString() => ToJson();
}
