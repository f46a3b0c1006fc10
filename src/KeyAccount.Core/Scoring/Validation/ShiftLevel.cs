using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The size of a population shift.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShiftLevel>))]
public enum ShiftLevel
{
    /// <summary>Below <see cref="PopulationShift.Noticeable"/>: the population is stable.</summary>
    Stable,

    /// <summary>From <see cref="PopulationShift.Noticeable"/>: find out what has shifted.</summary>
    Noticeable,

    /// <summary>From <see cref="PopulationShift.Large"/>: the score was made for different accounts.</summary>
    Large,
}
