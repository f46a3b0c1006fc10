using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>What the rooms say of an account, side by side: what findings and actions are decided by. Everything but a count may be
/// unknown; unknown is null.</summary>
/// <remarks>Immutable; compared by its parts. Made from a review by <see cref="Of"/>: nothing is judged here that a room has not
/// judged.</remarks>
public sealed record ReviewFacts
{
    /// <summary>The tier that counts.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>The tier it is on its way to (<see cref="TierStability"/>).</summary>
    public AccountTier? PendingTier { get; init; }

    /// <summary>Whether it is on its way to a worse tier; null where it is on its way to none.</summary>
    public bool? IsFalling { get; init; }

    /// <summary>What it buys in a year.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "returns can outweigh what was bought")]
    public decimal? AnnualPurchases { get; init; }

    /// <summary>By how much that has changed, as a fraction (<see cref="PurchaseTrend.Change"/>).</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Fraction, Unbounded = "purchases can turn into returns and back")]
    public decimal? PurchaseChange { get; init; }

    /// <summary>What it buys less than before, in a year (<see cref="PurchaseTrend.YearlyFall"/>).</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "a rise is a negative fall")]
    public decimal? PurchaseFall { get; init; }

    /// <summary>How many months were compared with as many before them.</summary>
    [FactRange(FactUnit.Months)]
    public int? ComparedMonths
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many whole months it has bought nothing.</summary>
    [FactRange(FactUnit.Months)]
    public int? MonthsSincePurchase
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The longest pause between two of its purchases, in months.</summary>
    [FactRange(FactUnit.Months)]
    public int? LongestPause
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>Whether enough is known for a value.</summary>
    public bool IsValueRated { get; init; }

    /// <summary>The share of the weight of its value that is known, 0 … 1.</summary>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double ValueCoverage
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>Which dimension of the relationship holds it back.</summary>
    public OkeDimension? HoldingBack { get; init; }

    /// <summary>How strong the relationship is.</summary>
    public RelationshipStrength? Relationship { get; init; }

    /// <summary>What to do about the dimension that holds it back.</summary>
    public Text? Activity { get; init; }

    /// <summary>How many people are judged in two ways that contradict each other.</summary>
    [FactRange(FactUnit.Count)]
    public int Conflicts
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many people we know of.</summary>
    [FactRange(FactUnit.Count)]
    public int Contacts
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many of them decide (<see cref="StakeholderRole.KDM"/>).</summary>
    [FactRange(FactUnit.Count)]
    public int Deciders
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many of those who decide are against us.</summary>
    [FactRange(FactUnit.Count)]
    public int DecidersAgainst
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many people are for us.</summary>
    [FactRange(FactUnit.Count)]
    public int Supporters
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many people there is evidence of that is too old to count.</summary>
    [FactRange(FactUnit.Count)]
    public int StaleContacts
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>Whose leaving costs most.</summary>
    public string? WorstLoss { get; init; }

    /// <summary>Whether the decision is lost with that person; null where nobody's leaving costs anything.</summary>
    public bool? LosesDecision { get; init; }

    /// <summary>By how many points the support changes without that person.</summary>
    [FactRange(-200, 200, FactUnit.Points)]
    public double? SupportChange
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>By which move on the ladder the next person is won; null where the moves of the ladder win nobody.</summary>
    public LadderMove? NextMove { get; init; }

    /// <summary>Whom to win next, by which move and through whom.</summary>
    public Text? NextStep { get; init; }

    /// <summary>How far the account has developed.</summary>
    public DevelopmentStage? Stage { get; init; }

    /// <summary>In which period of its life the relationship is.</summary>
    public LifecyclePeriod? Period { get; init; }

    /// <summary>How high the barrier around the customer is.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>What the policy of barriers advises.</summary>
    public BarrierAdvice? BarrierAdvice { get; init; }

    /// <summary>Which lever raises the barrier most.</summary>
    public SwitchingCostLever? BestLever { get; init; }

    /// <summary>How high the barrier against the competitor is.</summary>
    public BarrierLevel? CompetitorBarrier { get; init; }

