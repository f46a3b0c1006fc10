using KeyAccount.Core.Grading;
using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>What the advice about a barrier depends on. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record BarrierPolicyFacts
{
    /// <summary>How high the barrier around the customer is; null while it is unrated.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>How satisfied the customer is; null while nobody has asked.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>Its tier; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }
}
