using System.Text.Json.Serialization;

namespace KeyAccount.Core.Winback;

/// <summary>What an event does to a win-back case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WinbackTransition>))]
public enum WinbackTransition
{
    /// <summary>Nothing: the event is refused.</summary>
    Refuse,

    /// <summary>The cause is found; a strategy that was set for another cause falls.</summary>
    FindCause,

    /// <summary>The strategy is set.</summary>
    SetStrategy,

    /// <summary>A tool is used.</summary>
    UseTool,

    /// <summary>The day of the judgement is set.</summary>
    SetEnd,

    /// <summary>The effect is judged, and the case is closed.</summary>
    Judge,

    /// <summary>The case begins again with the first step.</summary>
    Reopen,
}
