using KeyAccount.Core.Grading;
using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The facts that decide the advice about a barrier. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record BarrierPolicyFacts
{
    /// <summary>The height of the barrier around the customer; null while it is unrated.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>The satisfaction of the customer; null while nobody has asked.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>The tier of the customer; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }
}
