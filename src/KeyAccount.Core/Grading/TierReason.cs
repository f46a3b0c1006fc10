using System.Text.Json.Serialization;

namespace KeyAccount.Core.Grading;

/// <summary>The reason for the tier after a period.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TierReason>))]
public enum TierReason
{
    /// <summary>The account has its first tier.</summary>
    First,

    /// <summary>The computed tier is the present one.</summary>
    Unchanged,

    /// <summary>The score is in another band, but inside the margin.</summary>
    InsideMargin,

    /// <summary>The score is beyond the margin, but not in enough consecutive periods yet.</summary>
    Waiting,

    /// <summary>Another tier is due, but the account has not been in its present one long enough.</summary>
    StayTooShort,

    /// <summary>The account has moved to a better tier.</summary>
    Promoted,

    /// <summary>The account has moved to a worse tier.</summary>
    Demoted,

    /// <summary>A cap has moved the account to a worse tier at once.</summary>
    Capped,

    /// <summary>Too little is known; the tier stays, and a pending change starts again.</summary>
    NotRated,
}
