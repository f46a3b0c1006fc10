using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Rules;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Pricing;

public partial class PriceReviewTests
{
    // No deductions but one discount: list 100, cost 68, so that the floor of an A account is 80.
    private static readonly Quotation Plain = new()
    {
        Id = "plain",
        Quantity = 1_000,
        ListPrice = 100,
        PaymentDays = 0,
        UnitCost = 68,
        InReturn = [new(CounterConcessionKind.Reference, 1_000_000)],
        Tier = AccountTier.A,
        Barrier = BarrierLevel.Medium,
        Sensitivity = PriceSensitivity.High,
        Reason = DemandReason.RivalOffer,
    };

    public static TheoryData<decimal, string, string> Verdicts => new()
    {
        { 100, "Offer", "Salesperson" },
        { 92, "Offer", "Salesperson" },
        { 91.99m, "SeekApproval", "SalesManager" },
        { 84.99m, "SeekApproval", "SalesDirector" },
        { 80, "SeekApproval", "SalesDirector" },
        { 79.99m, "BackToFloor", "GeneralManager" },
        { 68, "BackToFloor", "GeneralManager" },
        { 67.99m, "WalkAway", "Nobody" },
        { 0, "WalkAway", "Nobody" },
    };

    private static Gen<Quotation> Quotations { get; } =
        from list in Gen.Choose(100, 100_000)
        from discount in Gen.Choose(0, 60)
        from rebate in Gen.Choose(0, 20)
        from freight in Gen.Choose(0, 300)
        from days in Gen.Choose(0, 180)
        from cost in Gen.Choose(0, 110)
        from current in Gen.Choose(40, 110)
        from tier in Gen.Elements<AccountTier?>([.. AccountTier.InOrder, null])
        from barrier in Gen.Elements<BarrierLevel?>([.. BarrierLevel.InOrder, null])
        from sensitivity in Gen.Elements<PriceSensitivity?>([.. PriceSensitivity.InOrder, null])
        from reason in Gen.Elements<DemandReason?>([.. DemandReason.InOrder, null])
        from given in PriceTradeTests.Concession.ListOf()
        from knows in Gen.Choose(0, 15)
        select new Quotation
        {
            Id = "any",
            Quantity = 100,
            ListPrice = list / 100m,
            Discounts = [PriceDeduction.Percentage("discount", discount / 100m)],
            Rebates = [PriceDeduction.Percentage("rebate", rebate / 100m)],
            CostsToServe = [PriceDeduction.Off("freight", list * freight / 1_000_000m)],
            PaymentDays = (knows & 1) == 0 ? days : null,
            UnitCost = (knows & 6) == 0 ? null : list * cost / 10_000m,
            CurrentPrice = (knows & 8) == 0 ? null : list * current / 10_000m,
            Tier = tier,
            Barrier = barrier,
            Sensitivity = sensitivity,
            Reason = reason,
            InReturn = [.. given],
        };

    [Fact]
    public void The_prices_from_the_list_to_the_pocket()
    {
        var review = PriceReview.Of(QuotationTests.Full);

        review.Steps.Select(step => (step.Name, step.Amount)).Should().Equal(
            ("contract discount", 10m), ("cost down", 4.5m), ("annual rebate", 1.71m), ("freight", 1.2m), (
                PriceReview.InterestStep, 0.013151m * 85.5m));
        review.InvoicePrice.Should().Be(85.5m);
        review.NetPrice.Should().Be(83.79m);
        review.PocketPrice.Should().Be(83.79m - 1.2m - 1.1244105m);
        review.CurrentPrice.Should().Be(88.2m);
        review.Depth.Should().Be(0.1621m);
        review.PriceChange.Should().Be(-0.05m);
        review.UnitMargin.Should().Be(13.4655895m);
        review.MarginRate.Should().BeApproximately(0.165291m, 1e-6m);
        review.Steps.Sum(step => step.Amount).Should().Be(100 - review.PocketPrice);
        PriceReview.InterestName.ZhHans.Should().Be("付款前的资金占用");
    }

