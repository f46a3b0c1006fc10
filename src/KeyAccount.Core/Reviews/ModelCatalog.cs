using KeyAccount.Core.Activities;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Competition;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Needs;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using KeyAccount.Core.Services;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Reviews;

/// <summary>Every model and every default of the library, with their sources.</summary>
public static class ModelCatalog
{
    /// <summary>All models, room by room; each room lists its own.</summary>
    public static IReadOnlyList<IModel> All { get; } =
    [
        .. ScoringRoom.Models,
        .. ValidationRoom.Models,
        .. GradingRoom.Models,
        .. RelationshipsRoom.Models,
        .. StakeholdersRoom.Models,
        .. LifecycleRoom.Models,
        .. PricingRoom.Models,
        .. SwitchingCostsRoom.Models,
        .. LifetimeValueRoom.Models,
        .. LoyaltyRoom.Models,
        .. SatisfactionRoom.Models,
        .. StatisticsRoom.Models,
        .. NegotiationRoom.Models,
        .. FunnelRoom.Models,
        .. BiddingRoom.Models,
        .. WinbackRoom.Models,
        .. NeedsRoom.Models,
        .. CompetitionRoom.Models,
        .. ServicesRoom.Models,
        .. ActivitiesRoom.Models,
        .. ProspectsRoom.Models,
        .. CustomerStrategyRoom.Models,
        .. PlanningRoom.Models,
        .. SalesTeamRoom.Models,
        .. ReviewsRoom.Models,
    ];

    /// <summary>The open terms of the library: their values only name, group and count, and no model reasons from them.</summary>
    public static OpenTerms OpenTerms => new OpenTerms()
        .With<CustomerIndustry>()
        .With<LeadChannel>()
        .With<LossReason>()
        .With<EvidenceKind>()
        .With<ResourceKind>()
        .With<SpaceBlock>()
        .With<ActivityType>();

    /// <summary>Builds the catalog of a company: its models replace those of the library, and its own models come last.</summary>
    /// <param name="models">The models.</param>
    /// <returns>Every model and every default, each id once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="models"/> is null.</exception>
    public static IReadOnlyList<IModel> Of(ReviewModels models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var own = models.All.ToDictionary(model => model.Id, StringComparer.Ordinal);
        return
        [
            .. All.Select(ready => own.GetValueOrDefault(ready.Id, ready)),
            .. models.All.ExceptBy(All.Select(ready => ready.Id), model => model.Id, StringComparer.Ordinal),
        ];
    }
}
