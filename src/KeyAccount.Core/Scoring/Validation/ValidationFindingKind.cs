using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>What kind of thing was noticed when scores were held against outcomes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ValidationFindingKind>))]
public enum ValidationFindingKind
{
    /// <summary>A better band has the worse outcome.</summary>
    BandsNotInOrder,

    /// <summary>What was promised of a band is not where its rate may lie.</summary>
    PromiseMissed,

    /// <summary>The event is more or less frequent among unrated accounts: what is said of the rated ones does not hold for all.</summary>
    UnratedDiffer,

    /// <summary>Accounts have several rows, which are not so many accounts.</summary>
    AccountsRepeated,

    /// <summary>Weights are so uneven that the accounts tell as little as fewer would.</summary>
    WeightsUneven,
}
