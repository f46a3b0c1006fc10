using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Services;

namespace KeyAccount.Core.Tests.Services;

/// <summary>Stock at the customer, availability, and a contract that pays for it.</summary>
public class ServiceCalculatorTests
{
    private static readonly PerformanceContract Engines = new()
    {
        HoursPerYear = 8_760, FeePerHour = 120, Target = 0.97m, Bonus = 0.005m, Malus = 0.01m,
    };

    [Fact]
    public void A_stock_of_100_a_week_is_ordered_up_to_356_984()
    {
        var stock = new VendorManagedInventory(100, 20, 2, 1, 1.645);
        Math.Round(stock.OrderUpTo, 3).Should().Be(356.984);
        Math.Round(stock.SafetyStock, 3).Should().Be(56.984);
        Math.Round(stock.OrderQuantity(120, 100), 3).Should().Be(136.984);
        stock.OrderQuantity(400).Should().Be(0);
        stock.SafetyPeriods.Should().BeApproximately(0.56984, 1e-5);
        new VendorManagedInventory(0, 20, 2, 1, 1.645).SafetyPeriods.Should().BeNull();
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.95, 1.6448536)]
    [InlineData(0.975, 1.9599640)]
    [InlineData(0.99, 2.3263479)]
    public void The_factor_is_the_quantile_of_the_normal_distribution(double level, double factor) =>
        VendorManagedInventory.FactorOf(level).Should().BeApproximately(factor, 1e-6);

    [Theory]
    [InlineData(0.499999)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_level_below_a_half_or_of_certainty_is_refused(double level) => FluentActions.Invoking(
        () => VendorManagedInventory.FactorOf(level)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("serviceLevel");

    [Fact]
    public void A_stock_is_planned_by_its_own_numbers()
    {
        var item = new ConsignmentStock
        {
            Item = "seal 40", MeanPerWeek = 100, DeviationPerWeek = 20, LeadWeeks = 2, ReviewWeeks = 1, OnHand = 150, OnOrder = 100,
        };
        item.Plan.SafetyFactor.Should().BeApproximately(1.6448536, 1e-6);
        item.ToOrder.Should().BeApproximately(106.979, 1e-3);
        item.DaysOnHand.Should().Be(10.5);
        (item with { OnHand = null }).ToOrder.Should().BeNull();
        (item with { MeanPerWeek = 0 }).DaysOnHand.Should().BeNull();
    }

    [Theory]
    [InlineData(1_000, 25, 0.975610)]
    [InlineData(1_000, 40, 0.961538)]
    [InlineData(1_000, 0, 1)]
    public void Availability_is_the_part_of_the_time_that_it_runs(double between, double repair, double availability) =>
        new EquipmentAvailability(between, repair).Value.Should().BeApproximately(availability, 5e-7);

    [Fact]
    public void What_was_seen_is_the_same_availability()
    {
        var seen = EquipmentAvailability.Observed(8_200, 200, 8);
        (seen.BetweenFailures, seen.ToRepair).Should().Be((1_000, 25));
        FluentActions.Invoking(() => EquipmentAvailability.Observed(100, 100, 1)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("downtimeHours is 100; it must be below operatingHours, which is 100.*");
        FluentActions.Invoking(() => EquipmentAvailability.Observed(100, 10, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(0.98, 1_081_685)]
    [InlineData(0.97, 1_019_664)]
    [InlineData(0.955, 853_312)]
    public void A_performance_contract_pays_1_081_685_1_019_664_and_853_312(double availability, double fee) =>
        Math.Round(Engines.FeeAt((decimal)availability)).Should().Be((decimal)fee);

    [Fact]
    public void Just_above_and_below_the_target_the_fee_bends_without_a_jump()
    {
        var at = Engines.FeeAt(0.97m);
        Engines.FeeAt(0.9701m).Should().Be(8_760 * 120 * 0.9701m * 1.0005m);
        Engines.FeeAt(0.9699m).Should().Be(8_760 * 120 * 0.9699m * 0.999m);
        at.Should().BeInRange(Engines.FeeAt(0.9699m), Engines.FeeAt(0.9701m));
        Engines.FeeAt(0.87m).Should().Be(0, "a hundred tenths of a point take the whole fee, and never more");
        Engines.FeeAt(0.5m).Should().Be(0);
    }

    [Fact]
    public void The_risk_is_the_probability_of_a_fee_below_the_cost()
    {
        var expected = Engines.Expect(
        [
            new() { Availability = 0.98m, Probability = 0.5m }, new() { Availability = 0.97m, Probability = 0.3m },
            new() { Availability = 0.955m, Probability = 0.2m },
        ], 900_000);
        expected.ExpectedFee.Should().Be((0.5m * 1_081_684.8m) + (0.3m * 1_019_664m) + (0.2m * 853_311.6m));
        expected.ExpectedResult.Should().Be(expected.ExpectedFee - 900_000);
        expected.LossProbability.Should().Be(0.2m);
        (expected.WorstResult, expected.BestResult).Should().Be((853_311.6m - 900_000, 1_081_684.8m - 900_000));
        Engines.Expect([new() { Availability = 0.97m, Probability = 1 }], 1_019_664).LossProbability.Should().Be(0, "a fee at the cost is no loss");
        Engines.Expect([new() { Availability = 0.97m, Probability = 1 }], 1_019_664.01m).LossProbability.Should().Be(1);
    }

    [Fact]
    public void Probabilities_that_do_not_sum_to_1_are_refused()
    {
        FluentActions.Invoking(() => Engines.Expect([new() { Availability = 0.97m, Probability = 0.9m }], 1)).Should()
            .Throw<ArgumentException>().WithMessage("outcomes has probabilities that sum to 0.9; they must sum to 1.*");
        FluentActions.Invoking(() => Engines.Expect([], 1)).Should().Throw<ArgumentException>().WithMessage("outcomes is empty;*");
        new ServiceContract
        {
            Id = "c", Type = ServiceType.PerformanceContract, From = new(2026, 1, 1), Until = new(2025, 1, 1), AnnualFee = 1, Terms = Engines,
            Outcomes = [new() { Availability = 0.97m, Probability = 0.9m }],
        }.Faults().Should().Equal(
            "until is 2025-01-01; it must be 2026-01-01 (the first day) or later",
            "annualFee is 1; it must be left out where terms make the fee",
            "outcomes is a list with probabilities that sum to 0.9; they must sum to 1");
    }

    [Fact]
    public void More_availability_never_pays_less() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte, byte)>(),
        pair =>
        {
            var (low, high) = (Math.Min(pair.Item1, pair.Item2) / 255m, Math.Max(pair.Item1, pair.Item2) / 255m);
            return Engines.FeeAt(low) <= Engines.FeeAt(high);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_service_that_is_free_shows_its_cost()
    {
        var orders = new[]
        {
            new ServiceOrder { Type = ServiceType.Repair, Date = new(2026, 1, 5), Hours = 8, Cost = 4_000, Price = 5_500 },
            new ServiceOrder { Type = ServiceType.Training, Date = new(2026, 2, 5), Hours = 16, Cost = 6_000, Price = 0, DowntimeAvoidedHours = 12 },
            new ServiceOrder { Type = ServiceType.Repair, Date = new(2026, 3, 5), Cost = 1_000 },
        };
        var profit = ServiceProfit.Of(orders, 2_500);
        profit.Select(each => each.Type).Should().Equal(ServiceType.Repair, ServiceType.Training, null);
        profit[0].Should().Be(new ServiceProfit
        {
            Type = ServiceType.Repair, Orders = 2, Hours = 8, Revenue = 5_500, Cost = 5_000, Profit = null, Unknown = 1,
        });
        (profit[1].Profit, profit[1].FreeOrders, profit[1].FreeCost, profit[1].CustomerWorth).Should().Be((-6_000, 1, 6_000, 30_000));
        (profit[2].Orders, profit[2].Cost, profit[2].FreeCost, profit[2].CustomerWorth).Should().Be((3, 11_000, 6_000, 30_000));
        ServiceProfit.Of([orders[0]], 2_500)[0].CustomerWorth.Should().BeNull("nobody has said what was avoided");
        ServiceProfit.Of([orders[0]])[^1].Profit.Should().Be(1_500);
    }

    [Fact]
    public void Every_service_has_a_depth_a_lever_and_a_value()
    {
        ServiceType.InOrder.Should().HaveCount(12);
        ServiceType.InOrder.GroupBy(type => type.Depth).ToDictionary(group => group.Key, group => group.Count()).Should().Equal(
            new Dictionary<ServiceDepth, int>
            {
                [ServiceDepth.FireFighting] = 3, [ServiceDepth.FirePrevention] = 5, [ServiceDepth.ValueAdding] = 4,
            });
        ServiceType.InOrder.Select(type => type.Lever).Distinct().Should().HaveCount(5);
        ServiceType.InOrder.Should().OnlyContain(type => type.Component != null);
    }
}
