using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
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
/// <remarks>
/// <para>One list, by the ids of the models: <see cref="All"/>. <see cref="Versions"/>, settings and what a host injects follow from it.
/// Replace a model by its property, or by its id with <see cref="With(IModel)"/>; a model of your own, whose id no ready model has, joins
/// the list.</para>
/// <para>Immutable and safe to share between threads; equal when every model is the same object and every other part is equal.</para>
/// </remarks>
public sealed record ReviewModels
{
    // Every model that a review asks, said once: how it is read and how it is replaced.
    private static readonly Slot[] Slots =
    [
        Slot.Of(m => m.Value, (m, value) => m with { Value = value }),
        Slot.Of(m => m.Oke.Organisation, (m, value) => m with { Oke = m.Oke with { Organisation = value } }),
        Slot.Of(m => m.Oke.Standard, (m, value) => m with { Oke = m.Oke with { Standard = value } }),
        Slot.Of(m => m.Oke.Targets, (m, value) => m with { Oke = m.Oke with { Targets = value } }),
        Slot.Of(m => m.Oke.HoldingBack, (m, value) => m with { Oke = m.Oke with { HoldingBack = value } }),
        Slot.Of(m => m.Oke.Activities, (m, value) => m with { Oke = m.Oke with { Activities = value } }),
        Slot.Of(m => m.Oke.Agreement, (m, value) => m with { Oke = m.Oke with { Agreement = value } }),
        Slot.Of(m => m.Relationship, (m, value) => m with { Relationship = value }),
        Slot.Of(m => m.Stakeholders.Stances, (m, value) => m with { Stakeholders = m.Stakeholders with { Stances = value } }),
        Slot.Of(m => m.Stakeholders.Moves, (m, value) => m with { Stakeholders = m.Stakeholders with { Moves = value } }),
        Slot.Of(m => m.Development, (m, value) => m with { Development = value }),
        Slot.Of(m => m.Lifecycle, (m, value) => m with { Lifecycle = value }),
        Slot.Of(m => m.SwitchingCost, (m, value) => m with { SwitchingCost = value }),
        Slot.Of(m => m.SwitchingCostLevers, (m, value) => m with { SwitchingCostLevers = value }),
        Slot.Of(m => m.CompetitorBarrier, (m, value) => m with { CompetitorBarrier = value }),
        Slot.Of(m => m.BarrierPolicy, (m, value) => m with { BarrierPolicy = value }),
        Slot.Of(m => m.Loyalty, (m, value) => m with { Loyalty = value }),
        Slot.Of(m => m.LoyaltyTypes, (m, value) => m with { LoyaltyTypes = value }),
        Slot.Of(m => m.LoyaltyStrategies, (m, value) => m with { LoyaltyStrategies = value }),
        Slot.Of(m => m.Guardrails, (m, value) => m with { Guardrails = value }),
        Slot.Of(m => m.Posture, (m, value) => m with { Posture = value }),
        Slot.Of(m => m.ComplaintDeadlines, (m, value) => m with { ComplaintDeadlines = value }),
        Slot.Of(m => m.Stability, (m, value) => m with { Stability = value }),
        Slot.Of(m => m.Findings, (m, value) => m with { Findings = value }),
        Slot.Of(m => m.Risk, (m, value) => m with { Risk = value }),
        Slot.Of(m => m.Actions, (m, value) => m with { Actions = value }),
        Slot.Of(m => m.Prohibitions, (m, value) => m with { Prohibitions = value }),
    ];

    private ValueList<IModel> _own = ValueList.Of<IModel>([]);

    /// <summary>What an account is worth.</summary>
    public Scorecard<AccountValueFacts, AccountTier> Value { get; init => field = Guard.NotNull(value); } = AccountValue.Standard;

    /// <summary>The three dimensions of the relationship.</summary>
    public OkeModels Oke { get; init => field = Guard.NotNull(value); } = new();

