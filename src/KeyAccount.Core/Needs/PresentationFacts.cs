using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Needs;

/// <summary>What the way of presenting value depends on.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record PresentationFacts
{
    /// <summary>What the person does in the decision.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>How the person likes to be dealt with.</summary>
    public PersonalityStyle? Style { get; init; }

    /// <summary>What the person decides by.</summary>
    public CustomerValue? Value { get; init; }

    /// <summary>Whether there is any evidence for what we claim.</summary>
    public bool? HasEvidence { get; init; }
}
