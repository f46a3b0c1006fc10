namespace KeyAccount.Core.Pricing;

/// <summary>The facts that decide how to answer a demand for a lower price. Either may be unknown: null.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record CostDownFacts
{
    /// <summary>Why the customer demands a lower price; null until the reason is verified.</summary>
    public DemandReason? Reason { get; init; }

    /// <summary>Our price posture for the customer; null if none is decided, and then no price step is given.</summary>
    public PricePosture? Posture { get; init; }
}
