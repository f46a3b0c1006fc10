using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Rules;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Pricing;

public class PricingPolicyTests
{
    private static readonly bool?[] Truths = [true, false, null];

    private static IEnumerable<PricingStrategyFacts> StrategyFacts =>
        from stage in OrUnknown<ProductStage>()
        from position in OrUnknown<MarketPosition>()
        select new PricingStrategyFacts { Stage = stage, Position = position };

    private static IEnumerable<PostureFacts> PostureFacts =>
        from tier in OrUnknown<AccountTier>()
        from barrier in OrUnknown<BarrierLevel>()
        from sensitivity in OrUnknown<PriceSensitivity>()
        select new PostureFacts { Tier = tier, Barrier = barrier, Sensitivity = sensitivity };

    private static IEnumerable<CostRiseFacts> CostRiseFacts =>
        from hasFormula in Truths
        from isIndustryWide in Truths
        from position in OrUnknown<MarketPosition>()
        from barrier in OrUnknown<BarrierLevel>()
        select new CostRiseFacts { HasPriceFormula = hasFormula, IsIndustryWide = isIndustryWide, Position = position, Barrier = barrier };

    private static IEnumerable<MarketCutFacts> MarketCutFacts =>
        from isLasting in Truths
        from barrier in OrUnknown<BarrierLevel>()
        from sensitivity in OrUnknown<PriceSensitivity>()
        select new MarketCutFacts { IsLasting = isLasting, Barrier = barrier, Sensitivity = sensitivity };

    private static IEnumerable<CostDownFacts> CostDownFacts =>
        from reason in OrUnknown<DemandReason>()
        from posture in OrUnknown<PricePosture>()
        select new CostDownFacts { Reason = reason, Posture = posture };

    [Fact]
    public void Every_combination_of_every_table_has_exactly_one_answer()
    {
        Prove(PricingPolicy.Strategy, StrategyFacts, 25);
        Prove(PricingPolicy.Posture, PostureFacts, 64);
        Prove(PricingPolicy.CostRise, CostRiseFacts, 180);
        Prove(PricingPolicy.MarketCut, MarketCutFacts, 48);
        Prove(PricingPolicy.CostDown, CostDownFacts, 25);
    }

    [Fact]
    public void Replacing_one_rule_changes_only_its_cells()
    {
        ReplaceEach(
            PricingPolicy.Strategy, StrategyFacts, then => then == PricingStrategy.Skim ? PricingStrategy.Clear : PricingStrategy.Skim);
        ReplaceEach(PricingPolicy.Posture, PostureFacts, then => then with { Authority = ApprovalLevel.GeneralManager });
        ReplaceEach(PricingPolicy.CostRise, CostRiseFacts, then => then with { Timing = Other(then.Timing) });
        ReplaceEach(PricingPolicy.MarketCut, MarketCutFacts, then => then with { Timing = Other(then.Timing) });
        ReplaceEach(PricingPolicy.CostDown, CostDownFacts, _ => new(CostDownAnswer.Trade));
    }

    [Fact]
    public void Every_rule_has_its_reason_in_three_languages_and_its_provenance()
    {
        Explained(PricingPolicy.Strategy, StrategyFacts);
        Explained(PricingPolicy.Posture, PostureFacts);
        Explained(PricingPolicy.CostRise, CostRiseFacts);
        Explained(PricingPolicy.MarketCut, MarketCutFacts);
        Explained(PricingPolicy.CostDown, CostDownFacts);
    }

    [Fact]
    public void The_strategies_by_stage_and_position() => StrategyFacts
        .Where(facts => facts is { Stage: not null, Position: not null })
        .Select(facts => (facts.Stage!.Name, facts.Position!.Name, PricingPolicy.Strategy.Decide(facts).Advice!.Name))
        .Should().Equal(
            ("Introduction", "Leader", "Skim"),
            ("Introduction", "Challenger", "Penetrate"),
            ("Introduction", "Follower", "GoingRate"),
            ("Introduction", "Nicher", "Skim"),
            ("Growth", "Leader", "ValueBased"),
            ("Growth", "Challenger", "Penetrate"),
            ("Growth", "Follower", "GoingRate"),
            ("Growth", "Nicher", "ValueBased"),
            ("Maturity", "Leader", "Segmented"),
            ("Maturity", "Challenger", "GoingRate"),
            ("Maturity", "Follower", "GoingRate"),
            ("Maturity", "Nicher", "ValueBased"),
            ("Decline", "Leader", "Harvest"),
            ("Decline", "Challenger", "Clear"),
            ("Decline", "Follower", "Clear"),
            ("Decline", "Nicher", "Harvest"));

