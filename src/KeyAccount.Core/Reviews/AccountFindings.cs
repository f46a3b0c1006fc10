using System.Reflection;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What there is to say about an account, and what is at stake with it.</summary>
/// <remarks>
/// <para>What is at stake is money: a share of an amount the account itself names, mostly what it buys in a year. The share is a
/// <c>LibraryDefault</c> of each rule. It ranks findings of all accounts on one scale; it is neither a probability nor a forecast, and the
/// stakes of one account do not add up, because they are shares of the same money: what an account has at stake is its largest
/// stake.</para>
/// <para>No method of its own: each rule reads what a room has judged. Replace or leave out rules with
/// <see cref="DecisionTable{TFacts,TAdvice}.With(string,TAdvice,Text,Provenance)"/> and
/// <see cref="DecisionTable{TFacts,TAdvice}.Without"/>.</para>
/// </remarks>
public static class AccountFindings
{
    /// <summary>From how many whole months without purchases an account may have stopped, if that is longer than any of its own pauses: a
    /// quarter. Provenance: <c>LibraryDefault</c>.</summary>
    public const int SilentMonths = 3;

    /// <summary>From which fall of the purchases, as a fraction, it is a finding: a fifth. Provenance: <c>LibraryDefault</c>.</summary>
    public const decimal NotableFall = 0.2m;

    /// <summary>From how many days before its end a contract is a finding: half a year where the barrier is low. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int OpenContractDays = 180;

    /// <summary>From how many days before its end a contract is a finding whatever the barrier: a quarter. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int ContractDays = 90;

    /// <summary>From which loss of support, in points, one person's leaving is a finding: a tenth of the scale. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double NotableLoss = 10;

    private static readonly Provenance Leaving = Provenance.LibraryDefault(
        "the rooms say what is wrong, not what it costs; who may leave outright puts most at stake");
    private static readonly Provenance Watching = Provenance.LibraryDefault(
        "the rooms say what is wrong, not what it costs; a weakness that takes a second event puts less at stake");
    private static readonly Provenance Knowing = Provenance.LibraryDefault(
        "what is not known puts little at stake by itself and is never left out");
    private static readonly Provenance Priced = Provenance.LibraryDefault("the money is that of the quotation itself");

