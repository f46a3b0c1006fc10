using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>The effect that one criterion alone can have towards a band.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImprovementKind>))]
public enum ImprovementKind
{
    /// <summary>The change reaches the band.</summary>
    Change,

    /// <summary>The value is not known; it may be enough to learn it.</summary>
    LearnFirst,

    /// <summary>A cap that holds keeps the account below the band, whatever its score.</summary>
    CapInTheWay,

    /// <summary>Even the best value would not be enough.</summary>
    NotByThisAlone,
}