    [Fact]
    public void What_is_not_known_never_moves_a_price_at_the_salespersons_own_hand()
    {
        foreach (var facts in PostureFacts.Where(
            facts => facts.Tier is null || (facts.Tier != AccountTier.C && (facts.Barrier is null || facts.Sensitivity is null))))
            PricingPolicy.Posture.Decide(facts).Advice!.Authority.Should().Be(ApprovalLevel.SalesManager, facts.ToString());
    }

    [Theory]
    [InlineData("A", "Low", "High", "Defend", "SalesDirector")]
    [InlineData("B", "Low", "High", "Defend", "SalesManager")]
    [InlineData("C", "Low", "High", "LetGo", "SalesManager")]
    [InlineData("C", "Medium", "High", "Trade", "Salesperson")]
    [InlineData("A", "High", "Medium", "Hold", "SalesManager")]
    [InlineData("A", "High", "High", "Trade", "Salesperson")]
    [InlineData("B", "Medium", "Low", "Hold", "SalesManager")]
    [InlineData("B", "Medium", "Medium", "Trade", "Salesperson")]
    [InlineData("A", null, "High", "Trade", "SalesManager")]
    [InlineData(null, "High", "Low", "Hold", "SalesManager")]
    public void The_posture_towards_a_customer(string? tier, string? barrier, string? sensitivity, string posture, string authority) =>
        PricingPolicy.Posture.Decide(
            new() { Tier = Of<AccountTier>(tier), Barrier = Of<BarrierLevel>(barrier), Sensitivity = Of<PriceSensitivity>(sensitivity) })
            .Advice.Should().Be(new PostureAdvice(Of<PricePosture>(posture)!, Of<ApprovalLevel>(authority)!));

    [Theory]
    [InlineData(true, null, null, null, "Raise", "Formula", "Before")]
    [InlineData(false, null, "Leader", "High", "Share", "InSteps", "After")]
    [InlineData(null, false, "Leader", "High", "Share", "InSteps", "After")]
    [InlineData(false, false, "Leader", "Medium", "Absorb", "Savings", "After")]
    [InlineData(false, true, "Leader", "Low", "Raise", "AtOnce", "Before")]
    [InlineData(false, true, "Follower", "Low", "Share", "Surcharge", "After")]
    [InlineData(false, true, "Nicher", "Medium", "Raise", "AtOnce", "Before")]
    [InlineData(false, true, "Nicher", null, "Raise", "InSteps", "After")]
    [InlineData(false, true, "Challenger", "High", "Raise", "InSteps", "After")]
    public void What_to_do_when_our_cost_rises(
        bool? hasFormula, bool? isIndustryWide, string? position, string? barrier, string response, string how, string timing) =>
        PricingPolicy.CostRise.Decide(new()
        {
            HasPriceFormula = hasFormula,
            IsIndustryWide = isIndustryWide,
            Position = Of<MarketPosition>(position),
            Barrier = Of<BarrierLevel>(barrier),
        })
            .Advice.Should().Be(new CostRiseAdvice(Of<CostResponse>(response)!, Of<PassThroughWay>(how)!, Of<MoveTiming>(timing)!));

    [Theory]
    [InlineData(true, "Low", "Low", "Hold", "After")]
    [InlineData(true, "High", "Medium", "Hold", "After")]
    [InlineData(true, "High", "High", "Match", "Before")]
    [InlineData(true, "Low", "Medium", "Match", "After")]
    [InlineData(false, "Low", "High", "Match", "After")]
    [InlineData(false, "Medium", "High", "Differentiate", "After")]
    [InlineData(null, "Low", "High", "Differentiate", "After")]
    public void What_to_do_when_the_market_cuts(bool? isLasting, string? barrier, string? sensitivity, string response, string timing) =>
        PricingPolicy.MarketCut.Decide(
            new() { IsLasting = isLasting, Barrier = Of<BarrierLevel>(barrier), Sensitivity = Of<PriceSensitivity>(sensitivity) })
            .Advice.Should().Be(new MarketCutAdvice(Of<CutResponse>(response)!, Of<MoveTiming>(timing)!));