    [Fact]
    public void The_floor_is_the_lowest_invoice_price_that_keeps_the_margin_with_the_same_rebates_and_costs()
    {
        var review = PriceReview.Of(QuotationTests.Full);

        // (68/0.85 + 1.20) / (1 − 0.02 − 0.013151) = 83.984…; without a margin (68 + 1.20) / 0.966849 = 71.572…
        review.FloorPrice.Should().Be(83.99m);
        review.WalkAwayPrice.Should().Be(71.58m);
        review.AdvisedPrice.Should().Be(85.5m);
    }

    [Fact]
    public void The_grain_says_how_floors_are_rounded() =>
        PriceReview.Of(QuotationTests.Full, PriceGuardrails.Standard.With(priceGrain: 0.5m)).FloorPrice.Should().Be(84);

    [Fact]
    public void A_floor_that_a_division_rounds_down_is_raised_by_a_grain()
    {
        // 7 / 0.3 is 23.333… without end; a grain of that very digit would fall short of the margin
        var guardrails = PriceGuardrails.Standard.With(
            [new(AccountTier.A, 0.7m, 0.1m, 0.2m, 0.3m)], priceGrain: 0.000000000000000000000000001m);

        var floor = PriceReview.Of(Plain with { UnitCost = 7 }, guardrails).FloorPrice!.Value;

        (floor * 0.3m).Should().BeGreaterThanOrEqualTo(7);
        ((floor - guardrails.PriceGrain) * 0.3m).Should().BeLessThan(7);
    }

    [Fact]
    public void The_break_even_of_the_step()
    {
        var review = PriceReview.Of(QuotationTests.Full with { FixedCostChange = 0 });

        review.BreakEven!.SalesChange.Should().Be(4.41m / 13.4655895m);
        review.BreakEvenQuantity.Should().Be(10_000 * (1 + (4.41m / 13.4655895m)));
        PriceReview.Of(QuotationTests.Full).BreakEven!.SalesChange.Should()
            .BeApproximately((4.41m / 13.4655895m) + (5_000 / 134_655.895m), 1e-20m);
    }

    [Fact]
    public void The_volume_that_covers_the_bare_step_is_that_of_the_break_even()
    {
        var review = PriceReview.Of(QuotationTests.Full with { InReturn = [], FixedCostChange = 0 });

        review.Trade.CoveredBy(CounterConcessionKind.Volume)!.Extent.Should().Be(Math.Ceiling(review.BreakEvenQuantity!.Value) - 10_000);
    }

    [Fact]
    public void A_price_that_earns_nothing_today_has_no_break_even()
    {
        PriceReview.Of(Plain with { CurrentPrice = 68, Discounts = [PriceDeduction.Off("cut", 40)] }).BreakEven.Should().BeNull();
        PriceReview.Of(Plain with { CurrentPrice = 68.01m, Discounts = [PriceDeduction.Off("cut", 40)] }).BreakEven!.Outcome.Should()
            .Be(BreakEvenOutcome.NoVolumeSuffices);
        PriceReview.Of(Plain with { CurrentPrice = 68.01m, Discounts = [PriceDeduction.Off("cut", 40)] }).BreakEvenQuantity.Should()
            .BeNull();
    }

