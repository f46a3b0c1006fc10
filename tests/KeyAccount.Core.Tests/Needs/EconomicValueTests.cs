using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Competition;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Needs;

namespace KeyAccount.Core.Tests.Needs;

/// <summary>What an answer is worth to the customer.</summary>
public class EconomicValueTests
{
    // Forbis & Mehta 1981, as McKinsey retold it in 2000: 300 + 350 functionality + 100 lower start-up cost + 200 lower cost after purchase.
    internal static EconomicValue Published { get; } = new()
    {
        Id = "published",
        Reference = new() { Amount = 300, Currency = "USD", Origin = DataOrigin.Primary },
        Differences =
        [
            new() { Label = "functionality", Amount = 350 },
            new() { Label = "lower start-up cost", Amount = 100 },
            new() { Label = "lower cost after purchase", Amount = 200 },
        ],
        Price = 825,
    };

    [Fact]
    public void Forbis_and_Mehta_get_950()
    {
        Published.Value.Should().Be(950);
        (Published.Positive, Published.Negative).Should().Be((650, 0));
        Published.Kept.Should().Be(125);
        Math.Round(Published.ShareKept!.Value, 3).Should().Be(0.192m);
        Published.IsHaggled.Should().BeTrue();
    }

    [Fact]
    public void Negative_differences_count_against_us()
    {
        var offer = Published with { Differences = [.. Published.Differences, new() { Label = "new tools", Amount = -150 }] };
        (offer.Positive, offer.Negative, offer.Value).Should().Be((650, 150, 800));
        (offer.Kept, offer.ShareKept).Should().Be((-25, -25m / 500));
    }

    // A third of the gain of 600 is 200: at 700 exactly a third is kept.
    [Theory]
    [InlineData(699.99, false)]
    [InlineData(700, false)]
    [InlineData(700.01, true)]
    public void Less_than_a_third_is_haggled(double price, bool isHaggled) => (Published with
    {
        Differences = [new() { Label = "all", Amount = 600 }], Price = (decimal)price,
    }).IsHaggled.Should().Be(isHaggled);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_offer_worth_no_more_than_the_alternative_has_no_share(double difference)
    {
        var offer = Published with { Differences = [new() { Label = "d", Amount = (decimal)difference }], Price = 300 };
        (offer.ShareKept, offer.IsHaggled, offer.Kept).Should().Be((null, null, (decimal)difference));
        (Published with { Price = null }).Kept.Should().BeNull();
    }

