using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>Every ready model and every default of the library, with where each comes from.</summary>
public static class ModelCatalog
{
    private static readonly Provenance Saaty = Provenance.Literature("Saaty 1980, The Analytic Hierarchy Process");

    /// <summary>All of them, room by room.</summary>
    public static IReadOnlyList<IModel> All { get; } =
    [
        new Constants(
            "scorecard",
            new ModelDefault(nameof(ScorecardBuilder<object, object>.DefaultMinimumCoverage), Show(ScorecardBuilder<object, object>.DefaultMinimumCoverage), Provenance.LibraryDefault("half of the weight must be known before a score is shown"))),
        new Constants(
            "pareto",
            new ModelDefault("rule", nameof(ParetoRule.Crossing), Provenance.LibraryDefault("S004 states 20 % of the customers and 80 % of the revenue at once; the reading is ours")),
            Cuts(nameof(ParetoCuts.OfRevenue), ParetoCuts.OfRevenue),
            Cuts(nameof(ParetoCuts.OfHeadCount), ParetoCuts.OfHeadCount)),
        AccountValue.Standard,
        AccountValue.SixIndicators,
        new Constants(
            "accountValue.pyramid",
            [.. AccountValue.Pyramid.InOrder.Select(band => new ModelDefault(
                $"bands[\"{band.Band}\"]", Show(band.From), Provenance.LibraryDefault("S001 names the pyramid, Zeithaml, Rust & Lemon 2001 its levels, nobody the cuts")))]),
        new Constants(
            "tierStability",
            Stability(nameof(TierStability.PromotionMargin), Show(TierStability.Standard.PromotionMargin), "points beyond the cut; about the noise of one judged factor"),
            Stability(nameof(TierStability.DemotionMargin), Show(TierStability.Standard.DemotionMargin), "as for promotion"),
            Stability(nameof(TierStability.Periods), Show(TierStability.Standard.Periods), "one good month is no trend"),
            Stability(nameof(TierStability.MinimumStay), TierStability.Standard.MinimumStay.ToString(), "service and people cannot follow faster than a quarter")),
        DifferentiatedService.Standard,
        Checklists.KeyAccount,
        Checklists.PotentialCustomer,
        new Constants(
            "pairwiseComparison",
            new ModelDefault(nameof(PairwiseComparison.AcceptedRatio), Show(PairwiseComparison.AcceptedRatio), Saaty),
            new ModelDefault("randomIndex", "n = 3 … 10: .58 .90 1.12 1.24 1.32 1.41 1.45 1.49", Saaty)),
        new Constants(
            "ladder",
            new ModelDefault(nameof(Ladder.HalfLifeDays), Show(Ladder.HalfLifeDays), Provenance.LibraryDefault("half a year without news halves what is known of a person")),
            new ModelDefault(nameof(Ladder.ConfirmedFrom), Show(Ladder.ConfirmedFrom), Provenance.LibraryDefault("a level is confirmed for one half-life")),
            new ModelDefault(nameof(Ladder.Points), Ladder.Points.ToString(), Provenance.LibraryDefault("equal steps from CR1 to CR5; S003 gives no points")),
            new ModelDefault("sameDay", "the worse level stands", Provenance.LibraryDefault("a false friend costs more than a false enemy"))),
        Ladder.Moves,
        Ladder.Plans,
        Ladder.Stances,
        new Constants(
            "oke",
            new ModelDefault(nameof(Oke.DecisiveShare), Show(Oke.DecisiveShare), Provenance.LibraryDefault("those who hold half of the influence decide together"))),
        Oke.Organisation,
        Oke.Standard,
        Oke.Targets,
        Oke.HoldingBack,
        Oke.Activities,
        Oke.Agreement,
        RelationshipFormula.Standard,
        new Constants(
            "counterConcessions",
            new ModelDefault(nameof(CounterConcessions.DaysPerYear), Show(CounterConcessions.DaysPerYear), Provenance.LibraryDefault("simple interest on a year of 365 days"))),
        SwitchingCost.Standard,
        SwitchingCost.ThreeTypes,
        new Constants(
            "switchingCost.facets",
            [
                .. CostFacet.InOrder.Select(facet => new ModelDefault(
                    $"mainCost[\"{facet}\"]", facet.MainCost.Name, Provenance.LibraryDefault("S000 speaks of four main costs and names none; the grouping is ours"))),
                .. CostFacet.InOrder.Select(facet => new ModelDefault(
                    $"type[\"{facet}\"]", facet.Type.Name, Provenance.Literature("Burnham, Frels & Mahajan 2003, JAMS 31:109-126"))),
                new ModelDefault(nameof(SwitchingCost.Step), Show(SwitchingCost.Step), Provenance.LibraryDefault("a tenth of the scale is what an action can be expected to move")),
            ]),
        new Constants(
            "switchingCost.survey",
            new ModelDefault("facet", "mean of its items, reversed items k + 1 - x", Provenance.Literature("Burnham, Frels & Mahajan 2003, JAMS 31:109-126")),
            new ModelDefault("respondents", "each counts the same", Provenance.LibraryDefault("no weights of respondents are published"))),
        SwitchingCostLevers.Standard,
        CompetitorBarrier.Standard,
        new Constants(
            "switchingCost.inMoney",
            new ModelDefault("units", "bought evenly over the days of the contract", Provenance.LibraryDefault("the simplest reading of a contract without a call-off plan"))),
        BarrierPolicy.Standard,
    ];

    private static ModelDefault Cuts(string name, ParetoCuts cuts) => new(
        $"cuts.{name}", string.Create(CultureInfo.InvariantCulture, $"A {cuts.A}, B {cuts.B}"), Provenance.Source("S004"));

    private static ModelDefault Stability(string name, string value, string reason) => new(name, value, Provenance.LibraryDefault(reason));

    private static string Show(double value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed class Constants(string id, params ModelDefault[] defaults) : IModel
    {
        public string Id { get; } = id;

        public IEnumerable<ModelDefault> Defaults { get; } = defaults;
    }
}
