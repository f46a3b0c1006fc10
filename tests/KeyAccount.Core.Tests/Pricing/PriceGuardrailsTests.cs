using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Pricing;

public class PriceGuardrailsTests
{
    public static TheoryData<string?, decimal, string> Depths => new()
    {
        { "A", 101, "Salesperson" },
        { "A", 92, "Salesperson" },
        { "A", 91.99m, "SalesManager" },
        { "A", 85, "SalesManager" },
        { "A", 84.99m, "SalesDirector" },
        { "A", 75, "SalesDirector" },
        { "A", 74.99m, "GeneralManager" },
        { "B", 95, "Salesperson" },
        { "B", 94.99m, "SalesManager" },
        { "B", 90, "SalesManager" },
        { "B", 89.99m, "SalesDirector" },
        { "B", 80, "SalesDirector" },
        { "B", 79.99m, "GeneralManager" },
        { "C", 98, "Salesperson" },
        { "C", 97.99m, "SalesManager" },
        { "C", 95, "SalesManager" },
        { "C", 94.99m, "SalesDirector" },
        { "C", 90, "SalesDirector" },
        { "C", 89.99m, "GeneralManager" },
        { null, 98, "Salesperson" },
        { null, 97.99m, "SalesManager" },
        { null, 0, "GeneralManager" },
    };

    [Theory]
    [MemberData(nameof(Depths))]
    public void Who_may_grant_a_net_price_on_a_list_price_of_100(string? tier, decimal netPrice, string level) =>
        PriceGuardrails.Standard.LevelFor(Tier(tier), 100, netPrice).Name.Should().Be(level);

    [Fact]
    public void A_limit_counts_where_a_quotient_would_round() =>
        PriceGuardrails.Standard.With([new(AccountTier.A, 0, 1m / 3, 0.5m, 0.6m)]).LevelFor(AccountTier.A, 3, 3 - (3 * (1m / 3))).Should().Be(ApprovalLevel.Salesperson);

    [Fact]
    public void A_deeper_discount_never_needs_a_lower_approval()
    {
        var cases = from tier in Gen.Elements<AccountTier?>([.. AccountTier.InOrder, null])
                    from list in Gen.Choose(1, 100_000)
                    from net in Gen.Choose(0, 100_000)
                    from deeper in Gen.Choose(0, 100_000)
                    select (tier, list: list / 100m, net: net / 100m, deeper: deeper / 100m);
        Check.One(Seeded.Cases(2000), Prop.ForAll(cases.ToArbitrary(), test =>
            PriceGuardrails.Standard.LevelFor(test.tier, test.list, test.net - test.deeper).IsAtLeast(PriceGuardrails.Standard.LevelFor(test.tier, test.list, test.net))));
    }

    [Fact]
    public void A_better_tier_never_has_a_narrower_authority_or_a_higher_floor()
    {
        foreach (var (better, worse) in AccountTier.InOrder.Zip(AccountTier.InOrder.Skip(1)))
        {
            var (one, other) = (PriceGuardrails.Standard.Of(better), PriceGuardrails.Standard.Of(worse));
            one.FloorMargin.Should().BeLessThan(other.FloorMargin);
            one.Salesperson.Should().BeGreaterThan(other.Salesperson);
            one.SalesManager.Should().BeGreaterThan(other.SalesManager);
            one.SalesDirector.Should().BeGreaterThan(other.SalesDirector);
        }
    }

    [Fact]
    public void The_salespersons_authority_is_that_of_the_service_standard()
    {
        foreach (var tier in AccountTier.InOrder.Append(null))
        {
            var standard = DifferentiatedService.Standard.Decide(new() { Tier = tier }).Advice!;
            (100 * PriceGuardrails.Standard.Of(tier).Salesperson).Should().Be(standard.DiscountAuthorityPercent);
        }
    }

    [Fact]
    public void The_defaults_are_pinned_and_ours()
    {
        PriceGuardrails.Standard.ToString().Should().Be(
            "PriceGuardrails { Id = priceGuardrails.standard, WalkAwayMargin = 0, CostOfCapital = 0.08, PriceGrain = 0.01, Tiers = ["
            + "A: floor margin 0.15, salesperson 0.08, sales manager 0.15, sales director 0.25; "
            + "B: floor margin 0.20, salesperson 0.05, sales manager 0.10, sales director 0.20; "
            + "C: floor margin 0.25, salesperson 0.02, sales manager 0.05, sales director 0.10; "
            + "ungraded: floor margin 0.25, salesperson 0.02, sales manager 0.05, sales director 0.10] }");
        PriceGuardrails.Standard.Defaults.Select(each => each.Path).Should().Equal(
            "tiers[\"A\"]", "tiers[\"B\"]", "tiers[\"C\"]", "tiers[\"ungraded\"]", "walkAwayMargin", "costOfCapital", "priceGrain");
        PriceGuardrails.Standard.Defaults.Should().OnlyContain(each => each.Provenance!.Kind == ProvenanceKind.LibraryDefault);
    }

