using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.Tests.Satisfaction;

public class ServQualTests
{
    // One item per dimension, so that a test can be read.
    private static readonly ServQual Short = new("short", ServQual.WithCounts(2, 1, 1, 1, 1));

    [Fact]
    public void A_reversed_item_counts_the_other_way_round()
    {
        var survey = new ServQual(
            "mixed",
            [new("polite", ServiceDimension.Assurance), new("rude", ServiceDimension.Assurance, IsReversed: true)]);

        // "They are rude": 1 was expected and 3 perceived on the paper, so 7 was expected and 5 perceived of the opposite.
        var result = survey.Assess([new("a", [new("polite", 6, 5), new("rude", 1, 3)])]);
        result.Items[1].Gap.Should().Be(new ServiceGap(7, 5, null));
        result.Items[0].Gap!.Gap.Should().Be(-1);
        result.Dimensions.Single(each => each.Dimension == ServiceDimension.Assurance).Gap!.Gap.Should().Be(-1.5);
    }

    [Fact]
    public void Parasuraman_Zeithaml_and_Berry_items_on_a_scale_of_seven()
    {
        ServQual.Standard.Items.GroupBy(item => item.Dimension).Select(dimension => dimension.Count()).Should().Equal(4, 5, 4, 4, 5);
        ServQual.Standard.ScalePoints.Should().Be(7);
        ServQual.Standard.Items.Select(item => item.Key).Should().StartWith("tangibles1").And.EndWith("empathy5").And.OnlyHaveUniqueItems();
        ServiceDimension.InOrder.Select(dimension => dimension.DisplayName("zh-Hans")).Should().Equal("有形", "可靠", "响应", "保证", "移情");
    }

    [Fact]
    public void Published_dimension_gaps_with_a_mean_of_minus_858_thousandths() =>
        ServQual.Overall(Of(-.65, -1.10, -.83, -.70, -1.01)).Should().BeApproximately(-.858, 1e-12);

    [Fact]
    public void Published_dimension_gaps_with_weights_11_32_22_19_16()
    {
        ServQual.Overall(Of(-.65, -1.10, -.83, -.70, -1.01), Of(11, 32, 22, 19, 16)).Should().BeApproximately(-.9007, 1e-12);
        ServQual.Overall(Of(-.65, -1.10, -.83, -.70, -1.01), Of(.11, .32, .22, .19, .16)).Should().BeApproximately(-.9007, 1e-12);
    }

    [Fact]
    public void Published_expectations_and_perceptions_with_a_mean_gap_of_minus_17_hundredths()
    {
        double[] expected = [4.44, 4.49, 4.48, 4.50, 4.56];
        double[] perceived = [4.19, 4.36, 4.35, 4.32, 4.40];
        var oneEach = new ServQual("oneEach", ServQual.WithCounts(1, 1, 1, 1, 1), 5);

        var result = oneEach.Assess(
            [new("mean", [.. oneEach.Items.Select((item, i) => new ServQualAnswer(item.Key, expected[i], perceived[i]))])]);

        result.Overall!.Gap.Should().BeApproximately(-.170, 1e-12);
        result.Overall.Expected.Should().BeApproximately(expected.Average(), 1e-12);
        result.Overall.Perceived.Should().BeApproximately(perceived.Average(), 1e-12);
        result.Dimensions.Select(dimension => Math.Round(dimension.Gap!.Gap, 6)).Should().Equal(-.25, -.13, -.13, -.18, -.16);
        result.Overall.StandardError.Should().BeNull("one respondent has no error to estimate");
    }

    [Fact]
    public void S000_satisfaction_is_perceived_less_expected_service()
    {
        new ServiceGap(6, 4.5).Gap.Should().Be(-1.5);
        new ServiceGap(4, 4.5).Gap.Should().Be(0.5);
    }

    [Fact]
    public void Dimensions_that_are_not_known_share_their_weight()
    {
        var gaps = new Dictionary<ServiceDimension, double> { [ServiceDimension.Reliability] = -1, [ServiceDimension.Empathy] = 1 };

        ServQual.Overall(gaps).Should().Be(0);
        ServQual.Overall(gaps, Of(10, 30, 20, 20, 10)).Should().Be(-.5);
        ServQual.Overall(new Dictionary<ServiceDimension, double>()).Should().BeNull();
        ServQual.Overall(new Dictionary<ServiceDimension, double>(), new Dictionary<ServiceDimension, double>()).Should().BeNull();
    }

