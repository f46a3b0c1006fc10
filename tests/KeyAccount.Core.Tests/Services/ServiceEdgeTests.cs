using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Services;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Tests.Services;

/// <summary>What happens at the ends of ranges, on the first and last day, and with what is not known.</summary>
public class ServiceEdgeTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);
    private static readonly LocalDate YearAgo = new(2025, 7, 1);
    private static readonly LocalDate Julian = new(2026, 1, 1, CalendarSystem.Julian);
    private static readonly ServicePackage Package = new([ServiceType.Repair, ServiceType.Training, ServiceType.Vmi], 0.9, 5);
    private static readonly PerformanceContract Terms = new() { HoursPerYear = 1_000, FeePerHour = 10, Target = 0.9m };

    // Whatever the facts, the same package.
    private static readonly DecisionTable<ServicePackageFacts, ServicePackage> Packages = DecisionTable
        .For<ServicePackageFacts, ServicePackage>("packages").Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Rule("same", f => f.Tier != AccountTier.C, Package).Build(HitPolicy.First);

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        var promise = new ServicePromise(Standard(4), Package);
        Refused("Lever", () => _ = new LeverGain(null!, 1));
        Refused("Lever", () => _ = new LeverGain(SwitchingCostLever.Service, 1) with { Lever = null! });
        Refused("outcomes", () => Terms.Expect([null!], 1));
        Refused("kind", () => _ = new PromiseFacts(null!, null, 1, 1));
        Refused("Type", () => _ = new ServiceCapacity { Type = null!, HoursPerMonth = 1 });
        Refused("Type", () => _ = new ServiceContract { Id = "c", Type = null!, From = AsOf });
        Refused("Type", () => _ = new ServiceOrder { Type = null!, Date = AsOf });
        Refused("orders", () => ServiceMix.Of([null!], AsOf, AsOf));
        Refused("Depths", () => _ = new ServiceMix { From = AsOf, Until = AsOf, Depths = null! });
        Refused("types", () => _ = new ServicePackage(null!, null, 0));
        Refused("orders", () => ServiceProfit.Of([null!]));
        Refused("standard", () => _ = new ServicePromise(null!, Package));
        Refused("package", () => _ = new ServicePromise(Standard(4), null!));
        Refused("capacities", () => promise.Check([null!]));
        Refused("Type", () => _ = new ServiceProposal(null!, null, null));
        Refused("Type", () => _ = new ServiceProposal(ServiceType.Vmi, null, null) with { Type = null! });
        Refused("due", () => ServiceProposal.Rank([null!], [], [], []));
        Refused("used", () => ServiceProposal.Rank([], [null!], [], []));
        Refused("gains", () => ServiceProposal.Rank([], [], [null!], []));
        Refused("capacities", () => ServiceProposal.Rank([], [], [], [null!]));
        Refused("account", () => ServiceReview.Of(null!, null, new(), [], AsOf));
        Refused("facts", () => ServiceReview.Of(new(), null, null!, [], AsOf));
        Refused("gains", () => ServiceReview.Of(new(), null, new(), null!, AsOf));
        Refused("mixes", () => ServiceShift.Of([null!]));
    }

    [Fact]
    public void Numbers_and_dates_that_cannot_be_are_refused_with_their_range()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentException>().WithMessage(message);
        Refused("betweenFailures is 0; *", () => _ = new EquipmentAvailability(0, 1));
        Refused("betweenFailures is 1000000001; *", () => _ = new EquipmentAvailability(1_000_000_001, 1));
        Refused("toRepair is -1; *", () => _ = new EquipmentAvailability(1, -1));
        Refused("toRepair is 1000000001; *", () => _ = new EquipmentAvailability(1, 1_000_000_001));
        Refused("operatingHours is 0; *", () => EquipmentAvailability.Observed(0, 0, 1));
        Refused("operatingHours is 1000000001; *", () => EquipmentAvailability.Observed(1_000_000_001, 0, 1));
        Refused("downtimeHours is 101; it must be between 0 and 100.*", () => EquipmentAvailability.Observed(100, 101, 1));
        Refused("failures is 0; *", () => EquipmentAvailability.Observed(100, 1, 0));
        Refused("availability is -0.1; *", () => Terms.FeeAt(-.1m));
        Refused("availability is 1.1; *", () => Terms.FeeAt(1.1m));
        Refused("annualCost is -1; *", () => Terms.Expect([], -1));
        Refused("annualCost is 1000000000000001; *", () => Terms.Expect([], 1_000_000_000_000_001));
        Refused("measure is 9; *", () => ServiceMix.Of([], AsOf, AsOf, (ServiceMeasure)9));
        Refused("until is 2026-06-29; it must be 2026-06-30 (the first day) or later.*", () => ServiceMix.Of([], AsOf, AsOf.PlusDays(-1)));
        Refused("from is a date of the calendar *", () => ServiceMix.Of([], Julian, AsOf));
        Refused("until is a date of the calendar *", () => ServiceMix.Of([], AsOf, Julian));
        Refused("asOf is a date of the calendar *", () => ServiceMix.ByQuarter([], Julian));
        Refused("asOf is a date of the calendar *", () => ServiceReview.Of(new(), null, new(), [], Julian));
        Refused("quarters is 0; *", () => ServiceMix.ByQuarter([], AsOf, 0));
        Refused("quarters is 401; *", () => ServiceMix.ByQuarter([], AsOf, 401));
        Refused("asOf is 0003-12-31; 8 quarters before it are outside the calendar.*", () => ServiceMix.ByQuarter([], new(3, 12, 31)));
        Refused("types has Vmi twice; *", () => _ = new ServicePackage([ServiceType.Vmi, ServiceType.Vmi], null, 0));
        Refused("availability is 1.1; *", () => _ = new ServicePackage([], 1.1, 0));
        Refused("stockDays is -1; *", () => _ = new ServicePackage([], null, -1));
        Refused("stockDays is 366; *", () => _ = new ServicePackage([], null, 366));
        Refused("downtimeCostPerHour is -1; *", () => ServiceProfit.Of([], -1));
        Refused("downtimeCostPerHour is 1000000001; *", () => ServiceProfit.Of([], 1_000_000_001));
        Refused("availability is 1.1; *", () => new ServicePromise(Standard(4), Package).Check([], availability: 1.1));
        Refused("mean is -1; *", () => _ = new VendorManagedInventory(-1, 0, 0, 0, 0));
        Refused("standardDeviation is -1; *", () => _ = new VendorManagedInventory(0, -1, 0, 0, 0));
        Refused("leadTime is 1001; *", () => _ = new VendorManagedInventory(0, 0, 1_001, 0, 0));
        Refused("reviewPeriod is 1001; *", () => _ = new VendorManagedInventory(0, 0, 0, 1_001, 0));
        Refused("safetyFactor is 11; *", () => _ = new VendorManagedInventory(0, 0, 0, 0, 11));
        Refused("onHand is -1; *", () => new VendorManagedInventory(0, 0, 0, 0, 0).OrderQuantity(-1));
        Refused("onOrder is -1; *", () => new VendorManagedInventory(0, 0, 0, 0, 0).OrderQuantity(0, -1));
        ServiceMix.ByQuarter([], new(4, 1, 1)).Should().HaveCount(8, "two years lie before it");
    }

    [Fact]
    public void Without_deviation_or_need_no_stock_is_kept_for_safety()
    {
        new VendorManagedInventory(10, 0, 2, 1, 1).OrderUpTo.Should().Be(30);
        new VendorManagedInventory(0.5, 2, 4, 0, 1).SafetyPeriods.Should().Be(8);
        new VendorManagedInventory(double.Epsilon, 1e9, 1, 1, 1).SafetyPeriods.Should().BeNull("no number is so large");
        var item = new ConsignmentStock
        {
            Item = "seal", MeanPerWeek = 10, DeviationPerWeek = 2, LeadWeeks = 1, ReviewWeeks = 0, ServiceLevel = 0.5, OnHand = 4,
        };
        (item.Plan.SafetyStock, item.ToOrder, item.DaysOnHand).Should().Be((0, 6, 2.8));
        (item with { OnHand = null }).DaysOnHand.Should().BeNull();
    }

    [Fact]
    public void Probabilities_sum_to_1_but_for_the_ninth_digit()
    {
        static AvailabilityOutcome[] Of(decimal first) =>
            [new() { Availability = .9m, Probability = first }, new() { Availability = .8m, Probability = .5m }];
        static ServiceContract Contract(decimal first) => new()
        {
            Id = "c", Type = ServiceType.PerformanceContract, From = AsOf, Until = AsOf, Terms = Terms, Outcomes = Of(first), AnnualCost = 8_000,
        };
        foreach (var first in new[] { .500000001m, .499999999m })
        {
            Terms.Expect(Of(first), 1).ExpectedFee.Should().Be((first * 9_000) + 4_000);
            Contract(first).Faults().Should().BeEmpty();
        }

        foreach (var first in new[] { .5000000011m, .4999999989m })
        {
            FluentActions.Invoking(() => Terms.Expect(Of(first), 1)).Should().Throw<ArgumentException>().WithMessage("outcomes has probabilities *");
            Contract(first).Faults().Should().ContainSingle();
            Contract(first).Expected.Should().BeNull();
        }
    }

    [Fact]
    public void A_contract_is_expected_to_bring_something_where_all_is_known()
    {
        ServiceContract contract = new()
        {
            Id = "c", Type = ServiceType.PerformanceContract, From = AsOf, Terms = Terms, AnnualCost = 8_000,
            Outcomes = [new() { Availability = .9m, Probability = 1 }],
        };
        contract.Expected!.ExpectedResult.Should().Be(1_000);
        (contract with { Terms = null }).Expected.Should().BeNull();
        (contract with { Terms = null }).Faults().Should().Equal("terms is missing; it must be given where there are outcomes");
        (contract with { AnnualCost = null }).Expected.Should().BeNull();
        (contract with { Outcomes = null! }).Expected.Should().BeNull();
        (contract with { Outcomes = null! }).Faults().Should().BeEmpty();
        (contract with { Terms = null, Outcomes = [], AnnualFee = 5 }).Faults().Should().BeEmpty();
    }

    [Fact]
    public void A_mix_is_measured_by_what_is_asked_for_and_shows_all_three()
    {
        ServiceOrder[] orders =
        [
            Order(ServiceType.Repair, AsOf, 30) with { Cost = 100 }, Order(ServiceType.Repair, AsOf, null) with { Cost = 20 },
            Order(ServiceType.Training, AsOf, 10) with { Cost = 380 }, Order(ServiceType.Training, AsOf.PlusDays(-1), 10),
        ];
        var mix = ServiceMix.Of(orders, AsOf, AsOf, ServiceMeasure.Cost);
        mix.Depths.Should().Equal(
            new DepthShare(ServiceDepth.FireFighting, 2, 30, 120, .24), new DepthShare(ServiceDepth.FirePrevention, 1, 10, 380, .76),
            new DepthShare(ServiceDepth.ValueAdding, 0, 0, 0, 0));
        (mix.PreventionIndex, mix.Unmeasured).Should().Be((.76, 0));
        ServiceMix.Of(orders, AsOf, AsOf).Unmeasured.Should().Be(1);
        ServiceMix.Of(orders, AsOf, AsOf, ServiceMeasure.Orders).RepairShare.Should().Be(.666667);
        ServiceMix.Of([Order(ServiceType.ProcessConsulting, AsOf, 1)], AsOf, AsOf).PreventionIndex.Should().BeNull("neither repair nor prevention");
        ServiceMix.Of([Order(ServiceType.Repair, AsOf, 1)], AsOf, AsOf).PreventionIndex.Should().Be(0);
        ServiceMix.Of([], AsOf, AsOf).PreventionIndex.Should().BeNull();
        ServiceMix.Of([Order(ServiceType.Vmi, AsOf, null) with { Cost = 1 }, Order(ServiceType.Vmi, AsOf, null)], AsOf, AsOf).Measure.Should().Be(ServiceMeasure.Cost);
        (mix with { Depths = [] }).RepairShare.Should().BeNull();

        // The quarters are measured as the whole is, even one in which nobody has written hours.
        ServiceMix.ByQuarter([Order(ServiceType.Repair, AsOf, 1), Order(ServiceType.Repair, YearAgo, null)], AsOf, 4)
            .Should().OnlyContain(quarter => quarter.Measure == ServiceMeasure.Hours).And.HaveElementAt(0, ServiceMix.Of(
                [Order(ServiceType.Repair, YearAgo, null)], YearAgo, new(2025, 9, 30), ServiceMeasure.Hours));
    }

    [Fact]
    public void A_shift_is_the_slope_over_all_quarters_that_are_known()
    {
        static ServiceMix Share(double? share) => new()
        {
            From = AsOf, Until = AsOf, Depths = [new(ServiceDepth.FireFighting, 1, 1, 1, share)],
        };
        ServiceShift.Of([Share(.5), Share(null), Share(.1), Share(.7)]).Should().Be(new ServiceShift(.5, .7, .028571, 3));
        ServiceShift.Of([Share(null), Share(.1), Share(.3)]).Should().Be(new ServiceShift(.1, .3, .2, 2));
        ServiceShift.Of([Share(null), Share(.1)]).Should().BeNull();
    }

    [Fact]
    public void The_profit_of_a_service_says_what_is_free_and_what_is_not_known()
    {
        ServiceOrder[] orders =
        [
            Order(ServiceType.Vmi, AsOf, null) with { Price = 50, Cost = 20, DowntimeAvoidedHours = 2 },
            Order(ServiceType.Vmi, AsOf, 3) with { Price = 0 }, Order(ServiceType.Repair, AsOf, 4) with { Cost = 5 },
        ];
        ServiceProfit.Of(orders, 10).Should().Equal(
            new ServiceProfit { Type = ServiceType.Repair, Orders = 1, Hours = 4, Cost = 5, Unknown = 1 },
            new ServiceProfit { Type = ServiceType.Vmi, Orders = 2, Hours = 3, Revenue = 50, Cost = 20, FreeOrders = 1, Unknown = 1, CustomerWorth = 20 },
            new ServiceProfit { Orders = 3, Hours = 7, Revenue = 50, Cost = 25, FreeOrders = 1, Unknown = 2, CustomerWorth = 20 });
        ServiceProfit.Of([orders[0], orders[0]], 10)[0].Should().BeEquivalentTo(new { Revenue = 100m, Cost = 40m, CustomerWorth = 40m });
        ServiceProfit.Of(orders)[^1].CustomerWorth.Should().BeNull("nobody says what an hour costs");
        ServiceProfit.Of(orders, 0)[^1].CustomerWorth.Should().Be(0);
        ServiceProfit.Of(orders, 1_000_000_000)[^1].CustomerWorth.Should().Be(2_000_000_000);
    }

    [Theory]
    [InlineData(0, null, true)]
    [InlineData(null, 0.9, false)]
    public void A_promise_checks_what_the_package_promises(int? stockDays, double? availability, bool isStockLeftOut)
    {
        var checks = new ServicePromise(Standard(4), new([ServiceType.Repair], availability, stockDays ?? 3)).Check([]);
        checks.Select(check => check.Kind).Should().Equal(isStockLeftOut
            ? [PromiseKind.Capacity, PromiseKind.Response]
            : [PromiseKind.Capacity, PromiseKind.Response, PromiseKind.Availability, PromiseKind.Stock]);
    }

    [Fact]
    public void Services_are_promised_up_to_the_depth_of_the_standard()
    {
        new ServicePromise(Standard(4) with { Depth = ServiceDepth.FireFighting }, Package).Types.Should().Equal(ServiceType.Repair);
        new ServicePromise(Standard(4), Package).Check([new() { Type = ServiceType.Vmi, HoursPerMonth = 2, NeededPerMonth = 1 }])
            .Where(check => check.IsGranted).Select(check => check.Service).Should().Equal(ServiceType.Vmi);
        (Package.Describe("en").Items.Count, new ServicePackage([ServiceType.Vmi], null, 0).Describe("en").Items.Count).Should().Be((2, 0));
    }

    [Fact]
    public void Of_services_with_equal_gain_the_earlier_in_the_catalogue_comes_first_and_each_once()
    {
        ServiceType[] due = [ServiceType.Vmi, ServiceType.Training, ServiceType.Vmi, ServiceType.Installation];
        ServiceCapacity[] able = [.. due.Distinct().Select(type => new ServiceCapacity { Type = type, HoursPerMonth = 1 })];
        ServiceProposal.Rank(due, [], [], able).Select(proposal => proposal.Type).Should().Equal(ServiceType.Installation, ServiceType.Training, ServiceType.Vmi);
        ServiceProposal.Rank(due, [], [new(ServiceType.Vmi.Lever, -1), new(ServiceType.Training.Lever, null)], able)[^1]
            .Should().BeEquivalentTo(new { Type = ServiceType.Vmi, BarrierGain = -1, IsOffered = true });
        new ServiceProposal(ServiceType.Vmi, 1, null).IsOffered.Should().BeFalse();
    }

    [Fact]
    public void A_record_is_empty_until_something_stands_in_it()
    {
        new ServiceRecord { Orders = null!, Contracts = null!, Stock = null!, Capacities = null! }.IsEmpty.Should().BeTrue();
        new ServiceRecord { Orders = [Order(ServiceType.Vmi, AsOf, 1)] }.IsEmpty.Should().BeFalse();
        new ServiceRecord { Contracts = [new() { Id = "c", Type = ServiceType.Vmi, From = AsOf }] }.IsEmpty.Should().BeFalse();
        new ServiceRecord { Stock = [Stock(1)] }.IsEmpty.Should().BeFalse();
        new ServiceRecord { Capacities = [new() { Type = ServiceType.Vmi, HoursPerMonth = 1 }] }.IsEmpty.Should().BeFalse();
        var review = new ServiceReview { MixByQuarter = null!, Profit = null!, Checks = null!, Proposals = null!, Contracts = null!, Stock = null! };
        (review.MixByQuarter.Count + review.Profit.Count + review.Checks.Count + review.Proposals.Count + review.Contracts.Count + review.Stock.Count)
            .Should().Be(0);
    }

    [Fact]
    public void The_year_of_a_review_and_its_quarters_begin_on_their_first_day()
    {
        ServiceReview Of(LocalDate day) => ServiceReview.Of(
            new() { Orders = [Order(ServiceType.Repair, day, 1) with { Price = 3, Cost = 1 }] }, null, new(), [], AsOf);
        (Of(YearAgo).Mix!.From, Of(YearAgo).Profit[^1].Profit).Should().Be((YearAgo, 2));
        Of(YearAgo.PlusDays(-1)).Should().BeEquivalentTo(new { Mix = (ServiceMix?)null, Maturity = (object?)null });
        Of(YearAgo.PlusDays(-1)).Profit.Should().BeEmpty();
        (Of(new(2024, 7, 1)).MixByQuarter.Count, Of(new(2024, 6, 30)).MixByQuarter.Count).Should().Be((8, 0));
        (Of(AsOf).MixByQuarter.Count, Of(AsOf.PlusDays(1)).MixByQuarter.Count).Should().Be((8, 0));
        Of(AsOf).Shift.Should().BeNull();
        var own = DecisionTable.For<ServiceMaturityFacts, ServiceMaturity>("own").Domain(f => f.RepairShare, 0, 1)
            .Rule("all", f => f.RepairShare >= 0, ServiceMaturity.ValueCreating).Build(HitPolicy.First);
        ServiceReview.Of(new() { Orders = [Order(ServiceType.Repair, AsOf, 1)] }, null, new(), [], AsOf, null, own).Maturity!.Advice
            .Should().Be(ServiceMaturity.ValueCreating, "a company judges by a table of its own");
    }

    [Fact]
    public void What_the_account_uses_is_not_proposed()
    {
        ServiceType[] Proposed(ServiceRecord account) => [.. Review(account).Proposals.Select(proposal => proposal.Type)];
        Proposed(new()).Should().Equal(ServiceType.Training, ServiceType.Vmi);
        (Review(new()).Package!.Hits[0].RuleId, Review(new() { Stock = [Stock(1)] }).Stock.Count).Should().Be(("same", 1));
        AccountContract("late", AsOf.PlusDays(1)).Should().Be(1, "it runs on");
        AccountContract("gone", AsOf.PlusDays(-1)).Should().Be(0);
        Proposed(new() { Stock = [Stock(1)] }).Should().Equal(ServiceType.Training);
        Proposed(new() { Orders = [Order(ServiceType.Training, new(2024, 7, 1), 1)] }).Should().Equal(ServiceType.Vmi);
        Proposed(new() { Orders = [Order(ServiceType.Training, new(2024, 6, 30), 1)] }).Should().HaveCount(2, "it is too long ago");
        Proposed(new() { Contracts = [new() { Id = "c", Type = ServiceType.Vmi, From = YearAgo }] }).Should().Equal(ServiceType.Training);
        ServiceReview.Of(new(), Standard(4), new() { Tier = AccountTier.C }, [], AsOf, Packages).Should().BeEquivalentTo(
            new { Package = (object?)null, Promise = (object?)null, Proposals = Array.Empty<ServiceProposal>() });

        int AccountContract(string id, LocalDate until) => ServiceReview.Of(
            new() { Contracts = [new() { Id = id, Type = ServiceType.Vmi, From = YearAgo, Until = until }] }, null, new(), [], AsOf).Contracts.Count;
    }

    [Fact]
    public void The_slowest_answer_and_the_shortest_stock_are_held_against_the_promise()
    {
        PromiseCheck? Of(PromiseKind kind, ServiceRecord account) => Review(account with
        {
            Capacities = [new() { Type = ServiceType.Vmi, HoursPerMonth = 1 }],
        }).Checks.SingleOrDefault(check => check.Kind == kind);
        string? Stocked(params double?[] onHand) => Of(PromiseKind.Stock, new() { Stock = [.. onHand.Select(Stock)] })?.RuleId;
        string? Answered(params double?[] hours) => Of(
            PromiseKind.Response, new() { Orders = [.. hours.Select(each => Order(ServiceType.Vmi, AsOf, 1) with { ResponseHours = each })] })?.RuleId;

        (Stocked(), Stocked(5, 6), Stocked(9, 4), Stocked(9, null)).Should().Be(("unknown", "kept", "beyond", "unknown"));
        (Answered([null]), Answered(1, 4, null), Answered(1, 5)).Should().Be(("unknown", "kept", "beyond"));
        Review(new() { Stock = [Stock(1)] }).Checks.Should().BeEmpty("nobody has said what we can do");
    }

    [Fact]
    public void Standing_still_costs_what_goes_beyond_the_promise()
    {
        ServiceReview Of(double? downtime, double? operating, decimal? rate) => Review(new()
        {
            Orders = [Order(ServiceType.Repair, AsOf, 1) with { DowntimeHours = downtime }, Order(ServiceType.Repair, AsOf, 1)],
            Site = new() { OperatingHoursPerYear = operating, DowntimeCostPerHour = rate },
            Capacities = [new() { Type = ServiceType.Vmi, HoursPerMonth = 1 }],
        });
        (double?, decimal?) Excess(double? downtime, double? operating, decimal? rate)
        {
            var review = Of(downtime, operating, rate);
            return (review.ExcessDowntime, review.ExcessDowntimeCost);
        }

        Review(new()
        {
            Orders = [Order(ServiceType.Repair, AsOf, 1) with { DowntimeHours = 90 }, Order(ServiceType.Repair, AsOf, 1) with { DowntimeHours = 60 }],
            Site = new() { OperatingHoursPerYear = 1_000 },
        }).ExcessDowntime.Should().Be(50, "both together");
        Excess(150, 1_000, 7).Should().Be((50, 350));
        Excess(50, 1_000, 7).Should().Be((0, 0));
        Excess(150, 1_000, null).Should().Be((50, null));
        Excess(null, 1_000, 7).Should().Be((null, null));
        Excess(150, null, 7).Should().Be((null, null));
        Of(200, 1_000, 7).Availability.Should().Be(EquipmentAvailability.Observed(1_000, 200, 1), "one of the two repairs stood still");
        Of(0, 1_000, 7).Availability.Should().BeNull();
        string Reached(double downtime, double? operating) =>
            Of(downtime, operating, 7).Checks.Single(check => check.Kind == PromiseKind.Availability).RuleId;
        (Reached(100, 1_000), Reached(101, 1_000), Reached(1_000, 1_000), Reached(1_001, 1_000), Reached(1, null)).Should().Be(
            ("kept", "beyond", "beyond", "unknown", "unknown"));
    }

    private static ServiceReview Review(ServiceRecord account) =>
        ServiceReview.Of(account, Standard(4), new() { Tier = AccountTier.A }, [], AsOf, Packages);

    private static ServiceStandard Standard(int responseHours) =>
        DifferentiatedService.Standard.Decide(new() { Tier = AccountTier.A }).Advice! with { ResponseHours = responseHours };

    private static ServiceOrder Order(ServiceType type, LocalDate day, double? hours) => new() { Type = type, Date = day, Hours = hours };

    // Seven a week, so that what is there lasts as many days.
    private static ConsignmentStock Stock(double? onHand) =>
        new() { Item = $"{onHand}", MeanPerWeek = 7, DeviationPerWeek = 1, LeadWeeks = 1, ReviewWeeks = 1, OnHand = onHand };
}
