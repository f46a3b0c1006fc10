namespace KeyAccount.Core.Pricing;

/// <summary>What to do about a rise of our cost.</summary>
/// <param name="Response">Raise, share or absorb.</param>
/// <param name="How">In what way.</param>
/// <param name="Timing">Before or after the competitor.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CostRisePolicy(CostResponse Response, PassThroughWay How, MoveTiming Timing);
