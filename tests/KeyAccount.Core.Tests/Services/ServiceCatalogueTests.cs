using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Services;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Tests.Services;

/// <summary>What an account is due, how mature its service is, and what may be promised.</summary>
public class ServiceCatalogueTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Fact]
    public void Every_tier_stage_and_value_has_its_services()
    {
        var proof = ServiceCatalogue.Standard.Verify();
        proof.Combinations.Should().Be(4 * 6 * 5);
        proof.IsSound.Should().BeTrue(proof.ToString());
        ServiceCatalogue.Maturity.Verify().IsSound.Should().BeTrue();
        ServiceCatalogue.Promises.Verify().IsSound.Should().BeTrue();
    }

    [Fact]
    public void A_better_tier_more_value_and_a_later_stage_never_get_less()
    {
        foreach (var tier in AccountTier.InOrder)
        {
            foreach (var stage in DevelopmentStage.InOrder)
            {
                foreach (var value in ValuePyramidLevel.InOrder)
                {
                    var here = PackageOf(tier, stage, value);
                    if (tier != AccountTier.A)
                        ShouldHold(PackageOf(AccountTier.InOrder[tier.Value - 2], stage, value), here);
                    if (stage != DevelopmentStage.Strategic)
                        ShouldHold(PackageOf(tier, DevelopmentStage.InOrder[stage.Value], value), here);
                    if (value != ValuePyramidLevel.Platinum)
                        ShouldHold(PackageOf(tier, stage, ValuePyramidLevel.InOrder[value.Value - 2]), here);
                }
            }
        }

        static void ShouldHold(ServicePackage more, ServicePackage less)
        {
            more.Types.Should().Contain(less.Types);
            (more.Availability ?? 0).Should().BeGreaterThanOrEqualTo(less.Availability ?? 0);
            more.StockDays.Should().BeGreaterThanOrEqualTo(less.StockDays);
        }
    }

    // It extends the differentiated service: both name the same depth, for every account.
    [Fact]
    public void The_deepest_service_is_as_deep_as_the_standard()
    {
        foreach (var tier in AccountTier.InOrder.Append(null))
        {
            foreach (var stage in DevelopmentStage.InOrder.Append(null))
            {
                foreach (var value in ValuePyramidLevel.InOrder.Append(null))
                {
                    var promise = PromiseOf(tier, stage, value);
                    promise.Types.Should().Equal(promise.Package.Types, "the standard takes nothing away");
                    promise.Types.Max(type => type.Depth.Value).Should().Be(promise.Standard.Depth.Value, $"{tier} {stage} {value}");
                }
            }
        }
    }

    [Fact]
    public void A_standard_of_a_company_rules_over_the_package()
    {
        var standard = StandardOf(AccountTier.A, null) with { Depth = ServiceDepth.FirePrevention };
        new ServicePromise(standard, PackageOf(AccountTier.A, DevelopmentStage.Strategic, null)).Types.Should().OnlyContain(
            type => type.Depth != ServiceDepth.ValueAdding).And.HaveCount(8);
    }

    [Theory]
    [InlineData(0.600001, 0, "Reactive")]
    [InlineData(0.6, 0, "Transition")]
    [InlineData(0.300001, 1, "Transition")]
    [InlineData(0.3, 0.3, "ValueCreating")]
    [InlineData(0.3, 0.299999, "Preventive")]
    [InlineData(0, 0, "Preventive")]
    public void Maturity_turns_at_its_cuts(double repair, double adding, string maturity) =>
        ServiceCatalogue.Maturity.Decide(new() { RepairShare = repair, ValueAddingShare = adding }).Advice!.Name.Should().Be(maturity);

    [Fact]
    public void What_was_not_measured_has_no_maturity() => ServiceCatalogue.Maturity.Decide(new()).IsDecided.Should().BeFalse();

    [Fact]
    public void A_promise_without_capacity_is_refused_with_its_reason()
    {
        var promise = PromiseOf(AccountTier.B, DevelopmentStage.Initial, ValuePyramidLevel.Iron);
        var checks = promise.Check(
            [
                new() { Type = ServiceType.Repair, HoursPerMonth = 40, NeededPerMonth = 40 },
                new() { Type = ServiceType.SpareParts, HoursPerMonth = 5, NeededPerMonth = 5.5 },
                new() { Type = ServiceType.Training, HoursPerMonth = 0 },
                new() { Type = ServiceType.Installation, HoursPerMonth = 1 },
            ], responseHours: 8, availability: 0.939999, stockDays: 2.9);
        string RuleOf(PromiseKind kind, ServiceType? type = null) => checks.Single(check => check.Kind == kind && check.Service == type).RuleId;
        RuleOf(PromiseKind.Capacity, ServiceType.Repair).Should().Be("kept");
        RuleOf(PromiseKind.Capacity, ServiceType.SpareParts).Should().Be("beyond");
        RuleOf(PromiseKind.Capacity, ServiceType.Training).Should().Be("beyond", "no hours are no capacity");
        RuleOf(PromiseKind.Capacity, ServiceType.Installation).Should().Be("kept");
        RuleOf(PromiseKind.Capacity, ServiceType.PreventiveMaintenance).Should().Be("unknown");
        RuleOf(PromiseKind.Response).Should().Be("kept", "8 hours are promised and kept");
        RuleOf(PromiseKind.Availability).Should().Be("beyond");
        RuleOf(PromiseKind.Stock).Should().Be("beyond");
        checks.Single(check => check.Service == ServiceType.SpareParts).Reason.En.Should().Be(
            "supply of spare parts: we would promise 5.5, but can do only 5 (hours of work a month). Promise what we can do, or build up the capacity first.");
        checks.Single(check => check.Service == ServiceType.PreventiveMaintenance).IsGranted.Should().BeFalse();
        promise.Check([], 8.1, 0.94, 3).Where(check => check.Service is null).Select(check => check.RuleId).Should().Equal("beyond", "kept", "kept");
        promise.Check([]).Should().OnlyContain(check => check.RuleId == "unknown");
    }

    [Fact]
    public void A_capacity_is_stated_once() => FluentActions.Invoking(() => PromiseOf(AccountTier.C, null, null).Check(
        [new() { Type = ServiceType.Repair, HoursPerMonth = 1 }, new() { Type = ServiceType.Repair, HoursPerMonth = 2 }]))
        .Should().Throw<ArgumentException>().WithMessage("capacities has Repair twice;*");

    [Fact]
    public void The_service_with_the_best_lever_is_offered_first_if_we_have_the_capacity()
    {
        ServiceType[] due = [.. PackageOf(AccountTier.A, DevelopmentStage.Middle, null).Types];
        LeverGain[] gains = [new(SwitchingCostLever.Process, 6), new(SwitchingCostLever.ProductAndTechnology, 4), new(SwitchingCostLever.Service, 9)];
        var offered = ServiceProposal.Rank(due, [ServiceType.PreventiveMaintenance], gains,
        [
            new() { Type = ServiceType.Training, HoursPerMonth = 10 }, new() { Type = ServiceType.Vmi, HoursPerMonth = 20, NeededPerMonth = 10 },
            new() { Type = ServiceType.RemoteMonitoring, HoursPerMonth = 1, NeededPerMonth = 2 },
        ]);
        offered.Select(proposal => proposal.Type).Take(2).Should().Equal(ServiceType.Vmi, ServiceType.Training);
        offered.Where(proposal => proposal.IsOffered).Should().HaveCount(2);
        offered.Should().NotContain(proposal => proposal.Type == ServiceType.PreventiveMaintenance || proposal.Type.Depth == ServiceDepth.FireFighting);
        offered.Single(proposal => proposal.Type == ServiceType.RemoteMonitoring).Capacity!.RuleId.Should().Be("beyond");
        ServiceProposal.Rank(due, [], gains, []).Should().OnlyContain(proposal => !proposal.IsOffered);
    }

    [Fact]
    public void The_mix_is_counted_by_depth()
    {
        var mix = ServiceMix.Of(
        [
            Order(ServiceType.Repair, 1, 60), Order(ServiceType.PreventiveMaintenance, 2, 30), Order(ServiceType.ProcessConsulting, 3, 10),
            Order(ServiceType.Training, 3, null),
        ], new(2026, 1, 1), AsOf);
        (mix.RepairShare, mix.ValueAddingShare, mix.Orders, mix.Unmeasured, mix.Measure).Should().Be((0.6, 0.1, 4L, 1, ServiceMeasure.Hours));
        mix.PreventionIndex.Should().BeApproximately(30.0 / 90, 1e-6);
        ServiceMix.Of([Order(ServiceType.Training, 1, null)], new(2026, 1, 1), AsOf).Measure.Should().Be(ServiceMeasure.Orders);
        ServiceMix.Of([Order(ServiceType.Training, 1, null) with { Cost = 5 }], new(2026, 1, 1), AsOf).Measure.Should().Be(ServiceMeasure.Cost);
        ServiceMix.Of([], new(2026, 1, 1), AsOf).RepairShare.Should().BeNull();
    }

    // Repair .8, .6, .4, .2 in four quarters: it falls by .2 a quarter.
    [Fact]
    public void A_falling_share_of_repair_is_the_way_to_prevention()
    {
        ServiceOrder[] orders = [.. Enumerable.Range(0, 4).SelectMany(quarter => new[]
        {
            Order(ServiceType.Repair, 1, 80 - (20 * quarter)) with { Date = AsOf.PlusMonths(-11 + (3 * quarter)) },
            Order(ServiceType.Training, 1, 20 + (20 * quarter)) with { Date = AsOf.PlusMonths(-11 + (3 * quarter)) },
        })];
        var quarters = ServiceMix.ByQuarter(orders, AsOf, 4);
        quarters.Select(mix => mix.RepairShare).Should().Equal(0.8, 0.6, 0.4, 0.2);
        quarters.Select(mix => (mix.From, mix.Until)).Should().Equal(
            (new LocalDate(2025, 7, 1), new LocalDate(2025, 9, 30)), (new LocalDate(2025, 10, 1), new LocalDate(2025, 12, 31)),
            (new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 31)), (new LocalDate(2026, 4, 1), AsOf));
        ServiceShift.Of(quarters).Should().Be(new ServiceShift(0.8, 0.2, -0.2, 4));
        ServiceShift.Of(quarters.Take(1).ToArray()).Should().BeNull();
        ServiceShift.Of(ServiceMix.ByQuarter(orders, AsOf, 8))!.Periods.Should().Be(4, "quarters without service have no share");
    }

    [Fact]
    public void A_review_says_what_is_promised_and_what_it_moves()
    {
        var review = ServiceReview.Of(
            new()
            {
                Orders =
                [
                    Order(ServiceType.Repair, 2, 70) with { DowntimeHours = 300, Cost = 10, Price = 0, ResponseHours = 5 },
                    Order(ServiceType.Training, 3, 30), Order(ServiceType.Repair, 8, 1),
                ],
                Capacities = [new() { Type = ServiceType.Vmi, HoursPerMonth = 8 }],
                Site = new() { OperatingHoursPerYear = 8_000, DowntimeCostPerHour = 1_000 },
            },
            StandardOf(AccountTier.A, null), new() { Tier = AccountTier.A, Stage = DevelopmentStage.Middle }, [], AsOf);
        review.RepairShare.Should().Be(0.7);
        review.Maturity!.Advice.Should().Be(ServiceMaturity.Reactive);
        review.ExcessDowntime.Should().Be(300 - (0.035 * 8_000));
        review.ExcessDowntimeCost.Should().Be(20_000);
        review.Availability!.Value.Should().BeApproximately(7_700.0 / 8_000, 1e-12);
        review.BestOffer!.Type.Should().Be(ServiceType.Vmi);
        review.Checks.Single(check => check.Kind == PromiseKind.Response).IsGranted.Should().BeFalse("4 hours are promised, the slowest answer took 5");
        review.Profit[^1].FreeCost.Should().Be(10);
        var empty = ServiceReview.Of(new(), null, new(), [], AsOf);
        (empty.Mix, empty.Promise, empty.BestOffer, empty.RepairShare).Should().Be((null, null, null, null));
    }

    private static ServicePackage PackageOf(AccountTier? tier, DevelopmentStage? stage, ValuePyramidLevel? value) =>
        ServiceCatalogue.Standard.Decide(new() { Tier = tier, Stage = stage, Value = value }).Advice!;

    private static ServiceStandard StandardOf(AccountTier? tier, ValuePyramidLevel? value) =>
        DifferentiatedService.Standard.Decide(new() { Tier = tier, Value = value }).Advice!;

    private static ServicePromise PromiseOf(AccountTier? tier, DevelopmentStage? stage, ValuePyramidLevel? value) =>
        new(StandardOf(tier, value), PackageOf(tier, stage, value));

    private static ServiceOrder Order(ServiceType type, int month, double? hours) =>
        new() { Type = type, Date = month > 6 ? new(2024, month, 10) : new(2026, month, 10), Hours = hours };

    [Fact]
    public void The_last_day_of_a_span_and_the_first_of_a_contract_count()
    {
        ServiceMix.Of([Order(ServiceType.Repair, 1, 60) with { Date = AsOf }], AsOf, AsOf).Orders.Should().Be(1);
        ServiceMix.Of([Order(ServiceType.Repair, 1, 60) with { Date = AsOf.PlusDays(1) }], AsOf, AsOf).Orders.Should().Be(0);
        var review = ServiceReview.Of(
            new()
            {
                Orders = [Order(ServiceType.Repair, 1, 60) with { Date = AsOf }],
                Contracts =
                [
                    new() { Id = "begins", Type = ServiceType.Vmi, From = AsOf }, new() { Id = "comes", Type = ServiceType.Vmi, From = AsOf.PlusDays(1) },
                    new() { Id = "ends", Type = ServiceType.Vmi, From = AsOf, Until = AsOf },
                ],
            },
            null, new(), [], AsOf);
        review.RepairShare.Should().Be(1);
        review.Contracts.Select(contract => contract.Id).Should().Equal("begins", "ends");
    }

    [Theory]
    [InlineData(7_999, 1, true)]
    [InlineData(8_000, 1, false)]
    [InlineData(100, 0, false)]
    public void Availability_is_observed_where_something_failed_and_something_ran(double downtime, int repairs, bool isObserved)
    {
        var review = ServiceReview.Of(
            new()
            {
                Capacities = [new() { Type = ServiceType.Vmi, HoursPerMonth = 8 }],
                Orders = [Order(repairs == 1 ? ServiceType.Repair : ServiceType.Training, 2, 70) with { DowntimeHours = downtime }],
                Site = new() { OperatingHoursPerYear = 8_000 },
            },
            StandardOf(AccountTier.A, null), new() { Tier = AccountTier.A, Stage = DevelopmentStage.Middle }, [], AsOf);
        (review.Availability is not null).Should().Be(isObserved);

        // A site that stood still all year has reached 0, which is known.
        review.Checks.Single(check => check.Kind == PromiseKind.Availability).IsGranted.Should().Be(downtime < 280);
    }
}
