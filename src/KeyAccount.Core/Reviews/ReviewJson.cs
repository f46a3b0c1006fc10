using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The JSON format of portfolios and reviews. It is source-generated, so that it works in a trimmed program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    Converters = [typeof(LocalDateJsonConverter), typeof(YearMonthJsonConverter)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Portfolio))]
[JsonSerializable(typeof(AccountFile))]
[JsonSerializable(typeof(PortfolioSummary))]
[JsonSerializable(typeof(PortfolioChange))]
[JsonSerializable(typeof(AccountReview))]
[JsonSerializable(typeof(GroupReview))]
[JsonSerializable(typeof(PortfolioReview))]
[JsonSerializable(typeof(Loyalty.WhiteSpaceSummary))]
[JsonSerializable(typeof(ImportMapping))]
[JsonSerializable(typeof(ReviewEvent))]
[JsonSerializable(typeof(PlanFile))]
[JsonSerializable(typeof(TeamFile))]
[JsonSerializable(typeof(RecordedReview))]
[JsonSerializable(typeof(ModelImpact))]
[JsonSerializable(typeof(Text))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(string))]
internal sealed partial class ReviewJson : JsonSerializerContext
{
    /// <summary>Writes a value as JSON, with non-ASCII characters unescaped.</summary>
    public static string TextOf<T>(T value, JsonTypeInfo<T> type, bool isIndented)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            stream, new() { Indented = isIndented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonSerializer.Serialize(json, value, type);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
