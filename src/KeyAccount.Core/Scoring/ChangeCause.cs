using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>The cause of a change of a score.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeCause>))]
public enum ChangeCause
{
    /// <summary>The account: a raw value has changed.</summary>
    Facts,

    /// <summary>Our knowledge: a value was learned or lost, so that the weight of what is missing is shared differently.</summary>
    Coverage,

    /// <summary>The model: weights or scales have changed.</summary>
    Model,
}
