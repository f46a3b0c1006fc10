using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using NodaTime;

namespace KeyAccount.Core.Tests.CustomerStrategy;

public class CooperationTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    private static readonly CooperationFacts Full = new()
    {
        StrategicMatch = 100, TopLevelMeetingsPerYear = 4, HaveLeadersMet = true, Contract = ContractForm.StrategicAgreement, Trust = FactorLevel.High,
        JointProjects = 3, JointInvestmentShare = 0.05, IsInvolvedEarly = true, Dependence = DependenceKind.Mutual, HasSteeringCommittee = true,
        SharesKpis = true, ConnectedDepartments = 5, CreatesJointly = true,
    };

    [Fact]
    public void Readiness_is_the_weighted_sum_of_four_points()
    {
        StrategicCooperation.Readiness.Score(Full).Should().Be(100);
        var half = Full with
        {
            StrategicMatch = 60, TopLevelMeetingsPerYear = 1, Contract = ContractForm.FrameworkAgreement, Trust = FactorLevel.Medium,
            JointProjects = 1, JointInvestmentShare = 0.01, IsInvolvedEarly = false, Dependence = DependenceKind.TheyDepend,
            HasSteeringCommittee = false, SharesKpis = true, ConnectedDepartments = 3,
        };

        // 25·0.60 + 25·(0.4·40 + 0.35·40 + 0.25·65)% + 30·(0.4·50 + 0.2·50 + 0 + 0.2·50)% + 20·(0 + 0.3·100 + 0.3·60)%
        var review = CooperationReview.Of(half, null, null, AsOf);
        review.Readiness.Score.Should().BeApproximately(15 + 11.5625 + 12 + 9.6, 1e-6);
        review.Readiness.Band.Should().Be(CooperationReadiness.Preparing);
        review.Points.Select(each => each.Score).Should().Equal(60, 46.25, 40, 48);
        review.Weakest.Should().Be(CooperationPoint.SharedInvestment);
    }

    [Theory]
    [InlineData(39.9, "NotYet")]
    [InlineData(40, "Running")]
    public void A_match_below_40_is_too_early_whatever_the_rest(double match, string band) =>
        StrategicCooperation.Readiness.BandOf(Full with { StrategicMatch = match })!.Name.Should().Be(band);

    [Fact]
    public void Leaders_that_have_never_met_leave_it_in_preparation()
    {
        StrategicCooperation.Readiness.BandOf(Full with { HaveLeadersMet = false }).Should().Be(CooperationReadiness.Preparing);
        StrategicCooperation.Readiness.Assess(Full with { HaveLeadersMet = null }).Caps.Single(cap => cap.Key == "leadersNeverMet").State
            .Should().Be(CapState.NotEvaluated, "not known is not no");
    }

    // The trap: a signed strategic paper. The fact is the one that the stages of development ask.
    [Fact]
    public void A_signed_paper_without_joint_work_is_not_strategic()
    {
        var paper = Full with { CreatesJointly = false };
        StrategicCooperation.Readiness.Score(paper).Should().Be(100);
        StrategicCooperation.Readiness.BandOf(paper).Should().Be(CooperationReadiness.Ready);
        CooperationReview.Of(paper, null, null, AsOf).IsPaperOnly.Should().BeTrue();
        CooperationReview.Of(Full, null, null, AsOf).IsPaperOnly.Should().BeFalse();
        CooperationReview.Of(paper with { Contract = ContractForm.LongTermAgreement }, null, null, AsOf).IsPaperOnly.Should().BeFalse();
        CooperationReview.Of(paper with { CreatesJointly = null }, null, null, AsOf).IsPaperOnly.Should().BeFalse();
        var unsaid = Full with { CreatesJointly = null, JointProjects = 0 };
        CooperationReview.Of(unsaid, null, null, AsOf).IsPaperOnly.Should().BeTrue("no joint project is no joint work");
        StrategicCooperation.Readiness.BandOf(unsaid).Should().NotBe(CooperationReadiness.Running);
    }

    [Theory]
    [InlineData(34.9, "NotYet")]
    [InlineData(35, "Preparing")]
    [InlineData(59.9, "Preparing")]
    [InlineData(60, "Ready")]
    [InlineData(79.9, "Ready")]
    [InlineData(80, "Running")]
    public void The_bands_turn_at_35_60_and_80(double score, string band) =>
        StrategicCooperation.Readiness.Bands.Of(score).Name.Should().Be(band);

    [Fact]
    public void Of_53_7_per_cent_of_their_wallet_and_9_per_cent_of_our_revenue_the_ratio_is_5_97_and_they_depend_on_us()
    {
        var balance = new DependenceBalance(0.537, 0.09);
        balance.Ratio.Should().BeApproximately(5.97, 0.005);
        balance.Kind.Should().Be(DependenceKind.TheyDepend);
    }

    [Theory]
    [InlineData(0.3, 0.1, "Mutual")]
    [InlineData(0.3, 0.0999, "TheyDepend")]
    [InlineData(0.2999, 0.1, "WeDepend")]
    [InlineData(0.2999, 0.0999, "Loose")]
    public void Who_depends_on_whom_turns_at_30_and_10_per_cent(double theirs, double ours, string kind) =>
        new DependenceBalance(theirs, ours).Kind.Name.Should().Be(kind);

    [Fact]
    public void A_customer_that_is_nothing_for_us_has_no_ratio_and_a_share_above_1_is_refused()
    {
        new DependenceBalance(0.5, 0).Ratio.Should().BeNull();
        FluentActions.Invoking(() => new DependenceBalance(1.01, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new DependenceBalance(0, -0.01)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_surplus_is_what_is_left_after_both_investments_and_both_alternatives()
    {
        var gain = new SharedGain { ValueCreated = 900, OurInvestment = 100, TheirInvestment = 200, OurAlternative = 50, TheirAlternative = 150 };
        (gain.NetGain, gain.Surplus).Should().Be((600, 400));
        (new SharedGain().NetGain, new SharedGain { OurInvestment = 5 }.Surplus).Should().Be((null, null));
    }

    // Nash 1950: of what can be divided freely each side has its alternative and half of the rest.
    [Fact]
    public void Nash_1950_gives_each_side_its_alternative_and_half_of_the_surplus()
    {
        NashBargaining.Split(600, 50, 150).Should().Be(new SurplusSplit(250, 350));
        NashBargaining.Split(600, 50, 150, 3).Should().Be(new SurplusSplit(350, 250));
        NashBargaining.Split(200, 50, 150).Should().Be(new SurplusSplit(50, 150));
        NashBargaining.Split(199.99m, 50, 150).Should().BeNull("one side is better off without");
        FluentActions.Invoking(() => NashBargaining.Split(1, 0, 0, 0)).Should().Throw<ArgumentOutOfRangeException>();

        // The same as the best of a thousand divisions, one by one.
        var listed = Enumerable.Range(0, 601).Select(ours => new SurplusSplit(ours, 600 - ours));
        NashBargaining.Choose(listed, split => (double)split.Ours, split => (double)split.Theirs, 50, 150).Should().Be(NashBargaining.Split(600, 50, 150));
    }

    [Fact]
    public void Each_meeting_is_due_one_interval_after_it_was_last_held_or_after_the_start()
    {
        HeldMeeting[] held =
        [
            new() { Kind = GovernanceMeeting.LeadersMeeting, On = new(2025, 8, 31) }, new() { Kind = GovernanceMeeting.LeadersMeeting, On = new(2025, 2, 1) },
            new() { Kind = GovernanceMeeting.KpiReview, On = new(2026, 3, 1) }, new() { Kind = GovernanceMeeting.SteeringCommittee, On = AsOf.PlusDays(1) },
        ];
        GovernanceCalendar.Next(held, new(2025, 6, 30), AsOf).Select(step => (step.Key, step.DueOn, step.IsOverdue)).Should().Equal(
            ("SteeringCommittee", new LocalDate(2025, 9, 30), true), ("LeadersMeeting", new LocalDate(2026, 2, 28), true),
            ("KpiReview", new LocalDate(2026, 4, 1), false), ("JointPlanning", new LocalDate(2026, 6, 30), false));
        GovernanceCalendar.Next([], LocalDate.MaxIsoValue, AsOf).Should().OnlyContain(step => step.DueOn == LocalDate.MaxIsoValue);
    }

    [Fact]
    public void The_calendar_begins_when_cooperation_can_begin_or_has_begun()
    {
        CooperationReview.Of(Full, null, null, AsOf).Calendar.Should().HaveCount(4);
        var early = Full with { StrategicMatch = 10 };
        CooperationReview.Of(early, new(), null, AsOf).Calendar.Should().BeEmpty();
        CooperationReview.Of(early, new() { StartedOn = new(2026, 1, 1) }, null, AsOf).Calendar.Should().HaveCount(4);
    }

    [Fact]
    public void A_meeting_is_overdue_from_the_day_after_it_was_due()
    {
        var due = GovernanceCalendar.Next([], AsOf.PlusMonths(-1), AsOf).Single(step => step.Key == "KpiReview");
        (due.DueOn, due.IsOverdue).Should().Be((new LocalDate(2026, 3, 28), true));
        GovernanceCalendar.Next([], AsOf.PlusMonths(-1), due.DueOn!.Value).Single(step => step.Key == "KpiReview").IsOverdue.Should().BeFalse();
        GovernanceCalendar.Next([], AsOf.PlusMonths(-1), due.DueOn.Value.PlusDays(1)).Single(step => step.Key == "KpiReview").IsOverdue.Should().BeTrue();
    }
}
