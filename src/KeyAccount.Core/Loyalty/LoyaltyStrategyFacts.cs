using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.Loyalty;

/// <summary>What the strategy for more loyalty depends on.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record LoyaltyStrategyFacts
{
    /// <summary>The kind of loyalty.</summary>
    public LoyaltyType? Type { get; init; }

    /// <summary>How satisfied the customer is.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>How small a price difference makes the customer move.</summary>
    public PriceSensitivity? PriceSensitivity { get; init; }

    /// <summary>How the customer treats our competitors.</summary>
    public CompetitorAttitude? CompetitorAttitude { get; init; }
}
