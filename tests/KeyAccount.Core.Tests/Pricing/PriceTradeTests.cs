using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Pricing;

namespace KeyAccount.Core.Tests.Pricing;

public class PriceTradeTests
{
    private static readonly TradeBasis Basis = new() { Amount = 365_000, UnitMargin = 4.5m, Contribution = 121_000, CostOfCapital = 0.10m };

    public static TheoryData<string, decimal?, decimal?> Worth => new()
    {
        { "Volume", 1_000, 4_500 },
        { "Volume", 0, 0 },
        { "Volume", null, null },
        { "Term", 1, 100_000 },
        { "Term", 0, 0 },
        { "PaymentDays", 30, 3_000 },
        { "PaymentDays", null, null },
        { "Scope", 2_500.5m, 2_500.5m },
        { "Forecast", 10, 10 },
        { "Reference", 8_000, 8_000 },
        { "Exclusivity", null, null },
    };

    internal static Gen<CounterConcession> Concession { get; } =
        from kind in Gen.Elements<CounterConcessionKind>(CounterConcessionKind.InOrder)
        from extent in Gen.Frequency((6, Gen.Choose(0, 100).Select(extent => (decimal?)extent)), (1, Gen.Constant((decimal?)null)))
        select new CounterConcession(kind, extent);

    [Theory]
    [MemberData(nameof(Worth))]
    public void What_a_counter_concession_is_worth(string kind, decimal? extent, decimal? value)
    {
        var trade = new PriceTrade(50_000, [new(CounterConcessionKind.FromName(kind), extent)], Basis);

        var worth = trade.Values.Should().ContainSingle().Which.Value;
        if (value is null)
            worth.Should().BeNull();
        else
            worth.Should().BeApproximately(value.Value, 1e-18m);
        trade.IsComplete.Should().Be(value is not null);
        trade.NetEffect.Should().BeApproximately((value ?? 0) - 50_000, 1e-18m);
        trade.IsUnconditional.Should().BeFalse();
    }

    [Fact]
    public void Without_the_cost_volume_and_term_cannot_be_valued_and_earlier_payment_can()
    {
        var trade = new PriceTrade(
            10_000,
            [new(CounterConcessionKind.PaymentDays, 30), new(CounterConcessionKind.Term, 1), new(CounterConcessionKind.Volume, 100)],
            Basis with { UnitMargin = null, Contribution = null });

        trade.Values.Select(each => each.Value).Should().Equal(null, null, 3_000);
        trade.Received.Should().Be(3_000);
        trade.NetEffect.Should().Be(-7_000, "the least it can be");
        trade.IsComplete.Should().BeFalse();
    }

    [Fact]
    public void What_would_cost_us_is_not_taken()
    {
        var trade = new PriceTrade(100, [new(CounterConcessionKind.Volume, 1_000)], Basis with { UnitMargin = -0.5m });

        trade.Values.Should().Equal(new ValuedConcession(new(CounterConcessionKind.Volume, 1_000), -500));
        trade.Received.Should().Be(0);
        trade.NetEffect.Should().Be(-100);
    }

    [Fact]
    public void A_step_that_asks_nothing_is_unconditional_and_a_rise_is_not()
    {
        new PriceTrade(0.01m, [], Basis).IsUnconditional.Should().BeTrue();
        new PriceTrade(0, [], Basis).IsUnconditional.Should().BeFalse();
        new PriceTrade(-1, [], Basis).IsUnconditional.Should().BeFalse();
        new PriceTrade(-1, [], Basis).NetEffect.Should().Be(1);
    }

