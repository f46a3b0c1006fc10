using System.Text.Json.Serialization;

namespace KeyAccount.Core.Statistics;

/// <summary>How to treat an amount that lies between two steps of a grid.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GridRounding>))]
public enum GridRounding
{
    /// <summary>Refuse it: nothing is rounded.</summary>
    Refuse,

    /// <summary>Take the nearer step; in the middle the upper one.</summary>
    Nearest,

    /// <summary>Take the step below.</summary>
    Down,

    /// <summary>Take the step above.</summary>
    Up,
}
