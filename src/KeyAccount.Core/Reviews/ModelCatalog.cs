using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Reviews;

/// <summary>Every ready model and every default of the library, with where each comes from.</summary>
public static class ModelCatalog
{
    /// <summary>All of them, room by room; each room lists its own.</summary>
    public static IReadOnlyList<IModel> All { get; } =
    [
        .. ScoringRoom.Models,
        .. GradingRoom.Models,
        .. RelationshipsRoom.Models,
        .. StakeholdersRoom.Models,
        .. LifecycleRoom.Models,
        .. PricingRoom.Models,
        .. SwitchingCostsRoom.Models,
        .. LoyaltyRoom.Models,
        .. SatisfactionRoom.Models,
        .. StatisticsRoom.Models,
        .. NegotiationRoom.Models,
        .. ReviewsRoom.Models,
    ];
}
