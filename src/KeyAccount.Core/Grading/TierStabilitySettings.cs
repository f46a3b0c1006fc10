using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Grading;

/// <summary>The data half of <see cref="TierStability"/>: whole, as <see cref="TierStability.Settings"/> gives it, or any part of it, as
/// <see cref="TierStability.With"/> takes it.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. What is null stays as the rule has
/// it.</remarks>
public sealed partial record TierStabilitySettings
{
    /// <summary>The version of the rule with these settings; null to keep the present one.</summary>
    public string? Version { get; init; }

    /// <summary>How far above the cut a score must be for promotion (<see cref="TierStability.PromotionMargin"/>), in points; 0 … 100. Null
    /// to keep the present one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? PromotionMargin { get; init => field = FactRange<TierStabilitySettings>.Checked(value); }

    /// <summary>How far below the cut a score must be for demotion (<see cref="TierStability.DemotionMargin"/>), in points; 0 … 100. Null
    /// to keep the present one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? DemotionMargin { get; init => field = FactRange<TierStabilitySettings>.Checked(value); }

    /// <summary>The number of consecutive periods (<see cref="TierStability.Periods"/>); at least 1. Null to keep the present
    /// one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    [FactRange(1, double.PositiveInfinity, FactUnit.Count)]
    public int? Periods { get; init => field = FactRange<TierStabilitySettings>.Checked(value); }

    /// <summary>The minimum stay in a tier (<see cref="TierStability.MinimumStay"/>), such as <c>P3M</c>; years, months, weeks and days,
    /// none negative. Null to keep the present one.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public Period? MinimumStay { get; init; }

    /// <summary>Reads settings from JSON.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of one.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; it holds every fault with its path. Nothing else
    /// is thrown, whatever the text.</exception>
    public static TierStabilitySettings FromJson(string json) =>
        CheckedJson.Read(json, TierStabilityJson.Default.TierStabilitySettings, "settings");

    /// <summary>Writes the settings as JSON.</summary>
    /// <returns>An indented object; what is not set is left out.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, TierStabilityJson.Default.TierStabilitySettings);

    /// <summary>The settings as JSON.</summary>
    /// <returns><see cref="ToJson"/>.</returns>
    public override string ToString() => ToJson();

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = [typeof(PeriodJsonConverter)],
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(TierStabilitySettings))]
    private sealed partial class TierStabilityJson : JsonSerializerContext;
}
