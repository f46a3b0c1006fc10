using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Tests.Scoring;

namespace KeyAccount.Core.Tests.SwitchingCosts;

public class SwitchingCostTests
{
    public static TheoryData<Scorecard<SwitchingCostFacts, BarrierLevel>> Models => [SwitchingCost.Standard, SwitchingCost.ThreeTypes];

    public static TheoryData<CostFacet> EveryFacet => [.. CostFacet.InOrder];

    [Fact]
    public void The_defaults_are_pinned()
    {
        SwitchingCost.Standard.Criteria.Select(criterion => (criterion.Key, criterion.Group, Math.Round(criterion.Weight, 12)))
            .Should().Equal(
            ("economicRisk", "risk", .25),
            ("evaluation", "procedural", .083333333333),
            ("learning", "procedural", .083333333333),
            ("setUp", "procedural", .083333333333),
            ("benefitLoss", "financial", .125),
            ("monetaryLoss", "financial", .125),
            ("personalRelationship", "relational", .125),
            ("brandRelationship", "relational", .125));
        SwitchingCost.ThreeTypes.Criteria.Select(criterion => (criterion.Key, criterion.Group, Math.Round(criterion.Weight, 12)))
            .Should().Equal(
            ("economicRisk", "procedural", .083333333333),
            ("evaluation", "procedural", .083333333333),
            ("learning", "procedural", .083333333333),
            ("setUp", "procedural", .083333333333),
            ("benefitLoss", "financial", .166666666667),
            ("monetaryLoss", "financial", .166666666667),
            ("personalRelationship", "relational", .166666666667),
            ("brandRelationship", "relational", .166666666667));
        SwitchingCost.Step.Should().Be(10);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Bands_policy_and_step_are_pinned(Scorecard<SwitchingCostFacts, BarrierLevel> model)
    {
        model.Bands.InOrder.Should().Equal((0, BarrierLevel.Low), (40, BarrierLevel.Medium), (70, BarrierLevel.High));
        model.MissingData.Should().Be(MissingData.Renormalize);
        model.MinimumCoverage.Should().Be(0.5);
        model.Criteria.Should().OnlyContain(criterion => criterion.Step == 10);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_score_runs_from_0_to_100(Scorecard<SwitchingCostFacts, BarrierLevel> model)
    {
        model.Score(Facets.All(0)).Should().Be(0);
        model.Score(Facets.All(55)).Should().Be(55);
        model.Score(Facets.All(100)).Should().Be(100);
        model.Score(new()).Should().Be(double.NaN);
    }

    [Theory]
    [InlineData(0, "Low")]
    [InlineData(39.999999, "Low")]
    [InlineData(40, "Medium")]
    [InlineData(40.000001, "Medium")]
    [InlineData(69.999999, "Medium")]
    [InlineData(70, "High")]
    [InlineData(70.000001, "High")]
    [InlineData(100, "High")]
    public void The_barrier_at_each_cut(double points, string barrier) =>
        SwitchingCost.Standard.BandOf(Facets.All(points))!.Name.Should().Be(barrier);

    [Fact]
    public void A_main_cost_is_the_mean_of_its_facets_and_the_score_the_mean_of_the_costs()
    {
        var assessment = SwitchingCost.Standard.Assess(Facets.Of(80, 10, 20, 60, 40, 50, 90, 70));

        SwitchingCost.ByMainCost(assessment).Select(cost => (cost.Part, cost.Score)).Should().Equal(
            (MainCost.Financial, 45), (MainCost.Procedural, 30), (MainCost.Risk, 80), (MainCost.Relational, 80));
        assessment.Score.Should().Be((45 + 30 + 80 + 80) / 4.0);
    }

    [Fact]
    public void Burnham_Frels_and_Mahajan_2003_a_type_is_the_mean_of_its_facets()
    {
        var assessment = SwitchingCost.ThreeTypes.Assess(Facets.Of(80, 10, 20, 60, 40, 50, 90, 70));

        SwitchingCost.ByType(assessment).Select(type => (type.Part, type.Score)).Should().Equal(
            (CostType.Procedural, 42.5), (CostType.Financial, 45), (CostType.Relational, 80));
        assessment.Score.Should().Be(Math.Round((42.5 + 45 + 80) / 3, 6));
    }

    [Fact]
    public void Main_costs_are_the_means_of_their_known_facets_for_any_facts() =>
        Check.One(Seeded.Cases(1000), Prop.ForAll(Facets.Any.ToArbitrary(), points =>
            SwitchingCost.ByMainCost(SwitchingCost.Standard.Assess(Facets.Of(points))).All(cost =>
            {
                var those = CostFacet.InOrder.Where(facet => facet.MainCost == cost.Part)
                    .Select(facet => points[Facets.IndexOf(facet)]).ToArray();
                return Near(cost.Score, those.Average())
                    && Near(cost.Range.Low, those.Average(each => each ?? 0))
                    && Near(cost.Range.High, those.Average(each => each ?? 100));
            })));

    [Theory]
    [MemberData(nameof(Models))]
    public void A_missing_facet_widens_the_range(Scorecard<SwitchingCostFacts, BarrierLevel> model)
    {
        var cases = from points in Facets.Any
                    from index in Gen.Choose(0, points.Length - 1)
                    where points[index] is not null
                    select (points, index);
        Check.One(Seeded.Cases(1000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var less = test.points.ToArray();
            less[test.index] = null;
            var (known, missing) = (model.Assess(Facets.Of(test.points)), model.Assess(Facets.Of(less)));
            return IsWider(known.Range, missing.Range) && missing.Coverage < known.Coverage;
        }));
    }

    [Theory]
    [MemberData(nameof(EveryFacet))]
    public void A_missing_facet_widens_the_range_of_its_main_cost_and_of_no_other(CostFacet missing)
    {
        var points = Enumerable.Repeat((double?)50, 8).ToArray();
        var known = SwitchingCost.ByMainCost(SwitchingCost.Standard.Assess(Facets.Of(points)));
        points[Facets.IndexOf(missing)] = null;
        var without = SwitchingCost.ByMainCost(SwitchingCost.Standard.Assess(Facets.Of(points)));

        foreach (var (before, after) in known.Zip(without))
        {
            before.Range.Should().Be(new ScoreRange(50, 50));
            if (before.Part == missing.MainCost)
                IsWider(before.Range, after.Range).Should().BeTrue();
            else
                after.Should().Be(before);
        }
    }

    [Fact]
    public void A_main_cost_of_which_nothing_is_known_has_no_score_and_the_whole_range() =>
        SwitchingCost.ByMainCost(SwitchingCost.Standard.Assess(Facets.All(50) with { EconomicRisk = null }))
            .Single(cost => cost.Part == MainCost.Risk).Should().Be(new BarrierPart<MainCost>(MainCost.Risk, null, new(0, 100)));

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_facet_raises_the_barrier(Scorecard<SwitchingCostFacts, BarrierLevel> model)
    {
        var cases = from points in Facets.Known
                    from index in Gen.Choose(0, points.Length - 1)
                    where points[index] < 100
                    select (points, index);
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var more = test.points.ToArray();
            more[test.index] = Math.Min(100, test.points[test.index]!.Value + 1);
            return model.Score(Facets.Of(more)) > model.Score(Facets.Of(test.points));
        }));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_execution_says_the_same(Scorecard<SwitchingCostFacts, BarrierLevel> model)
    {
        var executions = new Executions<SwitchingCostFacts, BarrierLevel>(model);
        Check.One(Seeded.Cases(50),
            Prop.ForAll(Facets.Any.ToArbitrary(), points => executions.Of(Facets.Of(points)) is not null));
    }

    [Fact]
    public void Half_of_the_weight_must_be_known()
    {
        // risk .25 and financial .25 are half; with one facet of learning less than that of a relationship
        SwitchingCost.Standard.Assess(Facets.Of(50, null, null, null, 50, 50, null, null)).IsRated.Should().BeTrue();
        var unrated = SwitchingCost.Standard.Assess(Facets.Of(50, 50, null, null, 50, null, null, null));
        unrated.IsRated.Should().BeFalse();
        unrated.Coverage.Should().Be(.458333);
    }

    [Fact]
    public void A_class_of_your_own_is_scored_without_making_facts()
    {
        var model = SwitchingCost.Standard.Over<Row>(
            row => new SwitchingCostFacts { EconomicRisk = row.Risk, BenefitLoss = row.Benefits, MonetaryLoss = row.Benefits });

        model.Everywhere(new Row(80, 40)).Score.Should().Be(60);
    }

    [Fact]
    public void The_shortest_way_to_a_higher_barrier_goes_in_steps_of_ten_points()
    {
        var now = SwitchingCost.Standard.Assess(Facets.All(60));

        var paths = SwitchingCost.Standard.PathsTo(now, BarrierLevel.High);
        paths[0].Should().Match<Improvement>(path => path.Key == "economicRisk" && path.Kind == ImprovementKind.Change && path.To == 100);
        paths[0].Reason.En.Should().Be("economic risk: from 60 to 100 points reaches high barrier.");
        paths[0].Reason.ZhHans.Should().Be("经济风险成本：从60到100 分即可达到高壁垒。");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_criterion_has_a_label_in_three_languages(Scorecard<SwitchingCostFacts, BarrierLevel> model)
    {
        foreach (var label in model.Criteria.Select(criterion => criterion.Label))
            label.En.Should().NotBe(label.ZhHans).And.NotBeEmpty();
    }

    [Fact]
    public void Facts_and_assessment_come_back_from_JSON()
    {
        var facts = Facets.Of(80, 10, null, 60, 40.5, 50, 90, 70);
        var assessment = SwitchingCost.Standard.Assess(facts);
        var costs = SwitchingCost.ByMainCost(assessment);

        JsonSerializer.Deserialize<SwitchingCostFacts>(JsonSerializer.Serialize(facts)).Should().Be(facts);
        JsonSerializer.Deserialize<Assessment<BarrierLevel>>(JsonSerializer.Serialize(assessment)).Should().Be(assessment);
        JsonSerializer.Deserialize<BarrierPart<MainCost>[]>(JsonSerializer.Serialize(costs)).Should().Equal(costs);
    }

    [Fact]
    public void What_it_says_does_not_depend_on_the_machine()
    {
        using var _ = new CultureScope("de-DE");

        Facets.All(2.5).ToString().Should().StartWith("SwitchingCostFacts { EconomicRisk = 2.5, Evaluation = 2.5,");
        new BarrierPart<MainCost>(MainCost.Risk, 2.5, new(0.5, 3)).ToString()
            .Should().Be("BarrierPart { Part = Risk, Score = 2.5, Range = ScoreRange { Low = 0.5, High = 3 } }");
    }

    [Fact]
    public void Points_outside_the_scale_are_refused_by_name()
    {
        Refusing(() => new SwitchingCostFacts { EconomicRisk = -0.5 }, "*EconomicRisk is -0.5*between 0 and 100*");
        Refusing(() => new SwitchingCostFacts { Evaluation = 100.5 }, "*Evaluation is 100.5*between 0 and 100*");
        Refusing(() => new SwitchingCostFacts { Learning = double.NaN }, "*Learning is NaN*between 0 and 100*");
        Refusing(() => new SwitchingCostFacts { SetUp = 101 }, "*SetUp is 101*");
        Refusing(() => new SwitchingCostFacts { BenefitLoss = 101 }, "*BenefitLoss is 101*");
        Refusing(() => new SwitchingCostFacts { MonetaryLoss = 101 }, "*MonetaryLoss is 101*");
        Refusing(() => new SwitchingCostFacts { PersonalRelationship = 101 }, "*PersonalRelationship is 101*");
        Refusing(() => new SwitchingCostFacts { BrandRelationship = 101 }, "*BrandRelationship is 101*");
        Refusing(() => Facets.All(0) with { BrandRelationship = 101 }, "*BrandRelationship is 101*");
    }

    [Fact]
    public void Parts_are_asked_of_the_model_that_has_them()
    {
        var types = SwitchingCost.ThreeTypes.Assess(Facets.All(50));

        ((Action)(() => SwitchingCost.ByMainCost(types))).Should().Throw<ArgumentException>()
            .WithMessage("assessment is by 'switchingCost.threeTypes', which has no group 'risk'.*").WithParameterName("assessment");
        ((Action)(() => SwitchingCost.ByMainCost(null!))).Should().Throw<ArgumentNullException>();
    }

    private static void Refusing(Func<SwitchingCostFacts> facts, string message) =>
        facts.Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);

    private static bool IsWider(ScoreRange narrow, ScoreRange wide) =>
        wide.Low <= narrow.Low && wide.High >= narrow.High && wide.High - wide.Low > narrow.High - narrow.Low;

    private static bool Near(double? one, double? other) => one is null ? other is null : Math.Abs(one.Value - other!.Value) <= 1e-6;

    private sealed record Row(double? Risk, double? Benefits);
}
