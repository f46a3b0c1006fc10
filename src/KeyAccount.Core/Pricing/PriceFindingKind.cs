using System.Text.Json.Serialization;

namespace KeyAccount.Core.Pricing;

/// <summary>The subject of a finding of a price review.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriceFindingKind>))]
public enum PriceFindingKind
{
    /// <summary>The price falls, and nothing is asked in return.</summary>
    UnconditionalStep,

    /// <summary>The price falls, although our posture is to hold it.</summary>
    StepAgainstPosture,

    /// <summary>What we get in return is worth less than the step costs.</summary>
    StepNotCovered,

    /// <summary>A counter-concession would cost us, and does not count.</summary>
    WorthlessReturn,

    /// <summary>The value of a counter-concession is not known.</summary>
    ReturnNotValued,

    /// <summary>The pocket price is below the floor.</summary>
    BelowFloor,

    /// <summary>The pocket price is below the walk-away.</summary>
    BelowWalkAway,

    /// <summary>Our price is already no higher than the rival's.</summary>
    NotAboveCompetitor,

    /// <summary>The cost is not known.</summary>
    CostUnknown,

    /// <summary>The payment days are not known.</summary>
    PaymentDaysUnknown,
}
