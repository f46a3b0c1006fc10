namespace KeyAccount.Core.Pricing;

/// <summary>What the answers to a demand for a lower price depend on. Either may be unknown: null.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record CostDownFacts
{
    /// <summary>Why the customer demands it; null until that is verified.</summary>
    public DemandReason? Reason { get; init; }

    /// <summary>Our posture towards the customer; null where none is decided, and then no price step is given.</summary>
    public PricePosture? Posture { get; init; }
}
