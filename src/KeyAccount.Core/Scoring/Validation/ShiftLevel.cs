using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>How far a population has moved.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShiftLevel>))]
public enum ShiftLevel
{
    /// <summary>Below <see cref="PopulationShift.Noticeable"/>: as before.</summary>
    Stable,

    /// <summary>From <see cref="PopulationShift.Noticeable"/> on: look what has moved.</summary>
    Noticeable,

    /// <summary>From <see cref="PopulationShift.Large"/> on: the score was made for other accounts than these.</summary>
    Large,
}