    /// <summary>The facts of a review → what there is to say; every rule that matches.</summary>
    public static DecisionTable<ReviewFacts, Stake> Standard { get; } = DecisionTable
        .For<ReviewFacts, Stake>("review.findings")
        .From(Leaving)
        .Reasons(TextTable.Library, "Reviews.Findings.")
        .Rule("purchasesStopped", f => f.MonthsSincePurchase >= SilentMonths && f.MonthsSincePurchase > f.LongestPause,
            new(ReviewTopic.Trend, 0.8m), arguments: f => [f.MonthsSincePurchase, f.LongestPause])
        .Rule(
            "purchasesFall",
            f => f.PurchaseChange <= -NotableFall
                && (f.MonthsSincePurchase == null || f.LongestPause == null
                    || !(f.MonthsSincePurchase >= SilentMonths && f.MonthsSincePurchase > f.LongestPause)),
            new(ReviewTopic.Trend, 1, StakeBasis.PurchaseFall),
            arguments: f => [-100 * f.PurchaseChange, f.ComparedMonths],
            provenance: Provenance.LibraryDefault("the money is the fall itself, taken to a year"))
        .Rule("decline", f => f.Period == LifecyclePeriod.Decline, new(ReviewTopic.Development, 0.4m), arguments: f => [f.Period])
        .Rule("complaintOverdue", f => f.OverdueComplaints > 0,
            new(ReviewTopic.Satisfaction, 0.4m), arguments: f => [f.OverdueComplaints, f.OpenComplaints])
        .Rule("complaintOpen", f => f.OpenComplaints > 0 && f.OverdueComplaints == 0,
            new(ReviewTopic.Satisfaction, 0.1m), arguments: f => [f.OpenComplaints], provenance: Watching)
        .Rule("hostage", f => f.BarrierAdvice == BarrierAdvice.Relieve,
            new(ReviewTopic.Satisfaction, 0.4m), arguments: f => [f.Barrier, f.Satisfaction])
        .Rule(
            "dissatisfied",
            f => f.Satisfaction == SatisfactionLevel.Low && (f.BarrierAdvice == null || f.BarrierAdvice != BarrierAdvice.Relieve),
            new(ReviewTopic.Satisfaction, 0.4m),
            arguments: f => [f.Satisfaction, f.Barrier is null ? TextTable.Library["Reviews.notKnown"] : f.Barrier])
        .Rule("loyaltyNone", f => f.LoyaltyType == LoyaltyType.None || f.Loyalty == LoyaltyLevel.Low,
            new(ReviewTopic.Loyalty, 0.4m), arguments: f => [f.Loyalty is null ? TextTable.Library["Reviews.notKnown"] : f.Loyalty])
        .Rule("loyaltySpurious", f => f.LoyaltyType == LoyaltyType.Spurious && (f.Loyalty == null || f.Loyalty != LoyaltyLevel.Low),
            new(ReviewTopic.Loyalty, 0.3m), arguments: f => [f.LoyaltyType], provenance: Watching)
        .Rule("contractOpen", f => f.ContractDaysLeft <= OpenContractDays && f.Barrier == BarrierLevel.Low,
            new(ReviewTopic.Contract, 0.6m, StakeBasis.ContractValue), arguments: f => [f.ContractDaysLeft, f.Barrier])
        .Rule("contractEnds", f => f.ContractDaysLeft <= ContractDays && (f.Barrier == null || f.Barrier != BarrierLevel.Low),
            new(ReviewTopic.Contract, 0.2m, StakeBasis.ContractValue),
            arguments: f => [f.ContractDaysLeft, f.Barrier is null ? TextTable.Library["Reviews.notKnown"] : f.Barrier],
            provenance: Watching)
        .Rule("barrierLow", f => f.Barrier == BarrierLevel.Low,
            new(ReviewTopic.SwitchingCost, 0.2m), arguments: f => [f.Barrier], provenance: Watching)
        .Rule("competitorBarrierLow", f => f.CompetitorBarrier == BarrierLevel.Low,
            new(ReviewTopic.CompetitorBarrier, 0.2m), arguments: f => [f.CompetitorBarrier], provenance: Watching)
        .Rule("deciderAgainst", f => f.DecidersAgainst > 0,
            new(ReviewTopic.Stakeholders, 0.4m), arguments: f => [f.DecidersAgainst, f.Deciders])
        .Rule("decisionLost", f => f.LosesDecision == true,
            new(ReviewTopic.Stakeholders, 0.3m), arguments: f => [f.WorstLoss], provenance: Watching)
        .Rule("supportLost", f => f.LosesDecision == false && f.SupportChange <= -NotableLoss,
            new(ReviewTopic.Stakeholders, 0.2m), arguments: f => [f.WorstLoss, -f.SupportChange], provenance: Watching)
        .Rule("oneSupporter", f => f.Contacts > 1 && f.Supporters == 1,
            new(ReviewTopic.Stakeholders, 0.2m), arguments: f => [f.Contacts], provenance: Watching)
        .Rule("nobodyKnown", f => f.Contacts == 0, new(ReviewTopic.Stakeholders, 0.03m), provenance: Knowing)
        .Rule("deciderUnknown", f => f.Contacts > 0 && f.Deciders == 0,
            new(ReviewTopic.Stakeholders, 0.05m), arguments: f => [f.Contacts], provenance: Knowing)
        .Rule("standingStale", f => f.StaleContacts > 0,
            new(ReviewTopic.Stakeholders, 0.03m), arguments: f => [f.StaleContacts, f.Contacts], provenance: Knowing)
        .Rule("levelConflict", f => f.Conflicts > 0,
            new(ReviewTopic.Relationship, 0.03m), arguments: f => [f.Conflicts], provenance: Knowing)
        .Rule("shortBoard", f => f.HoldingBack != null,
            new(ReviewTopic.Relationship, 0.1m), arguments: f => [f.HoldingBack], provenance: Watching)
        .Rule("tierFalling", f => f.IsFalling == true,
            new(ReviewTopic.AccountValue, 0.1m), arguments: f => [f.PendingTier], provenance: Watching)
        .Rule("belowFloor", f => f.QuotationsBelowFloor > 0,
            new(ReviewTopic.Quotation, 1, StakeBasis.FloorShortfall),
            arguments: f => [f.QuotationsBelowFloor, f.FloorShortfall],
            provenance: Priced)
        .Rule("givenAway", f => f.QuotationsGivenAway > 0,
            new(ReviewTopic.Quotation, 1, StakeBasis.PriceGivenAway),
            arguments: f => [f.QuotationsGivenAway, f.PriceGivenAway],
            provenance: Priced)
        .Rule("needsApproval", f => f.QuotationsForApproval > 0,
            new(ReviewTopic.Quotation, 1, StakeBasis.Discount),
            arguments: f => [f.QuotationsForApproval, f.Approval, f.DiscountForApproval],
            provenance: Priced)
        .Rule("costUnknown", f => f.QuotationsWithoutCost > 0,
            new(ReviewTopic.Quotation, 0.01m), arguments: f => [f.QuotationsWithoutCost], provenance: Knowing)
        .Rule("walletWrong", f => f.WalletErrors > 0,
            new(ReviewTopic.Loyalty, 0.01m), arguments: f => [f.WalletErrors], provenance: Knowing)
        .Rule("satisfactionUnknown", f => f.Satisfaction == null, new(ReviewTopic.Satisfaction, 0.02m), provenance: Knowing)
        .Rule("valueUnrated", f => !f.IsValueRated,
            new(ReviewTopic.AccountValue, 0.02m), arguments: f => [100 * f.ValueCoverage], provenance: Knowing)
        .Rule("purchasesUnknown", f => f.AnnualPurchases == null, new(ReviewTopic.Purchases, 0.02m), provenance: Knowing)
        .Build(HitPolicy.Collect);