    [Fact]
    public void What_we_would_have_to_lose_before_matching_the_rival_pays()
    {
        PriceReview.Of(QuotationTests.Full).LossBeforeMatchingPays.Should().Be((82 - 88.2m) / (13.4655895m + 4.41m));
        PriceReview.Of(QuotationTests.Full with { CompetitorPrice = 88.2m }).LossBeforeMatchingPays.Should()
            .BeNull("the rival asks no less");
        PriceReview.Of(QuotationTests.Full with { CompetitorPrice = null }).LossBeforeMatchingPays.Should().BeNull();
        PriceReview.Of(QuotationTests.Full with { UnitCost = null }).LossBeforeMatchingPays.Should().BeNull();
        PriceReview.Of(Plain with { CurrentPrice = 68, CompetitorPrice = 60 }).LossBeforeMatchingPays.Should()
            .BeNull("the present price earns nothing");
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void The_verdict_by_price(decimal price, string verdict, string approval)
    {
        var review = PriceReview.Of(Plain with { Discounts = [PriceDeduction.Off("discount", 100 - price)] });

        review.Verdict.Name.Should().Be(verdict);
        review.Approval.Name.Should().Be(approval);
        review.FloorPrice.Should().Be(80);
        review.WalkAwayPrice.Should().Be(68);
        review.AdvisedPrice.Should().Be(Math.Max(80, price));
    }

    [Fact]
    public void The_posture_holds_a_price()
    {
        var review = PriceReview.Of(QuotationTests.Full with { Sensitivity = PriceSensitivity.Low });

        review.Verdict.Should().Be(PriceVerdict.HoldPrice);
        review.AdvisedPrice.Should().Be(90, "a rebate of 2 % leaves the 88.20 of today");
        review.Findings.Select(finding => finding.Kind)
            .Should().Equal(PriceFindingKind.StepAgainstPosture, PriceFindingKind.StepNotCovered);
        review.CostDown!.Hits[0].RuleId.Should().Be("noStep.value");
        PriceReview.Of(Plain with { Sensitivity = PriceSensitivity.Low }).Verdict.Should()
            .Be(PriceVerdict.Offer, "the price does not fall");
        PriceReview.Of(QuotationTests.Full with { Sensitivity = PriceSensitivity.Low, CurrentPrice = 60, UnitCost = 70 }).AdvisedPrice
            .Should().Be(PriceReview.Of(QuotationTests.Full with { UnitCost = 70 }).FloorPrice, "the price of today is below the floor");
    }

    [Fact]
    public void The_approvals_say_why()
    {
        var review = PriceReview.Of(QuotationTests.Full with { Tier = AccountTier.B, Barrier = BarrierLevel.Low });

        review.Approvals.Select(each => (each.Level, each.Reason.En)).Should().Equal(
            (ApprovalLevel.SalesDirector, "sales director: the discount is 16.21 % of the list price."),
            (ApprovalLevel.SalesManager, "sales manager: the posture is “defend the customer”."),
            (ApprovalLevel.GeneralManager, "general manager: the price is below the floor of 89.16."));
        review.Approval.Should().Be(ApprovalLevel.GeneralManager);
        PriceReview.Of(QuotationTests.Full with { UnitCost = 83 }).Approvals.Select(each => each.Reason.En)
            .Should().EndWith("Nobody may approve a price below the walk-away price of 87.09.");
    }

    [Fact]
    public void A_step_that_asks_nothing_is_a_finding()
    {
        var review = PriceReview.Of(QuotationTests.Full with { InReturn = [] });

        review.Verdict.Should().Be(PriceVerdict.TradeFirst);
        review.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new
            {
                Kind = PriceFindingKind.UnconditionalStep,
                Text = new
                {
                    En = "The price cut costs 44100 and asks for nothing in return. Giving discounts away is one bad habit of winning orders; "
                        + "the other, the kickback, is illegal and has no place here.",
                },
            });
        review.Trade.NetEffect.Should().Be(-44_100);
        PriceReview.Of(Plain with { InReturn = [] }).Findings.Should().BeEmpty("the price does not fall");
    }

