using KeyAccount.Core.SalesTeam;

namespace KeyAccount.Core.Tests.SalesTeam;

public class SixFocusesTests
{
    [Fact]
    public void The_six_have_equal_weight_and_a_short_board()
    {
        ManagementFacts facts = new() { NewOpportunityRatio = 1, OnTimeShare = 0.9, EffectiveShare = 0.6, SkillShare = 1, AtQuotaShare = 0.6, ForecastError = 0.5 };
        var focuses = SalesManagement.FocusesOf(facts);
        focuses.Select(focus => focus.Points).Should().Equal(100, 100, 100, 100, 100, 0);
        SalesManagement.ShortBoard(focuses).Should().ContainSingle().Which.Focus.Should().Be(ManagementFocus.Predictability);
        SalesManagement.ActionsFor(focuses).Should().ContainSingle().Which.Advice.Should().Be(ManagementAction.ReviewForecast);
        SalesManagement.SixFocuses.Criteria.GroupBy(criterion => criterion.Group).Should().HaveCount(6)
            .And.OnlyContain(group => Math.Abs(group.Sum(criterion => criterion.Weight) - (1.0 / 6)) < 1e-12);
    }

    [Fact]
    public void What_is_not_known_widens_the_range()
    {
        var focus = SalesManagement.FocusesOf(new() { OnTimeShare = 0.9 })[1];
        focus.Points.Should().Be(100);
        focus.Coverage.Should().BeApproximately(0.3, 1e-12);
        focus.Low.Should().BeApproximately(30, 1e-9);
        focus.High.Should().BeApproximately(100, 1e-9);
        SalesManagement.FocusesOf(new())[0].Should().Be(new FocusScore(ManagementFocus.OpportunityCreation, null, 0, 0, 100));
        SalesManagement.ShortBoard(SalesManagement.FocusesOf(new())).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0.5, 100)]
    [InlineData(0.7, 100)]
    [InlineData(1, 40)]
    [InlineData(0, 0)]
    public void Half_to_seven_tenths_of_the_people_at_quota_are_healthy(double share, double points) =>
        SalesManagement.SixFocuses.Assess(new() { AtQuotaShare = share }).Contributions.Single(part => part.Key == "atQuota").Points.Should().Be(points);

    [Fact]
    public void At_most_three_actions_the_weakest_first()
    {
        var focuses = ManagementFocus.InOrder.Select((focus, i) => new FocusScore(focus, 74.9 - i, 1, 0, 100)).ToArray();
        SalesManagement.ActionsFor(focuses).Select(hit => hit.Advice).Should().Equal(ManagementAction.ReviewForecast, ManagementAction.RepairPay, ManagementAction.CloseSkillGaps);
        SalesManagement.ActionsFor([focuses[0] with { Points = 75 }]).Should().BeEmpty();
    }

    [Fact]
    public void The_reason_of_an_action_shows_points_as_a_person_reads_them()
    {
        var hit = SalesManagement.ActionsFor([new(ManagementFocus.SalesProcess, 44.666666667, 1, 44.666666667, 44.666666667)]).Single();
        hit.Reason.En.Should().Be("The sales process has 44.67 of 100 points.");
        hit.Reason.ZhHans.Should().Contain("44.67").And.NotContain("44.66");
    }
}
