using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>The review of a quotation: whether we may make it, down to what floor, in exchange for what, and who must grant it.</summary>
/// <remarks>
/// <para>A unit has three prices: <em>invoice</em> = list − discounts; <em>net</em> = invoice − rebates, what the customer really pays;
/// <em>pocket</em> = net − costs to serve − interest until the customer pays. The depth of the discount and the price step refer to the net
/// price, so that no rebate can bypass the limits. The margin and the floor refer to the pocket price. Costs to serve are assumed to be the
/// same before and after the step.</para>
/// <para>A value: immutable, equal when quotation, guardrails and decisions are, and the same after a round trip through JSON; everything
/// else follows from these. Amounts are in one currency, the caller's. The interest until payment is a rate, rounded up to a millionth of
/// the invoice price, so that the steps sum exactly. Of the other figures, only the floor and the advised price are rounded.</para>
/// </remarks>
/// <example>
/// <code>
/// var review = PriceReview.Of(new Quotation
/// {
///     Id = "Q-1", Quantity = 1_000, ListPrice = 100, CurrentPrice = 92, UnitCost = 68,
///     Discounts = [PriceDeduction.Percentage("contract discount", 0.10m)], Tier = AccountTier.A,
/// });
/// Console.WriteLine($"pocket price {review.PocketPrice:0.00}: {review.Advice.En}");
/// </code>
/// </example>
public sealed record PriceReview
{
    /// <summary>The grain of the interest until payment, as a fraction of the invoice price: a millionth. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    internal const decimal InterestGrain = 0.000001m;

    /// <summary>The name of the step for the interest until payment; the caller names the other steps.</summary>
    public const string InterestStep = "interest";

    private const string Invoice = "invoice";
    private const string Net = "net";

    private readonly decimal _interest;
    private readonly (decimal Net, decimal Pocket) _none;
    private readonly (decimal Net, decimal Pocket) _one;
    private readonly decimal _step;

    /// <summary>Creates a review from its parts; JSON is read through this constructor. <see cref="Of"/> takes the decisions from the
    /// tables.</summary>
    /// <param name="quotation">The quotation.</param>
    /// <param name="guardrails">The guardrails.</param>
    /// <param name="policy">The decision of the posture table.</param>
    /// <param name="costDown">The decision of the cost-down table; null if the price does not fall.</param>
    /// <exception cref="ArgumentNullException">Quotation, guardrails or policy is null.</exception>
    /// <exception cref="ArgumentException">The deductions of the quotation leave nothing of the price.</exception>
    /// <exception cref="OverflowException">A price has more digits than a decimal holds.</exception>
    [JsonConstructor]
    public PriceReview(Quotation quotation, PriceGuardrails guardrails, Decision<PostureAdvice> policy, Decision<CostDownPlan>? costDown)
        : this(quotation, guardrails, policy, costDown, null)
    {
    }

    private PriceReview(
        Quotation quotation, PriceGuardrails guardrails, Decision<PostureAdvice> policy, Decision<CostDownPlan>? costDown,
        PriceWaterfall? waterfall)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        ArgumentNullException.ThrowIfNull(guardrails);
        ArgumentNullException.ThrowIfNull(policy);
        Quotation = quotation;
        Guardrails = guardrails;
        Policy = policy;
        CostDown = costDown;

