using System.Text.Json.Serialization;

namespace KeyAccount.Core.Funnel;

/// <summary>What is to be said about an open deal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DealNoticeKind>))]
public enum DealNoticeKind
{
    /// <summary>It has been at its stage for longer than three of four deals.</summary>
    Stuck,

    /// <summary>It has no next step with a date that is still ahead.</summary>
    NoNextStep,

    /// <summary>Its evidence supports a lower stage than the one it is said to be at.</summary>
    ClaimedAboveEvidence,

    /// <summary>Its expected close was put off.</summary>
    Slipping,

    /// <summary>Nobody has said when it is expected to close; it is in no forecast.</summary>
    NoCloseDate,

    /// <summary>The day on which it was expected to close is past; it is in no forecast.</summary>
    CloseDatePast,
}
