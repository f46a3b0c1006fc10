using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>The total cost of ownership (TCO): what a product costs the customer over the years, beyond its price.</summary>
/// <remarks>
/// <para>TCO = price + Σ costs paid once + Σₜ yearly costs / (1 + i)ᵗ for the years t = 1 … n. Immutable, with value equality. Amounts
/// are in one currency; nothing is rounded but by a division to 28 digits.</para>
/// </remarks>
public sealed record CostOfOwnership
{
    /// <summary>The largest number of years: 100. Provenance: <c>LibraryDefault</c>.</summary>
    public const int MostYears = 100;

    /// <summary>The cost of owning a product.</summary>
    /// <param name="price">The price; 0 … 10¹⁵.</param>
    /// <param name="costs">The other costs.</param>
    /// <param name="years">The number of years of use; 1 … 100.</param>
    /// <param name="rate">The yearly discount rate, as a fraction; above −1.</param>
    /// <exception cref="ArgumentNullException">The list or an entry is null, or an entry has no kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    [JsonConstructor]
    public CostOfOwnership(decimal price, IReadOnlyList<OwnershipCost> costs, int years, decimal rate)
    {
        Guard.NotNegative(price);
        Guard.AtMost(price, 1e15m);
        Guard.Between(years, 1, MostYears);
        Guard.Above(rate, -1);
        Costs = ValueList.Of(costs);
        foreach (var cost in Costs)
            ArgumentNullException.ThrowIfNull(cost.Kind, nameof(costs));
        (Price, Years, Rate) = (price, years, rate);
    }

    /// <summary>The price.</summary>
    public decimal Price { get; }

    /// <summary>The other costs.</summary>
    public IReadOnlyList<OwnershipCost> Costs { get; }

    /// <summary>The number of years of use.</summary>
    public int Years { get; }

    /// <summary>The yearly discount rate, as a fraction.</summary>
    public decimal Rate { get; }

    /// <summary>The amount paid on the day of the purchase: the price and the costs paid once.</summary>
    [JsonIgnore]
    public decimal Outlay => Price + Costs.Where(cost => cost.IsOnce).Sum(cost => cost.Amount);

    /// <summary>The amount paid in each later year.</summary>
    [JsonIgnore]
    public decimal PerYear => Costs.Where(cost => !cost.IsOnce).Sum(cost => cost.Amount);

    /// <summary>The total, as a present value on the day of the purchase.</summary>
    /// <exception cref="OverflowException">The discounted sum does not fit a decimal; the message names the year.</exception>
    [JsonIgnore]
    public decimal Total => PresentValue.Of(Flows(Outlay, PerYear), Rate);

    /// <summary>The present value of one kind of cost over the years, on the day of the purchase.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The amount; 0 where there is no such cost.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="OverflowException">The discounted sum does not fit a decimal; the message names the year.</exception>
    public decimal TotalOf(OwnershipCostKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var own = Costs.Where(cost => cost.Kind == kind).ToArray();
        return PresentValue.Of(
            Flows(own.Where(cost => cost.IsOnce).Sum(cost => cost.Amount), own.Where(cost => !cost.IsOnce).Sum(cost => cost.Amount)), Rate);
    }

    /// <summary>The customer's saving with this product compared with another one.</summary>
    /// <param name="other">The other product, over the same years at the same rate.</param>
    /// <returns>The saving: its net present value is the difference of both totals.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The other product is for other years or at another rate.</exception>
    /// <exception cref="OverflowException">The value does not fit a decimal; the message names the year.</exception>
    public OwnershipSaving SavingAgainst(CostOfOwnership other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Years != Years || other.Rate != Rate)
        {
            throw new ArgumentException(
                Invariant($"other is for {other.Years} years at {other.Rate}; it must be for {Years} years at {Rate}, as this one."),
                nameof(other));
        }

        var (extra, saving) = (Outlay - other.Outlay, other.PerYear - PerYear);
        var flows = Flows(-extra, saving);
        return new(extra, saving, PresentValue.Of(flows, Rate), PresentValue.Payback(flows));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Price, costs, years and rate.</returns>
    public override string ToString() => Invariant(
        $"CostOfOwnership {{ Price = {Price}, Costs = {Costs}, Years = {Years}, Rate = {Rate} }}");

    private decimal[] Flows(decimal today, decimal perYear) => [today, .. Enumerable.Repeat(perYear, Years)];
}