        waterfall ??= Waterfall(quotation, guardrails);
        _interest = InterestOf(quotation, guardrails);
        (_none, _one) = CheckedEnds(waterfall);
        Steps = waterfall.Steps;
        InvoicePrice = waterfall.PriceOf(Invoice);
        NetPrice = waterfall.PriceOf(Net);
        PocketPrice = waterfall.PocketPrice;
        try
        {
            _step = CurrentPrice - NetPrice;
            var tier = guardrails.Of(quotation.Tier);
            FloorPrice = quotation.UnitCost is { } cost ? LowestInvoice(cost, tier.FloorMargin) : null;
            WalkAwayPrice = quotation.UnitCost is { } own ? LowestInvoice(own, guardrails.WalkAwayMargin) : null;
            AdvisedPrice = FloorPrice is { } floor ? Math.Max(floor, MustHold ? InvoiceOfCurrent() : InvoicePrice) : null;
            BreakEven = BreakEvenOf();
            Trade = new(_step * quotation.Quantity, quotation.InReturn, new()
            {
                Amount = InvoicePrice * quotation.Quantity,
                UnitMargin = UnitMargin,
                Contribution = UnitMargin * quotation.Quantity,
                CostOfCapital = guardrails.CostOfCapital,
            });
            Approvals = ValueList.Of(Needs(tier));
        }
        catch (OverflowException e) when (e.InnerException is not OverflowException)
        {
            throw DecimalOverflow.Of(
                e,
                "PriceReview",
                (nameof(quotation.ListPrice), quotation.ListPrice),
                (nameof(quotation.Quantity), quotation.Quantity),
                (nameof(quotation.UnitCost), quotation.UnitCost),
                (nameof(CurrentPrice), CurrentPrice),
                (nameof(NetPrice), NetPrice));
        }
    }

    /// <summary>The quotation under review.</summary>
    public Quotation Quotation { get; }

    /// <summary>The guardrails that the quotation is checked against.</summary>
    public PriceGuardrails Guardrails { get; }

    /// <summary>Our price posture for the customer and who may give way, with the rule and its reason.</summary>
    public Decision<PostureAdvice> Policy { get; }

    /// <summary>The answers to the customer in their order, with the rule and its reason; null if the price does not fall.</summary>
    public Decision<CostDownPlan>? CostDown { get; }

    /// <summary>The name of <see cref="InterestStep"/> for a person.</summary>
    public static Text InterestName => TextTable.Library["Pricing.PriceReview.interest"];

    /// <summary>Every step from the list price to the pocket price, in order; the amounts sum exactly.</summary>
    public IReadOnlyList<WaterfallStep> Steps { get; }

    /// <summary>List price − discounts.</summary>
    public decimal InvoicePrice { get; }

    /// <summary>Invoice price − rebates: what the customer really pays.</summary>
    public decimal NetPrice { get; }

    /// <summary>Net price − costs to serve − interest until the customer pays.</summary>
    public decimal PocketPrice { get; }

    /// <summary>The price that the customer really pays today: the current price, or the list price for new business.</summary>
    public decimal CurrentPrice => Quotation.CurrentPrice ?? Quotation.ListPrice;

    /// <summary>The depth of the discount: (list − net)/list, as a fraction.</summary>
    public decimal Depth => (Quotation.ListPrice - NetPrice) / Quotation.ListPrice;

    /// <summary>The price step from today: (net − current)/current, as a fraction; negative if the price falls.</summary>
    public decimal PriceChange => DecimalOverflow.Named(
        () => (NetPrice - CurrentPrice) / CurrentPrice,
        "PriceReview.PriceChange",
        (nameof(NetPrice), NetPrice),
        (nameof(CurrentPrice), CurrentPrice));

    /// <summary>Pocket price − variable cost of a unit; null if the cost is not known.</summary>
    public decimal? UnitMargin => PocketPrice - Quotation.UnitCost;

    /// <summary>The unit margin as a fraction of the pocket price; null if the cost is not known or nothing is left in the
    /// pocket.</summary>
    public decimal? MarginRate => PocketPrice > 0 ? UnitMargin / PocketPrice : null;

    /// <summary>The lowest invoice price that keeps the floor margin of the tier, with the same rebates and costs to serve, rounded up to
    /// the price grain of the guardrails; null if the cost is not known.</summary>
    public decimal? FloorPrice { get; }

    /// <summary>The lowest invoice price that keeps the walk-away margin; null if the cost is not known.</summary>
    public decimal? WalkAwayPrice { get; }

    /// <summary>The invoice price that we advise: the price of the quotation, or today's price if our posture is to hold it; never below
    /// the floor. Null if the cost is not known.</summary>
    public decimal? AdvisedPrice { get; }

    /// <summary>The change of sales at which the step costs nothing; null if the cost is not known, or the present price earns
    /// nothing.</summary>
    public BreakEvenResult? BreakEven { get; }

    /// <summary>The number of units that makes up for the step: quantity · (1 + change of sales); null if no such volume is
    /// known.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal? BreakEvenQuantity => DecimalOverflow.Named(
        () => Quotation.Quantity * (1 + BreakEven?.SalesChange),
        "PriceReview.BreakEvenQuantity",
        (nameof(Quotation.Quantity), Quotation.Quantity),
        (nameof(BreakEven), BreakEven));

    /// <summary>The share of our sales that we would have to lose to the rival before it pays to match its price (negative, as a fraction);
    /// null if our cost or the rival's price is not known, the rival's price is not below our current price, or the present price earns
    /// nothing.</summary>
    public decimal? LossBeforeMatchingPays =>
        Quotation.CompetitorPrice is { } rival && rival < CurrentPrice && CurrentMargin is { } margin && margin > 0
            ? Pricing.BreakEven.Reactive(margin, rival - CurrentPrice)
            : null;

    /// <summary>The price step and what we get in return, in money.</summary>
    public PriceTrade Trade { get; }

    /// <summary>Who must grant the price and why: because of the depth of the discount, the posture, or the floor.</summary>
    public IReadOnlyList<ApprovalNeed> Approvals { get; }

    /// <summary>Who must grant the price: the highest of <see cref="Approvals"/>.</summary>
    public ApprovalLevel Approval => Approvals.Select(each => each.Level).Aggregate((one, other) => one.IsAtLeast(other) ? one : other);

    /// <summary>The verdict: what to do with the quotation.</summary>
    public PriceVerdict Verdict =>
        Quotation.UnitCost is not { } cost ? PriceVerdict.LearnCost
        : !Keeps(PocketPrice, cost, Guardrails.WalkAwayMargin) ? PriceVerdict.WalkAway
        : !Keeps(PocketPrice, cost, Guardrails.Of(Quotation.Tier).FloorMargin) ? PriceVerdict.BackToFloor
        : MustHold ? PriceVerdict.HoldPrice
        : Trade.IsUnconditional ? PriceVerdict.TradeFirst
        : Approval == ApprovalLevel.Salesperson ? PriceVerdict.Offer
        : PriceVerdict.SeekApproval;

    /// <summary>The verdict in a sentence.</summary>
    [JsonIgnore]
    public Text Advice =>
        TextTable.Library[$"Pricing.PriceReview.{Verdict.Name}"].With(Display(AdvisedPrice), Display(FloorPrice), Approval);

    /// <summary>The other findings, in the order of <see cref="PriceFindingKind"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<PriceFinding> Findings => [.. AllFindings().OrderBy(each => each.Kind)];

    private bool MustHold => _step > 0 && Policy.Advice is { AllowsStep: false };

    private decimal? CurrentMargin => UnitMargin + _step;

    /// <summary>Reviews a quotation.</summary>
    /// <param name="quotation">The quotation.</param>
    /// <param name="guardrails">The guardrails; null for <see cref="PriceGuardrails.Standard"/>.</param>
    /// <param name="posture">The posture table; null for <see cref="PricingPolicy.Posture"/>.</param>
    /// <param name="costDown">The cost-down table; null for <see cref="PricingPolicy.CostDown"/>.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quotation"/> is null.</exception>
    /// <exception cref="ArgumentException">The deductions of the quotation leave nothing of the price.</exception>
    /// <exception cref="OverflowException">A price has more digits than a decimal holds.</exception>
    public static PriceReview Of(
        Quotation quotation,
        PriceGuardrails? guardrails = null,
        DecisionTable<PostureFacts, PostureAdvice>? posture = null,
        DecisionTable<CostDownFacts, CostDownPlan>? costDown = null)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        guardrails ??= PriceGuardrails.Standard;
        var policy = (posture ?? PricingPolicy.Posture).Decide(
            new() { Tier = quotation.Tier, Barrier = quotation.Barrier, Sensitivity = quotation.Sensitivity });
        var waterfall = Waterfall(quotation, guardrails);
        var isLower = waterfall.PriceOf(Net) < (quotation.CurrentPrice ?? quotation.ListPrice);
        return new(
            quotation,
            guardrails,
            policy,
            isLower
                ? (costDown ?? PricingPolicy.CostDown).Decide(new() { Reason = quotation.Reason, Posture = policy.Advice?.Posture })
                : null,
            waterfall);
    }

    /// <summary>Whether quotation, guardrails and decisions are equal.</summary>
    /// <param name="other">The other review.</param>
    /// <returns>True if the two have equal quotations, guardrails and decisions.</returns>
    public bool Equals(PriceReview? other) =>
        other is not null && Quotation == other.Quotation && Guardrails == other.Guardrails
        && Policy == other.Policy && CostDown == other.CostDown;

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Quotation, Guardrails, Policy);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The prices and what to do, by name.</returns>
    public override string ToString() => Invariant(
        $"PriceReview {{ Id = {Quotation.Id}, InvoicePrice = {InvoicePrice}, NetPrice = {NetPrice}, PocketPrice = {PocketPrice}, ")
        + Invariant($"FloorPrice = {FloorPrice}, Approval = {Approval}, Verdict = {Verdict} }}");

    private static PriceWaterfall Waterfall(Quotation quotation, PriceGuardrails guardrails)
    {
        var waterfall = PriceWaterfall.From(quotation.ListPrice);
        foreach (var discount in quotation.Discounts)
            waterfall = discount.On(waterfall, PriceWaterfall.List);
        waterfall = waterfall.Named(Invoice);
        foreach (var rebate in quotation.Rebates)
            waterfall = rebate.On(waterfall, Invoice);
        waterfall = waterfall.Named(Net);
        foreach (var cost in quotation.CostsToServe)
            waterfall = cost.On(waterfall, Invoice);
        return quotation.PaymentDays is null
            ? waterfall
            : waterfall.LessPercentage(InterestStep, InterestOf(quotation, guardrails), Invoice);
    }

    private static decimal InterestOf(Quotation quotation, PriceGuardrails guardrails) => quotation.PaymentDays is { } days
        ? new PriceRounding(InterestGrain, MidpointRounding.ToPositiveInfinity)
            .Round(CounterConcessions.PaymentDays(1, days, guardrails.CostOfCapital))
        : 0;

    // What another invoice price would leave. Nobody sees its steps, and it is asked for several prices of each quotation.
    private (decimal Net, decimal Pocket) PricesAt(decimal invoice)
    {
        invoice = PriceWaterfall.PriceAfter(Invoice, Quotation.ListPrice - invoice, Quotation.ListPrice);
        var price = invoice;
        foreach (var rebate in Quotation.Rebates)
            price = rebate.PriceAfter(price, invoice);
        var net = price;
        foreach (var cost in Quotation.CostsToServe)
            price = cost.PriceAfter(price, invoice);
        return (net, Quotation.PaymentDays is null ? price : PriceWaterfall.PriceAfter(InterestStep, _interest * invoice, price));
    }

    // The prices that invoices of 0 and of 1 leave, between which every price is on a straight line.
    private ((decimal Net, decimal Pocket) None, (decimal Net, decimal Pocket) One) CheckedEnds(PriceWaterfall waterfall)
    {
        var least = Math.Min(waterfall.PriceOf(Invoice), waterfall.PriceOf(Net));
        if (least < 0)
        {
            throw new ArgumentException(
                Invariant($"discounts and rebates of '{Quotation.Id}' leave {least} of the list price; it must be at least 0."),
                "quotation");
        }

        var (none, one) = (PricesAt(0), PricesAt(1));
        if (one.Net <= none.Net || one.Pocket <= none.Pocket)
        {
            throw new ArgumentException(
                $"rebates, costs to serve and interest of '{Quotation.Id}' take 100 % of the invoice price or more; "
                + "they must leave some of it.",
                "quotation");
        }

        return (none, one);
    }

    private static bool Keeps(decimal pocket, decimal cost, decimal margin) => pocket * (1 - margin) >= cost;

    private static string Display(decimal? value) => Invariant($"{value:0.####}");

    private static ApprovalNeed Need(ApprovalLevel level, string reason, params object?[] arguments) =>
        new(level, TextTable.Library[$"Pricing.PriceReview.{reason}"].With(arguments));

    private static PriceFinding Finding(PriceFindingKind kind, string finding, params object?[] arguments) =>
        new(kind, TextTable.Library[$"Pricing.Finding.{finding}"].With(arguments));

    private decimal LowestInvoice(decimal cost, decimal margin) =>
        LowestInvoice(cost / (1 - margin), prices => prices.Pocket, prices => Keeps(prices.Pocket, cost, margin));

    private decimal InvoiceOfCurrent() =>
        LowestInvoice(CurrentPrice, prices => prices.Net, prices => prices.Net >= CurrentPrice);

    // Every price grows with the invoice price along a straight line; the exact condition has the last word over the division.
    private decimal LowestInvoice(
        decimal target, Func<(decimal Net, decimal Pocket), decimal> price, Predicate<(decimal Net, decimal Pocket)> suffices)
    {
        var none = price(_none);
        var slope = price(_one) - none;
        var up = new PriceRounding(Guardrails.PriceGrain, MidpointRounding.ToPositiveInfinity);
        var lowest = up.Round(Math.Max(0, (target - none) / slope));
        return suffices(PricesAt(lowest)) ? lowest : lowest + Guardrails.PriceGrain;
    }

    private BreakEvenResult? BreakEvenOf()
    {
        if (CurrentMargin is not { } margin || margin <= 0)
            return null;
        var cost = Quotation.UnitCost!.Value;
        return Pricing.BreakEven.Of(
            cost + margin,
            cost,
            -_step,
            fixedCostChange: Quotation.FixedCostChange,
            quantity: Quotation.FixedCostChange == 0 ? null : Quotation.Quantity);
    }

    private IEnumerable<ApprovalNeed> Needs(TierGuardrail tier)
    {
        var byDepth = Guardrails.LevelFor(Quotation.Tier, Quotation.ListPrice, NetPrice);
        yield return Need(byDepth, "byDepth", byDepth, 100 * Depth);
        if (_step > 0 && Policy.Advice is { } advice)
            yield return Need(advice.Authority, "byPosture", advice.Authority, advice.Posture);
        if (Quotation.UnitCost is not { } cost)
            yield break;
        if (!Keeps(PocketPrice, cost, Guardrails.WalkAwayMargin))
            yield return Need(ApprovalLevel.Nobody, "byWalkAway", Display(WalkAwayPrice));
        else if (!Keeps(PocketPrice, cost, tier.FloorMargin))
            yield return Need(ApprovalLevel.GeneralManager, "byFloor", ApprovalLevel.GeneralManager, Display(FloorPrice));
    }

    private IEnumerable<PriceFinding> AllFindings()
    {
        if (Trade.IsUnconditional)
        {
            yield return new(
                PriceFindingKind.UnconditionalStep, TextTable.Library["Pricing.Warning.unconditional"].With(Display(Trade.PriceStep)));
        }

        if (MustHold)
            yield return Finding(PriceFindingKind.StepAgainstPosture, "againstPosture", Policy.Advice!.Posture);
        if (_step > 0 && !Trade.IsUnconditional && Trade is { IsComplete: true, NetEffect: < 0 })
            yield return Finding(PriceFindingKind.StepNotCovered, "notCovered", Display(Trade.Received), Display(Trade.PriceStep));
        foreach (var each in Trade.Values)
        {
            if (each.Value is null)
                yield return Finding(PriceFindingKind.ReturnNotValued, "notValued", each.Concession.Kind);
            else if (each.Value < 0)
                yield return Finding(PriceFindingKind.WorthlessReturn, "worthless", each.Concession.Kind, Display(-each.Value));
        }

        if (Verdict == PriceVerdict.WalkAway)
            yield return Finding(PriceFindingKind.BelowWalkAway, "belowWalkAway", Display(InvoicePrice), Display(WalkAwayPrice));
        else if (Verdict == PriceVerdict.BackToFloor)
            yield return Finding(PriceFindingKind.BelowFloor, "belowFloor", Display(InvoicePrice), Display(FloorPrice));
        if (Quotation.CompetitorPrice is { } rival && NetPrice <= rival)
            yield return Finding(PriceFindingKind.NotAboveCompetitor, "notAboveCompetitor", Display(NetPrice), Display(rival));
        if (Quotation.UnitCost is null)
            yield return Finding(PriceFindingKind.CostUnknown, "costUnknown");
        if (Quotation.PaymentDays is null)
            yield return Finding(PriceFindingKind.PaymentDaysUnknown, "paymentDaysUnknown");
    }

    /// <summary>Describes the review for a person: what to do with the quotation and why, its prices, findings, approvals and
    /// waterfall.</summary>
    /// <param name="currency">The currency of its amounts, shown beside them; null for none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string? currency = null, string language = Terms.Language.English) =>
        PriceDocuments.Of(this, currency, language);
}