    [Fact]
    public void The_answers_to_cost_down_begin_with_the_reason_and_end_with_the_price()
    {
        foreach (var facts in CostDownFacts)
        {
            var answers = PricingPolicy.CostDown.Decide(facts).Advice!.Answers;

            answers.Take(2).Should().Equal(CostDownAnswer.VerifyReason, CostDownAnswer.ManageExpectation);
            answers.Select(answer => answer.Value).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
            var mayStep = facts.Reason is not null && (facts.Posture == PricePosture.Trade || facts.Posture == PricePosture.Defend);
            answers.Contains(CostDownAnswer.PriceStep).Should().Be(mayStep, facts.ToString());
            answers.Contains(CostDownAnswer.Trade).Should().Be(mayStep, "a price step stands behind a trade, and never alone");
            (answers.Contains(CostDownAnswer.OfferValue) || answers.Contains(CostDownAnswer.ChangeScope))
                .Should().Be(facts.Reason is not null && (facts.Reason != DemandReason.LowerInputCost || !mayStep), facts.ToString());
        }
    }

    [Fact]
    public void A_plan_is_its_answers_in_their_order()
    {
        var plan = new CostDownPlan(CostDownAnswer.VerifyReason, CostDownAnswer.Trade);

        plan.Should().Be(new CostDownPlan([CostDownAnswer.VerifyReason, CostDownAnswer.Trade]));
        plan.GetHashCode().Should().Be(new CostDownPlan(CostDownAnswer.VerifyReason, CostDownAnswer.Trade).GetHashCode());
        plan.Should().NotBe(new CostDownPlan(CostDownAnswer.Trade, CostDownAnswer.VerifyReason));
        plan.ToString().Should().Be("VerifyReason, Trade");
        ((Action)(() => _ = new CostDownPlan()))
            .Should().Throw<ArgumentException>().WithMessage("answers is empty; a plan has at least one.*");
        ((Action)(() => _ = new CostDownPlan(CostDownAnswer.Trade, null!))).Should().Throw<ArgumentNullException>();
        plan.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void The_terms_are_the_documents_own_words_and_know_their_better_end()
    {
        ApprovalLevel.GeneralManager.IsAtLeast(ApprovalLevel.Salesperson).Should().BeTrue();
        ApprovalLevel.InOrder.Should().OnlyContain(level => ApprovalLevel.Nobody.IsAtLeast(level));
        PriceSensitivity.Low.IsAtLeast(PriceSensitivity.High).Should().BeTrue("the customer who hardly looks at the price is the best");
        CostDownAnswer.ManageExpectation.DisplayName("zh-Hans").Should().Be("管理客户期望值");
        MoveTiming.InOrder.Select(timing => timing.DisplayName("zh-Hant")).Should().Equal("早於對手", "晚於對手");
    }

    private static void Prove<TFacts, TAdvice>(DecisionTable<TFacts, TAdvice> table, IEnumerable<TFacts> facts, int combinations)
    {
        var proof = table.Verify();
        proof.IsSound.Should().BeTrue(proof.ToString());
        proof.Combinations.Should().Be(combinations);
        facts.Should().HaveCount(combinations).And.OnlyContain(each => table.Decide(each).Hits.Count == 1);
    }

    private static MoveTiming Other(MoveTiming timing) => timing == MoveTiming.After ? MoveTiming.Before : MoveTiming.After;

    private static void ReplaceEach<TFacts, TAdvice>(
        DecisionTable<TFacts, TAdvice> table, IEnumerable<TFacts> facts, Func<TAdvice, TAdvice> other)
        where TAdvice : class
    {
        foreach (var rule in table.Rules)
        {
            var replaced = table.With(rule.Id, other(rule.Advice));
            var changed = facts.Where(each => !table.Decide(each).Advice!.Equals(replaced.Decide(each).Advice));
            changed.Should().NotBeEmpty()
                .And.Equal(facts.Where(each => table.Decide(each).Hits[0].RuleId == rule.Id), "{0} of {1}", rule.Id, table.Id);
        }
    }

    private static void Explained<TFacts, TAdvice>(DecisionTable<TFacts, TAdvice> table, IEnumerable<TFacts> facts)
    {
        foreach (var reason in facts.Select(each => table.Decide(each).Hits[0].Reason))
        {
            new[] { reason.En, reason.ZhHans, reason.ZhHant }.Should().OnlyHaveUniqueItems().And.NotContainMatch("*{*")
                .And.NotContainMatch("*  *")
                .And.NotContain(text => text.StartsWith('，') || text.StartsWith(','));
        }

        table.Rules.Select(rule => rule.Provenance?.Kind).Should().OnlyContain(kind => kind == ProvenanceKind.LibraryDefault);
    }

    private static TTerm?[] OrUnknown<TTerm>()
        where TTerm : Term<TTerm> => [.. Term<TTerm>.InOrder, null];

    private static TTerm? Of<TTerm>(string? name)
        where TTerm : Term<TTerm> => name is null ? null : Term<TTerm>.InOrder.Single(term => term.Name == name);
}
