using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class AccountFindingsTests
{
    // Nothing to say of: everything known and well.
    private static readonly ReviewFacts Well = new()
    {
        Tier = AccountTier.A, AnnualPurchases = 1000, IsValueRated = true, ValueCoverage = 1, Contacts = 8, Deciders = 2, Supporters = 5,
            Satisfaction = SatisfactionLevel.High, Needs = 1, ValueShown = true, HasActivity = true, DecodedAreas = 6,
    };

    private static readonly ReviewFacts Advanced = Well with { Stage = DevelopmentStage.Advanced };

    private static readonly ReviewFacts Ending = Well with { IsContractEnding = true, ContractSign = "The contract has ended." };

    private static readonly ReviewFacts Stopped = Well with
    {
        Warning = WarningLevel.Alarm, WarningSigns = 2, RaisedSigns = "two", MonthsSincePurchase = 3, LongestPause = 2,
    };

    private static ReviewFacts Silent(CustomerState state) => Well with { CustomerState = state, StateReason = "It is silent." };

    public static TheoryData<string, ReviewFacts, ReviewFacts> Cuts => new()
    {
        { "purchasesStopped", Well with { MonthsSincePurchase = 3, LongestPause = 2 },
            Well with { MonthsSincePurchase = 2, LongestPause = 0 } },
        { "purchasesStopped", Well with { MonthsSincePurchase = 4, LongestPause = 3 },
        Well with { MonthsSincePurchase = 4, LongestPause = 4 } },
        { "purchasesStopped", Well with { MonthsSincePurchase = 30, LongestPause = 29 }, Well with { MonthsSincePurchase = 30 } },
        { "purchasesFall", Well with { PurchaseChange = -0.2m }, Well with { PurchaseChange = -0.1999m } },
        { "purchasesFall", Well with { PurchaseChange = -1 },
        Well with { PurchaseChange = -1, MonthsSincePurchase = 6, LongestPause = 0 } },
        { "boughtOnce", Well with { MonthsSincePurchase = 3 }, Well with { MonthsSincePurchase = 2 } },
        { "boughtOnce", Well with { MonthsSincePurchase = 30 }, Well with { MonthsSincePurchase = 30, LongestPause = 0 } },
        { "declineNotShown", Well with { StatedDeclining = true, ShownDeclining = false }, Well with { StatedDeclining = true } },
        { "declineNotStated", Well with { StatedDeclining = false, ShownDeclining = true }, Well with { ShownDeclining = true } },
        { "satisfactionContradicted", Well with { StatedSatisfied = true, ShownSatisfied = false },
            Well with { StatedSatisfied = true, ShownSatisfied = true } },
        { "satisfactionContradicted", Well with { StatedSatisfied = false, ShownSatisfied = true }, Well with { StatedSatisfied = false } },
        { "debtOverdue", Well with { DebtOverdueDays = 30.5 }, Well with { DebtOverdueDays = 30 } },
        { "keyPersonLeft", Well with { LeftPerson = "Ada" }, Well },
        { "keyPersonNew", Well with { NewPerson = "Ada" }, Well },
        { "decline", Well with { Period = LifecyclePeriod.Decline }, Well with { Period = LifecyclePeriod.Decline, ShownDeclining = true } },
        { "decline", Well with { Period = LifecyclePeriod.Decline }, Well with { Period = LifecyclePeriod.Stability } },
        { "complaintOverdue", Well with { OpenComplaints = 1, OverdueComplaints = 1 }, Well with { OpenComplaints = 1 } },
        { "complaintOpen", Well with { OpenComplaints = 1 }, Well with { OpenComplaints = 1, OverdueComplaints = 1 } },
        { "hostage", Well with { BarrierAdvice = BarrierAdvice.Relieve }, Well with { BarrierAdvice = BarrierAdvice.Maintain } },
        { "dissatisfied", Well with { Satisfaction = SatisfactionLevel.Low }, Well with { Satisfaction = SatisfactionLevel.Medium } },
        { "dissatisfied", Well with { Satisfaction = SatisfactionLevel.Low },
        Well with { Satisfaction = SatisfactionLevel.Low, BarrierAdvice = BarrierAdvice.Relieve } },
        { "loyaltyNone", Well with { LoyaltyType = LoyaltyType.None }, Well with { LoyaltyType = LoyaltyType.Latent } },
        { "loyaltyNone", Well with { Loyalty = LoyaltyLevel.Low }, Well with { Loyalty = LoyaltyLevel.Medium } },
        { "loyaltySpurious", Well with { LoyaltyType = LoyaltyType.Spurious },
        Well with { LoyaltyType = LoyaltyType.Spurious, Loyalty = LoyaltyLevel.Low } },
        { "contractOpen", Well with { ContractDaysLeft = 180, Barrier = BarrierLevel.Low },
        Well with { ContractDaysLeft = 181, Barrier = BarrierLevel.Low } },
        { "contractOpen", Well with { ContractDaysLeft = 0, Barrier = BarrierLevel.Low },
        Well with { ContractDaysLeft = 0, Barrier = BarrierLevel.Medium } },
        { "contractEnds", Well with { ContractDaysLeft = 90 }, Well with { ContractDaysLeft = 91 } },
        { "contractEnds", Well with { ContractDaysLeft = 90, Barrier = BarrierLevel.High },
        Well with { ContractDaysLeft = 90, Barrier = BarrierLevel.Low } },
        { "barrierLow", Well with { Barrier = BarrierLevel.Low }, Well with { Barrier = BarrierLevel.Medium } },
        { "competitorBarrierLow", Well with { CompetitorBarrier = BarrierLevel.Low },
        Well with { CompetitorBarrier = BarrierLevel.Medium } },
        { "deciderAgainst", Well with { DecidersAgainst = 1 }, Well },
        { "decisionLost", Well with { LosesDecision = true }, Well with { LosesDecision = false } },
        { "supportLost", Well with { LosesDecision = false, SupportChange = -10 },
        Well with { LosesDecision = false, SupportChange = -9.999999 } },
        { "supportLost", Well with { LosesDecision = false, SupportChange = -50 },
        Well with { LosesDecision = true, SupportChange = -50 } },
        { "oneSupporter", Well with { Supporters = 1, Contacts = 2 }, Well with { Supporters = 2, Contacts = 2 } },
        { "oneSupporter", Well with { Supporters = 1, Contacts = 2 }, Well with { Supporters = 1, Contacts = 1 } },
        { "nobodyKnown", Well with { Contacts = 0, Deciders = 0, Supporters = 0 }, Well },
        { "deciderUnknown", Well with { Deciders = 0 }, Well with { Deciders = 1 } },
        { "deciderUnknown", Well with { Deciders = 0 }, Well with { Contacts = 0, Deciders = 0 } },
        { "standingStale", Well with { StaleContacts = 1 }, Well },
        { "levelConflict", Well with { Conflicts = 1 }, Well },
        { "shortBoard", Well with { HoldingBack = OkeDimension.Extensive }, Well },
        { "tierFalling", Well with { IsFalling = true }, Well with { IsFalling = false } },
        { "belowFloor", Well with { QuotationsBelowFloor = 1 }, Well },
        { "givenAway", Well with { QuotationsGivenAway = 1 }, Well },
        { "needsApproval", Well with { QuotationsForApproval = 1, Approval = ApprovalLevel.SalesManager }, Well },
        { "costUnknown", Well with { QuotationsWithoutCost = 1 }, Well },
        { "stuckDeal", Well with { StuckDeals = 1 }, Well },
        { "noNextStep", Well with { DealsWithoutNextStep = 1 }, Well },
        { "claimedAboveEvidence", Well with { DealsAboveEvidence = 1 }, Well },
        { "noNeedKnown", Well with { Needs = 0, ValueShown = null }, Well with { Needs = 0, ValueShown = null, Tier = AccountTier.B } },
        { "valueNotShown", Well with { ValueShown = false }, Well with { ValueShown = null } },
        { "savingCountedTwice", Well with { SavingsCountedTwice = 1 }, Well },
        { "hearsayPrice", Well with { HearsayPrices = 1 }, Well },
        { "rivalStrong", Well with { StrongRival = "Norvik" }, Well with { Rivals = 1 } },
        { "rivalUnknown", Well with { OthersSupply = true }, Well with { OthersSupply = true, Rivals = 1 } },
        { "tenderAhead", Well with { TendersAhead = 1 }, Well },
        { "bidBelowWalkAway", Well with { BidsBelowWalkAway = 1, BidShortfall = 5 }, Well },
        { "fireFighting", Well with { RepairShare = 0.600001 }, Well with { RepairShare = 0.6 } },
        { "fireFighting", Well with { RepairShare = 1 }, Well with { RepairShare = 1, Tier = AccountTier.B } },
        { "noActivity", Well with { HasActivity = false }, Well with { HasActivity = false, Tier = AccountTier.B } },
        { "giftRefused", Well with { RefusedGifts = 1 }, Well },
        { "losesMoney", Well with { AccountProfit = -0.01m }, Well with { AccountProfit = 0 } },
        { "blacklisted", Well with { CustomerState = CustomerState.Blacklisted }, Well with { CustomerState = CustomerState.Lost } },
        { "lost", Silent(CustomerState.Lost), Silent(CustomerState.Sleeping) },
        { "lost", Silent(CustomerState.Lost) with { MonthsSincePurchase = 2, LongestPause = 0 },
        Silent(CustomerState.Lost) with { MonthsSincePurchase = 3, LongestPause = 2 } },
        { "lost", Silent(CustomerState.Lost) with { MonthsSincePurchase = 3, LongestPause = 3 },
        Silent(CustomerState.Lost) with { MonthsSincePurchase = 3 } },
        { "sleeping", Silent(CustomerState.Sleeping), Silent(CustomerState.Active) },
        { "sleeping", Silent(CustomerState.Sleeping) with { MonthsSincePurchase = 4, LongestPause = 4 },
        Silent(CustomerState.Sleeping) with { MonthsSincePurchase = 4, LongestPause = 3 } },
        { "alarm", Well with { Warning = WarningLevel.Alarm, WarningSigns = 2, RaisedSigns = "two" },
        Well with { Warning = WarningLevel.Alarm, WarningSigns = 1, RaisedSigns = "one" } },
        { "alarm", Well with { Warning = WarningLevel.Alarm, WarningSigns = 2, RaisedSigns = "two" },
        Well with { Warning = WarningLevel.Watch, WarningSigns = 2, RaisedSigns = "two" } },
        { "alarm", Stopped with { UntoldSigns = 1 }, Stopped },
        { "alarm", Stopped with { MonthsSincePurchase = 2 }, Stopped with { LongestPause = null } },
        { "watch", Well with { Warning = WarningLevel.Watch, UntoldSigns = 1, UntoldSign = "one" }, Well with { Warning = WarningLevel.Watch } },
        { "watch", Well with { Warning = WarningLevel.Watch, UntoldSigns = 1, UntoldSign = "one" },
        Well with { Warning = WarningLevel.Alarm, UntoldSigns = 1, UntoldSign = "one" } },
        { "contractEnding", Ending, Well },
        { "contractEnding", Ending with { ContractDaysLeft = 91 }, Ending with { ContractDaysLeft = 90 } },
        { "contractEnding", Ending with { ContractDaysLeft = 181, Barrier = BarrierLevel.Low },
        Ending with { ContractDaysLeft = 180, Barrier = BarrierLevel.Low } },
        { "contractEnding", Ending with { ContractDaysLeft = 180, Barrier = BarrierLevel.Medium },
        Ending with { CustomerState = CustomerState.Lost, StateReason = "gone" } },
        { "satisfactionNotShown", Well with { StatedSatisfaction = SatisfactionLevel.Low, IsStatedSatisfactionShown = false },
        Well with { StatedSatisfaction = SatisfactionLevel.High, IsStatedSatisfactionShown = true } },
        { "whiteSpace", Well with { OpenSpace = 0.01m, LargestOpen = "seals", LargestOpenAmount = 0.01m }, Well with { OpenSpace = 0 } },
        { "whiteSpaceUnknown", Well with { MissingCategory = "seals", MissingAmount = 1 }, Well with { OpenSpace = 0 } },
        { "strategicGap", Well with { StrategicGap = "green steel" }, Well },
        { "planStale", Well with { StrategyReviewDue = "2025-11-20" }, Well },
        { "strategyUnknown", Well with { DecodedAreas = 3 }, Well with { DecodedAreas = 4 } },
        { "strategyUnknown", Well with { DecodedAreas = 0 }, Well with { DecodedAreas = 0, Tier = AccountTier.B } },
        { "readyForStrategy", Advanced with { StrategicReadiness = CooperationReadiness.Ready },
        Advanced with { StrategicReadiness = CooperationReadiness.Preparing } },
        { "readyForStrategy", Advanced with { StrategicReadiness = CooperationReadiness.Running },
        Well with { StrategicReadiness = CooperationReadiness.Running, Stage = DevelopmentStage.Strategic } },
        { "notReady", Advanced with { StrategicReadiness = CooperationReadiness.Preparing },
        Advanced with { StrategicReadiness = CooperationReadiness.Ready } },
        { "notReady", Advanced with { StrategicReadiness = CooperationReadiness.NotYet },
        Advanced with { StrategicReadiness = CooperationReadiness.NotYet, Tier = AccountTier.B } },
        { "notReady", Advanced with { StrategicReadiness = CooperationReadiness.NotYet }, Advanced },
        { "prospectStuck", Well with { IsProspectStuck = true, DaysInProspectStep = 14, ProspectStep = ProspectStep.Find },
        Well with { DaysInProspectStep = 13 } },
        { "prospectOpen", Well with { ProspectPriority = ProspectPriority.Pursue, ProspectAction = KeyAction.FirstVisit, ProspectStep = ProspectStep.Approach },
        Well with { ProspectPriority = ProspectPriority.Nurture, ProspectAction = KeyAction.FirstVisit } },
        { "prospectOpen", Well with { ProspectPriority = ProspectPriority.Pursue, ProspectAction = KeyAction.FirstVisit, ProspectStep = ProspectStep.Approach },
        Well with { ProspectPriority = ProspectPriority.Pursue, ProspectAction = KeyAction.FirstVisit, IsProspectStuck = true } },
        { "prospectWaits", Well with { IsProspectWaiting = true, ProspectPriority = ProspectPriority.Pursue, ProspectAction = KeyAction.FirstVisit },
        Well with { IsProspectWaiting = true, ProspectPriority = ProspectPriority.Drop } },
        { "prospectNotWorth", Well with { ProspectPriority = ProspectPriority.Drop, ProspectAction = KeyAction.FirstVisit },
        Well with { ProspectPriority = ProspectPriority.Drop } },
        { "walletWrong", Well with { WalletErrors = 1 }, Well },
        { "satisfactionUnknown", Well with { Satisfaction = null }, Well },
        { "valueUnrated", Well with { IsValueRated = false }, Well },
        { "purchasesUnknown", Well with { AnnualPurchases = null }, Well with { AnnualPurchases = 0 } },
    };

    [Theory]
    [InlineData(0, "The customer has bought nothing for 4 months; until then it bought every month.", "该客户已有4个月没有采购，此前每个月都有采购：可能正在流失。")]
    [InlineData(1, "The customer has bought nothing for 4 months; its longest pause so far was 1 month.", "该客户已有4个月没有采购，以往最长间隔1个月：可能正在流失。")]
    public void A_pause_is_told_where_there_was_one(int longest, string en, string zhHans)
    {
        var reason = AccountFindings.Standard.Decide(Well with { MonthsSincePurchase = 4, LongestPause = longest })
            .Hits.Single(each => each.RuleId == "purchasesStopped").Reason;
        (reason.En, reason.ZhHans).Should().Be((en, zhHans));
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void A_finding_is_made_at_its_cut_and_not_beyond(string rule, ReviewFacts at, ReviewFacts beyond)
    {
        var hit = AccountFindings.Standard.Decide(at).Hits.Should().Contain(each => each.RuleId == rule).Which;
        foreach (var language in KeyAccount.Core.Terms.Language.All)
            hit.Reason.In(language).Should().NotBeEmpty().And.NotContain("{");
        AccountFindings.Standard.Decide(beyond).Hits.Should().NotContain(each => each.RuleId == rule);
    }

    [Fact]
    public void Every_rule_has_its_cut_tested_and_where_all_is_well_nothing_is_found()
    {
        Cuts.Select(row => row.Data.Item1).Distinct().Should().BeEquivalentTo(AccountFindings.Standard.Rules.Select(rule => rule.Id));
        AccountFindings.Standard.Decide(Well).Hits.Should().BeEmpty();
    }

    [Fact]
    public void What_is_at_stake_is_a_share_of_the_amount_the_account_names()
    {
        Found(new() { Id = "a", Value = new() { AnnualPurchases = 500 }, Satisfaction = SatisfactionLevel.Low })
            .Single(each => each.RuleId == "dissatisfied").AtStake.Should().Be(200);
        Found(new() { Id = "a", Value = new() { AnnualPurchases = -500 }, Satisfaction = SatisfactionLevel.Low })
            .Single(each => each.RuleId == "dissatisfied").AtStake.Should().Be(0, "returns are no stake");
        Found(new() { Id = "a", Satisfaction = SatisfactionLevel.Low }).Should()
            .OnlyContain(each => each.AtStake == null, "the purchases are not known");
        Found(
            new() { Id = "a", Value = new() { AnnualPurchases = 500 },
            Contracts = [new() { Id = "c", From = AsOf, Until = AsOf, AnnualValue = 300 }] })
            .Single(each => each.RuleId == "contractEnds").AtStake.Should().Be(60, "the contract has a value of its own");
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_money_then_of_the_share()
    {
        var facts = Of(new AccountFile { Id = "a", Satisfaction = SatisfactionLevel.Low }).Accounts[0];
        facts.Findings.Select(each => each.Stake.Share).Should().BeInDescendingOrder().And.HaveCountGreaterThan(2);
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), purchases =>
        {
            var findings = Found(
                new() { Id = "a", Value = new() { AnnualPurchases = purchases }, Satisfaction = SatisfactionLevel.Low,
                Purchases = [new(new(2025, 1), 80_000), new(new(2025, 11), 5)] });
            findings.Select(each => each.AtStake ?? -1).Should().BeInDescendingOrder();
        }).Check(Seeded.Cases(50));
    }

    [Fact]
    public void The_evidence_of_a_finding_is_what_its_rule_has_read()
    {
        var found = Found(
            new() { Id = "a", Contracts = [new() { Id = "c", From = AsOf, Until = AsOf.PlusDays(30) }],
            SwitchingCost =
                new() { Learning = 0, SetUp = 0, Evaluation = 0, EconomicRisk = 0, BenefitLoss = 0, MonetaryLoss = 0,
                    PersonalRelationship = 0, BrandRelationship = 0 } });
        found.Single(each => each.RuleId == "contractOpen").Evidence.Should()
            .Equal(new Evidence("ContractDaysLeft", "30"), new Evidence("Barrier", "Low"));
        found.Single(each => each.RuleId == "satisfactionUnknown").Evidence.Should().Equal(new Evidence("Satisfaction", null));
        found.Should().OnlyContain(each => each.Evidence.Count > 0);
    }

    [Theory]
    [InlineData("0.4", "High")]
    [InlineData("0.3999", "Medium")]
    [InlineData("0.2", "Medium")]
    [InlineData("0.1999", "Low")]
    [InlineData("0", "Low")]
    public void Risk_is_the_band_of_the_largest_share_at_stake(string share, string risk)
    {
        var one = AccountFindings.Standard.Rules.Skip(1).Aggregate(AccountFindings.Standard, (table, rule) => table.Without(rule.Id))
            .With(
                "always", facts => facts.Satisfaction != null, new Stake(
                    ReviewTopic.Satisfaction, decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)))
                        .Without("purchasesStopped");
        var review = Reviewed(
            new() { Findings = one },
            new AccountFile { Id = "a", Value = new() { AnnualPurchases = 70 }, Satisfaction = SatisfactionLevel.High }).Accounts[0];
        (review.Risk!.Name, review.Findings.Count).Should().Be((risk, 1));
    }

    [Fact]
    public void Where_nothing_is_known_nobody_knows_the_risk()
    {
        Of(new AccountFile { Id = "a", Value = new() { AnnualPurchases = 5 } }).Accounts[0].Risk.Should().BeNull();
        Of(new AccountFile { Id = "a", Satisfaction = SatisfactionLevel.High }).Accounts[0].Risk.Should().Be(RiskLevel.Low);
    }

    [Fact]
    public void A_rule_of_ones_own_is_found_asked_about_and_done()
    {
        var models = new ReviewModels
        {
            Findings = AccountFindings.Standard.With("small", f => f.AnnualPurchases < 100, new Stake(ReviewTopic.Purchases, 1), "small")
                .WithVersion("ours"),
            Materiality = 0,
            Actions = AccountActions.Standard.With(
                "small.meet", f => f.Finding == "small", new ActionPlan(ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, 10), "meet"),
        };
        var review = Reviewed(models, new AccountFile { Id = "a", Value = new() { AnnualPurchases = 99 } });
        review.Models["review.findings"].Should().Be("ours");
        review.Accounts[0].Findings[0].Should()
            .BeEquivalentTo(new { RuleId = "small", AtStake = 99m, Evidence = new[] { new Evidence("AnnualPurchases", "99") } });
        review.Accounts[0].Actions[0].Should()
            .Be(new ReviewAction("small.meet", "small", ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, AsOf.PlusDays(10), "meet"));
    }

    [Fact]
    public void A_stored_review_can_be_judged_again()
    {
        var review = Of(new AccountFile { Id = "a", Value = new() { AnnualPurchases = 99 }, Satisfaction = SatisfactionLevel.Low });
        var facts = ReviewFacts.Of(PortfolioReview.FromJson(review.ToJson()).Accounts[0]);
        AccountFindings.Standard.Decide(facts).Hits.Select(hit => hit.RuleId).Should()
            .BeEquivalentTo(review.Accounts[0].Findings.Select(each => each.RuleId));
    }

    [Fact]
    public void A_share_is_one_of_the_whole()
    {
        FluentActions.Invoking(() => new Stake(ReviewTopic.Trend, 1.01m)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("share is 1.01; it must be at most 1.*");
        FluentActions.Invoking(() => new Stake(ReviewTopic.Trend, -0.01m)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Stake(null!, 1)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new ActionPlan(ActionKind.LearnFacts, ActionOwner.SalesManager, -1)).Should()
            .Throw<ArgumentOutOfRangeException>();
    }

    private static readonly LocalDate AsOf = new(2026, 3, 31);

    private static IReadOnlyList<Finding> Found(AccountFile account) => Of(account).Accounts[0].Findings;

    private static PortfolioReview Of(params AccountFile[] accounts) => Reviewed(new(), accounts);

    private static PortfolioReview Reviewed(ReviewModels models, params AccountFile[] accounts) =>
        new AccountReviewer(models).Review(new() { Currency = "CNY", AsOf = AsOf, Accounts = accounts });
}
