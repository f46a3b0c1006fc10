using System.Text.Json.Serialization;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The effect of an event on a complaint.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComplaintTransition>))]
public enum ComplaintTransition
{
    /// <summary>Nothing: the event is refused.</summary>
    Refuse,

    /// <summary>It settles a task: the task is done or waived.</summary>
    Settle,

    /// <summary>It closes the case.</summary>
    Close,

    /// <summary>It reopens the case, which begins again with the first step.</summary>
    Reopen,
}
