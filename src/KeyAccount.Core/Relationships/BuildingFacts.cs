namespace KeyAccount.Core.Relationships;

/// <summary>The steps reached in the relationship with a person.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record BuildingFacts
{
    /// <summary>Whether trust is built.</summary>
    public bool HasTrust { get; init; }

    /// <summary>Whether the needs are known.</summary>
    public bool AreNeedsKnown { get; init; }

    /// <summary>Whether the needs are met.</summary>
    public bool AreNeedsMet { get; init; }

    /// <summary>Whether there is a bond.</summary>
    public bool HasBond { get; init; }
}
