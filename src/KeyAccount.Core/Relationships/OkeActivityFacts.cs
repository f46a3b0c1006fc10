namespace KeyAccount.Core.Relationships;

/// <summary>What an activity is suggested for.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record OkeActivityFacts
{
    /// <summary>The dimension that holds the account back; null where none is known to.</summary>
    public OkeDimension? Dimension { get; init; }

    /// <summary>A shortest board of the climate; null where there is none or it is not known.</summary>
    public ExtensiveElement? ShortBoard { get; init; }
}