    [Fact]
    public void A_missing_half_drops_the_pair()
    {
        var result = Short.Assess(
            [new("a", [new("tangibles1", 6, 4), new("tangibles2", 7, null), new("reliability1", null, 3), new("empathy1", null, null)])]);

        result.DroppedPairs.Should().Be(2, "an item nobody answered is no pair");
        result.Dimensions[0].Gap.Should().Be(new ServiceGap(6, 4));
        result.Dimensions[1].Should().Be(new DimensionGap(ServiceDimension.Reliability, 0, 0, null));
        result.Items[1].Should().Be(new ItemGap("tangibles2", ServiceDimension.Tangibles, 0, null));
        result.Overall.Should().Be(new ServiceGap(6, 4), "only dimensions with answers are part of the mean");
    }

    [Fact]
    public void A_dimension_is_the_mean_of_its_items_respondent_by_respondent()
    {
        // a: mean of −2 and 0 is −1; b has one pair, −4: (−1 − 4)/2 = −2.5, where the mean of all three pairs would be −2.
        var result = Short.Assess([new("a", [new("tangibles1", 6, 4), new("tangibles2", 5, 5)]), new("b", [new("tangibles1", 6, 2)])]);

        result.Dimensions[0].Gap!.Gap.Should().Be(-2.5);
        result.Dimensions[0].Respondents.Should().Be(2);
        result.Items.Take(2).Select(item => (item.Pairs, item.Gap!.Gap)).Should().Equal((2, -3), (1, 0));
    }

    [Fact]
    public void Respondents_count_by_their_influence()
    {
        ServQualResponse[] responses =
        [
            new("manager", [new("tangibles1", 6, 5)], 3), new("user", [new("tangibles1", 6, 1)]),
            new("ghost", [new("tangibles1", 1, 7)], 0),
        ];

        var result = Short.Assess(responses);

        result.Respondents.Should().Be(2);
        result.Overall!.Gap.Should().Be(-2, "(3·−1 + 1·−5)/4");

        // L Cochran: n/((n−1)·(Σw)²) · Σw²(g − ḡ)² = 2/(1·16) · (9·1 + 1·9) = 2.25
        result.Overall.StandardError.Should().BeApproximately(1.5, 1e-12);
        Short.Assess([.. responses.Select(response => response with { Influence = 8 * response.Influence })]).Overall!.Gap.Should().Be(-2);
    }

    [Fact]
    public void With_equal_influence_the_standard_error_is_that_of_a_mean()
    {
        // Gaps −1, −2, −3, −6: mean −3, s² = (4 + 1 + 0 + 9)/3, SE = √(s²/4)
        double[] perceived = [6, 5, 4, 1];
        var result = Short.Assess([.. perceived.Select((points, i) => new ServQualResponse($"r{i}", [new("tangibles1", 7, points)]))]);

        result.Overall!.StandardError.Should().BeApproximately(Math.Sqrt(14.0 / 3 / 4), 1e-12);
        result.Items[0].Gap!.StandardError.Should().BeApproximately(Math.Sqrt(14.0 / 3 / 4), 1e-12);
    }

    [Fact]
    public void The_standard_error_of_the_whole_is_that_of_the_respondents_own_means()
    {
        // Each respondent's mean of dimensions: (−1 + −3)/2 = −2 and (−4 + 0)/2 = −2: the whole is sure where its parts are not.
        var result = Short.Assess(
        [
            new("a", [new("tangibles1", 6, 5), new("reliability1", 6, 3)]),
            new("b", [new("tangibles1", 6, 2), new("reliability1", 6, 6)]),
        ]);

        result.Overall!.Gap.Should().Be(-2);
        result.Overall.StandardError.Should().Be(0);
        result.Dimensions[0].Gap!.StandardError.Should().BeApproximately(1.5, 1e-12);
        result.Weighted.Should().Be(result.Overall);
    }

    [Fact]
    public void Weights_of_dimensions_are_normalised_over_those_with_answers()
    {
        var result = Short.Assess([new("a", [new("tangibles1", 6, 5), new("reliability1", 6, 3)])], Of(10, 30, 20, 20, 20));

        result.Dimensions.Select(dimension => dimension.Weight).Should().Equal(.25, .75, 0, 0, 0);
        result.Weighted!.Gap.Should().Be(-2.5);
        result.Overall!.Gap.Should().Be(-2);
    }

    [Fact]
    public void A_dimension_without_weight_has_no_part_in_the_weighted_whole()
    {
        var result = Short.Assess(
            [new("a", [new("tangibles1", 6, 5), new("reliability1", 6, 3)]), new("b", [new("tangibles1", 6, 5)])], Of(0, 1, 1, 1, 1));

        result.Weighted!.Gap.Should().Be(-3);
        result.Weighted.StandardError.Should().BeNull("only one respondent speaks of reliability");
    }

