using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Satisfaction;

/// <summary>How soon a complaint is handled.</summary>
/// <remarks>Immutable; equal when every part is. Periods are whole days or longer.</remarks>
public sealed record ComplaintStandard
{
    /// <summary>From the complaint until the first step is done: listened, apologised, understood.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public required Period Answer { get; init; }

    /// <summary>From the complaint until the fifth step is done: solved and made good.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public required Period Solution { get; init; }

    /// <summary>From the solution until the follow-up is done.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public required Period FollowUp { get; init; }
}
