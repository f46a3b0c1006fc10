using System.Text.Json.Serialization;

namespace KeyAccount.Core.Pricing;

/// <summary>Whether a volume exists at which a price move costs nothing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BreakEvenOutcome>))]
public enum BreakEvenOutcome
{
    /// <summary>Such a volume exists: <see cref="BreakEvenResult.SalesChange"/>.</summary>
    Reached,

    /// <summary>The new contribution margin is zero or negative, so no volume makes up for the move.</summary>
    NoVolumeSuffices,

    /// <summary>Even without any sales the move costs nothing, because it saves more fixed cost than the volume earns.</summary>
    AnyVolumeSuffices,
}
