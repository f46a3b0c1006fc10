using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>The form of settings: which part is an object, a list, a number, a text. They are read by
/// <see cref="ScorecardSettings.FromJson"/> only.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ScorecardSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