    [Fact]
    public void Every_number_can_be_replaced()
    {
        var mine = PriceGuardrails.Standard.With([new(AccountTier.B, 0.3m, 0.01m, 0.02m, 0.03m), new(null, 0.5m, 0, 0, 0)], 0.1m, 0.05m, 0.05m, "mine");

        mine.Id.Should().Be("mine");
        mine.Tiers.Select(each => each.Tier).Should().Equal(AccountTier.A, AccountTier.B, AccountTier.C, null);
        mine.Of(AccountTier.A).Should().Be(PriceGuardrails.Standard.Of(AccountTier.A));
        mine.Of(AccountTier.B).FloorMargin.Should().Be(0.3m);
        mine.Of(null).FloorMargin.Should().Be(0.5m);
        (mine.WalkAwayMargin, mine.CostOfCapital, mine.PriceGrain).Should().Be((0.1m, 0.05m, 0.05m));
        mine.Defaults.Select(each => each.Provenance).Should().Equal(
            [.. PriceGuardrails.Standard.Defaults.Take(1).Select(each => each.Provenance), null, .. PriceGuardrails.Standard.Defaults.Skip(2).Take(1).Select(each => each.Provenance), null, null, null, null]);
        PriceGuardrails.Standard.With().Should().Be(PriceGuardrails.Standard);
    }

    [Fact]
    public void They_come_back_from_JSON()
    {
        JsonSerializer.Deserialize<PriceGuardrails>(JsonSerializer.Serialize(PriceGuardrails.Standard)).Should().Be(PriceGuardrails.Standard);
        PriceGuardrails.Standard.GetHashCode().Should().Be(PriceGuardrails.Standard.With().GetHashCode());
        PriceGuardrails.Standard.Should().NotBe(PriceGuardrails.Standard.With(costOfCapital: 0.09m))
            .And.NotBe(PriceGuardrails.Standard.With(walkAwayMargin: 0.01m))
            .And.NotBe(PriceGuardrails.Standard.With(priceGrain: 0.1m))
            .And.NotBe(PriceGuardrails.Standard.With(id: "mine"))
            .And.NotBe(PriceGuardrails.Standard.With([new(null, 0.25m, 0.02m, 0.05m, 0.11m)]));
        PriceGuardrails.Standard.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        TierGuardrail[] tiers =
        [
            new(AccountTier.A, 1, -0.1m, -0.2m, -0.3m),
            new(AccountTier.B, 0.04m, 0, 0, 1.5m),
            new(AccountTier.B, 0.05m, 0, 0, 1),
        ];

        ((Action)(() => _ = new PriceGuardrails("mine", tiers, 0.05m, -0.01m, 0))).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.ToString()).Should().Equal(
                "tiers[\"A\"].floorMargin: 1 is not below 1",
                "tiers[\"A\"].salesperson: -0.1 is negative",
                "tiers[\"A\"].salesManager: -0.2 is below the salesperson's -0.1",
                "tiers[\"A\"].salesDirector: -0.3 is below the sales manager's -0.2",
                "tiers[\"B\"].floorMargin: 0.04 is below the walk-away margin of 0.05",
                "tiers[\"B\"].salesDirector: 1.5 is above 1",
                "tiers[\"B\"]: it stands 2 times; it must stand once",
                "tiers[\"C\"]: it stands 0 times; it must stand once",
                "tiers[\"ungraded\"]: it stands 0 times; it must stand once",
                "costOfCapital: -0.01 is negative",
                "priceGrain: 0 is not above 0");
        ((Action)(() => _ = PriceGuardrails.Standard.With(id: " "))).Should().Throw<ArgumentException>().WithMessage("*id*");
        ((Action)(() => _ = PriceGuardrails.Standard.With([null!]))).Should().Throw<ArgumentNullException>().WithMessage("*tiers*");
        ((Action)(() => PriceGuardrails.Standard.LevelFor(null, 0, 1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("listPrice is 0; it must be above 0.*");
    }

    private static AccountTier? Tier(string? name) => name is null ? null : AccountTier.FromName(name);
}
