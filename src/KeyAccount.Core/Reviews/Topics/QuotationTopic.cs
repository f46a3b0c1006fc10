using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Rules;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of quotations: our offers, and our posture when a lower price is asked for.</summary>
internal sealed class QuotationTopic() : AccountTopic(ReviewTopic.Quotation)
{
    private const int ShownQuotes = 3;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("quotes[].quantity", "units"),
        new("quotes[].listPrice", "currency a unit"),
        new("quotes[].discounts[].amount", "currency a unit"),
        new("quotes[].rebates[].amount", "currency a unit"),
        new("quotes[].costsToServe[].amount", "currency a unit"),
        new("quotes[].unitCost", "currency a unit"),
        new("quotes[].currentPrice", "currency a unit"),
        new("quotes[].competitorPrice", "currency a unit"),
    ];

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.Guardrails, (m, value) => m with { Guardrails = value }),
        ModelSlot.Of(m => m.Posture, (m, value) => m with { Posture = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        Portfolio.CheckIds($"{path}.quotes", account.Quotes.Select(each => each?.Id), faults);
        for (var i = 0; i < account.Quotes.Count; i++)
        {
            if (account.Quotes[i] is not { } quotation)
                continue;
            try
            {
                _ = PriceReview.Of(quotation);
            }
            catch (Exception e) when (e is ArgumentException or OverflowException)
            {
                faults.Add(new(Invariant($"{path}.quotes[{i}]"), Guard.ReasonOf(e)));
            }
        }
    }

    internal override IEnumerable<string?> Currencies(AccountFile account) => account.Quotes.Select(each => each?.Currency);

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter)
    {
        return converted with { Quotes = [.. account.Quotes.Select((quote, i) => Of(quote, Invariant($"quotes[{i}]")))] };

        Quotation Of(Quotation quote, string place)
        {
            var date = quote.Date is { } day ? LocalDate.Min(day, converter.AsOf) : converter.AsOf;
            return quote with
            {
                ListPrice = Amount(quote.ListPrice, "listPrice")!.Value,
                Discounts = Deductions(quote.Discounts, "discounts"),
                Rebates = Deductions(quote.Rebates, "rebates"),
                CostsToServe = Deductions(quote.CostsToServe, "costsToServe"),
                UnitCost = Amount(quote.UnitCost, "unitCost"),
                CurrentPrice = Amount(quote.CurrentPrice, "currentPrice"),
                FixedCostChange = Amount(quote.FixedCostChange, "fixedCostChange")!.Value,
                CompetitorPrice = Amount(quote.CompetitorPrice, "competitorPrice"),
                Currency = null,
            };

            decimal? Amount(decimal? amount, string member) => converter.Of(amount, quote.Currency, date, $"{place}.{member}");

            PriceDeduction[] Deductions(IReadOnlyList<PriceDeduction> deductions, string list) =>
            [
                .. deductions.Select((each, i) => each.Amount is null ? each
                    : new PriceDeduction(each.Name, Amount(each.Amount, Invariant($"{list}[{i}].amount")), each.Rate)),
            ];
        }
    }

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var (tier, barrier, sensitivity) = (review.Tier.Tier, review.SwitchingCost?.Band, account.Loyalty?.PriceSensitivity);
        return review with
        {
            Posture = tier is null && barrier is null && sensitivity is null
                ? null
                : models.Posture.Decide(new() { Tier = tier, Barrier = barrier, Sensitivity = sensitivity }),
            Quotes =
            [
                .. account.Quotes.Select(quotation => PriceReview.Of(
                    quotation with
                    {
                        Tier = quotation.Tier ?? tier,
                        Barrier = quotation.Barrier ?? barrier,
                        Sensitivity = quotation.Sensitivity ?? sensitivity,
                    },
                    models.Guardrails,
                    models.Posture)),
            ],
        };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review)
    {
        if (review.Quotes.Count == 0 && review.Posture is null)
            return facts;
        PriceReview[] below = [.. review.Quotes.Where(IsBelow)], asking = [.. review.Quotes.Where(IsAsking)];
        PriceReview[] given = [.. review.Quotes.Where(IsGivenAway)];
        return facts with
        {
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
            QuotationsWithoutCost = review.Quotes.Count(IsWithoutCost),
        };
    }

    internal override bool IsKnown(AccountReview review) => review.Quotes.Count > 0;

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "belowFloor", f => f.QuotationsBelowFloor > 0,
            new(Topic, 1, StakeBasis.FloorShortfall, FindingKind.Issue, FindingSubject.Quotation),
            arguments: f => [f.QuotationsBelowFloor, f.FloorShortfall],
            provenance: AccountFindings.Priced)
        .Rule(
            "givenAway", f => f.QuotationsGivenAway > 0,
            new(Topic, 1, StakeBasis.PriceGivenAway, FindingKind.Weakness, FindingSubject.Quotation),
            arguments: f => [f.QuotationsGivenAway, f.PriceGivenAway],
            provenance: AccountFindings.Priced)
        .Rule(
            "needsApproval", f => f.QuotationsForApproval > 0,
            new(Topic, 1, StakeBasis.Discount, FindingKind.DecisionNeeded, FindingSubject.Quotation),
            arguments: f => [f.QuotationsForApproval, f.Approval, f.DiscountForApproval],
            provenance: AccountFindings.Priced)
        .Rule(
            "costUnknown", f => f.QuotationsWithoutCost > 0,
            new(Topic, 0.01m, null, FindingKind.Unknown, FindingSubject.Quotation),
            arguments: f => [f.QuotationsWithoutCost],
            provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "floor.revise",
            f => f.Topic == ReviewTopic.Quotation && f.Kind == FindingKind.Issue,
            new(ActionKind.ReviseQuotation, ActionOwner.KeyAccountManager, 3),
            AccountActions.What("revise"),
            arguments: f => [f.Account.QuotationsBelowFloor])
        .Rule(
            "given.ask",
            f => f.Topic == ReviewTopic.Quotation && f.Kind == FindingKind.Weakness,
            new(ActionKind.AskForReturn, ActionOwner.KeyAccountManager, 5),
            AccountActions.What("ask"),
            arguments: f => [f.Account.QuotationsGivenAway])
        .Rule(
            "approval.seek",
            f => f.Topic == ReviewTopic.Quotation && f.Kind == FindingKind.DecisionNeeded,
            new(ActionKind.SeekApproval, ActionOwner.KeyAccountManager, 5),
            AccountActions.What("seek"),
            arguments: f => [f.Account.QuotationsForApproval, f.Account.Approval])
        .Rule(
            "cost.learn",
            f => f.Topic == ReviewTopic.Quotation && f.Kind == FindingKind.Unknown,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 7),
            AccountActions.What("learnCost"));

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review)
    {
        Func<PriceReview, bool> isMeant = stake.Kind == FindingKind.Issue ? IsBelow
            : stake.Kind == FindingKind.Weakness ? IsGivenAway
            : stake.Kind == FindingKind.DecisionNeeded ? IsAsking
            : stake.Kind == FindingKind.Unknown ? IsWithoutCost
            : _ => false;
        return review.Quotes.Where(isMeant).Select(quote => quote.Quotation.Id);
    }

    internal override string? Summary(AccountReview review, TopicReader reader) => reader.Joined(
    [
        review.Posture?.Advice is { } posture ? reader.Text("postureInShort", posture.Posture, posture.Authority) : null,
        .. review.Quotes.Take(ShownQuotes).Select(quote => $"{quote.Quotation.Id}: {quote.Verdict.DisplayName(reader.Language)}"),
        review.Quotes.Count > ShownQuotes ? reader.Text("more", review.Quotes.Count - ShownQuotes) : null,
    ]);

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Quotes.Count > 0)
        {
            yield return new(
                reader.Text("quotes"),
                [.. review.Quotes.Select(quote => quote.Describe(reader.Currency, reader.Language).ToSection(quote.Quotation.Id))]);
        }
    }

    private static bool IsBelow(PriceReview quote) =>
        quote.Verdict == PriceVerdict.BackToFloor || quote.Verdict == PriceVerdict.WalkAway;

    private static bool IsAsking(PriceReview quote) => quote.Verdict == PriceVerdict.SeekApproval;

    private static bool IsGivenAway(PriceReview quote) =>
        quote.Verdict == PriceVerdict.TradeFirst || quote.Verdict == PriceVerdict.HoldPrice;

    private static bool IsWithoutCost(PriceReview quote) => quote.Verdict == PriceVerdict.LearnCost;
}

