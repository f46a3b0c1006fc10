using System.Text.Json.Serialization;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>How the strengths 0, 1, 2, 3 are weighted in a match.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchScale>))]
public enum MatchScale
{
    /// <summary>Linearly: 0, 1, 2, 3.</summary>
    Linear,

    /// <summary>As in quality function deployment: 0, 1, 3, 9. A decisive capability counts three times as much as a helpful one.</summary>
    Emphasised,
}
