using System.Text.Json.Serialization;

namespace KeyAccount.Core.Estimation;

/// <summary>The outcome of fitting weights.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WeightFitOutcome>))]
public enum WeightFitOutcome
{
    /// <summary>There are weights, and accounts that were not used for them show what they gain.</summary>
    Fitted,

    /// <summary>Refused: too few accounts with or without the event, among those used for the fit or those held out.</summary>
    TooFewEvents,

    /// <summary>Refused: fewer than three days of scores (one day is held out, and one is used to choose the shrinkage), or outcomes that
    /// were not known by the next day.</summary>
    TooFewDates,

    /// <summary>Refused: no criterion has the expected direction.</summary>
    NothingTells,
}
