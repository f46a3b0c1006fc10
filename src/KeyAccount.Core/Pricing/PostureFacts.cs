using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Pricing;

/// <summary>What the posture towards a customer depends on. Any of them may be unknown: null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record PostureFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>How high the barrier around the customer is; null while it is unrated.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>How much its decision depends on the price.</summary>
    public PriceSensitivity? Sensitivity { get; init; }
}
