using KeyAccount.Core.Planning;
using NodaTime;

namespace KeyAccount.Core.Tests.Planning;

public class EarnedValueTests
{
    private static readonly LocalDate Today = new(2026, 6, 30);

    // Worked by hand: PV 200, EV 160, AC 180, BAC 500.
    [Fact]
    public void The_worked_figures_of_earned_value()
    {
        var value = new EarnedValue(200, 160, 180, 500);
        (value.ScheduleVariance, value.CostVariance).Should().Be((-40m, -20m));
        value.ScheduleIndex.Should().Be(0.8m);
        value.CostIndex.Should().BeApproximately(0.8889m, 0.00005m);
        value.EstimateAtCompletion.Should().Be(562.5m);
    }

    [Fact]
    public void Nothing_planned_spent_or_done_has_no_index()
    {
        var value = new EarnedValue(0, 0, 0, 500);
        value.ScheduleIndex.Should().BeNull();
        value.CostIndex.Should().BeNull();
        value.EstimateAtCompletion.Should().BeNull();
        new EarnedValue(1, 0, 5, 500).EstimateAtCompletion.Should().BeNull();
        FluentActions.Invoking(() => new EarnedValue(-1, 0, 0, 0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Planned is -1; it must be at least 0.*");
    }

    [Fact]
    public void Actions_earn_their_budget_by_their_progress()
    {
        PlanAction[] actions =
        [
            Action("done", 100, 120, new(ActionStatus.Done, Today), Today.PlusDays(-1)),
            Action("begun", 200, 60, new(ActionStatus.InProgress, Today, progress: 0.3), Today),
            Action("later", 200, null, new(ActionStatus.Open), Today.PlusDays(1)),
            Action("dismissed", 900, 5, new(ActionStatus.Dismissed, Today, "no need"), Today),
            Action("free", null, 7, new(ActionStatus.Done, Today), Today),
        ];
        EarnedValue.Of(actions, Today).Should().Be(new EarnedValue(300, 160, 185, 500));
        EarnedValue.Of(actions, Today.PlusDays(-1)).Should().Be(new EarnedValue(100, 160, 185, 500));
        EarnedValue.Of([actions[4]], Today).Should().BeNull("no action has a budget");
    }

    private static PlanAction Action(string id, decimal? budget, decimal? spent, ActionState state, LocalDate due) =>
        new() { Id = id, Text = id, Owner = "Li", DueOn = due, Budget = budget, Spent = spent, State = state };
}