    [Fact]
    public void Every_finding_has_its_case()
    {
        Kinds(QuotationTests.Full).Should().Equal(PriceFindingKind.StepNotCovered);
        Kinds(QuotationTests.Full with { InReturn = [new(CounterConcessionKind.Forecast, null)] })
            .Should().Equal(PriceFindingKind.ReturnNotValued);
        Kinds(QuotationTests.Full with { UnitCost = 82 }).Should().Equal(
            PriceFindingKind.StepNotCovered, PriceFindingKind.WorthlessReturn, PriceFindingKind.BelowWalkAway);
        Kinds(QuotationTests.Full with { UnitCost = 70 }).Should().Equal(PriceFindingKind.StepNotCovered, PriceFindingKind.BelowFloor);
        Kinds(QuotationTests.Full with { CompetitorPrice = 83.79m })
            .Should().Equal(PriceFindingKind.StepNotCovered, PriceFindingKind.NotAboveCompetitor);
        Kinds(QuotationTests.Full with { CompetitorPrice = 83.78m }).Should().NotContain(PriceFindingKind.NotAboveCompetitor);
        Kinds(QuotationTests.Full with { UnitCost = null, PaymentDays = null }).Should().Equal(
            PriceFindingKind.ReturnNotValued, PriceFindingKind.CostUnknown, PriceFindingKind.PaymentDaysUnknown);

        static IEnumerable<PriceFindingKind> Kinds(Quotation quotation) =>
            PriceReview.Of(quotation).Findings.Select(finding => finding.Kind);
    }

    [Fact]
    public void Without_the_cost_nothing_is_advised()
    {
        var review = PriceReview.Of(Plain with { UnitCost = null });

        review.Verdict.Should().Be(PriceVerdict.LearnCost);
        review.Approval.Should().Be(ApprovalLevel.Salesperson);
        (review.UnitMargin, review.MarginRate, review.FloorPrice, review.WalkAwayPrice, review.AdvisedPrice, review.BreakEvenQuantity)
            .Should().Be((null, null, null, null, null, null));
        review.BreakEven.Should().BeNull();
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(99, null)]
    [InlineData(100.01, "x")]
    public void Only_where_the_price_falls_is_there_a_plan_for_cost_down(double current, string? plan)
    {
        var review = PriceReview.Of(Plain with { CurrentPrice = (decimal)current });

        (review.CostDown is null).Should().Be(plan is null);
        review.Approvals.Should().HaveCount(plan is null ? 1 : 2, "the posture has a say only in a step down");
    }

    [Fact]
    public void A_longer_term_is_worth_the_margin_of_its_years()
    {
        // 100 − 68 = 32 on 1,000 units, a year later at 10 %
        var review = PriceReview.Of(
            Plain with { InReturn = [new(CounterConcessionKind.Term, 1)] }, PriceGuardrails.Standard.With(costOfCapital: 0.1m));

        review.Trade.Received.Should().BeApproximately(32_000 / 1.1m / 1.1m, 1e-15m);
    }

    [Fact]
    public void What_covers_a_step_exactly_covers_it_and_what_is_worth_nothing_does_no_harm()
    {
        var step = Plain with { Discounts = [PriceDeduction.Off("cut", 5)] };
        Kinds(5_000).Should().BeEmpty();
        Kinds(4_999.99m).Should().Equal(PriceFindingKind.StepNotCovered);
        Kinds(0).Should().Equal(PriceFindingKind.StepNotCovered);

        IEnumerable<PriceFindingKind> Kinds(decimal worth) =>
            PriceReview.Of(step with { InReturn = [new(CounterConcessionKind.Reference, worth)] }).Findings.Select(each => each.Kind);
    }

    [Fact]
    public void Where_nothing_stays_in_the_pocket_there_is_no_margin_rate() =>
        PriceReview.Of(Plain with { CostsToServe = [PriceDeduction.Off("freight", 100)] }).MarginRate.Should().BeNull();

