using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Pricing;

/// <summary>The facts that decide our price posture for a customer. Any of them may be unknown: null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record PostureFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>The height of the barrier around the customer; null while it is unrated.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>How strongly the customer's decision depends on the price.</summary>
    public PriceSensitivity? Sensitivity { get; init; }
}