public sealed partial class ReviewTopic
{
    /// <summary>Our offers.</summary>
    public static readonly ReviewTopic Quotation = new(12);
}

public sealed partial class StakeBasis
{
    /// <summary>The shortfall of quotations below their floor (<see cref="ReviewFacts.FloorShortfall"/>); value 4.</summary>
    public static readonly StakeBasis FloorShortfall = new(4, f => f.FloorShortfall);
    /// <summary>The discount of quotations from the list price (<see cref="ReviewFacts.DiscountForApproval"/>); value 5.</summary>
    public static readonly StakeBasis Discount = new(5, f => f.DiscountForApproval);
    /// <summary>The amount that quotations give away for nothing in return (<see cref="ReviewFacts.PriceGivenAway"/>); value 6.</summary>
    public static readonly StakeBasis PriceGivenAway = new(6, f => f.PriceGivenAway);
}

public sealed partial record ReviewModels
{
    /// <summary>The floors and approvals of prices.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public PriceGuardrails Guardrails { get; init => field = Guard.NotNull(value); } = PriceGuardrails.Standard;

    /// <summary>The table of our posture when a lower price is asked for.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<PostureFacts, PostureAdvice> Posture { get; init => field = Guard.NotNull(value); } = PricingPolicy.Posture;
}

