using System.Text.Json.Serialization;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The effect of an event on the plan of a relationship.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanningTransition>))]
public enum PlanningTransition
{
    /// <summary>Nothing: the event is refused.</summary>
    Refuse,

    /// <summary>A reference case is noted.</summary>
    Attach,

    /// <summary>The next principle begins.</summary>
    Advance,

    /// <summary>The plan counts as reviewed from that day on.</summary>
    Review,

    /// <summary>Planning begins again with the insight into the customer.</summary>
    Restart,

    /// <summary>Planning ends.</summary>
    Close,
}
