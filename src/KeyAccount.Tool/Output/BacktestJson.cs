using System.Text.Json.Serialization;
using KeyAccount.Core.Estimation;
using KeyAccount.Core.Scoring.Validation;

namespace KeyAccount.Tool.Output;

/// <summary>How scores that were held against outcomes are written: source-generated, so that it works in a trimmed program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ScoreValidation))]
[JsonSerializable(typeof(RocAreaDifference))]
[JsonSerializable(typeof(CriteriaWorth))]
[JsonSerializable(typeof(ScoreStability))]
[JsonSerializable(typeof(WeightFit))]
internal sealed partial class BacktestJson : JsonSerializerContext;
