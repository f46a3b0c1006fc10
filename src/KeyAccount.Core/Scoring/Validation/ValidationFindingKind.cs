using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The kind of finding from comparing scores with outcomes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ValidationFindingKind>))]
public enum ValidationFindingKind
{
    /// <summary>A better band has a worse outcome.</summary>
    BandsNotInOrder,

    /// <summary>The predicted probability of a band is outside the confidence interval of its rate.</summary>
    PromiseMissed,

    /// <summary>The event is more or less frequent among unrated accounts: conclusions about the rated ones do not hold for all.</summary>
    UnratedDiffer,

    /// <summary>Some accounts have several rows, so that there are fewer accounts than rows.</summary>
    AccountsRepeated,

    /// <summary>The weights are so uneven that the accounts are as informative as a smaller number would be.</summary>
    WeightsUneven,
}
