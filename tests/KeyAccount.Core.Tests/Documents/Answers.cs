using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Records;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Tests.Documents;

/// <summary>One answer of every kind that describes itself, for the tests of documents and renderers.</summary>
internal static class Answers
{
    public static readonly AccountValueFacts Value = new()
    {
        AnnualPurchases = 4_398_276, GrossMarginRate = 0.227, CreditDays = 90, MarketGrowthRate = 0.004, BudgetTrend = -0.09,
        IndustryInfluence = FactorLevel.Medium, TechnicalSynergy = FactorLevel.Medium, DebtOverdueDays = 100,
    };

    public static readonly OkeProfile Oke = Core.Relationships.Oke.Profile(
        new() { ShareOfWallet = 0.3264, Contract = ContractForm.LongTermAgreement, JointPlanningPerYear = 1, TopLevelMeetingsPerYear = 2, JointProjects = 0 },
        [
            new() { Name = "Tom Ashby", Influence = 3, Level = KeyRelationshipLevel.Acceptance, Ladder = LadderLevel.CR1 },
            new() { Name = "שרה לוי", Influence = 2, Level = KeyRelationshipLevel.Favour, Ladder = LadderLevel.CR2 },
            new() { Name = "Zhou Fang", Influence = 1 },
        ],
        new() { BrandLoyalty = ExtensiveLevel.Good, InformationChannels = ExtensiveLevel.Poor, TechnicalEvaluation = ExtensiveLevel.Fair });

    public static readonly StakeholderMap Map = new(
        [
            new() { Id = "gm", Name = "Ian Foss", Role = StakeholderRole.KDM, ManagementLevel = ManagementLevel.Top, Influence = 10, Ladder = LadderLevel.CR3 },
            new() { Id = "td", Name = "陈伟", Role = StakeholderRole.KI, ManagementLevel = ManagementLevel.Middle, Influence = 7, Ladder = LadderLevel.CR1, IsCoach = true },
            new() { Id = "wh", Name = "Alma Frey", Role = StakeholderRole.KU, ManagementLevel = ManagementLevel.Base, Influence = 4, Ladder = LadderLevel.CR5 },
            new() { Id = "x", Influence = 2 },
        ],
        [new("td", "gm", TieKind.ReportsTo), new("td", "wh", TieKind.Opposition), new("wh", "x", TieKind.Influences)],
        new(Ladder.Points, Ladder.Stances, Ladder.Moves));

    public static readonly SwitchingCostFacts Facets = new() { EconomicRisk = 30, Evaluation = 80, Learning = 70, SetUp = 70, BenefitLoss = 90, MonetaryLoss = 70 };

    public static readonly SwitchingCostInMoney Money = new(
        [
            SwitchingCostEntry.Effort(400, 120), SwitchingCostEntry.ExpectedLoss(0.1m, 500_000), new(SwitchingCostPart.LostBenefits, 210, ContractBinding.PerDayLeft),
            new(SwitchingCostPart.NewSupplier, 40_000), new(SwitchingCostPart.WriteOffs, null),
        ],
        new(2026, 1, 1),
        new(new(2025, 1, 1), new(2026, 12, 31), 2_000));

    public static readonly StayOrSwitch Choice = new(500_000, [new("Northwind", 560_000, 90_000), new("شركة الشرق", 600_000, 80_000)]);

    public static readonly PriceReview Price = PriceReview.Of(new()
    {
        Id = "Q-2026-17", Product = "Drive chain DC-9", Quantity = 10_000, ListPrice = 100, CurrentPrice = 88.20m, UnitCost = 68, PaymentDays = 60, CompetitorPrice = 82,
        Discounts = [PriceDeduction.Percentage("contract discount", 0.10m), PriceDeduction.Off("cost down", 4.50m)],
        Rebates = [PriceDeduction.Percentage("annual rebate", 0.02m)],
        CostsToServe = [PriceDeduction.Off("freight", 1.20m)],
        InReturn = [new(CounterConcessionKind.Volume, 2_500), new(CounterConcessionKind.PaymentDays, 30), new(CounterConcessionKind.Reference, null)],
        Tier = AccountTier.A, Barrier = BarrierLevel.Medium, Sensitivity = PriceSensitivity.High, Reason = DemandReason.RivalOffer,
    });

    public static readonly PriceReview GivenAway = PriceReview.Of(new()
    {
        Id = "Q-2026-18", Quantity = 100, ListPrice = 100, CurrentPrice = 95, UnitCost = 80, Discounts = [PriceDeduction.Percentage("demand", 0.12m)], Tier = AccountTier.C,
    });

    public static readonly PriceChangePlan Plan = PriceChangePlan.Of(
        100, 106, 2, new(2026, 1, 1), new() { Notice = Period.FromMonths(2), Spacing = Period.FromMonths(3) }, new(0.01m, MidpointRounding.AwayFromZero));

    public static readonly NegotiationPreparation Prepared = new(
        [
            new("price", new("price", "价格", "價格"), IssueDirection.HigherIsBetter, new("CNY", "元", "元"), 3, 120, 110, 100, new IssueRange(105, 115)),
            new("days", new("payment", "付款", "付款"), IssueDirection.LowerIsBetter, new("days", "天", "天"), 1, 30, 45, 60, new IssueRange(30, 45)),
        ],
        new("sell to the spot market", Value: 40), NegotiationKind.General, NegotiationStyle.Cooperative);

    public static readonly NegotiationCase Talks = NegotiationCase.Replay(Prepared,
    [
        NegotiationEvent.Open(At(0)), NegotiationEvent.Offer(At(1), NegotiationParty.Us, Deal(120, 30)), NegotiationEvent.Offer(At(2), NegotiationParty.Them, Deal(102, 60), true),
        NegotiationEvent.Bargain(At(3)), NegotiationEvent.Offer(At(4), NegotiationParty.Us, Deal(114, 45), false),
    ]).Case;