    [Fact]
    public void A_deeper_discount_never_needs_a_lower_approval()
    {
        var cases = from quotation in Quotations from more in Gen.Choose(0, 4_000) select (quotation, more);
        Check.One(Seeded.Cases(1000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var more = PriceDeduction.Percentage("more", test.more / 10_000m);
            var deeper = test.quotation with { Discounts = [.. test.quotation.Discounts, more] };
            return PriceReview.Of(deeper).Approval.IsAtLeast(PriceReview.Of(test.quotation).Approval);
        }));
    }

    [Fact]
    public void Nothing_is_advised_below_the_floor_and_the_floor_keeps_its_margin()
    {
        var known = 0;
        Check.One(Seeded.Cases(1000), Prop.ForAll(Quotations.ToArbitrary(), quotation =>
        {
            var review = PriceReview.Of(quotation);
            if (review.FloorPrice is not { } floor)
                return review is { AdvisedPrice: null, Verdict.Name: nameof(PriceVerdict.LearnCost) };
            known++;
            var margin = PriceGuardrails.Standard.Of(quotation.Tier).FloorMargin;
            return review.AdvisedPrice >= floor
                && floor >= review.WalkAwayPrice
                && PocketAt(floor) * (1 - margin) >= quotation.UnitCost
                && (floor == 0 || PocketAt(floor - 0.01m) * (1 - margin) < quotation.UnitCost)
                && (review.Verdict.Name is not (nameof(PriceVerdict.Offer) or nameof(PriceVerdict.SeekApproval)) || KeepsTheMargin());

            // The floor is a price in whole grains; a finer one keeps the margin up to a grain below it.
            bool KeepsTheMargin() => review.PocketPrice * (1 - margin) >= quotation.UnitCost && review.InvoicePrice > floor - 0.01m;

            decimal PocketAt(decimal invoice) =>
                PriceReview.Of(quotation with
                {
                    Discounts = [PriceDeduction.Off("to", quotation.ListPrice - invoice)], CurrentPrice = null,
                }).PocketPrice;
        }));
        known.Should().BeGreaterThan(300);
    }

    [Fact]
    public void A_trade_never_makes_the_net_effect_worse_and_never_changes_floor_or_approval() =>
        Check.One(Seeded.Cases(500), Prop.ForAll(Quotations.ToArbitrary(), quotation =>
        {
            var (trade, bare) = (PriceReview.Of(quotation), PriceReview.Of(quotation with { InReturn = [] }));
            return trade.Trade.NetEffect >= bare.Trade.NetEffect
                && bare.Trade.NetEffect == (bare.NetPrice - bare.CurrentPrice) * quotation.Quantity
                && trade.FloorPrice == bare.FloorPrice
                && trade.Approval == bare.Approval;
        }));

    [Fact]
    public void It_comes_back_from_JSON_and_reads_the_same_everywhere()
    {
        using var _ = new CultureScope("de-DE");
        Check.One(Seeded.Cases(200), Prop.ForAll(Quotations.ToArbitrary(), quotation =>
        {
            var review = PriceReview.Of(quotation);
            return review.Equals(JsonSerializer.Deserialize<PriceReview>(JsonSerializer.Serialize(review)))
                && review.Equals(JsonSerializer.Deserialize(
                    JsonSerializer.Serialize(review, Generated.Default.PriceReview), Generated.Default.PriceReview));
        }));
        PriceReview.Of(QuotationTests.Full).ToString().Should().Be(
            "PriceReview { Id = Q-17, InvoicePrice = 85.50, NetPrice = 83.7900, PocketPrice = 81.46558950, "
            + "FloorPrice = 83.99, Approval = SalesDirector, Verdict = SeekApproval }");
    }

    [Fact]
    public void Two_reviews_are_equal_when_they_say_the_same()
    {
        var review = PriceReview.Of(QuotationTests.Full);

        review.Should().Be(PriceReview.Of(QuotationTests.Full with { }));
        review.GetHashCode().Should().Be(PriceReview.Of(QuotationTests.Full with { }).GetHashCode());
        review.Should().NotBe(PriceReview.Of(Plain))
            .And.NotBe(PriceReview.Of(QuotationTests.Full, PriceGuardrails.Standard.With(costOfCapital: 0)));
        review.Should().NotBe(new PriceReview(QuotationTests.Full, PriceGuardrails.Standard, review.Policy, null));
        review.Should().NotBe(new PriceReview(QuotationTests.Full, PriceGuardrails.Standard, new("mine", "1", []), review.CostDown));
        review.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void Tables_of_ones_own_decide()
    {
        var posture = PricingPolicy.Posture.With("exchange", new PostureAdvice(PricePosture.Hold, ApprovalLevel.GeneralManager));
        var costDown = PricingPolicy.CostDown.With("noStep.value", new CostDownPlan(CostDownAnswer.OfferValue));

        var review = PriceReview.Of(QuotationTests.Full, posture: posture, costDown: costDown);

        review.Approval.Should().Be(ApprovalLevel.GeneralManager);
        review.CostDown!.Advice!.Answers.Should().Equal(CostDownAnswer.OfferValue);

        var silent = DecisionTable.For<PostureFacts, PostureAdvice>("silent")
            .Rule("never", f => f.Tier == AccountTier.C, new(PricePosture.Hold, ApprovalLevel.GeneralManager)).Build(HitPolicy.First);
        PriceReview.Of(QuotationTests.Full, posture: silent).Approvals.Should()
            .ContainSingle("a table that does not decide asks for no approval");
    }

    [Fact]
    public void What_to_do_is_said_in_three_languages()
    {
        var advice = PriceReview.Of(QuotationTests.Full).Advice;

        advice.En.Should().Be("Offer 85.5 once it is approved (sales director); the floor is 83.99.");
        advice.ZhHans.Should().Be("获批后（销售总监）可按85.5报价；底价为83.99。");
        advice.ZhHant.Should().Be("獲批後（銷售總監）可按85.5報價；底價為83.99。");
        Check.One(Seeded.Cases(300), Prop.ForAll(Quotations.ToArbitrary(), quotation =>
        {
            var review = PriceReview.Of(quotation);
            return review.Findings.Select(finding => finding.Text).Concat(review.Approvals.Select(each => each.Reason))
                .Append(review.Advice)
                .All(text => !text.In(Language.English).Contains('{') && text.ZhHans.Length > 0);
        }));
    }

    [Fact]
    public void Deductions_that_leave_nothing_are_refused()
    {
        Refusing(
            Plain with { Discounts = [PriceDeduction.Off("all and more", 100.5m)] },
            "discounts and rebates of 'plain' leave -0.5 of the list price; it must be at least 0.*");
        Refusing(
            Plain with { Rebates = [PriceDeduction.Off("more", 101)] },
            "discounts and rebates of 'plain' leave -1 of the list price; it must be at least 0.*");
        Refusing(
            Plain with { Rebates = [PriceDeduction.Percentage("half", 0.5m)], CostsToServe = [PriceDeduction.Percentage("half", 0.5m)] },
            "rebates, costs to serve and interest of 'plain' take 100 % of the invoice price or more*");
        Refusing(
            Plain with { Rebates = [PriceDeduction.Percentage("all", 1)] }, "rebates, costs to serve and interest of 'plain' take 100 %*");
        Refusing(null!, "*quotation*");
        ((Action)(() => _ = new PriceReview(Plain, null!, new("t", "1", []), null)))
            .Should().Throw<ArgumentNullException>().WithMessage("*guardrails*");
        ((Action)(() => _ = new PriceReview(Plain, PriceGuardrails.Standard, null!, null)))
            .Should().Throw<ArgumentNullException>().WithMessage("*policy*");

        static void Refusing(Quotation quotation, string message) =>
            ((Action)(() => PriceReview.Of(quotation))).Should().Throw<ArgumentException>().WithMessage(message);
    }

    // As a host that is trimmed reads and writes it.
    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(PriceReview))]
    private sealed partial class Generated : JsonSerializerContext;
}
