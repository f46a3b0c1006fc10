using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A quotation as it is reviewed: the price of a unit from the list to the pocket, what it costs, who it is for, and what we get
/// in return.</summary>
/// <remarks>A value: immutable, equal when every part is (the lists in their order), and the same after a round trip through JSON. Amounts
/// are in one currency, the caller's. Unknown is null, never zero.</remarks>
public sealed record Quotation
{
    /// <summary>The stable identifier of the offer; not blank.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>The date of the offer; null where it has none.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>What is offered.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Product { get; init; }

    /// <summary>How many units are offered; positive. Where a longer term is traded, those of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Count, IsMinimumExcluded = true)]
    public required decimal Quantity
    {
        get;
        init => field = FactRange<Quotation>.Checked(value);
    }

    /// <summary>The list price of a unit; positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public required decimal ListPrice
    {
        get;
        init => field = FactRange<Quotation>.Checked(value);
    }

    /// <summary>The currency of its amounts; null where it is that of all amounts.</summary>
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>What comes off the list price on the invoice, in its order; rates are of the list price.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PriceDeduction> Discounts
    {
        get;
        init => field = ValueList.Of(value ?? []);
    } = ValueList.Of<PriceDeduction>([]);

    /// <summary>What the customer gets back after the invoice: volume bonus, annual rebate; rates are of the invoice price.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PriceDeduction> Rebates
    {
        get;
        init => field = ValueList.Of(value ?? []);
    } = ValueList.Of<PriceDeduction>([]);

    /// <summary>What serving this customer costs us on top of the variable cost: freight, stock held for it; rates are of the invoice
    /// price.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PriceDeduction> CostsToServe
    {
        get;
        init => field = ValueList.Of(value ?? []);
    } = ValueList.Of<PriceDeduction>([]);

    /// <summary>After how many days the customer pays; not negative. Null where it is unknown; the pocket price then leaves the
    /// interest out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Days, UsualMaximum = 365)]
    public int? PaymentDays
    {
        get;
        init => field = FactRange<Quotation>.Checked(value);
    }

    /// <summary>The variable cost of a unit; not negative. Null where it is not known; there is no floor then.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? UnitCost
    {
        get;
        init => field = FactRange<Quotation>.Checked(value);
    }

    /// <summary>What the customer really pays for a unit today, after discounts and rebates; positive. Null for new business: then the list
    /// price.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? CurrentPrice
    {
        get;
        init => field = FactRange<Quotation>.Checked(value);
    }

    /// <summary>By how much the offer changes our fixed cost in the period of <see cref="Quantity"/>; 0 where it needs none.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "an offer can save fixed cost")]
    public decimal FixedCostChange { get; init; }

    /// <summary>What the best rival asks for a unit, after its discounts and rebates; not negative. Null where it is unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? CompetitorPrice
    {
        get;
        init => field = FactRange<Quotation>.Checked(value);
    }

    /// <summary>What the customer gives us in return.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CounterConcession> InReturn
    {
        get;
        init => field = ValueList.Of(value ?? []);
    } = ValueList.Of<CounterConcession>([]);

    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>How high the barrier around the customer is; null while it is unrated.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>How much its decision depends on the price.</summary>
    public PriceSensitivity? Sensitivity { get; init; }

    /// <summary>Why it demands a lower price; null until that is verified.</summary>
    public DemandReason? Reason { get; init; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>What tells one quotation from another.</returns>
    public override string ToString() => Invariant(
        $"Quotation {{ Id = {Id}, Quantity = {Quantity}, ListPrice = {ListPrice}, UnitCost = {UnitCost}, ")
        + Invariant($"CurrentPrice = {CurrentPrice}, Tier = {Tier} }}");
}
