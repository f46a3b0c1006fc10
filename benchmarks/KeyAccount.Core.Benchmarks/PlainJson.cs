using System.Text.Json.Serialization;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Accounts as System.Text.Json reads them by itself: nothing is checked beyond what their types say.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter), typeof(YearMonthJsonConverter)],
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AccountFile))]
internal sealed partial class PlainJson : JsonSerializerContext;
