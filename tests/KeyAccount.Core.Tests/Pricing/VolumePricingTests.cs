using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Pricing;

namespace KeyAccount.Core.Tests.Pricing;

public class VolumePricingTests
{
    private static readonly PriceBreak[] TenThenNine = [new(1, 10), new(100, 9)];

    [Fact]
    public void Ten_below_100_and_nine_from_100_on()
    {
        var allUnits = new VolumePricing(VolumeDiscountKind.AllUnits, TenThenNine);
        var incremental = new VolumePricing(VolumeDiscountKind.Incremental, TenThenNine);

        allUnits.Total(100).Should().Be(900);
        incremental.Total(100).Should().Be(999);
        allUnits.Total(99).Should().Be(990);
        incremental.Total(99).Should().Be(990);
        incremental.Total(101).Should().Be(1008);
        allUnits.AveragePrice(100).Should().Be(9);
        incremental.AveragePrice(100).Should().Be(9.99m);
        allUnits.Total(0).Should().Be(0);
    }

    [Fact]
    public void The_drop_at_a_break_and_the_quantities_nobody_should_order_are_named()
    {
        var prices = new VolumePricing(VolumeDiscountKind.AllUnits, TenThenNine);

        prices.Drops.Should().Equal(new TotalDrop(100, 990, 900));
        prices.Drops[0].Drop.Should().Be(90);
        prices.Unreasonable.Should().Equal(new UnreasonableQuantities(91, 99, 100, 900));
        prices.Total(90).Should().Be(900, "at 90 both cost the same, and nobody loses by ordering 90");
    }

    [Fact]
    public void A_far_break_can_undercut_several_tiers()
    {
        var prices = new VolumePricing(VolumeDiscountKind.AllUnits, new PriceBreak(1, 10), new(50, 9), new(60, 2));

        prices.Unreasonable.Should().Equal(new UnreasonableQuantities(13, 49, 60, 120), new UnreasonableQuantities(50, 59, 60, 120));
    }

    [Fact]
    public void Unreasonable_quantities_are_exactly_those_that_a_larger_order_undercuts()
    {
        Check.One(Seeded.Cases(500), Prop.ForAll(Lists().ToArbitrary(), breaks =>
        {
            var prices = new VolumePricing(VolumeDiscountKind.AllUnits, breaks);
            var most = breaks.Max(each => each.From) + 5;
            for (var quantity = 1L; quantity <= most; quantity++)
            {
                var isUndercut = false;
                for (var larger = quantity + 1; larger <= most && !isUndercut; larger++)
                    isUndercut = prices.Total(larger) < prices.Total(quantity);
                if (isUndercut != prices.Unreasonable.Any(range => range.From <= quantity && quantity <= range.To))
                    return false;
            }

            return prices.Drops.All(drop => prices.Total(drop.At) < prices.Total(drop.At - 1));
        }));
    }

    [Fact]
    public void An_incremental_total_never_falls_as_the_quantity_grows()
    {
        Check.One(Seeded.Cases(500), Prop.ForAll(Lists().ToArbitrary(), breaks =>
        {
            var prices = new VolumePricing(VolumeDiscountKind.Incremental, breaks);
            return prices.Drops.Count == 0 && prices.Unreasonable.Count == 0
                && Enumerable.Range(0, 80).All(quantity => prices.Total(quantity + 1) >= prices.Total(quantity));
        }));
    }

    [Fact]
    public void Price_lists_with_the_same_breaks_are_equal_in_whatever_order_they_are_given()
    {
        var prices = new VolumePricing(VolumeDiscountKind.AllUnits, TenThenNine);

        prices.Should().Be(new VolumePricing(VolumeDiscountKind.AllUnits, new PriceBreak(100, 9), new(1, 10)))
            .And.NotBe(new VolumePricing(VolumeDiscountKind.Incremental, TenThenNine))
            .And.NotBe(new VolumePricing(VolumeDiscountKind.AllUnits, new PriceBreak(1, 10), new(100, 8)));
        using var _ = new CultureScope("de-DE");
        new VolumePricing(VolumeDiscountKind.AllUnits, new PriceBreak(1, 9.5m)).ToString()
            .Should().Be("VolumePricing { Kind = AllUnits, Breaks = [PriceBreak { From = 1, UnitPrice = 9.5 }] }");
    }

    [Fact]
    public void A_wrong_price_list_has_all_its_faults_named()
    {
        var act = () => new VolumePricing(VolumeDiscountKind.AllUnits, new PriceBreak(5, -1), new(5, 3));

        act.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "breaks: the lowest begins at 5; it must begin at 1 (pieces) or at 0 (a measure)",
            "breaks[5]: it is duplicated", "breaks[5].unitPrice: -1 is negative");
        ((Action)(() => _ = new VolumePricing(VolumeDiscountKind.AllUnits))).Should().Throw<InvalidModelException>();
        ((Action)(() => new VolumePricing(VolumeDiscountKind.AllUnits, TenThenNine).Total(-1)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*quantity is -1*");
        ((Action)(() => new VolumePricing(VolumeDiscountKind.AllUnits, TenThenNine).AveragePrice(0)))
            .Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_list_from_zero_prices_quantities_that_are_measured()
    {
        var allUnits = new VolumePricing(VolumeDiscountKind.AllUnits, new PriceBreak(0, 10), new(2.5m, 9));
        var incremental = new VolumePricing(VolumeDiscountKind.Incremental, new PriceBreak(0, 10), new(2.5m, 9));
        allUnits.CountsPieces.Should().BeFalse();
        ((decimal[])[0, 0.4m, 2.49m, 2.5m, 3]).Select(allUnits.Total).Should().Equal(0, 4, 24.9m, 22.5m, 27);
        ((decimal[])[0, 0.4m, 2.5m, 3]).Select(incremental.Total).Should().Equal(0, 4, 25, 29.5m);
        allUnits.AveragePrice(3).Should().Be(9);
        allUnits.Drops.Should().Equal(new TotalDrop(2.5m, 25, 22.5m));
        allUnits.Unreasonable.Should().Equal(new UnreasonableQuantities(2.25m, 2.5m, 2.5m, 22.5m));
        incremental.Drops.Should().BeEmpty();
        incremental.Unreasonable.Should().BeEmpty();
    }

    [Fact]
    public void Pieces_may_be_ordered_in_fractions_and_whole_ones_cost_what_they_did()
    {
        var incremental = new VolumePricing(VolumeDiscountKind.Incremental, TenThenNine);
        incremental.CountsPieces.Should().BeTrue();
        incremental.Total(99).Should().Be(990);
        incremental.Total(99.5m).Should().Be(994.5m);
        incremental.Total(100).Should().Be(999);
        new VolumePricing(VolumeDiscountKind.AllUnits, TenThenNine).Total(0.5m).Should().Be(5);
    }

    [Fact]
    public void A_list_that_counts_pieces_has_whole_breaks() =>
        ((Action)(() => _ = new VolumePricing(VolumeDiscountKind.AllUnits, new PriceBreak(1, 10), new(2.5m, 9))))
            .Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle().Which.ToString().Should().Be(
                "breaks[2.5]: it is not whole, and a list from 1 counts pieces; begin the list at 0 for a measure");

    private static Gen<PriceBreak[]> Lists() =>
        from prices in Gen.Choose(0, 20).ListOf(4)
        from gaps in Gen.Choose(1, 15).ListOf(4)
        select prices.Select((price, i) => new PriceBreak(1 + gaps.Take(i).Sum(gap => (long)gap), price)).ToArray();
}
