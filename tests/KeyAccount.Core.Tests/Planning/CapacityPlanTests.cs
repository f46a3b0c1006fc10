using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Planning;
using NodaTime;

namespace KeyAccount.Core.Tests.Planning;

public class CapacityPlanTests
{
    private static readonly LocalDate Today = new(2026, 11, 15);

    [Fact]
    public void What_does_not_fit_is_shown_as_not_done()
    {
        PlanAction[] actions =
        [
            Action("first", "Li", 12, new(2026, 12, 1)), Action("second", "Li", 9, new(2026, 12, 31)), Action("small", "Li", 8, new(2026, 11, 30)),
            Action("late", "Wu", 5, new(2026, 1, 1)), Action("unknown", "Li", null, new(2026, 11, 30)),
            Action("done", "Li", 99, new(2026, 11, 30)) with { State = new(ActionStatus.Done, Today) },
        ];
        var plan = CapacityPlan.Of(actions, [new() { Owner = "Li", HoursPerMonth = 10 }], Today, others: 4);
        plan.NotDone.Should().Equal(new UnfitAction("second", "Li", 9, 8), new UnfitAction("late", "Wu", 5, 4));
        plan.NotEstimated.Should().Equal("unknown");
        plan.Months.Should().Equal(
            new CapacityMonth("Li", new(2026, 11), 10, 8, 10), new CapacityMonth("Li", new(2026, 12), 10, 21, 10), new CapacityMonth("Wu", new(2026, 11), 4, 5, 0));
    }

    [Fact]
    public void An_action_that_just_fits_is_done_and_one_that_just_does_not_is_not()
    {
        OwnerCapacity[] capacities = [new() { Owner = "Li", HoursPerMonth = 10 }];
        CapacityPlan.Of([Action("a", "Li", 10, Today)], capacities, Today).NotDone.Should().BeEmpty();
        CapacityPlan.Of([Action("a", "Li", 10.01, Today)], capacities, Today).NotDone.Should().ContainSingle();
        CapacityPlan.Of([Action("a", "Li", 20, Today) with { State = new(ActionStatus.InProgress, Today, progress: 0.5) }], capacities, Today).NotDone.Should().BeEmpty();
        CapacityPlan.Of([Action("a", "Wu", 20, Today)], capacities, Today).Should().Be(new CapacityPlan([], [], []), "nobody knows the hours of Wu");
        FluentActions.Invoking(() => CapacityPlan.Of([], [capacities[0], capacities[0]], Today)).Should().Throw<ArgumentException>().WithMessage("capacities has 'Li' more than once*");
    }

    [Fact]
    public void No_month_holds_more_than_its_hours_and_nothing_is_lost() => Check.One(Seeded.Cases(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        var actions = Enumerable.Range(0, random.Next(30))
            .Select(i => Action($"a{i}", $"o{random.Next(3)}", random.Next(12), Today.PlusDays(random.Next(-60, 300)))).ToArray();
        var plan = CapacityPlan.Of(actions, [new() { Owner = "o0", HoursPerMonth = random.Next(20) }], Today, random.Next(20));
        plan.Months.All(month => month.Used <= month.Hours + 1e-9).Should().BeTrue();
        var unfit = plan.NotDone.Select(each => each.ActionId).ToHashSet(StringComparer.Ordinal);
        plan.Months.Sum(month => month.Used).Should().BeApproximately(actions.Where(action => !unfit.Contains(action.Id)).Sum(action => action.Hours!.Value), 1e-6);
        plan.Months.Sum(month => month.Due).Should().BeApproximately(actions.Sum(action => action.Hours!.Value), 1e-6);
    }));

    [Theory]
    [InlineData(7.99, "UnderServed")]
    [InlineData(8, "AsDue")]
    [InlineData(12, "AsDue")]
    [InlineData(12.01, "OverServed")]
    public void A_fifth_more_or_less_is_as_due(double given, string balance) => new ServedAccount("a", given, 10).Balance.Name.Should().Be(balance);

    [Fact]
    public void Anything_for_nothing_due_is_too_much() => (new ServedAccount("a", 0, 0).Balance, new ServedAccount("a", 0.1, 0).Balance).Should().Be((ServiceBalance.AsDue, ServiceBalance.OverServed));

    private static PlanAction Action(string id, string owner, double? hours, LocalDate due) => new() { Id = id, Text = id, Owner = owner, DueOn = due, Hours = hours };
}