    /// <summary>The last day on which a contract binds it; null where none does, or one has no end.</summary>
    public LocalDate? ContractEnd { get; init; }

    /// <summary>How many days that is away.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Days, Unbounded = "a contract that is over has ended days ago")]
    public int? ContractDaysLeft { get; init; }

    /// <summary>What that contract is worth in a year; what the account buys, where that is not known.</summary>
    [FactRange(
        double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money,
        Unbounded = "it stands for the purchases where it is not known, and returns can outweigh those")]
    public decimal? ContractValue { get; init; }

    /// <summary>How loyal it is.</summary>
    public LoyaltyLevel? Loyalty { get; init; }

    /// <summary>Whether that is loyalty, or something that looks like it.</summary>
    public LoyaltyType? LoyaltyType { get; init; }

    /// <summary>Whether its loyalty is to be built on the price, among other things.</summary>
    public bool AdvisesPricing { get; init; }

    /// <summary>How many categories of its wallet hold an error in the data.</summary>
    [FactRange(FactUnit.Count)]
    public int WalletErrors
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How satisfied it is.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>How many of its complaints are open.</summary>
    [FactRange(FactUnit.Count)]
    public int OpenComplaints
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many of those have a step that is overdue.</summary>
    [FactRange(FactUnit.Count)]
    public int OverdueComplaints
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How we stand towards a wish for a lower price.</summary>
    public PricePosture? Posture { get; init; }

    /// <summary>Whether that lets a price step be given, in exchange.</summary>
    public bool? AllowsPriceStep { get; init; }

    /// <summary>How many quotations are below their floor or walk-away.</summary>
    [FactRange(FactUnit.Count)]
    public int QuotationsBelowFloor
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>What those lack to their floor, for all their units.</summary>
    [FactRange(FactUnit.Money)]
    public decimal FloorShortfall
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many quotations somebody must grant.</summary>
    [FactRange(FactUnit.Count)]
    public int QuotationsForApproval
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>Who at least must grant the one that needs most; null where none needs it.</summary>
    public ApprovalLevel? Approval { get; init; }

