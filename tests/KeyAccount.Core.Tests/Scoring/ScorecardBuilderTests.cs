using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Tests.Terms;

namespace KeyAccount.Core.Tests.Scoring;

public class ScorecardBuilderTests
{
    [Fact]
    public void A_definition_is_found_in_what_it_builds()
    {
        var provenance = Provenance.LibraryDefault("a test");
        var scorecard = Scorecard.For<Figures, string>("value").Version("2.1")
            .Criterion("a", 3, f => f.A, Cards.AsItIs, step: 0.5, label: "Sales", unit: "kEUR", provenance: provenance)
            .Group(
                "g", 2, g => g.Criterion("b", 1, f => f.B, Cards.AsItIs)
                    .Criterion("standing", 0, f => f.Standing, Cards.OfStanding, "Standing", provenance))
            .Criterion("c", 5, f => f.C, Cards.AsItIs)
            .Cap("cap", f => f.Flag, "low", "Blocked", provenance)
            .MissingData(MissingData.AssumeWorst, 0.25)
            .Bands((50, "high"), (0, "low"))
            .Build();

        (scorecard.Id, scorecard.Version, scorecard.MissingData, scorecard.MinimumCoverage)
            .Should().Be(("value", "2.1", MissingData.AssumeWorst, 0.25));
        scorecard.Criteria.Select(each => (each.Key, each.Group, each.Weight, each.Step)).Should()
            .Equal(("a", null, 0.3, 0.5), ("b", "g", 0.2, null), ("standing", "g", 0, null), ("c", null, 0.5, null));
        scorecard.Criteria.Select(each => (each.Label.En, each.Unit.En, each.Provenance)).Should()
            .Equal(("Sales", "kEUR", provenance), ("b", "", null), ("Standing", "", provenance), ("c", "", null));
        scorecard.Criteria.Select(each => each.Scale).Should().Equal(Cards.AsItIs, Cards.AsItIs, Cards.OfStanding, Cards.AsItIs);
        scorecard.Caps.Select(each => (each.Key, each.HighestBand, each.Label.En, each.Provenance))
            .Should().Equal(("cap", "low", "Blocked", provenance));
        scorecard.Bands.InOrder.Should().Equal((0, "low"), (50, "high"));
    }

    [Fact]
    public void Every_default_says_where_it_comes_from_and_keeps_saying_it_over_another_class()
    {
        var (own, rest) = (Provenance.Source("S004"), Provenance.LibraryDefault("a test"));
        var scorecard = Cards.New().From(rest)
            .Criterion("a", 1, f => f.A, Cards.AsItIs, provenance: own)
            .Criterion("b", 2, f => f.B, Cards.AsItIs)
            .Cap("cap", f => f.Flag, "C", provenance: own)
            .Build();
        ModelDefault[] defaults =
        [
            new("criteria[\"a\"]", "weight 0.3333, Linear 0 → 0, 100 → 100", own),
            new("criteria[\"b\"]", "weight 0.6667, Linear 0 → 0, 100 → 100", rest),
            new("caps[\"cap\"]", "at most C", own),
            new("bands[\"C\"]", "from 0", rest),
            new("bands[\"B\"]", "from 50", rest),
            new("bands[\"A\"]", "from 75", rest),
            new("missingData", "Renormalize, minimum coverage 0.5", rest),
        ];
        scorecard.Defaults.Should().Equal(defaults);
        scorecard.Over<Figures>(f => f).Defaults.Should().Equal(defaults);
        Cards.Of(f => f.A).Defaults.Should().OnlyContain(each => each.Provenance == null);
    }

    [Fact]
    public void What_is_not_said_has_a_default()
    {
        var builder = Cards.New().Criterion("a", 1, f => f.A, Cards.AsItIs).Cap("cap", f => f.Flag, "C");
        var scorecard = builder.Build();
        (scorecard.Version, scorecard.MissingData, scorecard.MinimumCoverage).Should().Be(("1", MissingData.Renormalize, 0.5));
        ScorecardBuilder<Figures, string>.DefaultMinimumCoverage.Should().Be(0.5);
        scorecard.Caps[0].Label.En.Should().Be("cap");
        foreach (var policy in new[] { MissingData.AssumeWorst, MissingData.AssumeMidpoint, MissingData.Refuse })
            builder.MissingData(policy).Build().MinimumCoverage.Should().Be(0);
    }

    [Fact]
    public void What_is_built_does_not_change_with_its_builder_nor_through_its_lists()
    {
        var builder = Cards.New().Criterion("a", 1, f => f.A, Cards.AsItIs);
        var first = builder.Build();
        var second = builder.Criterion("b", 3, f => f.B, Cards.AsItIs).Cap("cap", f => f.Flag, "C").Build();
        (first.Criteria.Count, first.Caps.Count, first.Criteria[0].Weight).Should().Be((1, 0, 1));
        (second.Criteria.Count, second.Caps.Count, second.Criteria[0].Weight).Should().Be((2, 1, 0.25));
        second.Criteria.Should().NotBeAssignableTo<List<Criterion<Figures>>>();
        second.Caps.Should().NotBeAssignableTo<List<Cap<Figures, string>>>();
    }

