using System.Text.Json;
using KeyAccount.Core.Satisfaction;
using NodaTime;

namespace KeyAccount.Core.Tests.Satisfaction;

public class SatisfactionSurveysTests
{
    private static readonly LocalDate Today = new(2026, 6, 30);

    [Theory]
    [InlineData(0.0, null, null, "High")]
    [InlineData(-0.01, null, null, "Medium")]
    [InlineData(-1.0, null, null, "Medium")]
    [InlineData(-1.01, null, null, "Low")]
    [InlineData(null, 80.0, null, "High")]
    [InlineData(null, 79.9, null, "Medium")]
    [InlineData(null, 50.0, null, "Medium")]
    [InlineData(null, 49.9, null, "Low")]
    [InlineData(null, null, 50.0, "High")]
    [InlineData(null, null, 49.9, "Medium")]
    [InlineData(null, null, 0.0, "Medium")]
    [InlineData(null, null, -0.1, "Low")]
    [InlineData(-2.0, 100.0, 100.0, "Low")]
    [InlineData(null, 10.0, 100.0, "Low")]
    [InlineData(null, null, null, null)]
    public void The_gap_counts_before_the_score_and_that_before_the_recommendation(double? gap, double? csat, double? nps, string? level) =>
        SatisfactionSurveys.Levels.Decide(new() { Gap = gap, CustomerSatisfaction = csat, NetPromoter = nps }).Advice?.Name.Should().Be(level);

    [Fact]
    public void A_survey_measures_by_the_calculators_of_the_room()
    {
        var survey = new SatisfactionSurvey
        {
            On = Today,
            Ratings = [5, 4, 3, 5],
            Recommendations = [10, 9, 7, 3],
            Responses = [new("p1", [new("reliability1", 6, 5), new("empathy1", 5, 5)])],
        };

        survey.Measure().Should().Be(new SurveyFacts
        {
            Gap = -0.5, CustomerSatisfaction = 75, NetPromoter = 25, WidestShortfall = ServiceDimension.Reliability,
        });
        survey.Faults().Should().BeEmpty();
        new SatisfactionSurvey { On = Today }.Measure().Should().Be(new SurveyFacts());
    }

    [Fact]
    public void The_latest_one_up_to_the_day_counts_for_two_years()
    {
        SatisfactionSurvey Of(int back, int rating) => new() { On = Today.PlusDays(-back), Ratings = [rating] };

        SatisfactionSurveys.On([Of(300, 1), Of(100, 5), Of(-1, 1)], Today)!.Level.Advice.Should().Be(SatisfactionLevel.High);
        SatisfactionSurveys.On([Of(730, 5)], Today).Should().NotBeNull();
        SatisfactionSurveys.On([Of(731, 5)], Today).Should().BeNull();
        SatisfactionSurveys.On([], Today).Should().BeNull();
    }

    [Fact]
    public void Answers_outside_their_scale_are_named()
    {
        var faults = new SatisfactionSurvey
        {
            On = Today, Ratings = [0, 8], ScalePoints = 7, Recommendations = [-1], Responses = [new("p1", [new("nothing", 1, 1)])],
        }.Faults().ToArray();

        faults.Select(each => each.Path).Should().Equal("ratings[0]", "ratings[1]", "recommendations[0]", "responses");
        faults[1].Message.Should().Be("it is 8; it must be between 1 and 7");
        FluentActions.Invoking(() => new SatisfactionSurvey { On = Today, ScalePoints = 1 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void What_a_file_leaves_out_is_named_with_its_place()
    {
        var faults = JsonSerializer.Deserialize<SatisfactionSurvey>(
            """{"On":"2026-03-01","Responses":[{"Answers":[]},null,{"Respondent":"p1","Answers":[{"Expectation":6,"Perception":5}]}]}""")!
            .Faults().ToArray();

        faults.Select(each => each.Path).Should().Equal(
            "responses[0].respondent", "responses[1]", "responses[2].answers[0].item");
        faults[0].Message.Should().StartWith("it is missing;");
        faults[2].Message.Should().StartWith("it is missing; it must be one of tangibles1,");
    }
}
