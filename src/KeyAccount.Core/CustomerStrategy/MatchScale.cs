using System.Text.Json.Serialization;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>How the strengths 0, 1, 2, 3 count in a match.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchScale>))]
public enum MatchScale
{
    /// <summary>As they are: 0, 1, 2, 3.</summary>
    Linear,

    /// <summary>As quality function deployment counts them: 0, 1, 3, 9. What decides counts three times as much as what helps.</summary>
    Emphasised,
}
