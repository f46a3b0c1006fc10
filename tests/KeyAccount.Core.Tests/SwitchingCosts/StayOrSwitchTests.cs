using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Tests.SwitchingCosts;

public class StayOrSwitchTests
{
    private static Gen<RivalOffer[]> Offers { get; } =
        (from benefit in Gen.Choose(-500, 1_500) from cost in Gen.Choose(0, 500) select (benefit, cost)).ListOf()
        .Select(all => all.Select((each, i) => new RivalOffer($"rival {i}", each.benefit, each.cost)).ToArray());

    [Fact]
    public void Begg_and_Vernasca_T12_8_from_A_the_customer_stays_with_500_or_switches_for_400()
    {
        var choice = new StayOrSwitch(500, [new("B", 700, 300)]);

        choice.Benefit.Should().Be(500);
        choice.Best!.Payoff.Should().Be(400);
        choice.Stays.Should().BeTrue();
        choice.LackOf(choice.Best).Should().Be(100);
        choice.Reason.En.Should().Be("The customer stays: staying is worth 500; B is worth 700, less a switching cost of 300, which leaves 400.");
    }

    [Fact]
    public void Begg_and_Vernasca_T12_8_from_B_the_customer_stays_with_700_or_switches_for_200()
    {
        var choice = new StayOrSwitch(700, [new("A", 500, 300)]);

        choice.Benefit.Should().Be(700);
        choice.Best!.Payoff.Should().Be(200);
        choice.Stays.Should().BeTrue();
        choice.LackOf(choice.Best).Should().Be(500);
    }

    [Fact]
    public void A_customer_switches_only_when_the_advantage_exceeds_the_cost()
    {
        new StayOrSwitch(500, [new("B", 799.99m, 300)]).Stays.Should().BeTrue();
        new StayOrSwitch(500, [new("B", 800, 300)]).Stays.Should().BeTrue("at the same worth it stays");
        new StayOrSwitch(500, [new("B", 800.01m, 300)]).Stays.Should().BeFalse();
    }

    [Fact]
    public void The_best_offer_is_that_with_the_most_left_after_the_cost()
    {
        var choice = new StayOrSwitch(500, [new("far", 1_000, 450), new("near", 700, 50), new("equal", 650, 0)]);

        choice.Offers.Select(offer => offer.Supplier).Should().Equal("equal", "near", "far");
        choice.Stays.Should().BeFalse();
        choice.Offers.Select(choice.LackOf).Should().Equal(-150, -150, -50);
        choice.Reason.En.Should()
            .Be("The customer switches to equal: it is worth 650, less a switching cost of 0, which leaves 650; staying is worth only 500.");
        choice.Reason.ZhHans.Should().Be("客户转向equal：其价值为650，扣除转换成本0后为650；留下的价值为500。");
    }

    [Fact]
    public void Without_offers_the_customer_stays()
    {
        var choice = new StayOrSwitch(-5, []);

        choice.Stays.Should().BeTrue();
        choice.Best.Should().BeNull();
        choice.Reason.En.Should().Be("No rival makes an offer: the customer stays.");
    }

    [Fact]
    public void An_offer_that_is_raised_by_more_than_it_lacks_wins()
    {
        var cases = from benefit in Gen.Choose(-500, 1_500) from offers in Offers where offers.Length > 0 select (benefit, offers);
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var choice = new StayOrSwitch(test.benefit, test.offers);
            var best = choice.Best!;
            var lack = choice.LackOf(best);
            return choice.Stays == (lack >= 0)
                && new StayOrSwitch(test.benefit, [best with { Benefit = best.Benefit + lack }]).Stays
                && !new StayOrSwitch(test.benefit, [best with { Benefit = best.Benefit + lack + 0.01m }]).Stays;
        }));
    }

    [Fact]
    public void The_order_of_the_offers_does_not_matter()
    {
        var cases = from offers in Offers from seed in Gen.Choose(0, int.MaxValue) select (offers, seed);
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var shuffled = test.offers.ToArray();
            new Random(test.seed).Shuffle(shuffled);
            var (one, other) = (new StayOrSwitch(500, test.offers), new StayOrSwitch(500, shuffled));
            return one.Equals(other) && one.GetHashCode() == other.GetHashCode() && one.Reason == other.Reason;
        }));
    }

    [Fact]
    public void It_comes_back_from_JSON_and_reads_the_same_everywhere()
    {
        using var _ = new CultureScope("de-DE");
        var choice = new StayOrSwitch(500.5m, [new("B", 700, 300), new("C", 650, 50)]);

        JsonSerializer.Deserialize<StayOrSwitch>(JsonSerializer.Serialize(choice)).Should().Be(choice);
        choice.Should().NotBe(new StayOrSwitch(500.5m, [new("B", 700, 300)])).And.NotBe(new StayOrSwitch(501, choice.Offers));
        choice.Equals(null).Should().BeFalse();
        new StayOrSwitch(500.5m, [new("B", 700, 300)]).ToString().Should().Be(
            "StayOrSwitch { Stays = True, Benefit = 500.5, Offers = [RivalOffer { Supplier = B, Benefit = 700, SwitchingCost = 300 }] }");
    }

    [Fact]
    public void Offers_that_are_wrong_are_named()
    {
        ((Action)(() => _ = new RivalOffer("B", 1, -0.5m)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("SwitchingCost is -0.5; it must be at least 0.*");
        ((Action)(() => _ = new RivalOffer("B", 1, 0) with { SwitchingCost = -1 }))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("SwitchingCost is -1*");
        Refusing([new("B", 1, 0), new("B", 2, 0)], "offers[1] is a second offer of 'B'; give each supplier once.*");
        Refusing([new(" ", 1, 0)], "offers[0] has no supplier; name the supplier of each offer.*");
        Refusing([null!], "*offers*");
        Refusing(null!, "*offers*");
        new StayOrSwitch(1, []).Invoking(choice => choice.LackOf(null!)).Should().Throw<ArgumentNullException>();

        static void Refusing(RivalOffer[] offers, string message) =>
            ((Action)(() => _ = new StayOrSwitch(0, offers))).Should().Throw<ArgumentException>().WithMessage(message);
    }
}
