using System.Text.Json.Serialization;

namespace KeyAccount.Core.Bidding;

/// <summary>The state of a duty.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DutyState>))]
public enum DutyState
{
    /// <summary>The day to count from is not known.</summary>
    Unknown,

    /// <summary>Both days are known, and the rule is kept.</summary>
    Kept,

    /// <summary>Both days are known, and the rule is broken.</summary>
    Broken,

    /// <summary>The day that keeps the rule is still ahead.</summary>
    Due,

    /// <summary>The second day is not known, and its limit has passed.</summary>
    Overdue,
}
