namespace KeyAccount.Core.Relationships;

/// <summary>Where the relationship is to be, in each dimension on its own scale.</summary>
/// <param name="Organisation">What we want to be to the customer.</param>
/// <param name="KeyDecisionMakers">How far the key decision makers are to go with us.</param>
/// <param name="Extensive">How good the climate is to be.</param>
/// <remarks>Immutable; equal when all three levels are.</remarks>
public sealed record OkeTarget(OrganisationLevel Organisation, KeyRelationshipLevel KeyDecisionMakers, ExtensiveLevel Extensive);