    [Fact]
    public void The_share_is_1_at_the_price_of_the_alternative_and_0_at_the_value() => Check.One(Seeded.Cases(200), Prop.ForAll(
        Gen.Choose(0, 100_000).Two().ToArbitrary(), pair =>
        {
            var offer = Published with
            {
                Reference = new() { Amount = pair.Item1, Currency = "CNY" }, Differences = [new() { Label = "d", Amount = pair.Item2 + 1 }],
            };
            offer.ShareKeptAt(offer.Reference.Amount).Should().Be(1);
            offer.ShareKeptAt(offer.Value).Should().Be(0);
            (offer with { Price = offer.Value }).Kept.Should().Be(0);
        }));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("Secondary", null, true)]
    [InlineData("Primary", null, false)]
    [InlineData("Secondary", "2026-01-05", false)]
    public void A_price_that_nobody_has_seen_or_verified_is_hearsay(string? origin, string? verified, bool isHearsay) =>
        new ReferencePrice
        {
            Amount = 1, Currency = "CNY", Origin = origin is null ? null : DataOrigin.FromName(origin),
            VerifiedOn = verified is null ? null : new(2026, 1, 5),
        }.IsHearsay.Should().Be(isHearsay);

    [Fact]
    public void A_saving_under_time_and_money_is_found()
    {
        var offer = Published with
        {
            Differences =
            [
                new() { Label = "hours", Amount = 10, NeedId = "n1", Component = CostComponent.Time },
                new() { Label = "wages", Amount = 10, NeedId = "n1", Component = CostComponent.Money },
                new() { Label = "energy", Amount = 10, NeedId = "n2", Component = CostComponent.Money },
                new() { Label = "gas", Amount = 10, NeedId = "n2", Component = CostComponent.Money },
            ],
        };
        offer.CountedTwice.Should().Equal("n1");
    }

    [Fact]
    public void Delivered_value_is_total_value_less_total_cost()
    {
        var ours = new DeliveredValue(
            "CNY",
            [new(ValueComponent.Product, 700), new(ValueComponent.Service, 200), new(ValueComponent.Personnel, 60), new(ValueComponent.Image, 40)],
            [new(CostComponent.Money, 600), new(CostComponent.Time, 90), new(CostComponent.Energy, 30), new(CostComponent.Psychic, 20)]);
        var theirs = new DeliveredValue("CNY", [new(ValueComponent.Product, 750)], [new(CostComponent.Money, 560)]);
        (ours.TotalValue, ours.TotalCost, ours.Delivered).Should().Be((1000, 740, 260));
        ours.AdvantageOver(theirs).Should().Be(70);
        theirs.AdvantageOver(ours).Should().Be(-70);
        FluentActions.Invoking(() => ours.AdvantageOver(new("points", [], []))).Should().Throw<ArgumentException>()
            .WithMessage("other is in points; it must be in CNY*");
        FluentActions.Invoking(() => new ValueItem(ValueComponent.Image, -1)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Amount is -1; it must be at least 0.*");
    }

    [Fact]
    public void A_need_counted_as_value_and_as_cost_is_found() => new DeliveredValue(
        "CNY",
        [new(ValueComponent.Service, 10, "n1"), new(ValueComponent.Product, 5, "n2")],
        [new(CostComponent.Time, 10, "n1"), new(CostComponent.Time, 10, "n3"), new(CostComponent.Money, 10, "n3")])
        .CountedTwice.Should().Equal("n1", "n3");

    // −500, then 220 a year for four years at 10 %: net present value 197.37, payback 2.27 years.
    [Fact]
    public void A_dearer_product_that_saves_220_a_year_is_worth_197()
    {
        var ours = new CostOfOwnership(1_500, [new(OwnershipCostKind.Energy, 80)], 4, 0.10m);
        var theirs = new CostOfOwnership(1_000, [new(OwnershipCostKind.Energy, 100), OwnershipCost.Downtime(10, 20)], 4, 0.10m);
        var saving = ours.SavingAgainst(theirs);
        (saving.ExtraOutlay, saving.YearlySaving).Should().Be((500, 220));
        Math.Round(saving.NetPresentValue, 4).Should().Be(197.3704m);
        Math.Round(saving.PaybackYears!.Value, 4).Should().Be(2.2727m);
        Math.Round(theirs.Total - ours.Total, 4).Should().Be(197.3704m);
    }

    [Fact]
    public void The_total_is_the_outlay_and_the_discounted_years()
    {
        var cost = new CostOfOwnership(
            100, [new(OwnershipCostKind.Training, 50, IsOnce: true), new(OwnershipCostKind.Maintenance, 110)], 2, 0.10m);
        (cost.Outlay, cost.PerYear).Should().Be((150, 110));
        Math.Round(cost.Total, 6).Should().Be(Math.Round(150 + 100 + (100 / 1.1m), 6));
        (cost.TotalOf(OwnershipCostKind.Training), cost.TotalOf(OwnershipCostKind.Scrap)).Should().Be((50, 0));
        Math.Round(cost.Price + OwnershipCostKind.InOrder.Sum(cost.TotalOf) - cost.Total, 10).Should().Be(0);
        FluentActions.Invoking(() => cost.SavingAgainst(new(1, [], 3, 0.1m))).Should().Throw<ArgumentException>()
            .WithMessage("other is for 3 years at 0.1; it must be for 2 years at 0.10, as this one.*");
        FluentActions.Invoking(() => new CostOfOwnership(1, [], 0, 0)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("years is 0; it must be between 1 and 100.*");
    }

    [Fact]
    public void A_saving_that_costs_nothing_is_back_at_once_and_one_that_never_comes_is_not()
    {
        var cheap = new CostOfOwnership(90, [], 2, 0);
        var dear = new CostOfOwnership(100, [], 2, 0);
        cheap.SavingAgainst(dear).PaybackYears.Should().Be(0);
        dear.SavingAgainst(cheap).PaybackYears.Should().BeNull();
    }

    [Fact]
    public void Numbers_of_a_cost_of_ownership_have_ranges()
    {
        OwnershipCost[] none = [];
        Refusing(() => new CostOfOwnership(-0.01m, none, 1, 0), "price is -0.01*");
        Refusing(() => new CostOfOwnership(1e15m + 1, none, 1, 0), "price is *");
        Refusing(() => new CostOfOwnership(1, none, 101, 0), "years is 101*");
        Refusing(() => new CostOfOwnership(1, none, 1, -1), "rate is -1*");
        Refusing(() => new OwnershipCost(OwnershipCostKind.Energy, -0.01m), "Amount is -0.01*");
        Refusing(() => new OwnershipCost(OwnershipCostKind.Energy, 1e15m + 1), "Amount is *");
        Refusing(() => OwnershipCost.Downtime(-1, 1), "hoursPerYear is -1*");
        Refusing(() => OwnershipCost.Downtime(1e6m + 1, 1), "hoursPerYear is *");
        Refusing(() => OwnershipCost.Downtime(1, -1), "rate is -1*");
        Refusing(() => OwnershipCost.Downtime(1, 1e9m + 1), "rate is *");
        OwnershipCost.Downtime(10, 20).Should().Be(new OwnershipCost(OwnershipCostKind.Downtime, 200));
        var cost = new CostOfOwnership(1, none, 2, 0.1m);
        FluentActions.Invoking(() => new CostOfOwnership(1, [new(null!, 1)], 1, 0)).Should().Throw<ArgumentNullException>().WithParameterName("costs");
        FluentActions.Invoking(() => cost.TotalOf(null!)).Should().Throw<ArgumentNullException>().WithParameterName("kind");
        FluentActions.Invoking(() => cost.SavingAgainst(null!)).Should().Throw<ArgumentNullException>().WithParameterName("other");
        FluentActions.Invoking(() => cost.SavingAgainst(new(1, none, 2, 0.2m))).Should().Throw<ArgumentException>()
            .WithMessage("other is for 2 years at 0.2; it must be for 2 years at 0.1, as this one.*");

        static void Refusing(Func<object> act, string message) => act.Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);
    }

    [Fact]
    public void Once_and_yearly_costs_of_a_kind_add_up()
    {
        var cost = new CostOfOwnership(
            100, [new(OwnershipCostKind.Energy, 50, IsOnce: true), new(OwnershipCostKind.Energy, 110), new(OwnershipCostKind.Scrap, 7)], 1, 0.10m);

        cost.TotalOf(OwnershipCostKind.Energy).Should().Be(150);
        (cost.Outlay, cost.PerYear).Should().Be((150, 117));
    }

    [Fact]
    public void Parts_of_a_delivered_value_have_a_unit_and_components()
    {
        FluentActions.Invoking(() => new DeliveredValue(" ", [], [])).Should().Throw<ArgumentException>().WithParameterName("unit");
        FluentActions.Invoking(() => new DeliveredValue("CNY", [new(null!, 1)], [])).Should().Throw<ArgumentNullException>().WithParameterName("values");
        FluentActions.Invoking(() => new DeliveredValue("CNY", [], [new(null!, 1)])).Should().Throw<ArgumentNullException>().WithParameterName("costs");
        FluentActions.Invoking(() => new DeliveredValue("CNY", [], []).AdvantageOver(null!)).Should().Throw<ArgumentNullException>();
        new DeliveredValue(
            "CNY", [new(ValueComponent.Service, 1), new(ValueComponent.Image, 1)], [new(CostComponent.Time, 1), new(CostComponent.Money, 1)])
            .CountedTwice.Should().BeEmpty("no need is named");
    }

    [Fact]
    public void A_difference_without_need_or_kind_is_not_counted_twice() => (Published with
    {
        Differences =
        [
            new() { Label = "a", Amount = 1, Component = CostComponent.Time }, new() { Label = "b", Amount = 1, Component = CostComponent.Money },
            new() { Label = "c", Amount = 1, NeedId = "n1" }, new() { Label = "d", Amount = 1, NeedId = "n1", Component = CostComponent.Money },
        ],
    }).CountedTwice.Should().BeEmpty();

    [Fact]
    public void A_share_that_does_not_fit_a_decimal_is_told_as_an_exception_or_as_unknown()
    {
        var offer = Published with { Differences = [new() { Label = "d", Amount = 1e-20m }], Price = 1e15m };

        offer.ShareKept.Should().BeNull();
        FluentActions.Invoking(() => offer.ShareKeptAt(1e15m)).Should().Throw<OverflowException>()
            .WithMessage("The share of the value does not fit a decimal: kept is -999999999999700*, the gain 0.00000000000000000001.");
        (Published with { Price = null }).ShareKept.Should().BeNull();
        (Published with { Price = null }).IsHaggled.Should().BeNull();
        FluentActions.Invoking(() => Published.ShareKeptAt(-0.01m)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("price is -0.01*");
        FluentActions.Invoking(() => Published.ShareKeptAt(1e15m + 1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("price is *");
    }

    [Fact]
    public void An_offer_has_at_most_a_thousand_differences_and_a_price_seen_by_its_day()
    {
        var one = Published.Differences[0];
        (Published with { Differences = [.. Enumerable.Repeat(one, 1_000)] }).Positive.Should().Be(350_000);
        FluentActions.Invoking(() => Published with { Differences = [.. Enumerable.Repeat(one, 1_001)] }).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("Differences.Count is 1001*");
        (Published with { Differences = null! }).Differences.Should().BeEmpty();
        FluentActions.Invoking(() => Published with { Reference = null! }).Should().Throw<ArgumentNullException>().WithParameterName("Reference");

        var day = new NodaTime.LocalDate(2026, 6, 30);
        var seen = Published with { Reference = Published.Reference with { VerifiedOn = day } };
        seen.Faults(day).Should().BeEmpty();
        seen.Faults(day.PlusDays(-1)).Should().Equal(
            "reference.verifiedOn is 2026-06-30; it must be 2026-06-29 (the day of the facts) or earlier");
        Published.Faults(day).Should().BeEmpty();
    }

    [Fact]
    public void The_document_goes_from_the_alternative_to_our_price()
    {
        string[] Sentences(EconomicValue offer) => [.. offer.Describe("en").Blocks.OfType<Paragraph>().Select(each => string.Concat(each.Runs.Select(run => run.Text)))];
        WaterfallBar[] Bars(EconomicValue offer) => [.. offer.Describe("en").Blocks.OfType<WaterfallFigure>().Single().Bars];

        Bars(Published).Select(bar => (bar.Amount, bar.IsTotal)).Should().Equal(
            (300, true), (350, false), (100, false), (200, false), (950, true), (-125, false), (825, true));
        Bars(Published with { Price = null }).Should().HaveCount(5);
        Bars(Published with { Reference = Published.Reference with { Product = "their seal" } })[0].Label.Should().Contain("their seal");
        Published.Describe("en").Title.Should().Be("published");
        (Published with { Product = "seal" }).Describe("en").Title.Should().Be("seal");
        Sentences(Published).Length.Should().Be(Sentences(Published with { Price = 400 }).Length + 1, "at 400 nobody haggles");
        Sentences(Published with { Price = 400, Reference = Published.Reference with { Origin = null } }).Length.Should().Be(
            Sentences(Published with { Price = 400 }).Length + 1, "nobody has verified the price");
        Sentences(Published with { Price = 950 }).Should().ContainSingle("nothing is left to haggle for").And.NotEqual(Sentences(Published with { Price = 400 }));
        Sentences(Published with { Price = null }).Should().BeEmpty();
        FluentActions.Invoking(() => Published.Describe(null!)).Should().Throw<ArgumentNullException>().WithParameterName("language");
    }
}
