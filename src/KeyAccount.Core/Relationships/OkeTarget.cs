using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Relationships;

/// <summary>Where the relationship is to be, in each dimension on its own scale.</summary>
/// <param name="Organisation">What we want to be to the customer.</param>
/// <param name="KeyDecisionMakers">How far the key decision makers are to go with us.</param>
/// <param name="Extensive">How good the climate is to be.</param>
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

