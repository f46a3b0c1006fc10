using System.Text.Json.Serialization;

namespace KeyAccount.Core.Competition;

/// <summary>What weights of a competitive profile are that do not sum to 1.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProfileWeights>))]
public enum ProfileWeights
{
    /// <summary>Refused: one of them is wrong.</summary>
    SumToOne,

    /// <summary>Divided by their sum.</summary>
    Normalize,
}