public sealed partial record AccountFile
{
    /// <summary>Our quotations to the account, made or about to be made. If a quotation leaves out the tier, the barrier or the price
    /// sensitivity, those of the review apply.</summary>
    [JsonPropertyOrder(120)]
    public IReadOnlyList<Quotation> Quotes { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Quotation>.Empty;
}

public sealed partial record AccountReview
{
    /// <summary>Our posture when a lower price is asked for, with the reason; null if tier, barrier and price sensitivity are all
    /// unknown.</summary>
    [JsonPropertyOrder(120)]
    public Decision<PostureAdvice>? Posture { get; init; }

    /// <summary>Each quotation with its floor, approvals and advice.</summary>
    [JsonPropertyOrder(121)]
    public IReadOnlyList<PriceReview> Quotes { get; init => field = ValueList.Of(value ?? []); } = ValueList<PriceReview>.Empty;
}

public sealed partial record ReviewFacts
{
    /// <summary>Our posture when a lower price is asked for.</summary>
    public PricePosture? Posture { get; init; }

    /// <summary>Whether that posture allows a price step in exchange for something.</summary>
    public bool? AllowsPriceStep { get; init; }

    /// <summary>The number of quotations below their floor or walk-away.</summary>
    [FactRange(FactUnit.Count)]
    public int QuotationsBelowFloor
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The shortfall of these below their floor, over all units.</summary>
    [FactRange(FactUnit.Money)]
    public decimal FloorShortfall
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The number of quotations that need an approval.</summary>
    [FactRange(FactUnit.Count)]
    public int QuotationsForApproval
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The level that must approve the quotation with the highest need; null if none needs it.</summary>
    public ApprovalLevel? Approval { get; init; }

    /// <summary>The discount of these from the list price, over all units.</summary>
    [FactRange(FactUnit.Money)]
    public decimal DiscountForApproval
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The number of quotations that lower a price for nothing in return, or against the posture.</summary>
    [FactRange(FactUnit.Count)]
    public int QuotationsGivenAway
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The amount that these give away, over all units.</summary>
    [FactRange(FactUnit.Money)]
    public decimal PriceGivenAway
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The number of quotations without a known cost.</summary>
    [FactRange(FactUnit.Count)]
    public int QuotationsWithoutCost
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }
}
