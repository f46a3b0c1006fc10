using KeyAccount.Core.Pricing;
using NodaTime;

namespace KeyAccount.Core.Tests.Pricing;

/// <summary>What happens at the ends of ranges and with what is not given.</summary>
public class PricingEdgeTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);
    private static readonly PriceRounding Cent = new(0.01m, MidpointRounding.AwayFromZero);
    private static readonly PriceChangeTerms Terms = new() { Notice = Period.FromDays(30) };
    private static readonly TradeBasis Basis = new() { Amount = 100, CostOfCapital = 0.1m };

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        Refused("answers", () => _ = new CostDownPlan((IReadOnlyList<CostDownAnswer>)null!));
        Refused("kind", () => _ = new CounterConcession(null!, 1));
        Refused("terms", () => PriceChangePlan.Of(1, 2, 1, AsOf, null!, Cent));
        Refused("rounding", () => PriceChangePlan.Of(1, 2, 1, AsOf, Terms, null!));
        Refused("settings", () => PriceGuardrails.Standard.With((PriceGuardrailSettings)null!));
        Refused("tiers", () => _ = new PriceGuardrails("a", null!, 0, 0, 1));
        Refused("quotation", () => PriceReview.Of(null!));
        Refused("inReturn", () => _ = new PriceTrade(1, null!, Basis));
        Refused("inReturn", () => _ = new PriceTrade(1, [null!], Basis));
        Refused("basis", () => _ = new PriceTrade(1, [], null!));
        Refused("breaks", () => _ = new VolumePricing(VolumeDiscountKind.AllUnits, [null!]));
        var quotation = new Quotation { Id = "q", Quantity = 1, ListPrice = 1, Discounts = null!, Rebates = null!, CostsToServe = null!, InReturn = null! };
        (quotation.Discounts.Count + quotation.Rebates.Count + quotation.CostsToServe.Count + quotation.InReturn.Count).Should().Be(0);
        new PriceGuardrailSettings { Tiers = null! }.Tiers.Should().BeEmpty();
    }

    [Fact]
    public void Numbers_dates_and_names_that_cannot_be_are_refused_with_their_range()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentException>().WithMessage(message);
        Refused("price is 0; *", () => CostPassThrough.HoldUnitMargin(0, 1, 1));
        Refused("variableCost is -1; *", () => CostPassThrough.HoldUnitMargin(1, -1, 2));
        Refused("share is -0.1; *", () => CostPassThrough.Share(1, 1, 1, -.1m));
        Refused("amount is -1; *", () => CounterConcessions.PaymentDays(-1, 1, 1));
        Refused("costOfCapital is -1; *", () => CounterConcessions.PaymentDays(1, 1, -1));
        Refused("additionalYears is -1; *", () => CounterConcessions.Term(1, 1, -1, 1));
        Refused("costOfCapital is -1; *", () => CounterConcessions.Term(1, 1, 1, -1));
        Refused("Extent is -1; *", () => _ = new CounterConcession(CounterConcessionKind.Scope, -1));
        Refused("extent is 101; *", () => _ = new CounterConcession(CounterConcessionKind.Term, 101));
        Refused("extent is 1.5; it must be a whole number of years.*", () => _ = new CounterConcession(CounterConcessionKind.Term, 1.5m));
        Refused("extent is 3651; *", () => _ = new CounterConcession(CounterConcessionKind.PaymentDays, 3_651));
        Refused("extent is 1.5; it must be a whole number of days.*", () => _ = new CounterConcession(CounterConcessionKind.PaymentDays, 1.5m));
        Refused("newPrice is 0; *", () => Elasticity.Arc(1, 0, 1, 1));
        Refused("oldQuantity is -1; *", () => Elasticity.Arc(1, 2, -1, 1));
        Refused("newQuantity is -1; *", () => Elasticity.Arc(1, 2, 1, -1));
        Refused("price is 0; *", () => Elasticity.Point(1, 0, 1));
        Refused("quantity is -1; *", () => ProfitLevers.Of(-1, 1, 1, 1, 1));
        Refused("price is -1; *", () => ProfitLevers.Of(1, -1, 1, 1, 1));
        Refused("variableCost is -1; *", () => ProfitLevers.Of(1, 1, -1, 1, 1));
        Refused("fixedCost is -1; *", () => ProfitLevers.Of(1, 1, 1, -1, 1));
        Refused("improvement is -1; *", () => ProfitLevers.Of(1, 1, 1, 1, -1));
        Refused("newPrice is -1; *", () => PriceChangePlan.Of(1, -1, 1, AsOf, Terms, Cent));
        Refused("asOf is a date of the calendar *", () => PriceChangePlan.Of(1, 1, 1, new(2026, 1, 1, CalendarSystem.Julian), Terms, Cent));
        Refused("*name*", () => PriceDeduction.Off(" ", 1));
        Refused("'a' has neither an amount nor a rate; *", () => _ = new PriceDeduction("a", null, null));
        Refused("'a' has an amount and a rate; *", () => _ = new PriceDeduction("a", 1, .1m));
        Refused("Rate is 1.1; *", () => PriceDeduction.Percentage("a", 1.1m));
        Refused("*version*", () => PriceGuardrails.Standard.With(version: " "));
        Refused("*name*", () => PriceWaterfall.From(1).LessPercentage(" ", .1m, PriceWaterfall.List));
        Refused("*of*", () => PriceWaterfall.From(1).LessPercentage("a", .1m, " "));
        Refused("*name*", () => PriceWaterfall.From(1).Named(" "));
        Refused("Amount is -1; *", () => _ = Basis with { Amount = -1 });
        Refused("CostOfCapital is -1; *", () => _ = Basis with { CostOfCapital = -1 });
        Refused("kind is 9; *", () => _ = new VolumePricing((VolumeDiscountKind)9, new PriceBreak(0, 1)));
        Refused("quantity is 0; *", () => new VolumePricing(VolumeDiscountKind.AllUnits, new PriceBreak(0, 1)).AveragePrice(0));
        new CounterConcession(CounterConcessionKind.Term, 100).Extent.Should().Be(100);
        new CounterConcession(CounterConcessionKind.PaymentDays, 3_650).Extent.Should().Be(3_650);
        Refused("Spacing is P-3D; several steps need a positive one.*", () => PriceChangePlan.Of(1, 2, 2, AsOf, Terms with { Spacing = Period.FromDays(-3) }, Cent));
        Refused("rebates, costs to serve and interest of 'q' take 100 % *", () => PriceReview.Of(new()
        {
            Id = "q", Quantity = 1, ListPrice = 10, Rebates = [PriceDeduction.Percentage("bonus", 1)], CostsToServe = [PriceDeduction.Percentage("fee", -.1m)],
        }));
    }

    [Fact]
    public void A_review_is_of_a_quotation()
    {
        var policy = PriceReview.Of(new() { Id = "q", Quantity = 1, ListPrice = 1 }).Policy;
        FluentActions.Invoking(() => new PriceReview(null!, PriceGuardrails.Standard, policy, null)).Should().Throw<ArgumentNullException>().WithParameterName("quotation");
        PriceGuardrails.Standard.With(version: "7").Version.Should().Be("7");
    }

    [Fact]
    public void A_third_stays_as_exact_as_a_decimal_can_be() =>
        BreakEven.Of(3, 1, 0, fixedCostChange: 2, quantity: 3).SalesChange.Should().Be(2m / 6);

    [Fact]
    public void A_quantity_of_nothing_before_or_after_has_an_elasticity()
    {
        (Elasticity.Arc(1, 2, 0, 5), Elasticity.Arc(1, 2, 5, 0), Elasticity.Arc(1, 2, 0, 0)).Should().Be((3, -3, null));
        CostPassThrough.HoldUnitMargin(1, 1, -1).Should().Match<PassedOnPrice>(free => free.Price == 0 && free.MarginRate == null);
    }

    // A month before 1 March is 1 February, and two days before that 30 January; but a month and two days after that is 2 March.
    [Fact]
    public void Notice_of_a_month_and_two_days_for_the_first_of_March_is_given_on_27_January()
    {
        var step = PriceChangePlan.Of(10, 11, 1, new(2026, 1, 27), new() { Notice = Period.FromMonths(1) + Period.FromDays(2) }, Cent).Steps.Single();
        (step.EffectiveOn, step.AnnounceBy).Should().Be((new LocalDate(2026, 3, 1), new LocalDate(2026, 1, 27)));
    }

    [Fact]
    public void What_brings_nothing_is_told_with_the_loss_that_it_is()
    {
        var review = PriceReview.Of(new() { Id = "q", Quantity = 1, ListPrice = 10, UnitCost = 12, InReturn = [new(CounterConcessionKind.Volume, 5)] });
        review.Findings.Single(finding => finding.Kind == PriceFindingKind.WorthlessReturn).Text.En.Should().Contain("10").And.NotContain("-10").And.NotContain("−10");
    }

    [Fact]
    public void Equal_kinds_in_return_stand_by_extent_and_nothing_lacking_needs_no_unit()
    {
        var trade = new PriceTrade(0, [new(CounterConcessionKind.Scope, 2), new(CounterConcessionKind.Scope, 1)], Basis with { UnitMargin = 0 });
        trade.InReturn.Select(each => each.Extent).Should().Equal(1, 2);
        trade.CoveredBy(CounterConcessionKind.Volume)!.Extent.Should().Be(0);
        trade.Invoking(each => each.CoveredBy(null!)).Should().Throw<ArgumentNullException>().WithParameterName("kind");
    }

    [Fact]
    public void A_list_that_costs_the_same_at_its_break_has_no_drop()
    {
        VolumePricing same = new(VolumeDiscountKind.AllUnits, new(0, 10), new(10, 10));
        (same.Drops.Count, same.Unreasonable.Count).Should().Be((0, 0));
    }
}