    public static readonly ConcessionRecord Concessions = new(
        IssueDirection.HigherIsBetter,
        [new(At(0), NegotiationParty.Us, 120), new(At(1), NegotiationParty.Them, 100), new(At(2), NegotiationParty.Us, 116, false), new(At(3), NegotiationParty.Them, 104, true), new(At(4), NegotiationParty.Us, 110)]);

    public static readonly PackageJudgement Judgement = new(new(Deal(108, 60), 45, 53), true, true, new(Deal(112, 45), 60, 53), null);

    public static readonly Complaint Open = Complaint.Open("C-7", AccountTier.A, new(2026, 2, 2))
        .Apply(ComplaintEvent.Done(ComplaintTask.Listen, new(2026, 2, 2), "called the works manager")).Case
        .Apply(ComplaintEvent.Done(ComplaintTask.Apologise, new(2026, 2, 3))).Case;

    public static readonly CohortTable Cohorts = Core.Loyalty.Cohorts.OfPurchases(
        [
            new("a", new(2025, 1, 5), 100), new("a", new(2025, 5, 5), 120), new("a", new(2025, 8, 5), 90), new("b", new(2025, 2, 5), 50),
            new("c", new(2025, 4, 5), 70), new("c", new(2025, 7, 5), 80), new("d", new(2026, 7, 1), 1),
        ],
        Period.FromMonths(3), new(2025, 11, 15));

    public static readonly RetentionResult Retention = new(new(100, 20, 105), new(1_000_000, 120_000, 80_000, 60_000));

    public static readonly WalletShares Wallet = ShareOfWallet.Of([new("drives", 300, 900), new("bearings", 50, null), new("oil", 10, 5, IsMainBusiness: false)]);

    public static readonly ChecklistResult Checklist = Checklists.KeyAccount.Check(new() { AnnualPurchases = 4_000_000, IndustryInfluence = null });

    /// <summary>Every answer by its name, described in a language.</summary>
    public static IReadOnlyList<(string Name, Func<string, Document> Describe)> All { get; } =
    [
        ("scorecard", language => AccountValue.Standard.Describe(AccountValue.Standard.Assess(Value), language)),
        ("scorecard.unrated", language => AccountValue.Standard.Describe(AccountValue.Standard.Assess(new() { CreditDays = 30 }), language)),
        ("scorecard.change", language => AccountValue.Standard.Describe(
            AccountValue.Standard.Assess(Value with { CreditDays = 30, CategorySpend = 9_000_000 }).ChangeFrom(AccountValue.Standard.Assess(Value)), language)),
        ("decision", language => DifferentiatedService.Standard.Decide(new() { Tier = AccountTier.B, Value = ValuePyramidLevel.Gold }).Describe(language)),
        ("decision.several", language => CustomerLoyalty.Strategies.Decide(new() { PriceSensitivity = PriceSensitivity.High, Satisfaction = SatisfactionLevel.Low }).Describe(language)),
        ("decision.none", language => Development.Stages.Decide(new()).Describe(language)),
        ("pareto", language => Pareto.Grade([500m, 300m, 100m, 50m, 30m, 20m], each => each).Describe(each => $"account {each}", 4, "CNY", language)),
        ("checklist", language => Checklist.Describe(language)),
        ("oke", language => Oke.Describe(null, language)),
        ("map", language => Map.Describe(language)),
        ("barrier", language => SwitchingCost.Describe(SwitchingCost.Standard.Assess(Facets), null, language)),
        ("money", language => Money.Describe("CNY", language)),
        ("choice", language => Choice.Describe("CNY", language)),
        ("price", language => Price.Describe("CNY", language)),
        ("price.givenAway", language => GivenAway.Describe(null, language)),
        ("plan", language => Plan.Describe("CNY", language)),
        ("preparation", language => Prepared.Describe(language)),
        ("talks", language => Talks.Describe(language)),
        ("zone", language => Prepared.Issues[0].Zone!.Describe("CNY", language)),
        ("concessions", language => Concessions.Describe("CNY", language)),
        ("judgement", language => Judgement.Describe(Prepared, language)),
        ("complaint", language => Open.Describe(new(2026, 2, 5), null, language)),
        ("nps", language => NetPromoterScore.OfCounts(40, 30, 30).Describe(language)),
        ("csat", language => CustomerSatisfactionScore.OfCounts(80, 100).Describe(language)),
        ("ipa", language => ImportancePerformance.Of([new("delivery", 5, 2), new("price", 3, 4), new("service", 2, null)]).Describe(language)),
        ("stage", language => Development.StandingOf(new() { HasBought = true, IsPreferred = false, IsBroadlyConnected = false }).Describe(null, language)),
        ("stage.open", language => Development.StandingOf(new() { HasBought = true }).Describe(null, language)),
        ("period", language => RelationshipLifecycle.StandingOf(new() { HasBought = true, IsDeclining = true }).Describe(null, language)),
        ("chain", language => LoyaltyChain.StandingOf(new() { KnowsUs = true, TrustsUs = true }).Describe(language)),
        ("wallet", language => Wallet.Describe(language)),
        ("retention", language => Retention.Describe("CNY", language)),
        ("cohorts", language => Cohorts.Describe(language)),
    ];

    private static Instant At(int days) => Instant.FromUtc(2026, 3, 2, 8, 0) + Duration.FromDays(days);

    private static Package Deal(decimal price, decimal days) => new(("price", price), ("days", days));
}
