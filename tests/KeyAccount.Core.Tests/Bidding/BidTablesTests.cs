using KeyAccount.Core.Bidding;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Bidding;

public class BidTablesTests
{
    private static readonly TextTable Texts = TextTable.FromResources(typeof(Tender).Assembly, "KeyAccount.Core.Texts");

    private static readonly BidFacts Good = new()
    {
        Support = 70, RequirementFit = 80, ExpectedRank = 1.2, PricePosition = 1, MarginRate = 0.15, CapacityShare = 0.8, StrategicWorth = 60, TimeLeftShare = 1.2,
        AreMandatoryMet = true, IsBelowFloor = false, IsWrittenForRival = false, HasDecisionMaker = true,
    };

    public static TheoryData<string, BidOutcome, BidValidityFacts> Validities => new()
    {
        { "void.tooFew", BidOutcome.TenderVoid, new() { AreFewerThanThree = true } },
        { "void.unlawful", BidOutcome.TenderVoid, new() { HasUnlawfulAct = true } },
        { "void.aboveBudget", BidOutcome.TenderVoid, new() { AreAllAboveBudget = true } },
        { "void.cancelled", BidOutcome.TenderVoid, new() { IsPurchaseCancelled = true } },
        { "invalid.deposit", BidOutcome.Invalid, new() { IsDepositMissing = true } },
        { "invalid.unsigned", BidOutcome.Invalid, new() { IsUnsigned = true } },
        { "invalid.unqualified", BidOutcome.Invalid, new() { IsUnqualified = true } },
        { "invalid.aboveCeiling", BidOutcome.Invalid, new() { IsAboveCeiling = true } },
        { "invalid.conditions", BidOutcome.Invalid, new() { HasUnacceptableConditions = true } },
        { "invalid.other", BidOutcome.Invalid, new() { IsOtherCase = true } },
        { "valid", BidOutcome.Valid, new() },
    };

    [Theory]
    [InlineData(44.999, "NoBid")]
    [InlineData(45, "BidWithConditions")]
    [InlineData(64.999, "BidWithConditions")]
    [InlineData(65, "Bid")]
    public void The_cuts_are_45_and_65(double score, string decision) => BidTables.GoNoGo.Bands.InOrder
        .Last(band => band.From <= score).Band.Name.Should().Be(decision);

    [Fact]
    public void A_good_tender_is_bid_for() => BidTables.GoNoGo.Assess(Good).Band.Should().Be(BidDecision.Bid);

    [Fact]
    public void Each_cap_limits_the_decision()
    {
        Decided(Good with { AreMandatoryMet = false }).Should().Be(BidDecision.NoBid);
        Decided(Good with { IsBelowFloor = true }).Should().Be(BidDecision.NoBid);
        Decided(Good with { HasStop = true }).Should().Be(BidDecision.NoBid);
        Decided(Good with { IsWrittenForRival = true }).Should().Be(BidDecision.Bid, "a key decision maker is for us");
        Decided(Good with { IsWrittenForRival = true, HasDecisionMaker = false }).Should().Be(BidDecision.BidWithConditions);
        BidTables.GoNoGo.Assess(Good with { IsWrittenForRival = true, HasDecisionMaker = null }).Caps.Should().Contain(cap => cap.Key == "writtenForRival" && cap.Holds == null);

        static BidDecision? Decided(BidFacts facts) => BidTables.GoNoGo.Assess(facts).Band;
    }

    [Fact]
    public void The_weights_are_those_of_the_appendix() => BidTables.GoNoGo.Criteria.Select(each => each.Weight).Should().Equal(
        [0.20, 0.20, 0.20, 0.15, 0.10, 0.05, 0.05, 0.05], (a, b) => Math.Abs(a - b) < 1e-9);

    [Theory]
    [MemberData(nameof(Validities))]
    public void Each_fact_makes_the_tender_void_or_the_bid_invalid_and_names_its_articles(string rule, BidOutcome outcome, BidValidityFacts facts)
    {
        var hit = BidTables.Validity.Decide(facts).Hits.Single();
        (hit.RuleId, hit.Advice).Should().Be((rule, outcome));
        if (outcome == BidOutcome.TenderVoid)
            hit.Reason.En.Should().Contain("All bidders must be told why.");
        if (outcome == BidOutcome.Invalid)
            hit.Reason.En.Should().Contain("The other bids go on.");
        if (outcome != BidOutcome.Valid)
        {
            hit.Reason.En.Should().Contain("article ");
            hit.Reason.ZhHans.Should().MatchRegex("第.+条");
            BidTables.Validity.Rules.Single(each => each.Id == rule).Provenance!.Kind.Should().Be(ProvenanceKind.Literature);
        }
    }

