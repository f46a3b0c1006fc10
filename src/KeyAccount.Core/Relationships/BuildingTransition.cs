using System.Text.Json.Serialization;

namespace KeyAccount.Core.Relationships;

/// <summary>The effect of an event on the relationship with a person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BuildingTransition>))]
public enum BuildingTransition
{
    /// <summary>Nothing: the event is refused.</summary>
    Refuse,

    /// <summary>The next step is reached.</summary>
    Reach,

    /// <summary>A step is reached already, and is confirmed.</summary>
    Confirm,

    /// <summary>A step no longer holds, and with it those that build on it.</summary>
    FallBack,
}
