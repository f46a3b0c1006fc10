using KeyAccount.Core.Planning;
using NodaTime;

namespace KeyAccount.Core.Tests.Planning;

/// <summary>What happens at the ends of ranges and with what is not given.</summary>
public class PlanningEdgeTests
{
    private static readonly ResponseCurve Curve = ResponseCurve.Exponential(100, 1);
    private static readonly LocalDate Today = new(2026, 6, 30);
    private static readonly LocalDate Julian = new(2026, 1, 1, CalendarSystem.Julian);
    private static readonly PlanAction Action = new() { Id = "a", Text = "t", Owner = "Li", DueOn = Today };
    private static readonly Objective Share = new("share", "Raise our share", ObjectiveDirection.Raise, 20, 30) { Unit = "%" };

    [Fact]
    public void Numbers_that_cannot_be_are_refused_by_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentException>().WithParameterName(parameter);
        Refused("kind", () => _ = new ResponseCurve(null!, 0, 1, 1));
        Refused("floor", () => _ = new ResponseCurve(ResponseKind.Adbudg, double.NaN, 1, 1));
        Refused("ceiling", () => _ = new ResponseCurve(ResponseKind.Adbudg, 2, 1, 1));
        Refused("exponent", () => _ = new ResponseCurve(ResponseKind.Adbudg, 0, 1, 1, 0));
        Refused("exponent", () => _ = new ResponseCurve(ResponseKind.Adbudg, 0, 1, 1, 101));
        Refused("exponent", () => _ = new ResponseCurve(ResponseKind.Exponential, 0, 1, 1, 2));
        Refused("potential", () => ResponseCurve.Exponential(-1, 1));
        Refused("none", () => ResponseCurve.Adbudg(double.NaN, 10, 5, 6));
        Refused("saturation", () => ResponseCurve.Adbudg(1, 0, .5, .6));
        Refused("effortToday", () => ResponseCurve.Adbudg(0, 10, 5, 6, 0));
        Refused("today", () => ResponseCurve.Adbudg(0, 10, 0, 6));
        Refused("today", () => ResponseCurve.Adbudg(0, 10, 10, 11));
        Refused("withHalfMore", () => ResponseCurve.Adbudg(0, 10, 5, 5));
        Refused("withHalfMore", () => ResponseCurve.Adbudg(0, 10, 5, 10));
        Refused("response", () => _ = new MatchTarget("a", null!));
        Refused("least", () => _ = new MatchTarget("a", Curve, -1));
        Refused("most", () => _ = new MatchTarget("a", Curve, 2, 1));
        Refused("given", () => _ = new ServedAccount("a", -1, 0));
        Refused("due", () => _ = new ServedAccount("a", 0, double.NaN));
        Refused("targets", () => ResourceMatching.Greedy(null!, 1));
        Refused("targets", () => ResourceMatching.Greedy([null!], 1));
        Refused("targets", () => ResourceMatching.Greedy([new("a", Curve), new("a", Curve)], 1));
        Refused("units", () => ResourceMatching.Greedy([], -1));
        Refused("units", () => ResourceMatching.Greedy([new("a", Curve, 2)], 1));
        Refused("objective", () => Smart.Check(null!));
        Refused("later", () => new PlanVersion([]).ChangesTo(null!));
        Refused("goals", () => Smart.Check(Share, [null!]));
        Refused("finding", () => _ = new ActionOrigin(" ", "r", Today, Today));
        Refused("rule", () => _ = new ActionOrigin("f", " ", Today, Today));
        Refused("lastAskedOn", () => _ = new ActionOrigin("f", "r", Today, Today.PlusDays(-1)));
        Refused("status", () => _ = new ActionState(null!));
        Refused("by", () => _ = new ActionState(ActionStatus.Open, by: " "));
        Refused("actions", () => CapacityPlan.Of([null!], [], Today));
        Refused("capacities", () => CapacityPlan.Of([], [null!], Today));
        Refused("others", () => CapacityPlan.Of([], [], Today, 745));
        Refused("actions", () => EarnedValue.Of([null!], Today));
        Refused("Actual", () => _ = new EarnedValue(0, 0, -1, 0));
        Refused("Budget", () => _ = new EarnedValue(0, 0, 0, 0) with { Budget = -1 });
        Refused("direction", () => _ = new Objective("o", "s", null!));
        Refused("id", () => _ = new Objective(" ", "s", ObjectiveDirection.Raise));
        Refused("statement", () => _ = new Objective("o", " ", ObjectiveDirection.Raise));
        Refused("value", () => Share.Attainment(double.NaN));
        Refused("id", () => _ = new PlanCase(" ", Today));
        Refused("happened", () => new PlanCase("p", Today).Apply(null!));
        Refused("kind", () => _ = new PlanEvent(null!, Today));
        Refused("figures", () => PlanEvent.Checked(null!, Today));
        Refused("note", () => PlanEvent.Closed(" ", Today));
        Refused("objectiveId", () => _ = new PlanFigure(" ", 1));
        Refused("objectives", () => _ = new PlanVersion([Share, Share]));
        Refused("objectives", () => PlanReadiness.Check([null!], [], Today));
        Refused("actions", () => PlanReadiness.Check([], [null!], Today));
        Refused("id", () => _ = new MatchTarget(" ", Curve));
        Refused("id", () => _ = new ServedAccount(" ", 1, 1));
        Refused("targets.Count", () => ResourceMatching.Best([.. Enumerable.Range(0, 10_001).Select(i => new MatchTarget($"{i}", Curve))], 1));
        Refused("asOf", () => CapacityPlan.Of([], [], Julian));
        Refused("asOf", () => EarnedValue.Of([], Julian));
        Refused("asOf", () => PlanReadiness.Check([], [], Julian));
        Refused("nextReviewOn", () => PlanReadiness.Check([], [], Today, nextReviewOn: Julian));
        Refused("asOf", () => Action.IsOverdue(Julian));
        Refused("asOf", () => new PlanCase("p", Today).NextSteps(Julian));
        Refused("openedOn", () => _ = new PlanCase("p", Julian));
        Refused("on", () => PlanEvent.Renewed(Julian));
        Refused("on", () => _ = new ActionState(ActionStatus.Done, Julian));
        Refused("firstAskedOn", () => _ = new ActionOrigin("f", "r", Julian, Today));
        Refused("lastAskedOn", () => _ = new ActionOrigin("f", "r", Today, Julian));
        new ActionOrigin("f", "r", Today, Today).LastAskedOn.Should().Be(Today);
        (Action with { State = null! }).State.Status.Should().Be(ActionStatus.Open);
    }

    [Theory]
    [InlineData("Li\tWang", "tab")]
    [InlineData("Li\nWang", "line break")]
    [InlineData("Li\rWang", "line break")]
    [InlineData("Li - Wang", " - ")]
    [InlineData("Ann as well  as Bob", "as well as")]
    [InlineData("Ann and Bob", "and")]
    [InlineData("ANN UND BOB", "UND")]
    [InlineData("Anne ou Paul", "ou")]
    [InlineData("ANNE AVEC PAUL", "AVEC")]
    [InlineData("Ana y Luis", "y")]
    [InlineData("Ana Ruiz y Luis Gil", "y")]
    [InlineData("ANA RUIZ Y LUIS GIL", "Y")]
    [InlineData("أحمد ومحمد", "و")]
    [InlineData("สมชายและสมหญิง", "และ")]
    [InlineData("김철수와 박영희", "와")]
    [InlineData("田中と鈴木", "と")]
    [InlineData("张三 李四", "space")]
    [InlineData("欧阳修文 李四", "space")]
    [InlineData("王伟和李强", "和")]
    [InlineData("王伟 和 李强", "和")]
    [InlineData("李和平和王伟", "和")]
    [InlineData("王伟和李强与赵云", "和")]
    [InlineData("Li和Wang", "和")]
    public void Who_names_two_is_told_what_stands_between_them(string owner, string between) => FluentActions.Invoking(() => Action with { Owner = owner })
        .Should().Throw<ArgumentException>().WithMessage($"Owner is '*', which names more than one ('{between}'); it must be one person: *");

    [Theory]
    [InlineData("Karl von und zu Guttenberg")]
    [InlineData("José Ortega y Gasset")]
    [InlineData("Ortega y Gasset")]
    [InlineData("Santos e Silva")]
    [InlineData("Dan Brown")]
    [InlineData("LEE DAN BROWN")]
    [InlineData("JOHN A SMITH")]
    [InlineData("Und")]
    [InlineData("and Li")]
    [InlineData("Li and")]
    [InlineData("أحمد وليد")]
    [InlineData("والي")]
    [InlineData("李和平")]
    [InlineData("和田")]
    [InlineData("和田 健")]
    [InlineData("田中 一郎")]
    [InlineData("金子 王")]
    [InlineData("张伟 经理")]
    [InlineData("王总")]
    [InlineData("Wada 和田")]
    [InlineData("李和")]
    [InlineData("과장 김철수")]
    [InlineData("とと")]
    public void One_name_is_one_person(string owner) => (Action with { Owner = owner }).Owner.Should().Be(owner);

    [Fact]
    public void A_curve_goes_through_half_at_its_scale_and_keeps_its_digits_near_nothing()
    {
        ResponseCurve line = new(ResponseKind.Adbudg, 0, 10, 4, 1);
        (line.Of(4), line.Of(0), line.Of(12), line.IsConcave, (line with { }).Of(1e300)).Should().Be((5, 0, 7.5, true, 10));
        new ResponseCurve(ResponseKind.Adbudg, 0, 10, 4, 2).Of(2).Should().Be(2);
        ResponseCurve.Exponential(1, 1e6).Of(1).Should().BeApproximately(9.999995e-7, 1e-18);
        FluentActions.Invoking(() => ResponseCurve.Adbudg(0, 1, .001, 1 - 1.2e-16)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("withHalfMore is *; no curve of this form goes through both: *");
    }

    [Fact]
    public void In_equal_rounds_nobody_gets_more_than_it_can_have()
    {
        MatchTarget[] targets = [new("a", Curve, 0, 1), new("b", Curve, 3), new("c", Curve)];
        var match = ResourceMatching.Best(targets, 7);
        match.EqualValue.Should().BeApproximately(Curve.Of(1) + Curve.Of(3) + Curve.Of(3), 1e-12);
        match.Shares[0].Should().Be(new MatchShare("a", 1, Curve.Of(1), null));
        match.Shares[2].NextValue.Should().Be(Curve.Of(match.Shares[2].Units + 1) - Curve.Of(match.Shares[2].Units));
        ResourceMatching.Best([targets[0]], 5).EqualValue.Should().Be(Curve.Of(1));
        ResourceMatching.Greedy([new("a", Curve), new("b", Curve)], 1).Shares.Select(share => share.Units).Should().Equal(1, 0);
        ResponseCurve steep = new(ResponseKind.Adbudg, 0, 10, 4, 2);
        ResourceMatching.Best([new("a", steep), new("b", steep)], 1).Shares.Select(share => share.Units).Should().Equal([1, 0], "of equal values the first has it");
    }

    [Fact]
    public void The_last_month_that_is_planned_takes_all_that_comes_later()
    {
        static IEnumerable<(YearMonth, double, double)> Of(LocalDate asOf, LocalDate due, double hours = 5) => CapacityPlan.Of(
            [Action with { DueOn = due, Hours = hours }], [new() { Owner = "Li", HoursPerMonth = 4 }], asOf).Months.Select(month => (month.Month, month.Due, month.Used));
        Of(Today, Today.PlusMonths(59)).Should().Equal((new(2031, 4), 0, 1), (new(2031, 5), 5, 4));
        Of(Today, Today.PlusMonths(70)).Should().Equal((new(2031, 4), 0, 1), (new(2031, 5), 5, 4));
        Of(Today, Today.PlusYears(-1), 4).Should().Equal((new(2026, 6), 4, 4));
        Of(Today, Today, 0).Should().BeEmpty();
        Of(new(9999, 12, 1), new(9999, 12, 31), 3).Should().Equal((new(9999, 12), 3, 3));
        Of(new(-1, 12, 1), new(0, 1, 31)).Should().Equal((new(-1, 12), 0, 1), (new(0, 1), 5, 4));
        CapacityPlan.Of([Action with { Hours = 744 }], [], Today, 744).NotDone.Should().BeEmpty();
        CapacityPlan.Of([Action with { Hours = 1 }], [], Today, 0).Months.Single().Hours.Should().Be(0);
    }

    [Fact]
    public void What_changed_between_two_versions_is_told_as_a_person_reads_it()
    {
        PlanMeasure measure = new() { Id = "m", ObjectiveId = "share", Statement = "Second source" };
        PlanVersion Of(Objective share, params PlanMeasure[] measures) => new([share], measures);
        var first = Of(Share, measure);
        first.ChangesTo(Of(Share, measure)).Should().BeEmpty();
        first.ChangesTo(Of(new("share", "Raise our share", ObjectiveDirection.Raise, null, 35) { Unit = "%" }, measure with { Statement = "Third source" })).Should().Equal(
            new PlanChange("share", "Raise our share: 20 → 30 %", "Raise our share: 35 %"), new PlanChange("m", "Second source", "Third source"));
        first.ChangesTo(Of(new("share", "Raise our share", ObjectiveDirection.Raise, 20))).Should().Equal(
            new PlanChange("share", "Raise our share: 20 → 30 %", "Raise our share"), new PlanChange("m", "Second source", null));
        Of(Share with { Unit = null }).ChangesTo(first)[0].Before.Should().Be("Raise our share: 20 → 30");
        FluentActions.Invoking(() => new PlanVersion([], [measure])).Should().Throw<ArgumentException>().WithMessage("*there is no such objective, only none.*");
        FluentActions.Invoking(() => Of(Share, measure, measure)).Should().Throw<ArgumentException>().WithMessage("measures has 'm' more than once; *");
    }

    [Fact]
    public void What_a_history_is_refused_for_is_told_with_its_place()
    {
        static string Refused(params PlanEvent[] history) =>
            FluentActions.Invoking(() => new PlanCase("p", Today, history)).Should().Throw<ArgumentException>().Which.Message.Split(' ')[0];
        var agreed = PlanEvent.Agreed(new([Share]), Today);
        Refused(PlanEvent.Agreed(new([]), Today)).Should().Be("history[0].version.objectives");
        Refused(agreed, PlanEvent.Checked([], Today)).Should().Be("history[1].figures");
        Refused(agreed, PlanEvent.Checked([new("share", 1)], Today.PlusDays(-1))).Should().Be("history[1].on");
        Refused(PlanEvent.Decided("x", Today)).Should().Be("history[0].kind");
        PlanCase Of(params PlanEvent[] history) => new("p", Today, history);
        (Of().Current, Of().Progress.Count, Of(agreed).Progress.Count).Should().Be((null, 0, 0));
        var decided = Of(agreed, PlanEvent.Checked([new("share", 25)], Today), PlanEvent.Decided("x", Today));
        decided.Progress.Should().Equal(new ObjectiveProgress("share", 25, .5));
        (decided.Phase, Of([.. decided.History, PlanEvent.Renewed(Today)]).Phase).Should().Be((PlanPhase.Act, PlanPhase.Plan));
        decided.NextSteps(Today).Single().DueOn.Should().Be(Today.PlusDays(14));
        var last = LocalDate.MaxIsoValue;
        new PlanCase("p", last.PlusDays(-14)).NextSteps(Today).Single().DueOn.Should().Be(last);
        new PlanCase("p", last.PlusDays(-13)).NextSteps(Today).Single().DueOn.Should().Be(last);
        new PlanCase("p", last.PlusDays(-15)).NextSteps(Today).Single().DueOn.Should().Be(last.PlusDays(-1));
    }

    [Fact]
    public void A_target_is_usual_from_the_tenth_to_the_ninetieth_and_near_a_best_below_nothing()
    {
        static bool IsWithin(Objective objective) => Smart.Check(objective).All(fault => fault.Part != SmartPart.Attainable);
        static Objective Of(double target, double? best = null, double? tenth = null, double? ninetieth = null, ObjectiveDirection? direction = null) =>
            new("o", "s", direction ?? ObjectiveDirection.Raise, null, target) { Best = best, TenthPercentile = tenth, NinetiethPercentile = ninetieth };
        (IsWithin(Of(10, null, 10, 20)), IsWithin(Of(9.9, null, 10, 20)), IsWithin(Of(15, null, 10)), IsWithin(Of(15, null, null, 20))).Should().Be((true, false, false, false));
        (IsWithin(Of(-7, -10)), IsWithin(Of(-6.9, -10)), IsWithin(Of(-13, -10, direction: ObjectiveDirection.Lower))).Should().Be((true, false, true));
        IsWithin(Of(-13.1, -10, direction: ObjectiveDirection.Lower)).Should().BeFalse();
        IsWithin(Of(50, 10, 10, 60)).Should().BeTrue("it is usual, though far beyond the best that is written down");
        Smart.Check(Of(9.90004, null, 10, 20)).First(fault => fault.RuleId == "attainable.history").Reason.En.Should().Contain("9.9").And.NotContain("9.90004");
        new Objective("o", "s", ObjectiveDirection.Raise, null, 1).Attainment(1).Should().BeNull();
    }

    [Fact]
    public void Budgets_whose_sum_no_decimal_holds_are_told()
    {
        EarnedValue value = new(1e-28m, decimal.MaxValue, 1e-28m, decimal.MaxValue);
        FluentActions.Invoking(() => value.ScheduleIndex).Should().Throw<OverflowException>().WithMessage("*EarnedValue.ScheduleIndex*Planned*");
        FluentActions.Invoking(() => value.CostIndex).Should().Throw<OverflowException>().WithMessage("*EarnedValue.CostIndex*Actual*");
        FluentActions.Invoking(() => new EarnedValue(1, 1, decimal.MaxValue, 2).EstimateAtCompletion).Should().Throw<OverflowException>().WithMessage("*EstimateAtCompletion*");
    }

    [Fact]
    public void An_action_needs_one_resource_of_three()
    {
        static IEnumerable<string> Of(PlanAction action) =>
            PlanReadiness.Check([], [action], Today, nextReviewOn: Today).Skip(1).Select(fault => fault.Check.Name);
        Of(Action).Should().Equal("Resources");
        Of(Action with { Hours = 1 }).Should().BeEmpty();
        Of(Action with { Budget = 1 }).Should().BeEmpty();
        Of(Action with { Resource = ResourceKind.InOrder[0] }).Should().BeEmpty();
        Of(Action with { Hours = 1, DueOn = Today.PlusDays(-1) }).Should().Equal("Dates");
        PlanReadiness.Check([], [Action with { Hours = 1 }], Today, ["Wu"], [], Today).Should().ContainSingle("Li is no role");
    }

    [Fact]
    public void A_version_is_given_where_one_is_agreed_and_nowhere_else()
    {
        FluentActions.Invoking(() => new PlanEvent(PlanEventKind.Agreed, Today)).Should().Throw<ArgumentException>()
            .WithMessage("version is null; it must be given for Agreed.*");
        FluentActions.Invoking(() => new PlanEvent(PlanEventKind.Renewed, Today, version: new([Share]))).Should().Throw<ArgumentException>()
            .WithMessage("version is given; it must be null for Renewed.*");
    }
}
