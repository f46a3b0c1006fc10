using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Pricing;

namespace KeyAccount.Core.Tests.Pricing;

public class PriceWaterfallTests
{
    [Fact]
    public void List_7000_with_10_and_5_percent_off_list_or_in_sequence()
    {
        PriceWaterfall.From(7_000).LessPercentage("volume", 0.10m, PriceWaterfall.List).LessPercentage("cash", 0.05m, PriceWaterfall.List)
            .PocketPrice.Should().Be(5_950);
        PriceWaterfall.From(7_000).LessPercentage("volume", 0.10m, PriceWaterfall.Running).LessPercentage("cash", 0.05m, PriceWaterfall.Running)
            .PocketPrice.Should().Be(5_985);
    }

    [Fact]
    public void Marn_and_Rosiello_1992_from_6_00_list_to_4_47_pocket()
    {
        var waterfall = PriceWaterfall.From(6.00m)
            .Less("order size", 0.10m)
            .Less("competitive", 0.12m)
            .Named("invoice")
            .Less("payment terms", 0.30m)
            .Less("annual bonus", 0.37m)
            .Less("off-invoice promotion", 0.35m)
            .Less("co-op advertising", 0.20m)
            .Less("freight", 0.09m);

        waterfall.PriceOf("invoice").Should().Be(5.78m);
        waterfall.PocketPrice.Should().Be(4.47m);
        waterfall.Leakage.Select(leak => leak.Name).Take(2).Should().Equal("annual bonus", "off-invoice promotion");
        waterfall.Leakage.Sum(leak => leak.Amount).Should().Be(1.53m);
        waterfall.Leakage[0].ShareOfList.Should().Be(0.37m / 6);
    }

    [Fact]
    public void A_percentage_of_a_named_base_takes_the_price_there()
    {
        var waterfall = PriceWaterfall.From(100).Less("a", 20).Named("invoice").Less("b", 30).LessPercentage("c", 0.10m, "invoice");

        waterfall.Steps[^1].Should().Be(new WaterfallStep("c", "invoice", 0.10m, 8.0m, 42.0m));
        waterfall.PriceOf(PriceWaterfall.Running).Should().Be(42);
        waterfall.PriceOf(PriceWaterfall.List).Should().Be(100);
    }

    [Fact]
    public void The_steps_sum_from_list_to_pocket_exactly()
    {
        var steps = (from isRate in Gen.Elements(true, false) from size in Gen.Choose(-30, 99) from basis in Gen.Elements("list", "running", "middle") select (isRate, size, basis)).ListOf(8);
        var cases = from list in Gen.Choose(0, 1_000_000) from each in steps select (list / 100m, each);
        Check.One(Seeded.Cases(2000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var waterfall = PriceWaterfall.From(test.Item1).Less("first", 0.01m).Named("middle");
            foreach (var (isRate, size, basis) in test.each)
                waterfall = isRate ? waterfall.LessPercentage("x", size / 100m, basis) : waterfall.Less("x", size / 100m);
            return waterfall.ListPrice - waterfall.Steps.Sum(step => step.Amount) == waterfall.PocketPrice
                && waterfall.Leakage.Sum(leak => leak.Amount) == waterfall.Steps.Where(step => step.Amount > 0).Sum(step => step.Amount);
        }));
    }

    [Fact]
    public void A_waterfall_is_a_value_whose_beginning_can_be_shared()
    {
        var common = PriceWaterfall.From(100).Less("a", 10);

        common.Less("b", 5).PocketPrice.Should().Be(85);
        common.Less("c", 20).PocketPrice.Should().Be(70);
        common.PocketPrice.Should().Be(90);
        PriceWaterfall.From(50).PocketPrice.Should().Be(50);
    }

    [Fact]
    public void A_surcharge_is_no_leakage_and_a_list_price_of_0_has_no_shares()
    {
        PriceWaterfall.From(100).Less("energy surcharge", -5).Leakage.Should().BeEmpty();
        PriceWaterfall.From(0).Less("freight", 5).Leakage.Single().ShareOfList.Should().BeNull();
    }

    [Fact]
    public void What_a_decimal_cannot_hold_exactly_is_refused()
    {
        var act = () => PriceWaterfall.From(79_228_162_514_264_337_593_543_950_335m).Less("tiny", 0.1m);

        act.Should().Throw<OverflowException>().WithMessage("*'tiny'*more digits than a decimal holds*");
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        var waterfall = PriceWaterfall.From(100).Named("invoice");
        waterfall.Invoking(w => w.LessPercentage("x", 0.1m, "pocket")).Should().Throw<ArgumentException>().WithMessage("*'pocket'*list, invoice, running*");
        waterfall.Invoking(w => w.Named("invoice")).Should().Throw<ArgumentException>().WithMessage("*'invoice'*");
        waterfall.Invoking(w => w.Named("running")).Should().Throw<ArgumentException>();
        waterfall.Invoking(w => w.LessPercentage("x", 1.01m, "list")).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*rate is 1.01*at most 1*");
        waterfall.Invoking(w => w.LessPercentage("x", -1.01m, "list")).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*at least -1*");
        waterfall.Invoking(w => w.Less(" ", 1)).Should().Throw<ArgumentException>();
        ((Action)(() => PriceWaterfall.From(-1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*listPrice is -1*");
    }
}
