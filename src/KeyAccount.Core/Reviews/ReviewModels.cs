using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The models a review is made with: the ready ones, or those of a company.</summary>
/// <remarks>Immutable; compared by reference of its models.</remarks>
public sealed record ReviewModels
{
    /// <summary>What an account is worth.</summary>
    public Scorecard<AccountValueFacts, AccountTier> Value { get; init; } = AccountValue.Standard;

    /// <summary>The three dimensions of the relationship.</summary>
    public OkeModels Oke { get; init; } = new();

    /// <summary>Trust, interest and emotion.</summary>
    public Scorecard<RelationshipFacts, RelationshipStrength> Relationship { get; init; } = RelationshipFormula.Standard;

    /// <summary>What a change of supplier would cost the customer.</summary>
    public Scorecard<SwitchingCostFacts, BarrierLevel> SwitchingCost { get; init; } = SwitchingCosts.SwitchingCost.Standard;

    /// <summary>What keeps the competitor out.</summary>
    public Scorecard<CompetitorBarrierFacts, BarrierLevel> CompetitorBarrier { get; init; } = SwitchingCosts.CompetitorBarrier.Standard;

    /// <summary>How loyal the customer is.</summary>
    public Scorecard<LoyaltyFacts, LoyaltyLevel> Loyalty { get; init; } = CustomerLoyalty.Standard;

    /// <summary>Floors and approvals of prices.</summary>
    public PriceGuardrails Guardrails { get; init; } = PriceGuardrails.Standard;

    /// <summary>How a tier is kept from flapping.</summary>
    public TierStability Stability { get; init; } = TierStability.Standard;

    /// <summary>How people are counted and won.</summary>
    public StakeholderModels Stakeholders { get; init; } = new(Ladder.Points, Ladder.Stances, Ladder.Moves);

    /// <summary>Whether to raise a barrier, keep it, or ease it.</summary>
    public DecisionTable<BarrierPolicyFacts, BarrierAdvice> BarrierPolicy { get; init; } = SwitchingCosts.BarrierPolicy.Standard;

    /// <summary>How we stand towards a wish for a lower price.</summary>
    public DecisionTable<PricePolicyFacts, PricePolicy> Posture { get; init; } = PricingPolicy.Posture;

    /// <summary>How soon complaints are handled.</summary>
    public DecisionTable<ComplaintStandardFacts, ComplaintStandard> ComplaintDeadlines { get; init; } = Satisfaction.ComplaintDeadlines.Standard;

    /// <summary>What there is to say about an account.</summary>
    public DecisionTable<ReviewFacts, Stake> Findings { get; init; } = AccountFindings.Standard;

    /// <summary>How much of an account is at stake, by the largest part of its purchases that one finding puts at stake, in percent.</summary>
    public Bands<RiskLevel> Risk { get; init; } = AccountFindings.Risk;

    /// <summary>What to do about a finding.</summary>
    public DecisionTable<ActionFacts, ActionPlan> Actions { get; init; } = AccountActions.Standard;

    /// <summary>What must not be done, whatever a finding asks for.</summary>
    public DecisionTable<ProhibitionFacts, Text> Prohibitions { get; init; } = AccountActions.Prohibitions;

    /// <summary>The versions of all of them that have one, by their ids: with the same versions the same facts give the same review. A table whose rules you
    /// change is told from the ready one by <see cref="DecisionTable{TFacts,TAdvice}.WithVersion"/>.</summary>
    public IReadOnlyDictionary<string, string> Versions => All.Select(model => (model.Id, model.Version))
        .Concat(
        [
            (Stakeholders.Moves.Id, Stakeholders.Moves.Version),
            (Stakeholders.Stances.Id, Stakeholders.Stances.Version),
            (BarrierPolicy.Id, BarrierPolicy.Version),
            (Posture.Id, Posture.Version),
            (ComplaintDeadlines.Id, ComplaintDeadlines.Version),
            (Findings.Id, Findings.Version),
            (Actions.Id, Actions.Version),
            (Prohibitions.Id, Prohibitions.Version),
        ])
        .ToDictionary(each => each.Id, each => each.Version, StringComparer.Ordinal);

    /// <summary>The models that can be tuned, by their ids.</summary>
    public IReadOnlyList<IScorecard> All => [Value, Oke.Organisation, Oke.Standard, Relationship, SwitchingCost, CompetitorBarrier, Loyalty];

    /// <summary>The ready models for the currency of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The models.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    public static ReviewModels For(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return portfolio.KeyAccountPurchases is { } threshold ? new() { Value = AccountValue.In(threshold) } : new();
    }

    /// <summary>The same models with settings.</summary>
    /// <param name="settings">Settings by the id of their model, as <see cref="SettingsFile"/> reads them.</param>
    /// <returns>The tuned models.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">A model does not exist, or its settings are wrong; it holds every fault of all of them with its
    /// path.</exception>
    public ReviewModels With(IReadOnlyDictionary<string, ScorecardSettings> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var faults = new List<ModelFault>();
        foreach (var id in settings.Keys.Where(id => All.All(model => model.Id != id)))
            faults.Add(new($"[\"{id}\"]", $"there is no such model; it must be one of {string.Join(", ", All.Select(model => model.Id))}"));
        var tuned = this with
        {
            Value = Tuned(Value),
            Oke = Oke with { Organisation = Tuned(Oke.Organisation), Standard = Tuned(Oke.Standard) },
            Relationship = Tuned(Relationship),
            SwitchingCost = Tuned(SwitchingCost),
            CompetitorBarrier = Tuned(CompetitorBarrier),
            Loyalty = Tuned(Loyalty),
        };
        return faults.Count == 0 ? tuned : throw new InvalidModelException("settings", faults);

        TModel Tuned<TModel>(TModel model)
            where TModel : IScorecard
        {
            try
            {
                return settings.TryGetValue(model.Id, out var overrides) ? (TModel)model.With(overrides ?? new()) : model;
            }
            catch (InvalidModelException e)
            {
                faults.AddRange(e.Faults.Select(fault => new ModelFault($"[\"{model.Id}\"].{fault.Path}", fault.Message)));
                return model;
            }
        }
    }
}
