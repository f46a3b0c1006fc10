using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Pricing;

/// <summary>The settings of <see cref="PriceGuardrails"/>: all of them, as <see cref="PriceGuardrails.Settings"/> returns them, or some of
/// them, as <see cref="PriceGuardrails.With(PriceGuardrailSettings)"/> accepts them.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. A null keeps the number of the
/// guardrails. Only the guardrails can check whether the numbers fit each other.</remarks>
public sealed partial record PriceGuardrailSettings
{
    /// <summary>The version of the guardrails with these settings; null to keep the version.</summary>
    public string? Version { get; init; }

    /// <summary>The pocket margin below which nobody may grant a price (<see cref="PriceGuardrails.WalkAwayMargin"/>), as a fraction; below
    /// 1. Null to keep it.</summary>
    public decimal? WalkAwayMargin { get; init; }

    /// <summary>Our cost of capital per year (<see cref="PriceGuardrails.CostOfCapital"/>), as a fraction; not negative. Null to keep
    /// it.</summary>
    public decimal? CostOfCapital { get; init; }

    /// <summary>The multiple to which prices are rounded up (<see cref="PriceGuardrails.PriceGrain"/>); above 0. Null to keep it.</summary>
    public decimal? PriceGrain { get; init; }

    /// <summary>The price limits by tier: <c>A</c>, <c>B</c>, <c>C</c>, and <c>ungraded</c> for accounts that are not graded. A tier that
    /// is left out keeps its limits.</summary>
    public IReadOnlyDictionary<string, TierGuardrailSettings> Tiers
    {
        get;
        init => field = ValueMap.Of(value ?? new Dictionary<string, TierGuardrailSettings>(StringComparer.Ordinal));
    } = ValueMap.Of(new Dictionary<string, TierGuardrailSettings>(StringComparer.Ordinal));

    /// <summary>Reads settings from JSON.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of it.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or does not hold such settings; the exception holds every fault
    /// with its path. No other exception is thrown, whatever the text.</exception>
    public static PriceGuardrailSettings FromJson(string json) =>
        CheckedJson.Read(json, PriceGuardrailJson.Default.PriceGuardrailSettings, "settings");

    /// <summary>Writes the settings as JSON.</summary>
    /// <returns>An indented object; settings that are null are left out.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, PriceGuardrailJson.Default.PriceGuardrailSettings);

    /// <summary>Returns the settings as JSON.</summary>
    /// <returns><see cref="ToJson"/>.</returns>
    public override string ToString() => ToJson();

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(PriceGuardrailSettings))]
    private sealed partial class PriceGuardrailJson : JsonSerializerContext;
}
