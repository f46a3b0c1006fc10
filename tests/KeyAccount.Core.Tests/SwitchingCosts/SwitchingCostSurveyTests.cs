using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Tests.SwitchingCosts;

public class SwitchingCostSurveyTests
{
    private static readonly SwitchingCostSurvey Survey = new(
        5,
        new("risk.1", CostFacet.EconomicRisk),
        new("risk.2", CostFacet.EconomicRisk, IsReversed: true),
        new("risk.3", CostFacet.EconomicRisk),
        new("learning.1", CostFacet.Learning));

    public static TheoryData<int, int> Scales => new() { { 2, 1 }, { 5, 3 }, { 7, 2 }, { 11, 11 } };

    // Some answers of up to four respondents to the three items on risk.
    private static Gen<int?[][]> Answers { get; } = Gen.Frequency(
        (4, Gen.Choose(1, 5).Select(value => (int?)value)), (1, Gen.Constant((int?)null))).ArrayOf(3).ArrayOf(4);

    [Fact]
    public void A_facet_is_the_mean_of_its_items_with_reversed_items_turned_round()
    {
        // 4, 6 − 2 = 4, 1: the mean 3 is the middle of five points
        var facet = Survey.ByFacet([new("Li", "risk.1", 4), new("Li", "risk.2", 2), new("Li", "risk.3", 1)])[0];

        facet.Should().Be(new FacetScore(CostFacet.EconomicRisk, 3, 50, 1));
    }

    [Fact]
    public void Every_respondent_who_has_answered_counts_the_same()
    {
        // Li 5, 5, 5 → 5; Wang 1 → 1; Zhao has not answered
        SurveyAnswer[] answers =
        [
            new("Li", "risk.1", 5), new("Li", "risk.2", 1), new("Li", "risk.3", 5), new("Wang", "risk.1", 1), new("Wang", "risk.2", null),
            new("Zhao", "risk.1", null),
        ];

        Survey.ByFacet(answers)[0].Should().Be(new FacetScore(CostFacet.EconomicRisk, 3, 50, 2));
    }

    [Fact]
    public void What_nobody_has_answered_is_not_known()
    {
        var facts = Survey.Facts([new("Li", "learning.1", 4), new("Li", "risk.1", null)]);

        facts.Should().Be(new SwitchingCostFacts { Learning = 75 });
        Survey.ByFacet([])
            .Should().HaveCount(8).And.OnlyContain(facet => facet.Mean == null && facet.Points == null && facet.Respondents == 0);
    }

    [Fact]
    public void Each_facet_finds_its_fact()
    {
        var survey = new SwitchingCostSurvey(9, [.. CostFacet.InOrder.Select(facet => new SurveyItem(facet.Name, facet))]);

        survey.Facts([.. CostFacet.InOrder.Select(facet => new SurveyAnswer("Li", facet.Name, facet.Value + 1))])
            .Should().Be(Facets.Of(12.5, 25, 37.5, 50, 62.5, 75, 87.5, 100));
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void Reversed_items_mirror(int scalePoints, int answer)
    {
        var (plain, reversed) = (One(scalePoints, isReversed: false), One(scalePoints, isReversed: true));

        var mean = plain.ByFacet([new("Li", "x", answer)])[1];
        mean.Mean.Should().Be(answer);
        reversed.ByFacet([new("Li", "x", answer)])[1].Mean.Should().Be(scalePoints + 1 - answer);
        reversed.ByFacet([new("Li", "x", scalePoints + 1 - answer)])[1].Should().Be(mean);

        static SwitchingCostSurvey One(int scalePoints, bool isReversed) =>
            new(scalePoints, new SurveyItem("x", CostFacet.Evaluation, isReversed));
    }

    [Fact]
    public void A_survey_with_every_item_reversed_mirrors_the_points()
    {
        var mirrored = new SwitchingCostSurvey(5, [.. Survey.Items.Select(item => item with { IsReversed = !item.IsReversed })]);
        Check.One(Seeded.Cases(1000), Prop.ForAll(Answers.ToArbitrary(), table =>
        {
            var points = Survey.Facts(Given(table)).EconomicRisk;
            var (mirror, turned) = (mirrored.Facts(Given(table)).EconomicRisk, mirrored.Facts(Given(Turned(table))).EconomicRisk);
            return points is null
                ? mirror is null && turned is null
                : Math.Abs(mirror!.Value - (100 - points.Value)) < 1e-9 && turned.Equals(points);
        }));
    }

    [Fact]
    public void The_order_of_the_answers_does_not_matter()
    {
        var cases = from table in Answers from seed in Gen.Choose(0, int.MaxValue) select (table, seed);
        Check.One(Seeded.Cases(1000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var answers = Given(test.table);
            var shuffled = answers.ToArray();
            new Random(test.seed).Shuffle(shuffled);
            return Survey.ByFacet(answers).SequenceEqual(Survey.ByFacet(shuffled));
        }));
    }

