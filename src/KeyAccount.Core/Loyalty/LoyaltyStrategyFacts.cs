using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.Loyalty;

/// <summary>The facts that decide the strategy for more loyalty.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record LoyaltyStrategyFacts
{
    /// <summary>The kind of loyalty.</summary>
    public LoyaltyType? Type { get; init; }

    /// <summary>The satisfaction of the customer.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>The customer's sensitivity to price.</summary>
    public PriceSensitivity? PriceSensitivity { get; init; }

    /// <summary>The customer's attitude to our competitors.</summary>
    public CompetitorAttitude? CompetitorAttitude { get; init; }
}
