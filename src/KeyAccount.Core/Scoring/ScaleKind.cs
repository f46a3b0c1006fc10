using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>The way in which a scale turns a raw value into points.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScaleKind>))]
public enum ScaleKind
{
    /// <summary>Straight lines between knots.</summary>
    Linear,

    /// <summary>Constant from each step to the next.</summary>
    Steps,

    /// <summary>A number of points for each value of a term.</summary>
    Levels,
}
