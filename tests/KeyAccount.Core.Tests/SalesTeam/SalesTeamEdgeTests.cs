using KeyAccount.Core.Grading;
using KeyAccount.Core.SalesTeam;
using NodaTime;

namespace KeyAccount.Core.Tests.SalesTeam;

/// <summary>What happens at the ends of ranges, on the first and last day, and with what is not known.</summary>
public class SalesTeamEdgeTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly LocalDate End = new(2026, 3, 31);
    private static readonly LocalDate Julian = new(2026, 1, 1, CalendarSystem.Julian);
    private static readonly PriceRounding Cent = new(0.01m, MidpointRounding.AwayFromZero);

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        var (plan, rate) = (Plan(1), new Core.Statistics.RateEstimate(0, 0, 0, 0));
        Refused("points", () => _ = new AttainmentCurve(null!));
        Refused("period", () => ClosedLoop.Of(null!, Start));
        Refused("Focus", () => _ = new FocusScore(null!, 1, 1, 1, 1));
        Refused("focuses", () => SalesManagement.ShortBoard([null!]));
        Refused("Evidence", () => _ = new FormalityFinding(FormalitySign.EmptyResults, "A", new("", "", ""), null!));
        Refused("position", () => _ = new Interview("1", null!, []));
        Refused("ratings", () => _ = new Interview("1", SalesPosition.Manager, null!));
        Refused("position", () => InterviewGuide.Describe(null!));
        Refused("language", () => InterviewGuide.Describe(SalesPosition.Manager, null!));
        Refused("position", () => InterviewQuestion.For(null!));
        Refused("Question", () => _ = new InterviewRating("A", null!, 1));
        Refused("Decision", () => _ = new InterviewResult(null!, [], [], []));
        Refused("language", () => Interviews.Judge(new("1", SalesPosition.Manager, [])).Describe(null!));
        Refused("Kind", () => _ = new LoggedActivity { Kind = null! });
        Refused("logs", () => LogMeasures.Of([null!]));
        Refused("hours", () => ManagerTime.Of([null!]));
        Refused("Curve", () => _ = new PayMeasure("a", 1, null!));
        Refused("position", () => _ = new PayPlan("p", null!, EmploymentPhase.Regular, 0, [Measure("a", 1)]));
        Refused("phase", () => _ = new PayPlan("p", SalesPosition.Manager, null!, 0, [Measure("a", 1)]));
        Refused("measures", () => _ = new PayPlan("p", SalesPosition.Manager, EmploymentPhase.Regular, 0, null!));
        Refused("rounding", () => plan.Statement(1, [], null!));
        Refused("results", () => plan.Statement(1, [null!], Cent));
        Refused("cases", () => plan.Cost(1, [null!]));
        Refused("position", () => PayPlans.For(null!, EmploymentPhase.Regular));
        Refused("phase", () => PayPlans.For(SalesPosition.Manager, null!));
        Refused("Lines", () => _ = new PayStatement("p", 1, null!));
        Refused("language", () => plan.Statement(1, [new("m0", 1)], Cent).Describe(language: null!));
        Refused("cases", () => QuotaFairness.Of([null!]));
        Refused("AtQuota", () => _ = QuotaFairness.Of([]) with { AtQuota = null! });
        Refused("ratings", () => RaterAgreement.Of(null!));
        Refused("ratings[0].First", () => RaterAgreement.Of([(null!, "n")]));
        Refused("ratings[0].Second", () => RaterAgreement.Of([("n", null!)]));
        Refused("Role", () => _ = new RoleHours(null!, 1));
        Refused("Competence", () => _ = new SkillRating(null!, SkillLevel.Expert));
        Refused("Level", () => _ = new SkillRating(Competence.Bidding, null!));
        Refused("logs", () => WeeklyLogs.Check([null!]));
        Refused("Late", () => _ = LogMeasures.Of([]) with { Late = null! });
        Refused("Roles", () => _ = LogMeasures.Of([]) with { Roles = null! });
        rate.Counted.Should().BeNull();
    }

    [Fact]
    public void Numbers_dates_and_names_that_cannot_be_are_refused()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentException>().WithMessage(message);
        var plan = Plan(1);
        Refused("points has 1; it must have at least 2*", () => _ = new AttainmentCurve([new(0, 1)]));
        Refused("points pays nothing at all; *", () => _ = new AttainmentCurve([new(0, 0), new(1, 0)]));
        Refused("attainment is -1; *", () => AttainmentCurve.Standard.Payout(-1));
        Refused("from is 0; *", () => AttainmentCurve.Standard.Cliffs(0));
        Refused("asOf is a date of the calendar *", () => ClosedLoop.Of(Period(), Julian));
        Refused("asOf is a date of the calendar *", () => LogMeasures.Of([], null, Julian));
        Refused("Candidate*", () => _ = new Interview(" ", SalesPosition.Manager, []));
        Refused("targets has 3; it must have four*", () => ManagerTime.Of([], [0.5, 0.25, 0.25]));
        Refused("targets[1] is -0.5; *", () => ManagerTime.Of([], [0.5, -0.5, 0.5, 0.5]));
        Refused("targets sum to 1.000001; *", () => ManagerTime.Of([], [0.5, 0.5, 0.000001, 0]));
        Refused("incentiveShare is 1.1; *", () => _ = new PayPlan("p", SalesPosition.Manager, EmploymentPhase.Regular, 1.1, [Measure("a", 1)]));
        Refused("measures is empty; *", () => _ = new PayPlan("p", SalesPosition.Manager, EmploymentPhase.Regular, 1, []));
        Refused("measures[1].Key is 'a', which is duplicated; *", () =>
            _ = new PayPlan("p", SalesPosition.Manager, EmploymentPhase.Regular, 1, [Measure("a", 1), Measure("a", 1)]));
        Refused("measures[0].Gate.Measure is 'b'; it must be the key of another measure: 'c'.*", () => _ = new PayPlan(
            "p", SalesPosition.Manager, EmploymentPhase.Regular, 1, [Measure("a", 1) with { Gate = new("b", 1) }, Measure("c", 1)]));
        Refused("guarantees[0] is 1.1; *", () => _ = new PayPlan("p", SalesPosition.Manager, EmploymentPhase.Regular, 1, [Measure("a", 1)], [1.1]));
        Refused("onTargetEarnings is -1; *", () => plan.Statement(-1, [new("m0", 1)], Cent));
        Refused("month is 0; *", () => plan.Statement(1, [new("m0", 1)], Cent, 0));
        Refused("from is 0; *", () => plan.Cliffs(0));
        Refused("onTargetEarnings is -1; *", () => plan.Cost(-1, [new(1)]));
        Refused("quota is -1; *", () => plan.Cost(1, [new(1)], -1));
        Refused("cases is empty; *", () => plan.Cost(1, []));
        Refused("CoachedOn[1] is a date of the calendar *", () => _ = Period() with { CoachedOn = [Start, Julian] });
        Refused("ratings is empty; *", () => RaterAgreement.Of([]));
        Refused("bothYes is -1; *", () => RaterAgreement.Of(-1, 1, 1, 1));
        Refused("onlyFirst is -1; *", () => RaterAgreement.Of(1, -1, 1, 1));
        Refused("onlySecond is -1; *", () => RaterAgreement.Of(1, 1, -1, 1));
        Refused("bothNo is 1000001; *", () => RaterAgreement.Of(1, 1, 1, 1_000_001));
        Refused("all counts are 0; *", () => RaterAgreement.Of(0, 0, 0, 0));
        Refused("one is 1.1; *", () => RatingReliability.Of(1.1, 1));
        Refused("raters is 0; *", () => RatingReliability.Of(1, 0));
        Refused("raters is 1001; *", () => RatingReliability.Of(1, 1001));
        Refused("one is 0; it must be between *", () => RatingReliability.RatersFor(0, 0.5));
        Refused("wanted is 1; *", () => RatingReliability.RatersFor(0.5, 1));
        Refused("hires is -1; *", () => SelectionUtility.Of(-1, 1, 1, 1, 1, 1));
        Refused("years is -1; *", () => SelectionUtility.Of(1, -1, 1, 1, 1, 1));
        Refused("validity is 1.1; *", () => SelectionUtility.Of(1, 1, 1.1, 1, 1, 1));
        Refused("spread is -1; *", () => SelectionUtility.Of(1, 1, 1, -1, 1, 1));
        Refused("meanScore is 11; *", () => SelectionUtility.Of(1, 1, 1, 1, 11, 1));
        Refused("cost is -1; *", () => SelectionUtility.Of(1, 1, 1, 1, 1, -1));
        Refused("Week is 0001-12-31; it must be a day of the years 2 to 9998.*", () => Log(new(1, 12, 31)));
        Refused("Week is 9999-01-01; *", () => Log(new(9999, 1, 1)));
        Refused("Week is a date of the calendar *", () => Log(Julian));
        Log(new(2, 1, 1)).Monday.Should().Be(new LocalDate(1, 12, 31));
        Log(new(9998, 12, 31)).Monday.Should().Be(new LocalDate(9998, 12, 28));
        (Log(new(2026, 11, 2)).Monday, Log(new(2026, 11, 8)).Monday).Should().Be((new LocalDate(2026, 11, 2), new LocalDate(2026, 11, 2)));
        ManagerTime.Of([new(ManagerRole.Developer, 1)], [0.4, 0.3, 0.2, 0.1 + 1e-10]).Select(share => share.Target).Should().Equal(0.4, 0.3, 0.2, 0.1 + 1e-10);
        RatingReliability.RatersFor(0.5, 0.999).Should().Be(999);
    }

    [Fact]
    public void Lists_that_are_left_out_are_empty()
    {
        var log = Log(Start) with { Planned = null!, Done = null!, NextWeek = null!, Roles = null! };
        (log.Planned.Count + log.Done.Count + log.NextWeek.Count + log.Roles.Count).Should().Be(0);
        var period = Period() with { Targets = null!, Authors = null!, CoachedOn = null!, CheckedOn = null! };
        (period.Targets.Count + period.Authors.Count + period.CoachedOn.Count + period.CheckedOn.Count).Should().Be(0);
    }

    [Fact]
    public void A_curve_pays_from_its_threshold_and_is_what_its_points_are()
    {
        AttainmentCurve other = new([new(1.5, 1.75), new(0.5, 0.25), new(1, 1)]);
        other.Should().Be(AttainmentCurve.Standard);
        other.GetHashCode().Should().Be(AttainmentCurve.Standard.GetHashCode());
        other.Equals(AttainmentCurve.Proportional).Should().BeFalse();
        (other.Payout(0.5 - 5e-10), other.Payout(0.5 - 5e-9)).Should().Be((0.25, 0));
        (other.Threshold, other.Cap).Should().Be((0.5, 1.75));
        AttainmentCurve.Standard.Cliffs().Should().Equal(new PayCliff(PayCliffKind.Threshold, null, 0.5, 0, 0.25));
        AttainmentCurve.Standard.Cliffs(0.25).Should().BeEmpty();
        new AttainmentCurve([new(0, 0.2), new(1, 1)]).Cliffs().Should().Equal(new PayCliff(PayCliffKind.Threshold, null, 0, 0, 0.2));
        new AttainmentCurve([new(0, 0), new(0.5, 0.1), new(0.501, 0.4), new(0.9, 0.5), new(0.901, 0.9)]).Cliffs()
            .Select(cliff => (cliff.Kind, cliff.At)).Should().Equal((PayCliffKind.Step, 0.501), (PayCliffKind.Step, 0.901));
        other.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void A_cliff_is_told_by_its_kind()
    {
        static string Told(PayCliffKind kind, string? measure) => new PayCliff(kind, measure, 0.5, 0, 0.25).Describe().En;
        string[] told = [Told(PayCliffKind.Threshold, "revenue"), Told(PayCliffKind.Step, null), Told(PayCliffKind.Gate, "collection")];
        told.Should().OnlyHaveUniqueItems().And.OnlyContain(text => text.Contains("50", StringComparison.Ordinal) && text.Contains("25", StringComparison.Ordinal));
        told[0].Should().Contain("revenue");
        told[1].Should().Contain("–");
        told[2].Should().Contain("collection");
    }

    [Fact]
    public void The_cliffs_of_a_plan_are_shares_of_its_whole_incentive()
    {
        PayPlan plan = new("p", SalesPosition.Representative, EmploymentPhase.Regular, 0.5,
        [
            new("revenue", 3, AttainmentCurve.Standard), new("visits", 1, AttainmentCurve.Proportional, Gate: new("revenue", 0.5)),
        ]);
        plan.Cliffs().Should().Equal(
            new PayCliff(PayCliffKind.Threshold, "revenue", 0.5, 0, 0.1875), new PayCliff(PayCliffKind.Gate, "revenue", 0.5, 0, 0.25));
        plan.Cliffs(0.1875).Should().ContainSingle().Which.Kind.Should().Be(PayCliffKind.Gate);
        plan.Cliffs(0.25).Should().BeEmpty("a rise of just as much is none");
        plan.ProcessWeight.Should().Be(0);
    }

    [Fact]
    public void A_statement_says_what_each_line_is_paid_for()
    {
        PayPlan plan = new("p", SalesPosition.Representative, EmploymentPhase.Probation, 0.4,
            [Measure("a", 3), new("b", 1, AttainmentCurve.WithoutCliff, Gate: new("a", 0.5))], [0.5, 0.5, 0]);
        var lines = plan.Statement(1_000, [new("a", 0.5), new("b", 1.5)], Cent, 3).Lines;
        lines.Select(line => (line.Kind, line.Target, line.Attainment, line.Payout, line.Amount)).Should().Equal(
            (PayLineKind.BasePay, 600m, null, null, 600m), (PayLineKind.Incentive, 300m, 0.5, 0.5, 150m), (PayLineKind.Incentive, 100m, 1.5, 1.75, 175m));
        lines[0].Reason.En.Should().Contain("60 %");
        lines[2].Reason.En.Should().StartWith("150 % of the target pays 175 %");
        plan.Statement(1_000, [new("a", 0.5), new("b", 1.6)], Cent).Lines[2].Reason.En.Should().NotStartWith("160 % of the target pays 175 %")
            .And.Contain("175 %");
        var shut = plan.Statement(1_000, [new("a", 0.5 - 1e-8), new("b", 1)], Cent).Lines;
        (shut[2].Payout, plan.Statement(1_000, [new("a", 0.5 - 1e-10), new("b", 1)], Cent).Lines[2].Payout).Should().Be((0, 1));

        decimal? Filled(double attainment, int? month) => plan.Statement(1_000, [new("a", attainment), new("b", 0)], Cent, month)
            .Lines.SingleOrDefault(line => line.Kind == PayLineKind.Guarantee)?.Amount;
        (Filled(0.5, 1), Filled(0.5, 2), Filled(0.5, 3), Filled(0.5, 4), Filled(0.5, null)).Should().Be((50, 50, null, null, null));
        (Filled(0.66, 2), Filled(0.67, 2)).Should().Be((2, null));
        plan.Statement(1_000, [new("a", 2.0 / 3), new("b", 0)], Cent, 1).Lines.Should().HaveCount(3, "nothing is missing");
        plan.Statement(1_000, [new("a", 0), new("b", 0)], Cent, 2).Lines[^1].Reason.En.Should().Contain("50 %").And.Contain("2");
    }

    [Fact]
    public void Whose_target_is_reached_just_so_is_at_target_and_no_revenue_has_no_cost()
    {
        var plan = Plan(1);
        var cost = plan.Cost(1_000, [new(1, 3), new(0.999, 1)], 500);
        (cost.People, cost.OnTargetShare, cost.Highest).Should().Be((4, 0.75, 1_000));
        (plan.Cost(1_000, [new(1)]).Revenue, plan.Cost(1_000, [new(1)]).CostOfSales).Should().Be((null, null));
        (plan.Cost(1_000, [new(0)], 500).Revenue, plan.Cost(1_000, [new(0)], 500).CostOfSales).Should().Be((0, null));
        plan.Cost(0, [new(1)], 500).Pay.Should().Be(0);
        PayPlan gated = new("p", SalesPosition.Manager, EmploymentPhase.Regular, 1, [Measure("a", 1), Measure("b", 1) with { Gate = new("a", 0.8) }]);
        (gated.Cost(1_000, [new(0.8)]).Pay, gated.Cost(1_000, [new(0.79)]).Pay).Should().Be((800, 395));
    }

    [Fact]
    public void A_plan_is_chosen_by_position_and_phase()
    {
        PayPlans.For(SalesPosition.Representative, EmploymentPhase.Probation).Should().Be(PayPlans.ProbationRepresentative);
        PayPlans.For(SalesPosition.Representative, EmploymentPhase.Regular).Should().Be(PayPlans.RegularRepresentative);
        PayPlans.For(SalesPosition.Director, EmploymentPhase.Probation).Should().Be(PayPlans.ProbationManager);
        PayPlans.For(SalesPosition.Manager, EmploymentPhase.Regular).Should().Be(PayPlans.RegularManager);
    }

    [Fact]
    public void Quotas_are_healthy_from_a_half_to_seven_tenths_and_else_where_it_is_certain()
    {
        static bool? Healthy(int reached, int people) => QuotaFairness.Of(
            [.. Enumerable.Range(0, people).Select(i => new QuotaCase { Quota = 10, Sold = i < reached ? 10 : 9 })]).IsHealthy;
        (Healthy(3, 6), Healthy(7, 10), Healthy(2, 5), Healthy(4, 5), Healthy(2, 4), Healthy(0, 0)).Should().Be((true, true, null, null, null, null));
        (Healthy(0, 20), Healthy(20, 20)).Should().Be((false, false));
        QuotaCase unknown = new() { Quota = 10 };
        (QuotaFairness.Of([unknown]).AtQuota.Trials, unknown.Attainment, (unknown with { Sold = 5 }).Attainment).Should().Be((0, null, 0.5));
    }

    [Fact]
    public void A_loop_is_met_on_the_day_itself_and_closed_when_all_is_met()
    {
        static bool?[] Met(PerformancePeriod period, LocalDate day) => [.. ClosedLoop.Of(period, day).Checks.Select(check => check.IsMet)];
        var after = End.PlusDays(31);
        var period = Period() with { Targets = [new("revenue", 5, 5)], SignedOn = Start, FeedbackOn = after, DecidedOn = after };
        Met(period, after).Should().Equal(true, true, true, true);
        Met(period, after.PlusDays(-1)).Should().Equal(true, true, null, null);
        Met(period, Start).Should().Equal(true, null, null, null);
        Met(period, Start.PlusDays(-1)).Should().Equal(null, null, null, null);
        Met(period with { SignedOn = null, FeedbackOn = null, DecidedOn = null }, after).Should().Equal(false, true, false, false);
        Met(period with { Targets = [] }, after).Should().Equal(false, false, true, true);
        (ClosedLoop.Of(period, after).IsClosed, ClosedLoop.Of(period, Start).IsClosed).Should().Be((true, null));
        ClosedLoop.Of(period with { FeedbackOn = null }, after).IsClosed.Should().BeFalse();
        ClosedLoop.Of(period with { Targets = [] }, after).Checks.Take(2).Select(check => check.Reason.En).Should().AllBe(
            ClosedLoop.Of(Period(), Start).Checks[0].Reason.En, "there are no targets");
        ClosedLoop.Of(period, after).Checks.Select(check => check.Reason.En).Should().OnlyHaveUniqueItems().And.SatisfyRespectively(
            targets => targets.Should().Contain("2026-01-01"), results => results.Should().Contain("1"),
            feedback => feedback.Should().Contain("2026-05-01"), decided => decided.Should().Contain("2026-05-01"));
    }

    [Fact]
    public void The_weight_of_the_process_is_known_where_all_weights_are()
    {
        static double? Weight(params double?[] weights) => (Period() with
        {
            Targets = [.. weights.Select((weight, i) => new PeriodTarget($"{i}", 1, IsProcess: i == 0, Weight: weight))],
        }).ProcessWeight;
        (Weight(1, 3), Weight(1, null), Weight(0, 0), Weight(), Weight(2)).Should().Be((0.25, null, null, null, 1));
    }

    [Fact]
    public void A_week_is_held_against_its_plan_when_it_is_over()
    {
        var monday = new LocalDate(2026, 11, 2);
        LoggedActivity visit = new() { Kind = LogActivityKind.Visit, Account = "A", Hours = 2 };
        WeeklyLog[] logs =
        [
            Log(monday) with
            {
                Planned = [new("A"), new("a ")], NextWeek = [new("A"), new("B")],
                Done = [visit, visit with { Account = "B", Hours = null }, new() { Kind = LogActivityKind.Travel, Account = "A", Hours = 6 }],
            },
            Log(monday.PlusDays(7)) with { Done = [visit, new() { Kind = LogActivityKind.Travel, Account = "B" }] },
        ];
        (int, int) Planned(LocalDate? asOf) => Of(LogMeasures.Of(logs, null, asOf).PlanKept);
        (int, int) Promised(LocalDate? asOf) => Of(LogMeasures.Of(logs, null, asOf).PromisesKept);
        static (int, int) Of(Core.Statistics.RateEstimate rate) => ((int)rate.Successes, (int)rate.Trials);

        (Planned(monday.PlusDays(5)), Planned(monday.PlusDays(6)), Planned(null)).Should().Be(((0, 0), (1, 2), (1, 2)));
        (Promised(monday.PlusDays(12)), Promised(monday.PlusDays(13)), Promised(null)).Should().Be(((0, 0), (1, 2), (1, 2)));
        var measures = LogMeasures.Of(logs, new Dictionary<string, AccountTier> { ["A"] = AccountTier.B });
        (measures.Logs, measures.Hours, measures.SellingHours, measures.SellingShare, measures.TopTierShare).Should().Be((2, 10, 4, 0.4, 0));
        measures.HoursByTier.Should().Equal(0, 4, 0);
        LogMeasures.Of(logs).TopTierShare.Should().BeNull();
        LogMeasures.Of([Log(monday) with { Roles = [new(ManagerRole.Worker, 3)] }]).Roles.Select(role => role.Hours).Should().Equal(0, 0, 0, 3);
        LogMeasures.Of([logs[0] with { Person = "Bob" }, logs[1]]).PromisesKept.Trials.Should().Be(0, "what Bob promised, Ann need not keep");
    }

    [Theory]
    [InlineData("abcde fghij", true)]
    [InlineData("abcde fghi 1", false)]
    public void A_text_of_ten_letters_can_be_repeated_and_one_of_nine_is_alike_by_chance(string text, bool isFound)
    {
        var monday = new LocalDate(2026, 11, 2);
        LoggedActivity visit = new() { Kind = LogActivityKind.Visit, Account = "A", Result = LogResult.NeedFound, Text = text };
        var found = WeeklyLogs.Check([Log(monday.PlusDays(7)) with { Done = [visit] }, Log(monday) with { Done = [visit] }]);
        found.Should().HaveCount(isFound ? 1 : 0);
        if (isFound)
        {
            found[0].Evidence.Should().Equal("2026-11-09");
            found[0].Reason.En.Should().Contain("1").And.Contain("2");
            WeeklyLogs.Check([Log(monday) with { NextWeek = [new("A", text)] }, Log(monday.PlusDays(7)) with { NextWeek = [new("A", text)] }])
                .Should().ContainSingle("what a visit is for can be copied too");
        }
    }

    [Fact]
    public void Signs_of_a_formality_stand_by_person_and_count_what_they_are_of()
    {
        var monday = new LocalDate(2026, 11, 2);
        WeeklyLog Of(string person, LogResult? result, int days) => Log(monday) with
        {
            Person = person,
            Done =
            [
                .. Enumerable.Range(0, 5).Select(i => new LoggedActivity
                {
                    Kind = LogActivityKind.Call, Account = $"{i}", Result = result, On = monday, WrittenOn = monday.PlusDays(days),
                }),
                new() { Kind = LogActivityKind.Travel },
            ],
        };
        var found = WeeklyLogs.Check([Of("Bob", null, 3), Of("Ann", null, 0), Of("Cid", LogResult.NeedFound, 3), Of("Dee", LogResult.NeedFound, 2)]);
        found.Select(each => (each.Person, each.Sign.Name)).Should().Equal(
            ("Ann", "EmptyResults"), ("Bob", "EmptyResults"), ("Bob", "WrittenLate"), ("Cid", "WrittenLate"));
        found.Should().OnlyContain(each => each.Reason.En.Contains('5') && each.Evidence.Count == 1);
    }

    [Fact]
    public void Two_raters_agree_by_chance_as_often_as_their_own_answers_say()
    {
        RaterAgreement.Of([("y", "y"), ("y", "n"), ("n", "n"), ("m", "y")]).Should().Be(new RaterAgreement(4, 0.5, (0.5 * 0.5) + (0.25 * 0.5)));
        RaterAgreement.Of([("y", "y")]).Kappa.Should().BeNull();
        RaterAgreement.Of(0, 0, 0, 7).Should().Be(new RaterAgreement(7, 1, 1));
    }

    [Fact]
    public void A_gap_is_never_negative_and_unknown_where_a_level_is()
    {
        SkillGap gap = new(Competence.Bidding, SkillLevel.Independent, SkillLevel.Expert, null, null);
        (gap.Levels, (gap with { Actual = null }).Levels, (gap with { Actual = SkillLevel.Novice }).Levels).Should().Be(
            (0, null, SkillLevel.Independent.Value - SkillLevel.Novice.Value));
    }

    [Fact]
    public void A_result_is_told_with_what_was_rated()
    {
        static int Blocks(params InterviewRating[] ratings) => Interviews.Judge(new("1", SalesPosition.Manager, ratings)).Describe().Blocks.Count;
        var nothing = Blocks();
        Blocks(new InterviewRating("A", InterviewQuestion.TeamTarget, 3)).Should().Be(nothing + 1, "the competences");
        Blocks(new InterviewRating("A", InterviewQuestion.TeamTarget, 3), new("B", InterviewQuestion.TeamTarget, 5)).Should().Be(nothing + 2, "and where they differ");
        Blocks(new InterviewRating("A", InterviewQuestion.TeamTarget, 3, "she is married")).Should().Be(nothing + 2, "and what no note should say");
    }

    private static PerformancePeriod Period() => new("Ann", Start, End);

    private static PayMeasure Measure(string key, double weight) => new(key, weight, AttainmentCurve.Proportional);

    private static PayPlan Plan(int measures) => new(
        "p", SalesPosition.Manager, EmploymentPhase.Regular, 0.5, [.. Enumerable.Range(0, measures).Select(i => Measure($"m{i}", 1))]);

    private static WeeklyLog Log(LocalDate week) => new() { Person = "Ann", Week = week };

    [Fact]
    public void A_statement_speaks_of_measures_by_name_and_of_shares_of_the_weight()
    {
        PayPlan plan = new("p", SalesPosition.Representative, EmploymentPhase.Regular, 1,
            [Measure("a", 3) with { Label = new("Revenue", "销售额", "銷售額") }, Measure("b", 1) with { Gate = new("a", 0.8) }, Measure("c", 4)], [1]);
        MeasureResult[] results = [new("a", 2.0 / 3), new("b", 1), new("c", 0.5)];
        var lines = plan.Statement(800, results, Cent, 1).Lines;
        lines[1].Name.En.Should().Be("Revenue");
        lines[1].Reason.En.Should().StartWith("66.67 % of the target pays 66.67 %").And.Contain("37.5 % of the weight");
        lines[2].Reason.En.Should().Contain("“Revenue” has reached 66.66 %");
        lines[^1].Amount.Should().Be(800 - 200 - 200, "what both have brought together is filled up");
        plan.Cost(800, [new(0.5)]).Pay.Should().Be(350, "the gate is shut");
        plan.Cost(800, [new(0.9)]).Pay.Should().Be(720);
        new PayCliff(PayCliffKind.Step, "a", 0.5, 0.125, 0.25).Describe().En.Should().Contain("12.5");
    }

    [Fact]
    public void A_step_and_a_gate_are_cliffs_of_the_share_that_they_have()
    {
        AttainmentCurve steep = new([new(0, 0), new(0.5, 0.1), new(0.505, 0.9), new(2, 1)]);
        PayPlan plan = new("p", SalesPosition.Representative, EmploymentPhase.Regular, 1,
            [new("a", 1, steep), new("b", 3, new([new(0, 0), new(2, 1)]), Gate: new("a", 0.7))]);
        var cliffs = plan.Cliffs();
        cliffs.Select(cliff => (cliff.Kind, cliff.At)).Should().Equal((PayCliffKind.Step, 0.505), (PayCliffKind.Gate, 0.7));
        cliffs[0].From.Should().BeApproximately(steep.Payout(0.495) / 4, 1e-12);
        cliffs[1].To.Should().Be(0.375, "half of three quarters");
        plan.Invoking(each => each.Cliffs(-1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("from is -1; *");
    }

    [Fact]
    public void A_period_of_one_day_is_one_and_all_targets_of_the_process_count()
    {
        new PerformancePeriod("Ann", Start, Start).End.Should().Be(Start);
        (Period() with { Targets = [new("a", 1, IsProcess: true, Weight: 1), new("b", 1, IsProcess: true, Weight: 2), new("c", 1, Weight: 3)] }).ProcessWeight.Should().Be(0.5);
        RaterAgreement.Of(6, 2, 0, 2).Expected.Should().BeApproximately(0.56, 1e-12);
        RatingReliability.RatersFor(0.4999, 0.999).Should().Be(1_000);
    }

    [Fact]
    public void An_entry_is_written_when_it_says_and_else_with_its_log()
    {
        var monday = new LocalDate(2026, 11, 2);
        LoggedActivity visit = new() { Kind = LogActivityKind.Visit, Account = "A", On = monday, Result = LogResult.NeedFound };
        WeeklyLog Of(LocalDate? entry, LocalDate? log) => Log(monday) with { WrittenOn = log, Done = [.. Enumerable.Repeat(visit with { WrittenOn = entry }, 5)] };
        int Late(LocalDate? entry, LocalDate? log) => (int)LogMeasures.Of([Of(entry, log)]).Late.Successes;
        bool IsSign(LocalDate? entry, LocalDate? log) => WeeklyLogs.Check([Of(entry, log)]).Any(each => each.Sign == FormalitySign.WrittenLate);
        var (soon, late) = (monday.PlusDays(1), monday.PlusDays(9));
        (Late(soon, late), Late(late, soon), Late(null, late)).Should().Be((0, 5, 5));
        (IsSign(soon, late), IsSign(late, soon), IsSign(null, late)).Should().Be((false, true, true));
    }

    [Fact]
    public void Signs_are_counted_over_all_logs_in_the_order_of_the_weeks()
    {
        var monday = new LocalDate(2026, 11, 2);
        LoggedActivity visit = new() { Kind = LogActivityKind.Visit, Account = "A" };
        WeeklyLog Of(int weeks, int entries) => Log(monday.PlusWeeks(weeks)) with
        {
            Done = [visit with { Text = "talked about valves" }, .. Enumerable.Repeat(visit, entries - 1)],
        };
        var found = WeeklyLogs.Check([Of(2, 3), Of(1, 2), Of(0, 1)]);
        found.Single(each => each.Sign == FormalitySign.RepeatedText).Evidence.Should().Equal("2026-11-09", "2026-11-16");
        found.Single(each => each.Sign == FormalitySign.EmptyResults).Reason.En.Should().StartWith("6 of 6");
    }
}
