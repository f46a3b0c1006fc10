using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.SwitchingCosts;

public class SwitchingCostLeversTests
{
    [Fact]
    public void The_effects_are_pinned_and_ours()
    {
        SwitchingCostLevers.Standard.Effects.Select(effect => (effect.Lever, effect.Facet, effect.Points)).Should().Equal(
            (SwitchingCostLever.ProductAndTechnology, CostFacet.EconomicRisk, 5),
            (SwitchingCostLever.ProductAndTechnology, CostFacet.Learning, 10),
            (SwitchingCostLever.ProductAndTechnology, CostFacet.SetUp, 10),
            (SwitchingCostLever.Service, CostFacet.EconomicRisk, 5),
            (SwitchingCostLever.Service, CostFacet.BenefitLoss, 10),
            (SwitchingCostLever.Process, CostFacet.Evaluation, 5),
            (SwitchingCostLever.Process, CostFacet.Learning, 5),
            (SwitchingCostLever.Process, CostFacet.SetUp, 10),
            (SwitchingCostLever.DedicatedAssets, CostFacet.SetUp, 5),
            (SwitchingCostLever.DedicatedAssets, CostFacet.MonetaryLoss, 10),
            (SwitchingCostLever.EmotionAndBrand, CostFacet.PersonalRelationship, 10),
            (SwitchingCostLever.EmotionAndBrand, CostFacet.BrandRelationship, 10));
        SwitchingCostLevers.Standard.Defaults.Should().OnlyContain(each => each.Provenance!.Kind == ProvenanceKind.LibraryDefault);
        SwitchingCostLevers.Standard.Defaults.First().Should().Match<ModelDefault>(each =>
            each.Path == "levers[\"ProductAndTechnology\"].EconomicRisk" && each.Value == "5 points per step");
    }

    [Fact]
    public void Each_lever_names_the_main_costs_it_raises()
    {
        SwitchingCostLever.InOrder.Select(SwitchingCostLevers.Standard.CostsRaisedBy).Should().BeEquivalentTo(
            (MainCost[][])
            [
                [MainCost.Procedural, MainCost.Risk],
                [MainCost.Financial, MainCost.Risk],
                [MainCost.Procedural],
                [MainCost.Financial, MainCost.Procedural],
                [MainCost.Relational],
            ],
            options => options.WithStrictOrdering());
        new SwitchingCostLevers("own", new FacetEffect(SwitchingCostLever.Service, CostFacet.SetUp, 1))
            .CostsRaisedBy(SwitchingCostLever.Process).Should().BeEmpty();
    }

    [Fact]
    public void The_best_lever_is_the_one_the_scorecard_says()
    {
        var facts = Facets.All(50);

        var ranked = SwitchingCostLevers.Standard.Rank(facts);
        ranked.Select(each => each.Lever).Should().Equal(
            SwitchingCostLever.ProductAndTechnology,
            SwitchingCostLever.Service,
            SwitchingCostLever.EmotionAndBrand,
            SwitchingCostLever.Process,
            SwitchingCostLever.DedicatedAssets);
        ranked[0].Gain.Should().Be(2.916667);
        ranked[0].Gain.Should()
            .Be(Quantised(SwitchingCost.Standard.Score(facts with { EconomicRisk = 55, Learning = 60, SetUp = 60 }) - 50));
    }

    [Fact]
    public void The_answer_follows_the_weights_of_the_model()
    {
        var relational = Scorecard.For<SwitchingCostFacts, BarrierLevel>("own")
            .Criterion("brandRelationship", 1, f => f.BrandRelationship, Scale.Linear((0, 0), (100, 100)))
            .Bands((0, BarrierLevel.Low), (55, BarrierLevel.High))
            .Build();

        SwitchingCostLevers.Standard.Rank(Facets.All(50), relational)[0].Should().Be(
            new LeverStanding(SwitchingCostLever.EmotionAndBrand, 50, new(50, 50), 10, BarrierLevel.High));
    }

    [Fact]
    public void The_answer_follows_the_room_that_is_left()
    {
        var ranked = SwitchingCostLevers.Standard.Rank(Facets.Of(100, 50, 100, 100, 100, 95, 50, 50));

        ranked.Select(each => (each.Lever, each.Gain)).Should().Equal(
            (SwitchingCostLever.EmotionAndBrand, 2.5),
            (SwitchingCostLever.DedicatedAssets, .625),
            (SwitchingCostLever.Process, .416667),
            (SwitchingCostLever.ProductAndTechnology, 0.0),
            (SwitchingCostLever.Service, 0.0));
    }

    [Fact]
    public void Its_strength_is_the_mean_of_what_it_raises_weighted_by_how_strongly()
    {
        var standing = Of(SwitchingCostLever.Process, Facets.Of(0, 20, 40, 80, 0, 0, 0, 0));

        standing.Strength.Should().Be(((5 * 20) + (5 * 40) + (10 * 80)) / 20.0);
        standing.StrengthRange.Should().Be(new ScoreRange(55, 55));
    }

