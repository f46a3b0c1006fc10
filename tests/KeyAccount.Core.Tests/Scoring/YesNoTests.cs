using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>A criterion that is 1, 0 or not known answers a question: a person reads yes or no.</summary>
public class YesNoTests
{
    private static readonly Scorecard<Visit, Mark> Model = Scorecard.For<Visit, Mark>("visit")
        .Criterion("answered", 1, f => f.IsAnswered == null ? null : f.IsAnswered.Value ? 1.0 : 0.0, Scale.Linear((0, 0), (1, 100)), 1)
        .Criterion("isLong", 1, f => f.Hours > 2 ? 1.0 : 0.0, Scale.Linear((0, 0), (1, 100)), 1)
        .Criterion("weighed", 1, f => f.IsAnswered == true ? 0.5 : 0.0, Scale.Linear((0, 0), (1, 100)), 1)
        .Criterion("pieces", 1, f => f.Hours > 2 ? 1.0 : 0.0, Scale.Linear((0, 0), (1, 100)), 1, unit: "pieces")
        .Criterion("hours", 1, f => f.Hours, Scale.Linear((0, 0), (1, 100)), 1)
        .MissingData(MissingData.Renormalize, 0).Bands((0, Mark.Low), (50, Mark.High)).Build();

    [Theory]
    [InlineData("answered", 1, "yes")]
    [InlineData("answered", 0, "no")]
    [InlineData("answered", 0.5, null)]
    [InlineData("isLong", 1, "yes")]
    [InlineData("weighed", 0, null)]
    [InlineData("pieces", 1, null)]
    [InlineData("hours", 1, null)]
    public void A_question_is_answered_and_a_number_stays_one(string key, double raw, string? name) =>
        (Model.Criteria.Single(each => each.Key == key).LevelName(raw)?.En).Should().Be(name);

    [Fact]
    public void Every_such_criterion_of_the_library_says_so()
    {
        StrategicCooperation.Readiness.Criteria.Where(each => each.LevelName(1) == new Text("yes", "是", "是")).Select(each => each.Key)
            .Should().Equal("earlyInvolvement", "steeringCommittee", "sharedKpis");
        SalesFunnel.Health.Criteria.Where(each => each.LevelName(0) == new Text("no", "否", "否")).Should().HaveCount(3);
    }

    [Fact]
    public void A_document_and_a_way_up_say_so_in_the_readers_language()
    {
        var now = Model.Assess(new() { IsAnswered = false, Hours = 1 });
        foreach (var (language, word) in new[] { ("en", "No"), ("zh-Hans", "否"), ("zh-Hant", "否") })
        {
            var parts = (BarFigure)Model.Describe(now, language).Blocks.Single(block => block is BarFigure);
            parts.Data!.Rows[0].Cells[1]!.Display(language).Should().Be(word);
        }

        Model.PathsTo(now, Mark.High).Should().NotBeEmpty();
    }

    private sealed record Visit
    {
        public bool? IsAnswered { get; init; }

        public double? Hours { get; init; }
    }

    private sealed record Mark(string Name)
    {
        public static readonly Mark Low = new("low");
        public static readonly Mark High = new("high");
    }
}
