using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Pricing;

/// <summary>The data half of <see cref="PriceGuardrails"/>: whole, as <see cref="PriceGuardrails.Settings"/> gives it, or any part of it,
/// as <see cref="PriceGuardrails.With(PriceGuardrailSettings)"/> takes it.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. What is null stays as the
/// guardrails have it. Whether the numbers fit each other only the guardrails know.</remarks>
public sealed partial record PriceGuardrailSettings
{
    /// <summary>The version of the guardrails with these settings; null where it stays.</summary>
    public string? Version { get; init; }

    /// <summary>The pocket margin below which nobody may grant a price (<see cref="PriceGuardrails.WalkAwayMargin"/>), as a fraction; below
    /// 1. Null where it stays.</summary>
    public decimal? WalkAwayMargin { get; init; }

    /// <summary>Our cost of capital per year (<see cref="PriceGuardrails.CostOfCapital"/>), as a fraction; not negative. Null where it
    /// stays.</summary>
    public decimal? CostOfCapital { get; init; }

    /// <summary>Prices are rounded up to a multiple of this (<see cref="PriceGuardrails.PriceGrain"/>); above 0. Null where it
    /// stays.</summary>
    public decimal? PriceGrain { get; init; }

    /// <summary>How far prices may go by tier: <c>A</c>, <c>B</c>, <c>C</c>, and <c>ungraded</c> for accounts that are not graded. A tier
    /// that is left out stays.</summary>
    public IReadOnlyDictionary<string, TierGuardrailSettings> Tiers
    {
        get;
        init => field = ValueMap.Of(value ?? new Dictionary<string, TierGuardrailSettings>(StringComparer.Ordinal));
    } = ValueMap.Of(new Dictionary<string, TierGuardrailSettings>(StringComparer.Ordinal));

    /// <summary>Reads settings from JSON.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of one.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; it holds every fault with its path. Nothing else
    /// is thrown, whatever the text.</exception>
    public static PriceGuardrailSettings FromJson(string json) =>
        CheckedJson.Read(json, PriceGuardrailJson.Default.PriceGuardrailSettings, "settings");

    /// <summary>Writes the settings as JSON.</summary>
    /// <returns>An indented object; what is not set is left out.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, PriceGuardrailJson.Default.PriceGuardrailSettings);

    /// <summary>The settings as JSON.</summary>
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
