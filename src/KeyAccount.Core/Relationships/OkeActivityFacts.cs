namespace KeyAccount.Core.Relationships;

/// <summary>What an activity is suggested for.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OkeActivityFacts
{
    /// <summary>The dimension that holds the account back; null if none is known to.</summary>
    public OkeDimension? Dimension { get; init; }

    /// <summary>A shortest board of the climate; null if there is none or it is not known.</summary>
    public ExtensiveElement? ShortBoard { get; init; }
}