    [Fact]
    public void A_trade_never_makes_the_net_effect_worse_than_the_bare_step()
    {
        var cases = from step in Gen.Choose(-100_000, 1_000_000)
                    from margin in Gen.Choose(-500, 500)
                    from contribution in Gen.Choose(-50_000, 50_000)
                    from given in Concession.ListOf()
                    from more in Concession
                    select (step: step / 100m, Basis with { UnitMargin = margin / 100m, Contribution = contribution }, given, more);
        Check.One(Seeded.Cases(1000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var (bare, trade) = (new PriceTrade(test.step, [], test.Item2), new PriceTrade(test.step, [.. test.given], test.Item2));
            return bare.NetEffect == -test.step
                && trade.NetEffect >= bare.NetEffect
                && new PriceTrade(test.step, [.. test.given, test.more], test.Item2).NetEffect >= trade.NetEffect;
        }));
    }

    [Fact]
    public void What_to_ask_for_is_the_least_that_covers_the_step()
    {
        var trade = new PriceTrade(9_001, [new(CounterConcessionKind.Reference, 1)], Basis);

        CounterConcessionKind.InOrder.Select(kind => trade.CoveredBy(kind)!.Extent)
            .Should().Equal(2_000, 1, 90, 9_000, 9_000, 9_000, 9_000);
        new PriceTrade(9_001.01m, trade.InReturn, Basis).CoveredBy(CounterConcessionKind.Volume)!.Extent.Should().Be(2_001);
        new PriceTrade(9_001.01m, trade.InReturn, Basis).CoveredBy(CounterConcessionKind.PaymentDays)!.Extent.Should().Be(91);
        CounterConcessionKind.InOrder.Should()
            .OnlyContain(kind => new PriceTrade(1, trade.InReturn, Basis).CoveredBy(kind)!.Extent == 0, "nothing is lacking");
        trade.Invoking(each => each.CoveredBy(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Where_the_division_rounds_down_one_unit_more_covers_the_step()
    {
        // A third of it is 1.0000000000000000000000000000 in a decimal, and one unit at 3 is just too little.
        var trade = new PriceTrade(3.0000000000000000000000000001m, [], Basis with { UnitMargin = 3 });

        trade.CoveredBy(CounterConcessionKind.Volume)!.Extent.Should().Be(2);
    }

    [Fact]
    public void What_covers_the_step_by_itself_covers_it_and_a_unit_less_does_not()
    {
        var cases = from step in Gen.Choose(1, 1_000_000)
                    from margin in Gen.Choose(1, 500)
                    from given in Concession.ListOf()
                    from kind in Gen.Elements<CounterConcessionKind>(CounterConcessionKind.InOrder)
                    select (step: step / 100m, Basis with { UnitMargin = margin / 100m }, given, kind);
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var trade = new PriceTrade(test.step, [.. test.given], test.Item2);
            if (trade.CoveredBy(test.kind) is not { } asked)
                return false;
            return With(asked).NetEffect >= 0 && (asked.Extent < 1 || With(new(asked.Kind, asked.Extent - 1)).NetEffect < 0);

            PriceTrade With(CounterConcession more) => new(test.step, [.. test.given, more], test.Item2);
        }));
    }

    [Fact]
    public void What_cannot_cover_the_step_is_not_asked_for()
    {
        new PriceTrade(1, [], Basis with { UnitMargin = null, Contribution = null }).CoveredBy(CounterConcessionKind.Volume)
            .Should().BeNull();
        new PriceTrade(1, [], Basis with { UnitMargin = null, Contribution = null }).CoveredBy(CounterConcessionKind.Term)
            .Should().BeNull();
        new PriceTrade(1, [], Basis with { UnitMargin = 0 }).CoveredBy(CounterConcessionKind.Volume).Should().BeNull();
        new PriceTrade(1, [], Basis with { UnitMargin = -1, Contribution = -1 }).CoveredBy(CounterConcessionKind.Term).Should().BeNull();
        new PriceTrade(0, [], Basis with { UnitMargin = -1 }).CoveredBy(CounterConcessionKind.Volume)!.Extent.Should().Be(0);
        new PriceTrade(365_000, [], Basis).CoveredBy(CounterConcessionKind.PaymentDays)!.Extent.Should().Be(3_650);
        new PriceTrade(365_000.01m, [], Basis).CoveredBy(CounterConcessionKind.PaymentDays).Should().BeNull("ten years are the most");
        new PriceTrade(1_099_900, [], Basis).CoveredBy(CounterConcessionKind.Term)!.Extent.Should()
            .Be(98, "each year adds less than the one before");
        new PriceTrade(1_100_000, [], Basis).CoveredBy(CounterConcessionKind.Term).Should().BeNull("all years there are come to less");
    }

    [Fact]
    public void The_order_of_what_we_get_does_not_matter()
    {
        var cases = from given in Concession.ListOf() from seed in Gen.Choose(0, int.MaxValue) select (given, seed);
        Check.One(Seeded.Cases(300), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var shuffled = test.given.ToArray();
            new Random(test.seed).Shuffle(shuffled);
            var (one, other) = (new PriceTrade(5, [.. test.given], Basis), new PriceTrade(5, shuffled, Basis));
            return one.Equals(other) && one.GetHashCode() == other.GetHashCode() && one.NetEffect == other.NetEffect;
        }));
    }

    [Fact]
    public void It_comes_back_from_JSON_and_reads_the_same_everywhere()
    {
        using var _ = new CultureScope("de-DE");
        var trade = new PriceTrade(50.5m, [new(CounterConcessionKind.Reference, 8.5m)], Basis);

        JsonSerializer.Deserialize<PriceTrade>(JsonSerializer.Serialize(trade)).Should().Be(trade);
        trade.Should().NotBe(new PriceTrade(50.5m, [], Basis)).And.NotBe(new PriceTrade(50, trade.InReturn, Basis))
            .And.NotBe(new PriceTrade(50.5m, trade.InReturn, Basis with { Amount = 1 }));
        trade.ToString().Should().Be(
            "PriceTrade { PriceStep = 50.5, Received = 8.5, NetEffect = -42.0, IsComplete = True, "
            + "InReturn = [CounterConcession { Kind = Reference, Extent = 8.5 }] }");
        Basis.ToString().Should().Be("TradeBasis { Amount = 365000, UnitMargin = 4.5, Contribution = 121000, CostOfCapital = 0.10 }");
        trade.Values[0].ToString()
            .Should().Be("ValuedConcession { Concession = CounterConcession { Kind = Reference, Extent = 8.5 }, Value = 8.5 }");
        trade.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Refusing(() => new CounterConcession(null!, 1), "*kind*");
        Refusing(() => new CounterConcession(CounterConcessionKind.Volume, -0.5m), "extent is -0.5; it must be at least 0.*");
        Refusing(() => new CounterConcession(CounterConcessionKind.Term, 1.5m), "extent is 1.5; it must be a whole number of years.*");
        Refusing(() => new CounterConcession(CounterConcessionKind.Term, 101), "extent is 101; it must be at most 100.*");
        Refusing(
            () => new CounterConcession(CounterConcessionKind.PaymentDays, 0.5m), "extent is 0.5; it must be a whole number of days.*");
        Refusing(() => new CounterConcession(CounterConcessionKind.PaymentDays, 3_651), "extent is 3651; it must be at most 3650.*");
        Refusing(() => new PriceTrade(1, null!, Basis), "*inReturn*");
        Refusing(() => new PriceTrade(1, [null!], Basis), "*inReturn*");
        Refusing(() => new PriceTrade(1, [], null!), "*basis*");
        Refusing(() => Basis with { Amount = -1 }, "Amount is -1; it must be at least 0.*");
        Refusing(() => Basis with { CostOfCapital = -1 }, "CostOfCapital is -1; it must be at least 0.*");

        static void Refusing(Func<object> make, string message) => make.Should().Throw<ArgumentException>().WithMessage(message);
    }
}