    [Fact]
    public void Means_stay_on_the_scale() =>
        Check.One(Seeded.Cases(1000), Prop.ForAll(Answers.ToArbitrary(), table =>
            Survey.ByFacet(Given(table)).All(facet => facet.Mean is null or (>= 1 and <= 5) && facet.Points is null or (>= 0 and <= 100))));

    [Fact]
    public void A_survey_that_is_wrong_says_everything_at_once()
    {
        var fault = ((Action)(() => _ = new SwitchingCostSurvey(1, new("a", CostFacet.SetUp), new(" ", CostFacet.SetUp), new("a", null!))))
            .Should().Throw<InvalidModelException>().Which;

        fault.Faults.Select(each => each.ToString()).Should().Equal(
            "scalePoints: 1 is below 2", "items[1].key: it is blank", "items[\"a\"]: the key is duplicated",
            "items[2].facet: it is null");
        ((Action)(() => _ = new SwitchingCostSurvey(2)))
            .Should().Throw<InvalidModelException>().WithMessage("*items: it is empty; at least one item is needed*");
        ((Action)(() => _ = new SwitchingCostSurvey(2, [null!]))).Should().Throw<ArgumentNullException>();
        ((Action)(() => _ = new SwitchingCostSurvey(2, (SurveyItem[])null!))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Answers_that_are_wrong_are_named()
    {
        Refusing([new("Li", "risk.1", 5), new("Li", "risk.2", 0)], "*answers[1] is 0; it must be between 1 and 5.*");
        Refusing([new("Li", "risk.1", 6)], "*answers[0] is 6; it must be between 1 and 5.*");
        Refusing([new("Li", "price", 1)], "*answers[0] is to 'price'; the items are risk.1, risk.2, risk.3, learning.1.*");
        Refusing([new("Li", "risk.1", 1), new("Li", "risk.1", null)], "*answers[1] is a second answer of 'Li' to 'risk.1'*");
        Refusing([new(" ", "risk.1", 1)], "*answers[0] has no respondent*");
        Refusing(null!, "*answers*");
        Refusing([null!], "*answers*");
    }

    [Fact]
    public void What_it_says_does_not_depend_on_the_machine()
    {
        using var _ = new CultureScope("de-DE");

        new FacetScore(CostFacet.SetUp, 2.5, 37.5, 2).ToString()
            .Should().Be("FacetScore { Facet = SetUp, Mean = 2.5, Points = 37.5, Respondents = 2 }");
        new SurveyAnswer("Li", "risk.1", null).ToString().Should().Be("SurveyAnswer { Respondent = Li, Item = risk.1, Value =  }");
    }

    private static void Refusing(SurveyAnswer[] answers, string message) =>
        ((Action)(() => Survey.ByFacet(answers)))
            .Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(nameof(answers));

    private static SurveyAnswer[] Given(int?[][] table) =>
        [.. table.SelectMany(
            (row, respondent) => row.Select((value, item) => new SurveyAnswer($"r{respondent}", $"risk.{item + 1}", value)))];

    private static int?[][] Turned(int?[][] table) => [.. table.Select(row => row.Select(value => 6 - value).ToArray())];
}