    /// <summary>The largest part of its purchases that one finding puts at stake, in percent → how much of the account is at stake.
    /// Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public static NamedBands<RiskLevel> Risk { get; } = new(
        "review.risk",
        new((0, RiskLevel.Low), (20, RiskLevel.Medium), (40, RiskLevel.High)),
        Provenance.LibraryDefault("percent of the purchases that one finding puts at stake; no published cuts"));

    // What is at stake decides the order; what is not known in money stands behind, by its share; then the order of the table.
    internal static IReadOnlyList<Finding> Of(
        ReviewFacts facts, DecisionTable<ReviewFacts, Stake> table, Dictionary<string, PropertyInfo[]> read) =>
    [
        .. table.Decide(facts).Hits
            .Select(hit => new Finding(
                hit.RuleId,
                hit.Advice,
                hit.Advice.Share * facts.AmountOf(hit.Advice.Basis),
                hit.Reason,
                [.. read[hit.RuleId].Select(fact => Evidence.Of(fact, facts))]))
            .OrderByDescending(finding => finding.AtStake ?? -1)
            .ThenByDescending(finding => finding.Stake.Share),
    ];

    // Where neither trend nor any room that can say so is known, nobody knows.
    internal static RiskLevel? RiskOf(AccountReview review, NamedBands<RiskLevel> risk)
    {
        var share = 0m;
        var isKnown = review.IsKnown(ReviewTopic.Trend) || review.IsKnown(ReviewTopic.Stakeholders)
            || review.IsKnown(ReviewTopic.Relationship)
            || review.IsKnown(ReviewTopic.Development) || review.IsKnown(ReviewTopic.SwitchingCost) || review.IsKnown(ReviewTopic.Loyalty)
            || review.IsKnown(ReviewTopic.Satisfaction) || review.Complaints.Count > 0;
        foreach (var finding in review.Findings)
        {
            var part = review.AnnualPurchases > 0 && finding.AtStake is { } money ? Math.Min(1, money / review.AnnualPurchases.Value)
                : finding.Stake.Share;
            share = Math.Max(share, part);
        }

        return isKnown ? risk.Bands.Of(ScoreRounding.Round(100 * (double)share)) : null;
    }
}
