using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The target stock of an item at the customer: the order-up-to level of a stock with periodic review.</summary>
/// <remarks>
/// <para>Level S = μ·(L + R) + z·σ·√(L + R): the demand until the order after this one arrives, and a safety stock. μ and σ are the mean
/// and the standard deviation of the demand of a period, L the lead time and R the time between reviews, both in periods. The demands of
/// periods are taken to be independent and, together, normal. Literature: Strijbosch and Moors, Simple Expressions for Safety Factors in
/// Inventory Control: the (R, S) policy. Source of the service: 《大客户销售技巧（客户关系管理篇）》 (VMI).</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record VendorManagedInventory
{
    private const double Most = 1e9;
    private const double MostPeriods = 1_000;
    private const double MostFactor = 10;

    /// <summary>A stock.</summary>
    /// <param name="mean">The mean demand per period, in units; 0 … 10⁹.</param>
    /// <param name="standardDeviation">The standard deviation of the demand per period, in units; 0 … 10⁹.</param>
    /// <param name="leadTime">The lead time, in periods; 0 … 1,000.</param>
    /// <param name="reviewPeriod">The review period, in periods; 0 … 1,000. 0 for continuous review.</param>
    /// <param name="safetyFactor">The number of standard deviations that the safety stock covers; 0 … 10. See <see
    /// cref="FactorOf"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public VendorManagedInventory(
        double mean, double standardDeviation, double leadTime, double reviewPeriod, double safetyFactor)
    {
        Guard.Between(mean, 0, Most);
        Guard.Between(standardDeviation, 0, Most);
        Guard.Between(leadTime, 0, MostPeriods);
        Guard.Between(reviewPeriod, 0, MostPeriods);
        Guard.Between(safetyFactor, 0, MostFactor);
        (Mean, StandardDeviation, LeadTime, ReviewPeriod, SafetyFactor) =
            (mean, standardDeviation, leadTime, reviewPeriod, safetyFactor);
    }

    /// <summary>The mean demand per period, in units.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation of the demand per period, in units.</summary>
    public double StandardDeviation { get; }

    /// <summary>The lead time, in periods.</summary>
    public double LeadTime { get; }

    /// <summary>The review period, in periods.</summary>
    public double ReviewPeriod { get; }

    /// <summary>The number of standard deviations that the safety stock covers.</summary>
    public double SafetyFactor { get; }

    /// <summary>The safety stock, in units: z·σ·√(L + R).</summary>
    [JsonIgnore]
    public double SafetyStock => SafetyFactor * StandardDeviation * Math.Sqrt(LeadTime + ReviewPeriod);

    /// <summary>The level to order up to, in units: μ·(L + R) and the safety stock.</summary>
    [JsonIgnore]
    public double OrderUpTo => (Mean * (LeadTime + ReviewPeriod)) + SafetyStock;

    /// <summary>The number of periods for which the safety stock lasts at the mean demand; null if there is no demand, or
    /// so little that the quotient does not fit.</summary>
    [JsonIgnore]
    public double? SafetyPeriods => Mean > 0 && SafetyStock / Mean is var periods && double.IsFinite(periods) ? periods : null;

    /// <summary>The quantity to order at a review, in units.</summary>
    /// <param name="onHand">The stock on hand, in units; 0 … 10⁹.</param>
    /// <param name="onOrder">The stock on order, in units; 0 … 10⁹.</param>
    /// <returns>What is missing to <see cref="OrderUpTo"/>; 0 where nothing is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double OrderQuantity(double onHand, double onOrder = 0)
    {
        Guard.Between(onHand, 0, Most);
        Guard.Between(onOrder, 0, Most);
        return Math.Max(0, OrderUpTo - onHand - onOrder);
    }

    /// <summary>The safety factor for a probability that the stock lasts.</summary>
    /// <param name="serviceLevel">The probability that the stock lasts until the next delivery, as a fraction; 0.5 … 0.999999.</param>
    /// <returns>z, the quantile of the normal distribution: 1.645 for 95 %.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="serviceLevel"/> is outside its range.</exception>
    public static double FactorOf(double serviceLevel)
    {
        Guard.Between(serviceLevel, 0.5, 0.999999);

        // One tail of p is two tails of 2p − 1.
        return serviceLevel == 0.5 ? 0 : ConfidenceInterval.Quantile((2 * serviceLevel) - 1);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"VendorManagedInventory {{ Mean = {Mean}, StandardDeviation = {StandardDeviation}, LeadTime = {LeadTime}, ")
        + Invariant($"ReviewPeriod = {ReviewPeriod}, SafetyFactor = {SafetyFactor}, OrderUpTo = {OrderUpTo} }}");
}
