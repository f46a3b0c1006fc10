using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Tests.CustomerStrategy;

/// <summary>What happens at the ends of ranges, on the first and last day, and with what is not known.</summary>
public class StrategyEdgeTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);
    private static readonly LocalDate Julian = new(2026, 1, 1, CalendarSystem.Julian);
    private static readonly StrategyNote Note = new() { Id = "a", Area = CustomerStrategyArea.Investment, Statement = "invests", Date = AsOf };
    private static readonly CustomerStrategyArea[] FourAreas = [.. CustomerStrategyArea.InOrder.Take(4)];

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        Refused("Kind", () => _ = new ChallengeNote { Kind = null!, Statement = "x" });
        Refused("Area", () => _ = Note with { Area = null! });
        Refused("Kind", () => _ = new HeldMeeting { Kind = null!, On = AsOf });
        Refused("facts", () => CooperationReview.Of(null!, null, null, AsOf));
        Refused("Readiness", () => _ = CooperationReview.Of(new(), null, null, AsOf) with { Readiness = null! });
        Refused("people", () => _ = new DecisionChain([null!]));
        Refused("kind", () => GovernanceCalendar.MonthsOf(null!));
        Refused("held", () => GovernanceCalendar.Next([null!], AsOf, AsOf));
        Refused("happened", () => PlanningCase.Open("c", AsOf).Apply(null!));
        Refused("kind", () => _ = new PlanningEvent(null!, AsOf, "x", null, null));
        Refused("areas", () => PlanningEvent.PrepCompleted(AsOf, [null!], "x"));
        Refused("goals", () => _ = new StrategicMatch([null!]));
        Refused("notes", () => StrategicMatch.Of([null!], [], AsOf));
        Refused("capabilities", () => StrategicMatch.Of([], [null!], AsOf));
        Refused("note", () => StrategyDecoding.Weight(null!, AsOf));
        Refused("notes", () => StrategyDecoding.Coverage([null!], AsOf));
        Refused("notes", () => StrategyDecoding.Decoded([null!], AsOf));
        Refused("notes", () => StrategyReview.Of([null!], [], [], null, "c", null, AsOf));
        Refused("challenges", () => StrategyReview.Of([], [null!], [], null, "c", null, AsOf));
        Refused("capabilities", () => StrategyReview.Of([], [], [null!], null, "c", null, AsOf));
    }

    [Fact]
    public void Numbers_dates_and_names_that_cannot_be_are_refused()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentException>().WithMessage(message);
        var plan = PlanningCase.Open("c", AsOf);
        Refused("shareOfTheirSpend is -0.1; *", () => _ = new DependenceBalance(-.1, 0));
        Refused("shareOfOurRevenue is 1.1; *", () => _ = new DependenceBalance(0, 1.1));
        Refused("a is 61; *", () => _ = new PlanningRhythm(61));
        Refused("b is 0; *", () => _ = new PlanningRhythm(b: 0));
        Refused("other is 0; *", () => _ = new PlanningRhythm(other: 0));
        Refused("other is 61; *", () => _ = new PlanningRhythm(other: 61));
        Refused("scale is 9; *", () => _ = new StrategicMatch([], (MatchScale)9));
        Refused("strength is -1; *", () => _ = new StrategyGoal("a", 1, -1));
        Refused("*id*", () => _ = new PlanningCase(" ", AsOf));
        Refused("asOf is a date of the calendar *", () => CooperationReview.Of(new(), null, null, Julian));
        Refused("asOf is a date of the calendar *", () => GovernanceCalendar.Next([], AsOf, Julian));
        Refused("startedOn is a date of the calendar *", () => GovernanceCalendar.Next([], Julian, AsOf));
        Refused("openedOn is a date of the calendar *", () => _ = new PlanningCase("c", Julian));
        Refused("asOf is a date of the calendar *", () => plan.NextSteps(Julian, null));
        Refused("asOf is a date of the calendar *", () => plan.IsStaleOn(Julian, null));
        Refused("on is a date of the calendar *", () => PlanningEvent.Reviewed(Julian, "x"));
        Refused("asOf is a date of the calendar *", () => StrategicMatch.Of([], [], Julian));
        Refused("asOf is a date of the calendar *", () => StrategyDecoding.Weight(Note, Julian));
        Refused("asOf is a date of the calendar *", () => StrategyDecoding.Coverage([], Julian));
        Refused("asOf is a date of the calendar *", () => StrategyDecoding.Decoded([], Julian));
        Refused("asOf is a date of the calendar *", () => StrategyReview.Of([], [], [], null, "c", null, Julian));
        new PlanningRhythm(60, 60, 60).MonthsOf(null).Should().Be(60);
        (new PlanningRhythm(1, 2, 3).MonthsOf(AccountTier.C), new PlanningRhythm(1, 2, 3).MonthsOf(AccountTier.B)).Should().Be((3, 2));
    }

    [Fact]
    public void Lists_that_are_left_out_are_empty()
    {
        var review = new StrategyReview { Notes = null!, Challenges = null!, Capabilities = null!, Decoded = null!, Responses = null!, NextSteps = null! };
        (review.Notes.Count + review.Challenges.Count + review.Capabilities.Count + review.Decoded.Count + review.Responses.Count + review.NextSteps.Count)
            .Should().Be(0);
        review.Open.Should().Equal(CustomerStrategyArea.InOrder);
        var cooperation = CooperationReview.Of(new(), null, null, AsOf) with { Points = null!, Calendar = null! };
        (cooperation.Points.Count + cooperation.Calendar.Count, cooperation.Weakest).Should().Be((0, null));
        (Note with { Support = null! }).Support.Should().BeEmpty();
        new CooperationRecord { Meetings = null! }.Meetings.Should().BeEmpty();
        new StrategyPlan { OpenedOn = AsOf, History = null! }.History.Should().BeEmpty();
    }

    [Fact]
    public void Goals_without_weight_say_nothing_and_white_spots_stand_by_weight()
    {
        var match = new StrategicMatch([new("a", 0, 0), new("b", 0, 3)]);
        (match.Score, match.Coverage, match.Low, match.High, match.WhiteSpots.Count).Should().Be((null, 0, 0, 100, 0));
        new StrategicMatch([new("a", 2, 0), new("b", 3, 0), new("c", 5, 3), new("d", 0, 0)]).WhiteSpots.Select(goal => goal.Id).Should().Equal("b", "a");
        new StrategicMatch([new("a", 1, null), new("b", 3, 2)], MatchScale.Emphasised).Should().Match<StrategicMatch>(
            emphasised => emphasised.Low == 25 && emphasised.High == 50 && emphasised.Score == 33.333333);
    }

    [Fact]
    public void A_capability_that_is_not_listed_or_not_judged_holds_nobody_back_and_the_first_of_two_counts()
    {
        StrategyNote With(string capability) => Note with { Id = capability, Support = [new() { Capability = capability, Strength = 3 }], Weight = 2 };
        OurCapability[] ours =
            [new() { Id = "lab", Statement = "lab", Level = 1 }, new() { Id = "lab", Statement = "lab", Level = 3 }, new() { Id = "plant", Statement = "plant" }];
        StrategicMatch.Of([With("lab"), With("plant"), With("other")], ours, AsOf)!.Goals.Select(goal => (goal.Strength, goal.Weight)).Should().Equal(
            (1, 2), (3, 2), (3, 2));
    }

    [Fact]
    public void A_note_weighs_less_with_its_age_and_nothing_after_its_horizon()
    {
        StrategyDecoding.Weight(Note with { Horizon = AsOf }, AsOf).Should().Be(1);
        StrategyDecoding.Weight(Note with { Horizon = AsOf.PlusDays(-1) }, AsOf).Should().Be(0);
        StrategyDecoding.Weight(Note with { Date = null }, AsOf).Should().Be(0);
        var quick = new EvidenceDecay(10);
        StrategyDecoding.Weight(Note with { Date = AsOf.PlusDays(-10) }, AsOf, quick).Should().Be(.5);
        StrategyDecoding.Decoded([Note with { Date = AsOf.PlusDays(-11) }], AsOf, quick).Should().BeEmpty();
        StrategyDecoding.Decoded([Note with { Date = AsOf.PlusDays(-10) }], AsOf, quick).Should().ContainSingle();
        StrategyDecoding.Coverage([Note with { Date = AsOf.PlusDays(-10) }], AsOf, quick).Should().Be(.5 / 6);
    }

    [Fact]
    public void A_share_next_to_nothing_has_no_ratio()
    {
        (new DependenceBalance(1, double.Epsilon).Ratio, new DependenceBalance(0, .5).Ratio, new DependenceBalance(.5, .25).Ratio).Should().Be((null, 0, 2));
        new SharedGain { ValueCreated = 9, OurInvestment = 1, TheirInvestment = 2, OurAlternative = 3 }.Should().Match<SharedGain>(
            gain => gain.NetGain == 6 && gain.Surplus == null);
    }

    [Fact]
    public void Meetings_are_held_monthly_quarterly_twice_a_year_and_yearly()
    {
        GovernanceMeeting.InOrder.ToDictionary(kind => kind.Name, GovernanceCalendar.MonthsOf).Should().Equal(
            new Dictionary<string, int> { ["KpiReview"] = 1, ["SteeringCommittee"] = 3, ["LeadersMeeting"] = 6, ["JointPlanning"] = 12 }
                .OrderBy(each => GovernanceMeeting.FromName(each.Key).Value));
        LocalDate? Due(LocalDate started, LocalDate asOf, params LocalDate[] held) => GovernanceCalendar
            .Next([.. held.Select(on => new HeldMeeting { Kind = GovernanceMeeting.KpiReview, On = on })], started, asOf).Single(step => step.Key == "KpiReview").DueOn;
        Due(AsOf.PlusYears(-1), AsOf, AsOf).Should().Be(AsOf.PlusMonths(1), "a meeting of today was held");
        var last = LocalDate.MaxIsoValue;
        (Due(last.PlusMonths(-1), AsOf), Due(last.PlusMonths(-1).PlusDays(-1), AsOf), Due(last.PlusMonths(-1).PlusDays(1), AsOf)).Should().Be(
            (last.PlusDays(-1), last.PlusDays(-2), last));
    }

    [Fact]
    public void A_cooperation_is_judged_over_what_is_known_and_planned_from_the_day_it_can_begin()
    {
        CooperationFacts ready = new()
        {
            StrategicMatch = 80, TopLevelMeetingsPerYear = 4, HaveLeadersMet = true, Contract = ContractForm.FrameworkAgreement, Trust = FactorLevel.High,
            JointProjects = 3, JointInvestmentShare = 0.05, IsInvolvedEarly = true, HasSteeringCommittee = true, SharesKpis = true, ConnectedDepartments = 5,
        };
        var review = CooperationReview.Of(ready, null, new(.5, .05), AsOf);
        review.Calendar[0].DueOn.Should().Be(AsOf.PlusMonths(1), "it begins today");
        (review.Dependence!.Kind, review.Gain, review.IsPaperOnly).Should().Be((DependenceKind.TheyDepend, null, false));
        var held = CooperationReview.Of(
            ready, new() { StartedOn = AsOf.PlusDays(-9), Meetings = [new() { Kind = GovernanceMeeting.KpiReview, On = AsOf.PlusDays(-2) }], Gain = new() { ValueCreated = 5 } }, null, AsOf);
        held.Calendar[0].DueOn.Should().Be(AsOf.PlusDays(-2).PlusMonths(1));
        held.Gain!.ValueCreated.Should().Be(5);
        var little = CooperationReview.Of(new() { StrategicMatch = 50, SharesKpis = true }, null, null, AsOf);
        little.Points.Select(each => each.Score is null).Should().Equal(false, true, true, false);
        little.Points[3].Score.Should().Be(100, "the one thing that is known of it");
        little.Weakest.Should().Be(CooperationPoint.InOrder[0]);
    }

    [Fact]
    public void A_plan_of_the_last_days_of_the_calendar_is_reviewed_on_the_last()
    {
        static LocalDate? Due(LocalDate adopted) => new PlanningCase("c", AsOf,
        [
            PlanningEvent.PrepCompleted(AsOf, FourAreas, "x"), PlanningEvent.CaseAttached(ReferenceCase.OwnFailure, AsOf, "x"), PlanningEvent.Adopted(adopted, "x"),
        ]).ReviewDueOn(AccountTier.A);
        var last = LocalDate.MaxIsoValue;
        (Due(last.PlusMonths(-3)), Due(last.PlusMonths(-3).PlusDays(-1)), Due(last)).Should().Be((last.PlusDays(-1), last.PlusDays(-2), last));
    }

    [Fact]
    public void Plans_are_equal_by_what_happened()
    {
        PlanningCase plan = PlanningCase.Open("c", AsOf), other = new("c", AsOf, [PlanningEvent.CaseAttached(ReferenceCase.OwnFailure, AsOf.PlusDays(3), "x")]);
        (plan == PlanningCase.Open("c", AsOf), plan == PlanningCase.Open("d", AsOf), plan == PlanningCase.Open("c", AsOf.PlusDays(1)), plan == other)
            .Should().Be((true, false, false, false));
        plan.GetHashCode().Should().Be(PlanningCase.Open("c", AsOf).GetHashCode());
        (other.Since, other.Cases, other.Principle).Should().Be((AsOf, 1, PlanningPrinciple.Prep), "a case alone begins no new phase");
        other.Apply(PlanningEvent.Closed(AsOf.PlusDays(4), "x")).Case.Should().Match<PlanningCase>(closed => closed.IsClosed && closed.Since == AsOf && closed.Cases == 1);
        plan.NextSteps(AsOf, null, FourAreas).Single().Key.Should().Be("completePrep");
        plan.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void A_review_puts_notes_and_challenges_in_order_and_answers_each_kind_once()
    {
        StrategyNote On(string id, CustomerStrategyArea area, LocalDate? day) => Note with { Id = id, Area = area, Date = day };
        ChallengeNote Faced(CustomerChallenge kind, int? weight, LocalDate? day) => new() { Kind = kind, Statement = "x", Weight = weight, Date = day };
        var (first, second) = (CustomerStrategyArea.InOrder[0], CustomerStrategyArea.InOrder[1]);
        var (one, two) = (CustomerChallenge.InOrder[0], CustomerChallenge.InOrder[1]);
        var review = StrategyReview.Of(
            [On("d", second, AsOf), On("c", first, AsOf), On("b", first, AsOf), On("a", first, null), On("e", first, AsOf.PlusDays(-2))],
            [Faced(two, null, AsOf), Faced(two, 2, null), Faced(one, 2, AsOf), Faced(two, 2, AsOf), Faced(two, 5, null)],
            [], new() { OpenedOn = AsOf, History = [PlanningEvent.PrepCompleted(AsOf, FourAreas, "x")] }, "c", AccountTier.A, AsOf);
        review.Notes.Select(note => note.Id).Should().Equal("b", "c", "e", "a", "d");
        review.Challenges.Select(each => (each.Kind, each.Weight, each.Date)).Should().Equal(
            (two, 5, null), (one, 2, AsOf), (two, 2, AsOf), (two, 2, null), (two, null, AsOf));
        review.Responses.Select(each => (each.Challenge, each.Area)).Distinct().Should().Equal((two, first), (two, second), (one, first), (one, second));
        (review.Plan!.Principle, review.NextSteps.Single().Key, review.ReviewDueOn, review.IsStale).Should().Be((PlanningPrinciple.People, "attachCase", null, false));
        review.Open.Should().HaveCount(4);
        (review.Match!.Goals.Count, review.Coverage).Should().Be((4, 2.0 / 6));
        StrategyReview.Of([], [Faced(one, 1, AsOf)], [], null, "c", null, AsOf).Should().Match<StrategyReview>(
            bare => bare.Responses.Count > 0 && bare.Responses[0].Area == null && bare.Plan == null && bare.NextSteps.Count == 0 && !bare.IsStale);
        StrategyPlan adopted = new()
        {
            OpenedOn = AsOf, History =
            [
                PlanningEvent.PrepCompleted(AsOf, FourAreas, "x"), PlanningEvent.CaseAttached(ReferenceCase.OwnFailure, AsOf, "x"), PlanningEvent.Adopted(AsOf, "x"),
            ],
        };
        StrategyReview.Of([], [], [], adopted, "c", AccountTier.A, AsOf.PlusMonths(3).PlusDays(1)).Should().Match<StrategyReview>(
            stale => stale.IsStale && stale.ReviewDueOn == AsOf.PlusMonths(3));
    }

    [Fact]
    public void People_of_equal_influence_stand_by_name_and_so_do_their_bones()
    {
        var figure = new DecisionChain(
            [new() { Name = "Bo", Bone = "T" }, new() { Name = "Ann", Bone = "T" }, new() { Name = "Cy", Bone = "P", Influence = 2 }, new() { Name = "Di" }]).ToFigure();
        figure.Bones.Select(bone => bone.Label).Should().Equal("P", "T", "Not known");
        figure.Bones[1].Items.Select(item => item.Label).Should().Equal("Ann", "Bo");
        figure.Bones.SelectMany(bone => bone.Items).Should().OnlyContain(item => !item.IsDashed);
    }

    [Fact]
    public void What_a_company_judges_by_its_own_models_counts()
    {
        var strict = StrategicCooperation.Readiness.With(StrategicCooperation.Readiness.Settings with { Version = "strict" });
        CooperationReview.Of(new() { StrategicMatch = 80 }, null, null, AsOf, strict).Readiness.ModelVersion.Should().Be("strict");
        CooperationReview.Of(new(), new() { StartedOn = AsOf.PlusDays(-9) }, null, AsOf).Calendar[0].DueOn.Should().Be(AsOf.PlusDays(-9).PlusMonths(1));
        var plan = new PlanningCase("c", AsOf,
        [
            PlanningEvent.PrepCompleted(AsOf, [.. Enumerable.Reverse(FourAreas)], "x"), PlanningEvent.CaseAttached(ReferenceCase.OwnFailure, AsOf, "x"), PlanningEvent.Adopted(AsOf, "x"),
        ]);
        plan.History[0].Areas.Should().Equal(FourAreas);
        var due = plan.ReviewDueOn(AccountTier.A)!.Value;
        (plan.NextSteps(due, AccountTier.A)[0].IsOverdue, plan.NextSteps(due.PlusDays(1), AccountTier.A)[0].IsOverdue).Should().Be((false, true));
    }
}
