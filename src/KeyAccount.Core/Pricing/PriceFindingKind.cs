using System.Text.Json.Serialization;

namespace KeyAccount.Core.Pricing;

/// <summary>What a finding of a price review is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriceFindingKind>))]
public enum PriceFindingKind
{
    /// <summary>The price falls and nothing is asked in return.</summary>
    UnconditionalStep,

    /// <summary>The price falls although the posture is to hold it.</summary>
    StepAgainstPosture,

    /// <summary>What we get is worth less than the step costs.</summary>
    StepNotCovered,

    /// <summary>A counter-concession would cost us, and is not counted.</summary>
    WorthlessReturn,

    /// <summary>What a counter-concession is worth is not known.</summary>
    ReturnNotValued,

    /// <summary>The pocket price is below the floor.</summary>
    BelowFloor,

    /// <summary>The pocket price is below the walk-away.</summary>
    BelowWalkAway,

    /// <summary>We ask no more than the rival already.</summary>
    NotAboveCompetitor,

    /// <summary>The cost is not known.</summary>
    CostUnknown,

    /// <summary>The payment days are not known.</summary>
    PaymentDaysUnknown,
}
