using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Needs;

/// <summary>The facts that decide how to present value.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record PresentationFacts
{
    /// <summary>The role of the person in the decision.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>The personality of the person, which decides how to deal with them.</summary>
    public PersonalityStyle? Style { get; init; }

    /// <summary>The value by which the person decides.</summary>
    public CustomerValue? Value { get; init; }

    /// <summary>Whether there is evidence for what we claim.</summary>
    public bool? HasEvidence { get; init; }
}
