using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>Reads and writes documents as JSON; source-generated, so that it works in a trimmed program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Document))]
internal sealed partial class DocumentJson : JsonSerializerContext;
