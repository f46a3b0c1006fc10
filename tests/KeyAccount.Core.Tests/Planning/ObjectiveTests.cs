using KeyAccount.Core.Planning;
using NodaTime;

namespace KeyAccount.Core.Tests.Planning;

public class ObjectiveTests
{
    private static readonly LocalDate Today = new(2026, 6, 30);

    private static readonly Objective Whole = new("share", "Raise our share", ObjectiveDirection.Raise, 20, 30)
    {
        Metric = "share of wallet", Unit = "%", DataSource = "review", DueOn = new(2026, 12, 31), Owner = "Li Wei", Goal = "grow", Best = 25,
    };

    [Fact]
    public void A_target_on_the_wrong_side_of_the_baseline_is_refused_with_the_way_out()
    {
        FluentActions.Invoking(() => new Objective("o", "s", ObjectiveDirection.Raise, 30, 30)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("target is 30 and baseline is 30; to raise the metric, target must be above 30, or direction must be Lower.*");
        FluentActions.Invoking(() => new Objective("o", "s", ObjectiveDirection.Lower, 30, 31)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("target is 31 and baseline is 30; to lower the metric, target must be below 30, or direction must be Raise.*");
        FluentActions.Invoking(() => new Objective("o", "s", ObjectiveDirection.Lower, 30, 30)).Should().Throw<ArgumentOutOfRangeException>();
        new Objective("o", "s", ObjectiveDirection.Lower, 30, 29).Attainment(29.5).Should().Be(0.5);
        new Objective("o", "s", ObjectiveDirection.Raise, null, 29).Attainment(29.5).Should().BeNull();
        FluentActions.Invoking(() => new Objective("o", "s", ObjectiveDirection.Raise, double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("Li, Wang")]
    [InlineData("李、王")]
    [InlineData("Li and Wang")]
    [InlineData("Li/Wang")]
    [InlineData("Li; Wang")]
    [InlineData("Li & Wang")]
    public void Two_owners_are_refused(string owner)
    {
        FluentActions.Invoking(() => Whole with { Owner = owner }).Should().Throw<ArgumentException>().WithMessage($"Owner is '{owner}', which names more than one*one person*");
        FluentActions.Invoking(() => new PlanAction { Id = "a", Text = "t", Owner = owner, DueOn = Today }).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_whole_objective_is_SMART_and_each_part_that_is_missing_is_told_by_its_letter()
    {
        Smart.Check(Whole).Should().BeEmpty();
        Smart.Check(new("o", "s", ObjectiveDirection.Raise)).Select(fault => fault.RuleId).Should().Equal(
            "specific.owner", "measurable.metric", "measurable.unit", "measurable.source", "measurable.baseline", "measurable.target", "relevant.goal", "timeBound.date");
        Smart.Check(Whole with { DueOn = null }).Single().Part.Should().Be(SmartPart.TimeBound);
        Smart.Check(Whole, ["grow"]).Should().BeEmpty();
        Smart.Check(Whole, ["hold"]).Single().Reason.En.Should().Be("Objective share serves “grow”, which is not among the goals.");
    }

    // Three tenths beyond the best, 25: up to 32.5.
    [Theory]
    [InlineData(32.5, true)]
    [InlineData(32.51, false)]
    public void A_target_is_within_reach_up_to_three_tenths_beyond_the_best(double target, bool isAttainable)
    {
        var objective = new Objective("o", "s", ObjectiveDirection.Raise, 20, target) { Best = 25 };
        Smart.Check(objective).Any(fault => fault.RuleId == "attainable.history").Should().Be(!isAttainable);
        Smart.Check(objective with { Reason = "a second plant opens" }).Should().NotContain(fault => fault.Part == SmartPart.Attainable);
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(40.1, false)]
    public void A_target_is_within_reach_within_its_history(double target, bool isAttainable)
    {
        var objective = new Objective("o", "s", ObjectiveDirection.Raise, 20, target) { TenthPercentile = 10, NinetiethPercentile = 40 };
        Smart.Check(objective).Any(fault => fault.RuleId == "attainable.history").Should().Be(!isAttainable);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(6.99, false)]
    public void What_is_to_fall_may_fall_three_tenths_below_the_best(double target, bool isAttainable) => Smart.Check(new("o", "s", ObjectiveDirection.Lower, 20, target) { Best = 10 })
        .Any(fault => fault.RuleId == "attainable.history").Should().Be(!isAttainable);

    [Fact]
    public void A_reach_that_nobody_knows_needs_a_reason() => Smart.Check(Whole with { Best = null }).Single().RuleId.Should().Be("attainable.unknown");

    [Fact]
    public void A_state_has_what_its_status_needs()
    {
        FluentActions.Invoking(() => new ActionState(ActionStatus.Done)).Should().Throw<ArgumentException>().WithMessage("on is null; Done needs the day from which it holds.*");
        FluentActions.Invoking(() => new ActionState(ActionStatus.Dismissed, Today)).Should().Throw<ArgumentException>().WithMessage("note is blank; it must be the reason*");
        FluentActions.Invoking(() => new ActionState(ActionStatus.Done, Today, progress: 0.5)).Should().Throw<ArgumentException>().WithMessage("progress is 0.5; it must be null for Done*");
        FluentActions.Invoking(() => new ActionState(ActionStatus.InProgress, Today, progress: 1.01)).Should().Throw<ArgumentOutOfRangeException>();
        new ActionState(ActionStatus.InProgress, Today, progress: 1).Earned.Should().Be(1);
        var action = new PlanAction { Id = "a", Text = "t", Owner = "Li", DueOn = Today };
        (action.IsOverdue(Today), action.IsOverdue(Today.PlusDays(1))).Should().Be((false, true));
        (action with { State = new(ActionStatus.Done, Today.PlusDays(9)) }).IsOverdue(Today.PlusDays(10)).Should().BeFalse();
    }

    [Fact]
    public void A_plan_is_ready_when_nothing_is_missing()
    {
        var action = new PlanAction { Id = "a", Text = "t", Owner = "Li", DueOn = Today, Hours = 3 };
        PlanReadiness.Check([Whole], [action], Today, ["KeyAccountManager"], [], Today).Should().BeEmpty();
        PlanReadiness.Check([], [action with { Owner = "KeyAccountManager", DueOn = Today.PlusDays(-1), Hours = null }], Today, ["KeyAccountManager"], ["silent"]).Select(fault => fault.Check)
            .Should().Equal(ReadinessCheck.InOrder, "every check fails once, in order");
        PlanReadiness.Check([Whole], [], Today, nextReviewOn: Today.PlusDays(-1)).Single().Reason.En.Should().Be("The next review was due on 2026-06-29.");
        PlanReadiness.Check([Whole], [action with { Hours = null, State = new(ActionStatus.Dismissed, Today, "no") }], Today, nextReviewOn: Today).Should().BeEmpty();
    }
}
