using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>What a change of a score comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeCause>))]
public enum ChangeCause
{
    /// <summary>The account: a raw value is another one.</summary>
    Facts,

    /// <summary>Our knowledge: a value was learned or lost, and the weight of what is missing is shared differently.</summary>
    Coverage,

    /// <summary>The model: weights or scales are others.</summary>
    Model,
}