    [Fact]
    public void Every_reason_that_holds_is_told_and_what_ends_the_tender_comes_first()
    {
        var all = BidTables.Validity.Decide(new()
        {
            AreFewerThanThree = true, HasUnlawfulAct = true, AreAllAboveBudget = true, IsPurchaseCancelled = true, IsDepositMissing = true, IsUnsigned = true,
            IsUnqualified = true, IsAboveCeiling = true, HasUnacceptableConditions = true, IsOtherCase = true,
        }).Hits;
        all.Select(hit => hit.RuleId).Should().Equal(BidTables.Validity.Rules.Select(rule => rule.Id).SkipLast(1));
        all.Select(hit => hit.Advice.Value).Should().BeInDescendingOrder();
        BidTables.Validity.Decide(new() { IsUnsigned = true, AreFewerThanThree = true }).Hits.Select(hit => hit.RuleId).Should().Equal("void.tooFew", "invalid.unsigned");
    }

    [Fact]
    public void Every_rule_of_validity_is_tried_and_none_is_missing()
    {
        Validities.Select(row => row.Data.Item1).Should().Equal(BidTables.Validity.Rules.Select(rule => rule.Id));
        BidTables.Validity.Verify().Should().Match<TableProof>(proof => proof.IsSound && proof.Combinations == 1024);
        BidTables.Conduct.Verify().Combinations.Should().Be(27);
        BidTables.Transitions.Verify().Should().Match<TableProof>(proof => proof.IsSound && proof.Combinations == 11 * 6 * 8);
    }

    [Fact]
    public void Each_conduct_is_a_stop_that_names_the_law()
    {
        BidTables.Conduct.Decide(new()).Hits.Should().BeEmpty();
        BidTables.Conduct.Decide(new() { HasEvaluatorContact = false, ArePricesAgreed = false, IsWrittenForUs = false }).Hits.Should().BeEmpty();
        var all = BidTables.Conduct.Decide(new() { HasEvaluatorContact = true, ArePricesAgreed = true, IsWrittenForUs = true }).Hits;
        all.Select(hit => hit.Advice).Should().Equal(BidStop.InOrder);
        all.Should().OnlyContain(hit => hit.Reason.En.StartsWith("Stop.") && hit.Reason.En.Contains("article") && hit.Reason.ZhHans.StartsWith("停止。") && hit.Reason.ZhHans.Contains('条'));
    }

    // Whatever of this room speaks of evaluators or of agreed prices ends in a stop.
    [Fact]
    public void No_text_of_the_room_advises_contact_with_evaluators_or_agreed_prices()
    {
        string[] words = ["评委", "评标委员会", "评标专家", "evaluator", "evaluation committee", "agree on prices", "串通"];
        string[] allowed =
        [
            "Bidding.BidKeyPoint.KeyPeople.Description", "Bidding.BidPhase.BeforeOpening.Description", "Bidding.BidRisk.HardQuestion",
        ];
        var speaking = Texts.Keys.Where(key => key.StartsWith("Bidding.", StringComparison.Ordinal))
            .Where(key => words.Any(word => Texts[key].En.Contains(word, StringComparison.OrdinalIgnoreCase) || Texts[key].ZhHans.Contains(word, StringComparison.Ordinal)))
            .Except(allowed, StringComparer.Ordinal).ToArray();
        speaking.Should().HaveCountGreaterThan(4);
        speaking.Where(key => !key.StartsWith("Bidding.BidStop.", StringComparison.Ordinal) && !key.StartsWith("Bidding.Conduct.", StringComparison.Ordinal)).Should().BeEmpty();
        Texts["Bidding.BidKeyPoint.KeyPeople.Description"].En.Should().EndWith("evaluators are left alone.");
        BidPhrases.In(string.Join('\n', Texts.Keys.Where(key => key.StartsWith("Bidding.", StringComparison.Ordinal) && !key.Contains("Stop") && !key.Contains("Conduct"))
            .SelectMany(key => new[] { Texts[key].En, Texts[key].ZhHans, Texts[key].ZhHant }))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("下周约评委吃饭", "EvaluatorContact")]
    [InlineData("Tom will Contact the Evaluators before Friday", "EvaluatorContact")]
    [InlineData("和对手统一报价，轮流中标", "AgreedPrices")]
    [InlineData("We need a COVER BID from Northwind", "AgreedPrices")]
    [InlineData("参数量身定做", "WrittenForOne")]
    public void A_phrase_is_found_in_a_note(string note, string stop) =>
        BidPhrases.In(note).Should().NotBeEmpty().And.OnlyContain(found => found.Stop.Name == stop && note.Substring(found.At).StartsWith(found.Phrase, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("准备讲标和评委可能的问题")]
    [InlineData("The evaluators ask about service; prepare page 12.")]
    [InlineData("")]
    public void An_honest_note_is_none(string note) => BidPhrases.In(note).Should().BeEmpty();
}
