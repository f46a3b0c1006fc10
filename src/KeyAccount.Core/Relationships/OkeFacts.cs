namespace KeyAccount.Core.Relationships;

/// <summary>The levels of a relationship in its three dimensions; null if a level is not known.</summary>
/// <remarks>Immutable; equal when all three levels are.</remarks>
public sealed record OkeFacts
{
    /// <summary>What we are to the customer as an organisation.</summary>
    public OrganisationLevel? Organisation { get; init; }

    /// <summary>How far the key decision makers go with us.</summary>
    public KeyRelationshipLevel? KeyDecisionMakers { get; init; }

    /// <summary>How good the climate is.</summary>
    public ExtensiveLevel? Extensive { get; init; }
}