    [Fact]
    public void What_is_not_known_widens_the_strength_and_cannot_be_raised()
    {
        var standing = Of(SwitchingCostLever.DedicatedAssets, Facets.All(50) with { MonetaryLoss = null });

        standing.Strength.Should().Be(50);
        standing.StrengthRange.Should().Be(new ScoreRange(16.666667, 83.333333));
        standing.Gain.Should().Be(Quantised(5.0 / 12 / 0.875));
        Of(SwitchingCostLever.EmotionAndBrand, Facets.All(50) with { PersonalRelationship = null, BrandRelationship = null })
            .Should().Be(new LeverStanding(SwitchingCostLever.EmotionAndBrand, null, new(0, 100), 0, BarrierLevel.Medium));
    }

    [Fact]
    public void An_unrated_barrier_has_levers_without_gains() =>
        SwitchingCostLevers.Standard.Rank(new() { EconomicRisk = 50 }).Should().Equal(
            new LeverStanding(SwitchingCostLever.ProductAndTechnology, 50, new(10, 90), null, null),
            new LeverStanding(SwitchingCostLever.Service, 50, new(16.666667, 83.333333), null, null),
            new LeverStanding(SwitchingCostLever.Process, null, new(0, 100), null, null),
            new LeverStanding(SwitchingCostLever.DedicatedAssets, null, new(0, 100), null, null),
            new LeverStanding(SwitchingCostLever.EmotionAndBrand, null, new(0, 100), null, null));

    [Fact]
    public void A_step_that_gets_over_a_cut_says_so()
    {
        var facts = Facets.All(38);

        SwitchingCost.Standard.BandOf(facts).Should().Be(BarrierLevel.Low);
        Of(SwitchingCostLever.Service, facts).Reaches.Should().Be(BarrierLevel.Medium);
        Of(SwitchingCostLever.Process, facts).Reaches.Should().Be(BarrierLevel.Low);
    }

    [Fact]
    public void No_lever_lowers_the_barrier_and_the_ranking_falls() =>
        Check.One(Seeded.Cases(300), Prop.ForAll(Facets.Any.ToArbitrary(), points =>
        {
            var ranked = SwitchingCostLevers.Standard.Rank(Facets.Of(points));
            return ranked.Count == 5
                && ranked.All(each => each.Gain is null or >= 0)
                && ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Gain is null || pair.First.Gain >= pair.Second.Gain);
        }));

    [Fact]
    public void The_order_of_the_effects_does_not_matter() =>
        new SwitchingCostLevers("own", [.. SwitchingCostLevers.Standard.Effects.Reverse()]).Rank(Facets.All(30))
            .Should().Equal(SwitchingCostLevers.Standard.Rank(Facets.All(30)));

    [Fact]
    public void Effects_that_are_wrong_are_all_named()
    {
        var service = SwitchingCostLever.Service;
        var fault = ((Action)(() => _ = new SwitchingCostLevers(
            "own",
            new(service, CostFacet.SetUp, 0),
            new(service, CostFacet.SetUp, 100.5),
            new(null!, CostFacet.SetUp, double.NaN),
            new(service, null!, 100)))).Should().Throw<InvalidModelException>().Which;

        fault.Faults.Select(each => each.ToString()).Should().Equal(
            "effects[0].points: 0 is not above 0 and at most 100",
            "effects[1]: the effect of Service on SetUp is duplicated",
            "effects[1].points: 100.5 is not above 0 and at most 100",
            "effects[2].lever: it is null",
            "effects[2].points: NaN is not above 0 and at most 100",
            "effects[3].facet: it is null");
        ((Action)(() => _ = new SwitchingCostLevers("own")))
            .Should().Throw<InvalidModelException>().WithMessage("*effects: it is empty; at least one effect is needed*");
        ((Action)(() => _ = new SwitchingCostLevers("own", [null!]))).Should().Throw<ArgumentNullException>();
        ((Action)(() => _ = new SwitchingCostLevers("own", (FacetEffect[])null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => _ = new SwitchingCostLevers(" "))).Should().Throw<ArgumentException>().WithParameterName("id");
        ((Action)(() => SwitchingCostLevers.Standard.Rank(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => SwitchingCostLevers.Standard.CostsRaisedBy(null!))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_standing_comes_back_from_JSON_and_reads_the_same_everywhere()
    {
        using var _ = new CultureScope("de-DE");
        var standing = Of(SwitchingCostLever.Service, Facets.All(38));

        JsonSerializer.Deserialize<LeverStanding>(JsonSerializer.Serialize(standing)).Should().Be(standing);
        standing.ToString().Should().Be(
            "LeverStanding { Lever = Service, Strength = 38, StrengthRange = ScoreRange { Low = 38, High = 38 }, "
            + "Gain = 2.5, Reaches = Medium }");
        new FacetEffect(SwitchingCostLever.Service, CostFacet.SetUp, 2.5).ToString()
            .Should().Be("FacetEffect { Lever = Service, Facet = SetUp, Points = 2.5, Provenance =  }");
    }

    private static LeverStanding Of(SwitchingCostLever lever, SwitchingCostFacts facts) =>
        SwitchingCostLevers.Standard.Rank(facts).Single(each => each.Lever == lever);

    private static double Quantised(double value) => Math.Floor((value * 1e6) + 0.5) / 1e6;
}
