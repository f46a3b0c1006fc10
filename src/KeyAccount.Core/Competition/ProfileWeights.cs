using System.Text.Json.Serialization;

namespace KeyAccount.Core.Competition;

/// <summary>How a competitive profile treats weights that do not sum to 1.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProfileWeights>))]
public enum ProfileWeights
{
    /// <summary>They are refused: one of them is wrong.</summary>
    SumToOne,

    /// <summary>They are divided by their sum.</summary>
    Normalize,
}
