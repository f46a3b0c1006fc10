using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class MissingDataTests
{
    private static readonly Scale From20To80 = Scale.Linear((0, 20), (100, 80));

    [Theory]
    [InlineData(MissingData.Renormalize, 50.0)]
    [InlineData(MissingData.AssumeWorst, 41.0)]
    [InlineData(MissingData.AssumeMidpoint, 50.0)]
    [InlineData(MissingData.Refuse, null)]
    public void Each_policy_has_its_own_answer_to_what_is_missing(MissingData policy, double? score)
    {
        var assessment = Card(policy).Everywhere(new() { A = 50 });
        assessment.Score.Should().Be(score);
        assessment.Coverage.Should().Be(0.7);
        assessment.Range.Should().Be(new ScoreRange(41, 59));
        (assessment.Contributions[1].Raw, assessment.Contributions[1].IsKnown).Should().Be((null, false));
    }

    [Fact]
    public void What_is_missing_shows_the_points_it_is_given()
    {
        Missing(MissingData.Renormalize).Should().Be(new Contribution("b", null, null, null, 0.3, 0));
        Missing(MissingData.AssumeWorst).Should().Be(new Contribution("b", null, null, 20, 0.3, 6));
        Missing(MissingData.AssumeMidpoint).Should().Be(new Contribution("b", null, null, 50, 0.3, 15));
        Missing(MissingData.Refuse).Should().Be(new Contribution("b", null, null, null, 0.3, 0));

        static Contribution Missing(MissingData policy) => Card(policy).Everywhere(new() { A = 50 }).Contributions[1];
    }

    [Fact]
    public void The_missing_weight_is_shared_over_all_the_rest_whatever_group_it_was_in()
    {
        var scorecard = Cards.New()
            .Group("g", 1, g => g.Criterion("a", 1, f => f.A, Cards.AsItIs).Criterion("b", 1, f => f.B, Cards.AsItIs))
            .Criterion("c", 2, f => f.C, Cards.AsItIs)
            .Build();
        scorecard.Everywhere(new() { A = 90, C = 30 }).Score.Should().Be(50);
    }

    [Theory]
    [InlineData(0.8, true)]
    [InlineData(0.8000004, true)]
    [InlineData(0.8000006, false)]
    [InlineData(0.7999994, true)]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public void Coverage_is_enough_when_it_reaches_the_minimum_in_six_places(double minimum, bool rated)
    {
        (0.7 + 0.1).Should().BeLessThan(0.8, "that is why coverage is rounded before it is compared");
        foreach (var policy in new[] { MissingData.Renormalize, MissingData.AssumeWorst, MissingData.AssumeMidpoint })
        {
            var scorecard = Cards.New().MissingData(policy, minimum)
                .Criterion("a", 0.7, f => f.A, Cards.AsItIs).Criterion("b", 0.1, f => f.B, Cards.AsItIs)
                .Criterion("c", 0.2, f => f.C, Cards.AsItIs)
                .Build();
            var assessment = scorecard.Everywhere(new() { A = 60, B = 60 });
            (assessment.IsRated, assessment.Coverage).Should().Be((rated, 0.8));
            scorecard.Everywhere(new() { A = 60, B = 60, C = 60 }).Score.Should().Be(60);
        }
    }

    [Theory]
    [InlineData(MissingData.Renormalize, null, null)]
    [InlineData(MissingData.Renormalize, 0.0, null)]
    [InlineData(MissingData.AssumeWorst, null, 20.0)]
    [InlineData(MissingData.AssumeWorst, 0.000001, null)]
    [InlineData(MissingData.AssumeMidpoint, null, 50.0)]
    [InlineData(MissingData.AssumeMidpoint, 0.5, null)]
    [InlineData(MissingData.Refuse, null, null)]
    public void With_everything_missing_only_an_assumption_gives_a_score(MissingData policy, double? minimum, double? score)
    {
        var assessment = Card(policy, minimum).Everywhere(new());
        (assessment.Score, assessment.Coverage, assessment.Range).Should().Be((score, 0, new ScoreRange(20, 80)));
    }

    [Fact]
    public void An_account_that_is_unrated_has_a_range_and_no_band()
    {
        var scorecard = Card(MissingData.Renormalize, 0.9);
        var assessment = scorecard.Everywhere(new() { A = 100 });
        (assessment.IsRated, assessment.Score, assessment.Band, assessment.Range).Should().Be((false, null, null, new ScoreRange(62, 80)));
        assessment.Contributions
            .Should().Equal(new Contribution("a", null, 100, 80, 0.7, 0), new Contribution("b", null, null, null, 0.3, 0));
        double.IsNaN(scorecard.Score(new() { A = 100 })).Should().BeTrue();
        scorecard.BandOf(new() { A = 100 }).Should().BeNull();
    }

    [Fact]
    public void With_nothing_missing_every_policy_says_the_same_and_the_range_is_the_score()
    {
        foreach (var policy in Enum.GetValues<MissingData>())
        {
            var assessment = Card(policy, 1).Everywhere(new() { A = 25, B = 75 });
            (assessment.Score, assessment.Coverage, assessment.Range).Should().Be((44, 1, new ScoreRange(44, 44)));
        }
    }

    [Fact]
    public void A_level_that_means_unknown_is_missing()
    {
        var scorecard = Cards.New().Criterion("standing", 1, f => f.Standing, Cards.OfStanding).Criterion("a", 1, f => f.A, Cards.AsItIs)
            .Build();
        var unknown = scorecard.Everywhere(new() { Standing = Standing.Unknown, A = 30 });
        unknown.Should().Be(scorecard.Everywhere(new() { A = 30 }));
        (unknown.Score, unknown.Coverage, unknown.Contributions[0].Raw).Should().Be((30, 0.5, null));
        scorecard.Everywhere(new() { Standing = Standing.Fair, A = 30 }).Contributions[0].Raw.Should().Be(2);

        var scores = new double[2];
        scorecard.ScoreColumns(
            new Dictionary<string, ReadOnlyMemory<double>>(
                StringComparer.Ordinal) { ["standing"] = new[] { 9, double.NaN }, ["a"] = new[] { 30.0, 30 } }, scores);
        scores.Should().Equal(30, 30);
    }

    [Fact]
    public void What_arrives_at_its_worst_does_not_pass_the_range_by_a_rounding()
    {
        // In doubles the shares sum to 1.0000000000000002: the sum of the points and that sum over it are rounded to different sides.
        var scorecard = Cards.New()
            .Criterion("a", 3, f => f.A, Scale.Linear((0, 80), (1, 100)))
            .Criterion("b", 0.7, f => 0.8359375, Cards.AsItIs).Criterion("c", 7, f => 60, Cards.AsItIs)
            .Criterion("d", 0.1, f => 90.9921875, Cards.AsItIs)
            .Build();
        scorecard.Everywhere(new()).Range.Low.Should().Be(62.007812).And.Be(scorecard.Everywhere(new() { A = 0 }).Score);
    }

    [Fact]
    public void What_arrives_at_its_best_does_not_pass_the_range_by_a_rounding()
    {
        // Here they sum to 0.9999999999999999.
        var scorecard = Cards.New()
            .Criterion("a", 5, f => f.A, Scale.Linear((0, 0), (1, 18.390625)))
            .Criterion("b", 1, f => 66.6796875, Cards.AsItIs).Criterion("c", 1, f => 19.7578125, Cards.AsItIs)
            .Criterion("d", 35, f => 20, Cards.AsItIs)
            .Build();
        scorecard.Everywhere(new()).Range.High.Should().Be(20.914063).And.Be(scorecard.Everywhere(new() { A = 1 }).Score);
    }

    private static Scorecard<Figures, string> Card(MissingData policy, double? minimumCoverage = null) => Cards.New()
        .Criterion("a", 0.7, f => f.A, From20To80)
        .Criterion("b", 0.3, f => f.B, From20To80)
        .MissingData(policy, minimumCoverage)
        .Build();
}