    /// <summary>Trust, interest and emotion.</summary>
    public Scorecard<RelationshipFacts, RelationshipStrength> Relationship { get; init => field = Guard.NotNull(value); } =
        RelationshipFormula.Standard;

    /// <summary>How people are counted and won.</summary>
    public StakeholderModels Stakeholders { get; init => field = Guard.NotNull(value); } = new(Ladder.Points, Ladder.Stances, Ladder.Moves);

    /// <summary>How far an account has developed.</summary>
    public DecisionTable<DevelopmentFacts, DevelopmentStage> Development { get; init => field = Guard.NotNull(value); } =
        Core.Lifecycle.Development.Stages;

    /// <summary>In which period of its life the relationship is.</summary>
    public DecisionTable<LifecycleFacts, LifecyclePeriod> Lifecycle { get; init => field = Guard.NotNull(value); } =
        RelationshipLifecycle.Periods;

    /// <summary>What a change of supplier would cost the customer.</summary>
    public Scorecard<SwitchingCostFacts, BarrierLevel> SwitchingCost { get; init => field = Guard.NotNull(value); } =
        SwitchingCosts.SwitchingCost.Standard;

    /// <summary>Which facets of that cost each lever raises.</summary>
    public SwitchingCostLevers SwitchingCostLevers { get; init => field = Guard.NotNull(value); } = SwitchingCostLevers.Standard;

    /// <summary>What keeps the competitor out.</summary>
    public Scorecard<CompetitorBarrierFacts, BarrierLevel> CompetitorBarrier { get; init => field = Guard.NotNull(value); } =
        SwitchingCosts.CompetitorBarrier.Standard;

    /// <summary>Whether to raise a barrier, keep it, or ease it.</summary>
    public DecisionTable<BarrierPolicyFacts, BarrierAdvice> BarrierPolicy { get; init => field = Guard.NotNull(value); } =
        SwitchingCosts.BarrierPolicy.Standard;

    /// <summary>How loyal the customer is.</summary>
    public Scorecard<LoyaltyFacts, LoyaltyLevel> Loyalty { get; init => field = Guard.NotNull(value); } = CustomerLoyalty.Standard;

    /// <summary>Whether that is loyalty, or something that looks like it.</summary>
    public DecisionTable<LoyaltyTypeFacts, LoyaltyType> LoyaltyTypes { get; init => field = Guard.NotNull(value); } = CustomerLoyalty.Types;

    /// <summary>What to build the loyalty on.</summary>
    public DecisionTable<LoyaltyStrategyFacts, LoyaltyStrategy> LoyaltyStrategies { get; init => field = Guard.NotNull(value); } =
        CustomerLoyalty.Strategies;

    /// <summary>Floors and approvals of prices.</summary>
    public PriceGuardrails Guardrails { get; init => field = Guard.NotNull(value); } = PriceGuardrails.Standard;

    /// <summary>How we respond to a request for a lower price.</summary>
    public DecisionTable<PostureFacts, PostureAdvice> Posture { get; init => field = Guard.NotNull(value); } = PricingPolicy.Posture;

    /// <summary>How soon complaints are handled.</summary>
    public DecisionTable<ComplaintStandardFacts, ComplaintStandard> ComplaintDeadlines { get; init => field = Guard.NotNull(value); } =
        Satisfaction.ComplaintDeadlines.Standard;

    /// <summary>How a tier is kept from flapping.</summary>
    public TierStability Stability { get; init => field = Guard.NotNull(value); } = TierStability.Standard;

    /// <summary>What there is to say about an account.</summary>
    public DecisionTable<ReviewFacts, Stake> Findings { get; init => field = Guard.NotNull(value); } = AccountFindings.Standard;

    /// <summary>How much of an account is at stake: bands over the largest share of its purchases that one finding puts at stake, in per
    /// cent.</summary>
    public NamedBands<RiskLevel> Risk { get; init => field = Guard.NotNull(value); } = AccountFindings.Risk;

