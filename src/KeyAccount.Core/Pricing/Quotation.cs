using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A quotation under review: the price of a unit from the list to the pocket, what it costs, who it is for, and what we get in
/// return.</summary>
/// <remarks>A value: immutable, equal when every part is (the lists in their order), and the same after a round trip through JSON. Amounts
/// are in one currency, the caller's. An unknown fact is null, never zero.</remarks>
public sealed record Quotation
{
    /// <summary>The stable identifier of the quotation; not blank.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>The date of the quotation; null if it has none.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The product on offer.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Product { get; init; }

    /// <summary>The number of units on offer; positive. If a longer term is traded, the units of a year.</summary>
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

    /// <summary>The currency of the amounts; null if it is the currency of all amounts.</summary>
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>The deductions from the list price on the invoice, in order; rates are of the list price.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PriceDeduction> Discounts
    {
        get;
        init => field = ValueList.Of(value ?? []);
    } = ValueList.Of<PriceDeduction>([]);

    /// <summary>What the customer gets back after the invoice, such as a volume bonus or an annual rebate; rates are of the invoice
    /// price.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PriceDeduction> Rebates
    {
        get;
        init => field = ValueList.Of(value ?? []);
    } = ValueList.Of<PriceDeduction>([]);

    /// <summary>The cost of serving this customer on top of the variable cost, such as freight or stock held for the customer; rates are of
    /// the invoice price.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PriceDeduction> CostsToServe
    {
        get;
        init => field = ValueList.Of(value ?? []);
    } = ValueList.Of<PriceDeduction>([]);

    /// <summary>The number of days after which the customer pays; not negative. Null if unknown; the pocket price then leaves the interest
    /// out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Days, UsualMaximum = 365)]
    public int? PaymentDays
    {
        get;
        init => field = FactRange<Quotation>.Checked(value);
    }

    /// <summary>The variable cost of a unit; not negative. Null if it is not known, and then there is no floor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? UnitCost
    {
        get;
        init => field = FactRange<Quotation>.Checked(value);
    }

    /// <summary>The price that the customer really pays for a unit today, after discounts and rebates; positive. Null for new business,
    /// which uses the list price.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? CurrentPrice
    {
        get;
        init => field = FactRange<Quotation>.Checked(value);
    }

    /// <summary>The change of our fixed cost that the offer causes in the period of <see cref="Quantity"/>; 0 if there is none.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "an offer can save fixed cost")]
    public decimal FixedCostChange { get; init; }

    /// <summary>The price that the best rival asks for a unit, after its discounts and rebates; not negative. Null if unknown.</summary>
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

    /// <summary>The height of the barrier around the customer; null while it is unrated.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>How strongly the customer's decision depends on the price.</summary>
    public PriceSensitivity? Sensitivity { get; init; }

    /// <summary>Why the customer demands a lower price; null until the reason is verified.</summary>
    public DemandReason? Reason { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts that distinguish one quotation from another.</returns>
    public override string ToString() => Invariant(
        $"Quotation {{ Id = {Id}, Quantity = {Quantity}, ListPrice = {ListPrice}, UnitCost = {UnitCost}, ")
        + Invariant($"CurrentPrice = {CurrentPrice}, Tier = {Tier} }}");
}
