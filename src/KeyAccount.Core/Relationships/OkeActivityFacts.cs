namespace KeyAccount.Core.Relationships;

/// <summary>The facts that decide which activity is suggested.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OkeActivityFacts
{
    /// <summary>The dimension that holds the account back; null if not known.</summary>
    public OkeDimension? Dimension { get; init; }

    /// <summary>One of the weakest elements of the climate; null if there is none or it is not known.</summary>
    public ExtensiveElement? ShortBoard { get; init; }
}