    /// <summary>What to do about a finding.</summary>
    public DecisionTable<ActionFacts, ActionPlan> Actions { get; init => field = Guard.NotNull(value); } = AccountActions.Standard;

    /// <summary>What must not be done, whatever a finding asks for.</summary>
    public DecisionTable<ProhibitionFacts, Text> Prohibitions { get; init => field = Guard.NotNull(value); } = AccountActions.Prohibitions;

    /// <summary>All models, each id once: those that a review asks, in the order of the properties, then those that
    /// <see cref="With(IModel)"/> has added.</summary>
    public IReadOnlyList<IModel> All => [.. Slots.Select(slot => slot.Read(this)), .. _own];

    /// <summary>The version of each model by its id: with the same versions the same facts give the same review. A table whose rules you
    /// change is told from the ready one by <see cref="DecisionTable{TFacts,TAdvice}.WithVersion"/>.</summary>
    public IReadOnlyDictionary<string, string> Versions =>
        All.ToDictionary(model => model.Id, model => model.Version, StringComparer.Ordinal);

    /// <summary>The ready models for the currency of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The models.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    public static ReviewModels For(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return portfolio.KeyAccountPurchases is { } threshold ? new() { Value = AccountValue.In(threshold) } : new();
    }

    /// <summary>The same models with one in place of that of the same id; a model whose id is not in the list joins it.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The models; these stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The model of that id is of another type.</exception>
    public ReviewModels With(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Array.Find(Slots, slot => slot.Read(this).Id == model.Id) is { } slot)
        {
            return slot.Replace(this, model) ?? throw new ArgumentException(
                $"model '{model.Id}' is a {model.GetType()}; a review needs a {slot.Read(this).GetType()} of that id.", nameof(model));
        }

        return _own.Any(own => own.Id == model.Id)
            ? this with { _own = ValueList.Of(_own.Select(own => own.Id == model.Id ? model : own)) }
            : this with { _own = ValueList.Of(_own.Append(model)) };
    }

    /// <summary>The same models with settings.</summary>
    /// <param name="settings">Settings by the id of their scorecard, as <see cref="SettingsFile"/> reads them.</param>
    /// <returns>The tuned models.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">A scorecard does not exist, or its settings are wrong; it holds every fault of all of them
    /// with its path.</exception>
    public ReviewModels With(IReadOnlyDictionary<string, ScorecardSettings> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        IScorecard[] scorecards = [.. All.OfType<IScorecard>()];
        var ids = string.Join(", ", scorecards.Select(model => model.Id));
        List<ModelFault> faults =
        [
            .. settings.Keys.Where(id => !Array.Exists(scorecards, model => model.Id == id))
                .Select(id => new ModelFault($"[\"{id}\"]", $"there is no such model; it must be one of {ids}")),
        ];
        var tuned = this;
        foreach (var scorecard in scorecards)
        {
            if (!settings.TryGetValue(scorecard.Id, out var overrides))
                continue;
            try
            {
                tuned = tuned.With(scorecard.With(overrides ?? new()));
            }
            catch (InvalidModelException e)
            {
                faults.AddRange(e.Faults.Select(fault => new ModelFault($"[\"{scorecard.Id}\"].{fault.Path}", fault.Message)));
            }
        }

        return faults.Count == 0 ? tuned : throw new InvalidModelException("settings", faults);
    }

    private sealed record Slot(Func<ReviewModels, IModel> Read, Func<ReviewModels, IModel, ReviewModels?> Replace)
    {
        public static Slot Of<TModel>(Func<ReviewModels, TModel> read, Func<ReviewModels, TModel, ReviewModels> replace)
            where TModel : class, IModel =>
            new(read, (models, model) => model is TModel fitting ? replace(models, fitting) : null);
    }
}
