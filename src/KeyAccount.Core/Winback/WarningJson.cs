using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Winback;

/// <summary>Reads and writes thresholds of warning signs as JSON; source-generated, so that it works in a trimmed program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WarningSettings))]
internal sealed partial class WarningJson : JsonSerializerContext;
