using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.Tests.Satisfaction;

public class SatisfactionLeverTests
{
    public static TheoryData<bool, ExpectationControl?, bool?, SatisfactionLever> Advice => new()
    {
        { false, ExpectationControl.Uncontrollable, false, SatisfactionLever.Keep },
        { true, ExpectationControl.Uncontrollable, true, SatisfactionLever.RaiseService },
        { true, null, true, SatisfactionLever.RaiseService },
        { true, ExpectationControl.PartlyControllable, true, SatisfactionLever.Both },
        { true, ExpectationControl.Controllable, true, SatisfactionLever.ManageExpectation },
        { true, ExpectationControl.Controllable, null, SatisfactionLever.ManageExpectation },
        { true, ExpectationControl.Controllable, false, SatisfactionLever.Both },
    };

    [Fact]
    public void S000_three_classes_of_factors_and_two_ways()
    {
        ExpectationControl.InOrder.Select(control => control.DisplayName("zh-Hans")).Should().Equal("完全不可控因素", "部分可控因素", "可控因素");
        SatisfactionLever.RaiseService.DisplayName("zh-Hans").Should().Be("提升感知服务");
        SatisfactionLever.ManageExpectation.DisplayName("zh-Hans").Should().Be("管理客户期望值");
        ExpectationControl.Controllable.IsAtLeast(ExpectationControl.PartlyControllable).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Advice))]
    public void Each_gap_has_its_lever(bool isShortfall, ExpectationControl? control, bool? isServiceSound, SatisfactionLever lever) =>
        SatisfactionLevers.Standard.Decide(
            new() { IsShortfall = isShortfall, Control = control, IsServiceSound = isServiceSound }).Advice.Should().Be(lever);

    [Fact]
    public void Every_combination_has_exactly_one_lever()
    {
        var proof = SatisfactionLevers.Standard.Verify();
        proof.Combinations.Should().Be(24);
        proof.IsSound.Should().BeTrue(proof.ToString());
    }

    [Fact]
    public void While_the_gap_is_not_known_nothing_is_decided() =>
        SatisfactionLevers.Standard.Decide(SatisfactionLeverFacts.Of(null, ExpectationControl.Controllable)).IsDecided.Should().BeFalse();

    [Fact]
    public void What_cannot_be_managed_is_never_managed() =>
        SatisfactionLevers.Standard.Rules.Where(
            rule => rule.Advice == SatisfactionLever.ManageExpectation || rule.Advice == SatisfactionLever.Both)
            .Select(rule => rule.Id)
            .Should().Equal("partlyControllable", "controllable.poorService", "controllable", "controllable.serviceUnknown");

    [Theory]
    [InlineData(5, 5, 7, false, true)]
    [InlineData(5, 4.9999994, 7, true, true)]
    [InlineData(5, 4.9999996, 7, false, true)] // within the rounding to six places
    [InlineData(5, 4, 7, true, true)]
    [InlineData(5, 3.9999994, 7, true, false)]
    [InlineData(3, 3, 5, false, true)]
    [InlineData(3, 2.9, 5, true, false)]
    public void The_facts_come_from_the_gap(double expected, double perceived, int scalePoints, bool isShortfall, bool isServiceSound) =>
        SatisfactionLeverFacts.Of(new(expected, perceived), ExpectationControl.Controllable, scalePoints).Should().Be(
            new SatisfactionLeverFacts
            {
                IsShortfall = isShortfall, Control = ExpectationControl.Controllable, IsServiceSound = isServiceSound,
            });

    [Fact]
    public void A_scale_has_two_points() =>
        ((Action)(() => SatisfactionLeverFacts.Of(null, null, 1))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("scalePoints is 1; it must be at least 2.*");

    [Fact]
    public void A_survey_leads_to_a_lever_for_each_dimension()
    {
        var survey = new ServQual("short", ServQual.WithCounts(1, 1, 1, 1, 1));
        var result = survey.Assess(
            [new("a", [new("tangibles1", 4, 5), new("reliability1", 7, 5), new("responsiveness1", 6, 3), new("assurance1", 6, 5)])]);
        var control = new Dictionary<ServiceDimension, ExpectationControl>
        {
            [ServiceDimension.Reliability] = ExpectationControl.Controllable,
            [ServiceDimension.Assurance] = ExpectationControl.Uncontrollable,
        };

        result.Dimensions.Select(dimension => SatisfactionLevers.Standard.Decide(
            SatisfactionLeverFacts.Of(dimension.Gap, control.GetValueOrDefault(dimension.Dimension))).Advice)
            .Should().Equal(
                SatisfactionLever.Keep, SatisfactionLever.ManageExpectation, SatisfactionLever.RaiseService,
                SatisfactionLever.RaiseService, null);
    }
}
