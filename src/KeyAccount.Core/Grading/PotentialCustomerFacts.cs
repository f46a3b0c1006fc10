namespace KeyAccount.Core.Grading;

/// <summary>The evidence that a company is a potential customer.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record PotentialCustomerFacts
{
    /// <summary>Whether it needs what we supply.</summary>
    public TraitEvidence? Need { get; init; }

    /// <summary>Whether our positioning fits it.</summary>
    public TraitEvidence? PositioningFit { get; init; }

    /// <summary>Whether it can pay.</summary>
    public TraitEvidence? AbilityToPay { get; init; }
}
