using System.Text.Json.Serialization;

namespace KeyAccount.Core.Funnel;

/// <summary>The kind of a notice about an open deal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DealNoticeKind>))]
public enum DealNoticeKind
{
    /// <summary>It has been at its stage for longer than three of four deals.</summary>
    Stuck,

    /// <summary>It has no next step with a date that is not yet past.</summary>
    NoNextStep,

    /// <summary>Its evidence supports only a lower stage than the one claimed.</summary>
    ClaimedAboveEvidence,

    /// <summary>Its expected close was postponed.</summary>
    Slipping,

    /// <summary>It has no expected close; it is in no forecast.</summary>
    NoCloseDate,

    /// <summary>Its expected close is past; it is in no forecast.</summary>
    CloseDatePast,
}
