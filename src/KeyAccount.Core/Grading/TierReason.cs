using System.Text.Json.Serialization;

namespace KeyAccount.Core.Grading;

/// <summary>Why a tier is what it is after a period.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TierReason>))]
public enum TierReason
{
    /// <summary>The account has its first tier.</summary>
    First,

    /// <summary>The computed tier is its own.</summary>
    Unchanged,

    /// <summary>The score is in another band, but inside the margin.</summary>
    InsideMargin,

    /// <summary>The score is beyond the margin, but not in enough consecutive periods yet.</summary>
    Waiting,

    /// <summary>Another tier is due, but the account has not been in its own long enough.</summary>
    StayTooShort,

    /// <summary>It has moved to a better tier.</summary>
    Promoted,

    /// <summary>It has moved to a worse tier.</summary>
    Demoted,

    /// <summary>A cap holds it, at once, in a worse tier.</summary>
    Capped,

    /// <summary>Too little is known; the tier stays, and what was pending begins anew.</summary>
    NotRated,
}
