using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Relationships;

/// <summary>The target of the relationship in each dimension, on its own scale.</summary>
/// <param name="Organisation">The target level of the organisational relationship.</param>
/// <param name="KeyDecisionMakers">The target level of the key decision makers.</param>
/// <param name="Extensive">The target level of the climate.</param>
/// <remarks>Immutable; equal when all three levels are.</remarks>
public sealed record OkeTarget(OrganisationLevel Organisation, KeyRelationshipLevel KeyDecisionMakers, ExtensiveLevel Extensive)
    : IDescribed
{
    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Item("Relationships.Describe.targets", Organisation, KeyDecisionMakers, Extensive);
    }
}

