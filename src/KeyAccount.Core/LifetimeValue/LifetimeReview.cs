using System.Text.Json.Serialization;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>What one account earns, what it is worth, and what it is going to order.</summary>
/// <remarks>Immutable; equal when every part is. Amounts are in one currency. What cannot be computed is null.</remarks>
public sealed record LifetimeReview
{
    private const int Months = 12;

    /// <summary>What the account earns in a year; null where its revenue, margin, cost to serve or days of payment are not known.</summary>
    public AccountProfit? Profit { get; init; }

    /// <summary>The lifetime profit: yearly profit · margin multiple; null where profit or retention are not known, or it is not
    /// finite.</summary>
    public decimal? LifetimeProfit { get; init; }

    /// <summary>What one point more of retention is worth; null where that cannot be computed.</summary>
    public decimal? WorthOfRetentionPoint { get; init; }

    /// <summary>The retention that was reckoned with; null where it is not known.</summary>
    public decimal? Retention { get; init; }

    /// <summary>The discount rate that was reckoned with.</summary>
    public required decimal DiscountRate { get; init; }

    /// <summary>When the first margin comes.</summary>
    public required MarginTiming Timing { get; init; }

    /// <summary>The model of orders, by the name of its type; null where none was given or its orders are not known.</summary>
    public string? OrderModel { get; init; }

    /// <summary>The probability that the account still buys; null without a model.</summary>
    public double? ProbabilityAlive { get; init; }

    /// <summary>The orders of the next twelve months; null without a model.</summary>
    public double? ExpectedOrders { get; init; }

    /// <summary>The gross margin of those orders; null where amounts or margin are not known.</summary>
    public double? ExpectedMargin { get; init; }

    /// <summary>The review of one account.</summary>
    /// <param name="facts">What is known of its costs, its retention and its orders.</param>
    /// <param name="revenue">What it buys in a year; null where that is not known.</param>
    /// <param name="grossMarginRate">The share of it that is left after the cost of the goods; null where that is not known.</param>
    /// <param name="creditDays">The days of payment that were agreed, where those that pass are not known; null where neither is.</param>
    /// <param name="asOf">The day of the review.</param>
    /// <param name="assumptions">Rates of the company and fitted models; null for <see cref="LifetimeAssumptions.Standard"/>.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">The facts have a fault as of the day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public static LifetimeReview Of(
        LifetimeFacts facts, decimal? revenue, decimal? grossMarginRate, decimal? creditDays, LocalDate asOf,
        LifetimeAssumptions? assumptions = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Faults(asOf) is [var fault, ..])
            throw new ArgumentException($"{fault}.", nameof(facts));
        assumptions ??= LifetimeAssumptions.Standard;
        var profit = revenue is { } sales && grossMarginRate is { } rate && facts.CostToServe is { } cost
            && (facts.DaysSalesOutstanding ?? creditDays) is { } days
            ? new AccountProfit(Math.Max(0, sales), rate, cost, days, assumptions.CapitalRate)
            : null;
        var review = new LifetimeReview
        {
            Profit = profit,
            Retention = facts.Retention,
            DiscountRate = assumptions.DiscountRate,
            Timing = assumptions.Timing,
        };
        if (profit is not null && facts.Retention is { } retention)
        {
            review = review with
            {
                LifetimeProfit = CustomerLifetimeProfit.Of(
                    profit.Profit, retention, assumptions.DiscountRate, assumptions.Timing),
                WorthOfRetentionPoint = retention > 0.99m ? null : CustomerLifetimeProfit.WorthOfRetention(
                    profit.Profit, retention, assumptions.DiscountRate, assumptions.Timing),
            };
        }

        return assumptions.Orders is { } model && facts is { RepeatOrders: { } orders, FirstOrder: { } first, LastOrder: { } last }
            ? review.With(model, assumptions.Spend, facts.MeanSpend, grossMarginRate, orders, first, last, asOf)
            : review;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"LifetimeReview {{ Profit = {Profit?.Profit}, LifetimeProfit = {LifetimeProfit}, ")
        + Invariant($"OrderModel = {OrderModel}, ProbabilityAlive = {ProbabilityAlive}, ExpectedOrders = {ExpectedOrders}, ")
        + Invariant($"ExpectedMargin = {ExpectedMargin} }}");

    private LifetimeReview With(
        IPurchaseModel model, GammaGamma? spend, decimal? meanSpend, decimal? grossMarginRate, int orders, LocalDate first, LocalDate last,
        LocalDate asOf)
    {
        var unit = RepeatPurchaseOptions.Default.DaysPerUnit;
        var (lastOrder, age) = (Period.DaysBetween(first, last) / unit, Period.DaysBetween(first, asOf) / unit);
        var horizon = Period.DaysBetween(asOf, asOf.PlusMonths(Months)) / unit;
        var expected = model.ExpectedOrders(horizon, orders, lastOrder, age);
        var amount = meanSpend is { } mean && spend is { Q: > 1 } ? spend.ExpectedSpend(orders, (double)mean)
            : meanSpend is { } alone ? (double)alone
            : (double?)null;
        return this with
        {
            OrderModel = model.GetType().Name,
            ProbabilityAlive = model.ProbabilityAlive(orders, lastOrder, age),
            ExpectedOrders = expected,
            ExpectedMargin = expected * amount * (double?)grossMarginRate,
        };
    }
}
