using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The JSON format of lifetime settings. It is source-generated, so that it works in a trimmed program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(LifetimeSettings))]
internal sealed partial class LifetimeJson : JsonSerializerContext;
