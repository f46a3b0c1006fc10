using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Winback;

/// <summary>How thresholds of warning signs are read and written: source-generated, so that it works in a trimmed program.</summary>
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