    [Fact]
    public void Every_fault_is_reported_at_once_by_its_path() => Cards.FaultsOf(() => Scorecard.For<Figures, string>("wrong")
        .Criterion("margin", -3, f => f.A, Cards.AsItIs, step: 0)
        .Criterion("nan", double.NaN, f => f.B, Cards.AsItIs, step: double.PositiveInfinity)
        .Criterion("endless", double.PositiveInfinity, f => f.C, Cards.AsItIs, step: double.NaN)
        .Criterion("margin", 1, f => DateTime.Now.Year, Cards.OfStanding)
        .Criterion(" ", 1, f => f.D, Cards.AsItIs, step: -1)
        .Criterion("standing", 1, f => f.Standing, Cards.AsItIs)
        .Criterion("rung", 1, f => f.Standing, Scale.Levels((Rung.Vendor, 1), (Rung.Supplier, 2), (Rung.Partner, 3)))
        .Group("g", -1, g => g.Criterion("in", double.NegativeInfinity, f => f.A, Cards.AsItIs))
        .Group("g", double.NaN, g => g.Criterion("cap", 1, f => f.A, Cards.AsItIs))
        .Group("", 1, _ => { })
        .Cap("cap", f => f.Flag, "none")
        .Cap("called", f => DateTime.Now.Year > 2000, "low")
        .MissingData((MissingData)(-7), 1.5)
        .Bands((10, "low"), (10, "low"), (double.NaN, "high"))
        .Build())
        .Should().BeEquivalentTo(
            "groups[\"g\"].weight: -1 is negative",
            "groups[\"g\"].weight: NaN is not finite",
            "criteria[\"margin\"].weight: -3 is negative",
            "criteria[\"nan\"].weight: NaN is not finite",
            "criteria[\"endless\"].weight: Infinity is not finite",
            "criteria[\"in\"].weight: -Infinity is not finite",
            "criteria[\"margin\"].step: 0 is not positive and finite",
            "criteria[\"nan\"].step: Infinity is not positive and finite",
            "criteria[\"endless\"].step: NaN is not positive and finite",
            "criteria[\"margin\"].measure: it reads DateTime.Now, which may change; copy it to a variable first",
            "criteria[\"margin\"].scale: it is a scale of Standing; the criterion needs one of numbers",
            "criteria[\" \"].step: -1 is not positive and finite",
            "criteria[\"standing\"].scale: it is a scale of numbers; the criterion needs one of Standing",
            "criteria[\"rung\"].scale: it is a scale of Rung; the criterion needs one of Standing",
            "caps[\"cap\"].highestBand: none is not one of the bands",
            "caps[\"called\"].when: it reads DateTime.Now, which may change; copy it to a variable first",
            "criteria[\"margin\"]: the key is duplicated",
            "criteria[\" \"]: the key is blank",
            "caps[\"cap\"]: the key is duplicated",
            "groups[\"g\"]: the key is duplicated",
            "groups[\"\"]: the key is blank",
            "bands: low is duplicated",
            "bands: two bands begin at 10",
            "bands[\"high\"]: NaN is not between 0 and 100",
            "missingData.policy: -7 is not one of Renormalize, AssumeWorst, AssumeMidpoint, Refuse",
            "missingData.minimumCoverage: 1.5 is not between 0 and 1");

    [Fact]
    public void A_model_that_is_wrong_names_itself_and_counts_its_faults()
    {
        var build = () => Cards.New().Criterion("a", -1, f => f.A, Cards.AsItIs, step: -2).Build();
        build.Should().Throw<InvalidModelException>().WithMessage(
            "The model 'card' has 2 faults:\n  criteria[\"a\"].weight: -1 is negative\n  criteria[\"a\"].step: -2 is not positive and finite");
    }

    [Fact]
    public void A_scorecard_needs_criteria_and_bands() => Cards.FaultsOf(() => Scorecard.For<Figures, string>("empty").Build())
        .Should().Equal("criteria: it is empty; give at least one", "bands: it is empty; give at least one");

    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(1e308, 1e308, double.PositiveInfinity)]
    public void The_weights_must_sum_to_something(double weight, double groupWeight, double sum) => Cards
        .FaultsOf(() => Cards.New().Group("g", groupWeight, g => g.Criterion("a", weight, f => f.A, Cards.AsItIs)).Build())
        .Should().Equal(FormattableString.Invariant($"criteria: the weights sum to {sum}; the sum must be positive and finite"));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0000000000000002)]
    [InlineData(double.NaN)]
    public void The_coverage_is_a_share(double coverage) => Cards
        .FaultsOf(() => Cards.New().Criterion("a", 1, f => f.A, Cards.AsItIs).MissingData(MissingData.Refuse, coverage).Build())
        .Should().Equal(FormattableString.Invariant($"missingData.minimumCoverage: {coverage} is not between 0 and 1"));

    [Fact]
    public void Nothing_is_refused_at_the_door()
    {
        var misuses = new Action[]
        {
            () => Scorecard.For<Figures, string>(" "),
            () => Scorecard.For<Figures, string>(null!),
            () => Cards.New().Criterion(null!, 1, f => f.A, Cards.AsItIs),
            () => Cards.New().Criterion("a", 1, null!, Cards.AsItIs),
            () => Cards.New().Criterion("a", 1, f => f.A, null!),
            () => Cards.New().Group(null!, 1, _ => { }),
            () => Cards.New().Group("g", 1, null!),
            () => Cards.New().Cap(null!, f => f.Flag, "C"),
            () => Cards.New().Cap("cap", null!, "C"),
            () => Cards.New().Cap("cap", f => f.Flag, null!),
            () => Cards.New().Bands(null!),
            () => Cards.New().Version(""),
            () => Cards.New().From(null!),
        };
        misuses.Should().AllSatisfy(misuse => misuse.Should().Throw<ArgumentException>());
    }
}
