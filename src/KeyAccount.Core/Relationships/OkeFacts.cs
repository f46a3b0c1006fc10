namespace KeyAccount.Core.Relationships;

/// <summary>The levels of a relationship in its three dimensions; null if a level is not known.</summary>
/// <remarks>Immutable; equal when all three levels are.</remarks>
public sealed record OkeFacts
{
    /// <summary>The organisational level: what we are to the customer.</summary>
    public OrganisationLevel? Organisation { get; init; }

    /// <summary>The level of support by the key decision makers.</summary>
    public KeyRelationshipLevel? KeyDecisionMakers { get; init; }

    /// <summary>The level of the climate.</summary>
    public ExtensiveLevel? Extensive { get; init; }
}