    [Fact]
    public void Without_respondents_there_is_no_gap()
    {
        ServQualResult[] results =
        [
            Short.Assess([]), Short.Assess([new("a", [])]), Short.Assess([new("a", [new("tangibles1", 6, 5)], 0)]),
            Short.Assess([], Of(1, 1, 1, 1, 1)),
        ];
        foreach (var result in results)
        {
            result.Respondents.Should().Be(0);
            result.Overall.Should().BeNull();
            result.Weighted.Should().BeNull();
            result.Dimensions.Should().HaveCount(5).And.OnlyContain(dimension => dimension.Gap == null && dimension.Weight == 0);
            result.Items.Should().HaveCount(6).And.OnlyContain(item => item.Gap == null);
        }
    }

    [Fact]
    public void The_order_of_respondents_and_answers_does_not_matter_and_the_gap_is_bounded()
    {
        var points = Gen.Frequency((9, Gen.Choose(1, 7).Select(point => (double?)point)), (1, Gen.Constant((double?)null)));
        var answers = from halves in (from e in points from p in points select (e, p)).ArrayOf(Short.Items.Count)
                      select Short.Items.Select((item, i) => new ServQualAnswer(item.Key, halves[i].e, halves[i].p)).ToArray();
        var cases = (from each in answers from influence in Gen.Choose(0, 10) select (each, influence / 10.0)).ArrayOf();
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var responses = given.Select((each, i) => new ServQualResponse($"r{i}", each.each, each.Item2)).ToArray();
            var result = Short.Assess(responses, Of(11, 32, 22, 19, 16));
            return result == Short.Assess([.. responses.AsEnumerable().Reverse()
                .Select(each => each with { Answers = [.. each.Answers.Reverse()] })], Of(11, 32, 22, 19, 16))
                && result.Dimensions.Select(each => each.Gap).Append(result.Overall).Append(result.Weighted).OfType<ServiceGap>()
                    .All(gap => gap is { Gap: >= -6.000001 and <= 6.000001, StandardError: null or >= 0 });
        }));
    }

    [Fact]
    public void Answers_are_of_the_questionnaire_and_on_its_scale()
    {
        Refused(new ServQualResponse("a", [new("tangibles1", 7.01, 5)]))
            .WithMessage("responses['a']['tangibles1'].Expectation is 7.01; it must be between 1 and 7.*");
        Refused(new ServQualResponse("a", [new("tangibles1", 7, 0.99)]))
            .WithMessage("responses['a']['tangibles1'].Perception is 0.99; it must be between 1 and 7.*");
        Refused(new ServQualResponse("a", [new("tangibles1", double.NaN, 1)])).WithMessage("*Expectation is NaN*");
        Refused(new ServQualResponse("a", [new("courtesy1", 1, 1)]))
            .WithMessage("responses['a'] answers 'courtesy1'; the questionnaire 'short' has tangibles1, tangibles2, reliability1, "
                + "responsiveness1, assurance1, empathy1.*");
        Refused(new ServQualResponse("a", [new("empathy1", 1, 1), new("empathy1", 1, 1)]))
            .WithMessage("responses['a'] answers 'empathy1' twice; give each answer once.*");
        Refused(new ServQualResponse("a", []), new ServQualResponse("a", []))
            .WithMessage("responses has 'a' twice; give each respondent once.*");
        Refused(new ServQualResponse("a", [], -0.1)).WithMessage("responses['a'].Influence is -0.1; it must be at least 0.*");
        Refused(new ServQualResponse("a", [], double.PositiveInfinity)).WithMessage("*Influence is Infinity*");
        Refused(new ServQualResponse(" ", [])).WithParameterName("responses");
        ((Action)(() => _ = new ServQualResponse("a", null!))).Should().Throw<ArgumentNullException>().WithParameterName("Answers");
        Refused([null!]).WithParameterName("responses");

        static FluentAssertions.Specialized.ExceptionAssertions<ArgumentException> Refused(params ServQualResponse[] responses) =>
            ((Action)(() => Short.Assess(responses))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Weights_cover_the_dimensions_and_have_a_sum()
    {
        ((Action)(() => ServQual.Overall(Of(1, 1, 1, 1, 1), new Dictionary<ServiceDimension, double> { [ServiceDimension.Empathy] = 1 })))
            .Should().Throw<ArgumentException>()
            .WithMessage("weights has no Tangibles; each dimension with a gap needs one.*");
        ((Action)(() => ServQual.Overall(Of(1, 1, 1, 1, 1), Of(1, -1, 1, 1, 1)))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("weights[Reliability] is -1; it must be at least 0.*");
        ((Action)(() => ServQual.Overall(Of(1, 1, 1, 1, 1), Of(0, 0, 0, 0, 0)))).Should().Throw<ArgumentException>()
            .WithMessage("weights sum to 0 over the dimensions with a gap; the sum must be positive and finite.*");
        ((Action)(() => ServQual.Overall(Of(1, 1, double.NaN, 1, 1)))).Should().Throw<ArgumentException>()
            .WithMessage("gaps[Responsiveness] is NaN; it must be finite.*");
    }

    [Fact]
    public void A_questionnaire_reports_all_its_faults()
    {
        ((Action)(() => _ = new ServQual(
            "wrong",
            [new("a", ServiceDimension.Empathy), new("a", ServiceDimension.Empathy), new(" ", ServiceDimension.Empathy), null!],
            1)))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
                "scalePoints: 1 is below 2", "items[\"a\"]: the key is duplicated", "items[2]: it has no key or no dimension",
                "items[3]: it has no key or no dimension");
        ((Action)(() => _ = new ServQual("empty", [])))
            .Should().Throw<InvalidModelException>().Which.Faults.Single().Message.Should().Be("it is empty; at least one item is needed");
        ((Action)(() => ServQual.WithCounts(1, 1, -1, 1, 1)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("responsiveness is -1*");
    }

    [Fact]
    public void Results_survive_JSON_and_read_the_same_everywhere()
    {
        var result = Short.Assess([new("a", [new("tangibles1", 6, 4.5)]), new("b", [new("tangibles1", 7, null), new("empathy1", 3, 2)])]);

        var same = JsonSerializer.Deserialize<ServQualResult>(JsonSerializer.Serialize(result))!;
        same.Should().Be(result);
        same.GetHashCode().Should().Be(result.GetHashCode());
        result.Should().NotBe(Short.Assess([]));
        new ServQualResponse("a", [new("tangibles1", 6, 4)]).Should().Be(new ServQualResponse("a", [new("tangibles1", 6, 4)]))
            .And.NotBe(new ServQualResponse("a", [new("tangibles1", 6, 5)]));
        using var _ = new CultureScope("de-DE");
        result.Dimensions[0].ToString().Should().Be("DimensionGap { Dimension = Tangibles, Weight = 0.5, Respondents = 1, "
            + "Gap = ServiceGap { Expected = 6, Perceived = 4.5, Gap = -1.5, StandardError =  } }");
        result.Items[0].ToString().Should().StartWith("ItemGap { Item = tangibles1, Dimension = Tangibles, Pairs = 1, Gap = ServiceGap {");
        result.ToString().Should().StartWith("ServQualResult { ModelId = short, Respondents = 2, DroppedPairs = 1, Items = 6,");
        new ServQualAnswer("empathy1", 1.5, null).ToString()
            .Should().Be("ServQualAnswer { Item = empathy1, Expectation = 1.5, Perception =  }");
        new ServQualResponse("a", [], 1.5).ToString().Should().Be("ServQualResponse { Respondent = a, Answers = 0, Influence = 1.5 }");
    }

    private static Dictionary<ServiceDimension, double> Of(params double[] values) =>
        ServiceDimension.InOrder.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);

    [Fact]
    public void What_is_missing_or_out_of_range_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentException>().WithParameterName(parameter);
        ServQualItem[] items = [new("a", ServiceDimension.Empathy)];
        Refused("id", () => _ = new ServQual(" ", items));
        Refused("version", () => _ = new ServQual("x", items, version: ""));
        Refused("items", () => _ = new ServQual("x", null!));
        Refused("gaps", () => ServQual.Overall(null!));
        Refused("responses", () => Short.Assess(null!));
        Refused("result", () => Short.Describe(null!, "en"));
        Refused("modelId", () => _ = new ServQualResult(null!, 0, 0, [], [], null, null));
        Refused("tangibles", () => ServQual.WithCounts(-1, 1, 1, 1, 1));
        Refused("reliability", () => ServQual.WithCounts(1, -1, 1, 1, 1));
        Refused("assurance", () => ServQual.WithCounts(1, 1, 1, -1, 1));
        Refused("empathy", () => ServQual.WithCounts(1, 1, 1, 1, -1));
        new ServQual("x", items, scalePoints: 2).ScalePoints.Should().Be(2);
        FluentActions.Invoking(() => new ServQual("x", items, scalePoints: 1)).Should().Throw<InvalidModelException>().WithMessage("*1 is below 2*");
    }
}