    /// <summary>By how much those undercut the list price, for all their units.</summary>
    [FactRange(FactUnit.Money)]
    public decimal DiscountForApproval
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many quotations lower a price for nothing in return, or against the posture.</summary>
    [FactRange(FactUnit.Count)]
    public int QuotationsGivenAway
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>By how much, for all their units.</summary>
    [FactRange(FactUnit.Money)]
    public decimal PriceGivenAway
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>How many quotations have no known cost.</summary>
    [FactRange(FactUnit.Count)]
    public int QuotationsWithoutCost
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The facts of a review.</summary>
    /// <param name="review">The review of an account.</param>
    /// <returns>The facts, each from the room that knows it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    public static ReviewFacts Of(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var pending = review.Stability.State?.Pending;
        var map = review.Stakeholders;
        var deciders = map?.ByRole.FirstOrDefault(each => each.Part == StakeholderRole.KDM);
        var worst = map is { Risks: [var first, ..] } ? first : null;
        var next = map is { NextToWin: [var step, ..] } ? step : null;
        var below = review.Quotes.Where(each => each.Verdict == PriceVerdict.BackToFloor || each.Verdict == PriceVerdict.WalkAway)
            .ToArray();
        var asking = review.Quotes.Where(each => each.Verdict == PriceVerdict.SeekApproval).ToArray();
        var given = review.Quotes.Where(each => each.Verdict == PriceVerdict.TradeFirst || each.Verdict == PriceVerdict.HoldPrice)
            .ToArray();
        return new()
        {
            Tier = review.Tier.Tier,
            PendingTier = pending,
            IsFalling = pending is null ? null : !pending.IsAtLeast(review.Stability.State!.Tier),
            AnnualPurchases = review.AnnualPurchases,
            PurchaseChange = review.Trend?.Change,
            PurchaseFall = review.Trend?.YearlyFall,
            ComparedMonths = review.Trend?.Months,
            MonthsSincePurchase = review.Trend?.MonthsSincePurchase,
            LongestPause = review.Trend?.LongestPause,
            IsValueRated = review.Value.IsRated,
            ValueCoverage = review.Value.Coverage,
            HoldingBack = review.Oke?.HoldingBack.Advice,
            Relationship = review.Oke?.Score.Band,
            Activity = review.Oke is { Activities: [var activity, ..] } ? activity.Advice.Activity : null,
            Conflicts = review.Oke?.Conflicts.Count ?? 0,
            Contacts = review.People.Count,
            Deciders = deciders?.People ?? 0,
            DecidersAgainst = deciders?.Opponents ?? 0,
            Supporters = map?.ByRole.Sum(each => each.Supporters) ?? 0,
            StaleContacts = review.People.Count(person => person.Standing is { IsConfirmed: false }),
            WorstLoss = worst is null ? null : worst.Person.Name ?? worst.Person.Id,
            LosesDecision = worst?.LosesDecision,
            SupportChange = worst?.SupportChange,
            NextMove = next?.Move,
            NextStep = next?.Advice,
            Stage = review.Development?.Stage,
            Period = review.Lifecycle?.Period,
            Barrier = review.SwitchingCost?.Band,
            BarrierAdvice = review.BarrierAdvice?.Advice,
            BestLever = review.Levers is [{ Gain: > 0 } lever, ..] ? lever.Lever : null,
            CompetitorBarrier = review.CompetitorBarrier?.Band,
            ContractEnd = review.Contract?.Until,
            ContractDaysLeft = review.Contract?.Until is { } until ? NodaTime.Period.DaysBetween(review.AsOf, until) : null,
            ContractValue = review.Contract?.AnnualValue ?? review.AnnualPurchases,
            Loyalty = review.Loyalty?.Band,
            LoyaltyType = review.LoyaltyType?.Advice,
            AdvisesPricing = review.LoyaltyStrategies?.Hits.Any(hit => hit.Advice == LoyaltyStrategy.Pricing) ?? false,
            WalletErrors = review.ShareOfWallet?.DataErrors.Count() ?? 0,
            Satisfaction = review.Satisfaction,
            OpenComplaints = review.Complaints.Count,
            OverdueComplaints = review.Complaints.Count(each => each.IsOverdue),
            Posture = review.Posture?.Advice?.Posture,
            AllowsPriceStep = review.Posture?.Advice?.AllowsStep,
            QuotationsBelowFloor = below.Length,
            FloorShortfall = below.Sum(
                each => each.FloorPrice is { } floor ? Math.Max(0, floor - each.InvoicePrice) * each.Quotation.Quantity : 0),
            QuotationsForApproval = asking.Length,
            Approval = asking.Length == 0 ? null
                : asking.Select(each => each.Approval).Aggregate((one, other) => one.IsAtLeast(other) ? one : other),
            DiscountForApproval = asking.Sum(each => Math.Max(0, each.Quotation.ListPrice - each.NetPrice) * each.Quotation.Quantity),
            QuotationsGivenAway = given.Length,
            PriceGivenAway = given.Sum(each => Math.Max(0, each.Trade.PriceStep)),
            QuotationsWithoutCost = review.Quotes.Count(each => each.Verdict == PriceVerdict.LearnCost),
        };
    }

    /// <summary>The amount of a basis.</summary>
    /// <param name="basis">The basis.</param>
    /// <returns>The amount; null where it is not known. Amounts below 0 count as 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="basis"/> is null.</exception>
    public decimal? AmountOf(StakeBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        var amount = basis == StakeBasis.AnnualPurchases ? AnnualPurchases
            : basis == StakeBasis.PurchaseFall ? PurchaseFall
            : basis == StakeBasis.ContractValue ? ContractValue
            : basis == StakeBasis.FloorShortfall ? FloorShortfall
            : basis == StakeBasis.Discount ? DiscountForApproval
            : PriceGivenAway;
        return amount is { } known ? Math.Max(0, known) : null;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>What tells one account from another.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
$"ReviewFacts {{ Tier = {Tier}, AnnualPurchases = {AnnualPurchases}, PurchaseChange = {PurchaseChange}, "
        + $"Barrier = {Barrier}, Loyalty = {Loyalty}, Satisfaction = {Satisfaction} }}");
}
