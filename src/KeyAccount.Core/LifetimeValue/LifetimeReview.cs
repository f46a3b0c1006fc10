using System.Text.Json.Serialization;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The yearly profit of one account, its worth, and its expected orders.</summary>
/// <remarks>Immutable; two reviews are equal if all their parts are. Amounts are in one currency. A figure that cannot be calculated is
/// null.</remarks>
public sealed record LifetimeReview
{
    private const int Months = 12;

    /// <summary>The yearly profit of the account; null if its revenue, margin, cost to serve or days to payment are not known.</summary>
    public AccountProfit? Profit { get; init; }

    /// <summary>The lifetime profit: yearly profit · margin multiple; null if the profit or the retention is not known, or if the result is
    /// not finite.</summary>
    public decimal? LifetimeProfit { get; init; }

    /// <summary>The worth of one more percentage point of retention; null if it cannot be calculated.</summary>
    public decimal? WorthOfRetentionPoint { get; init; }

    /// <summary>The retention used in the calculation; null if it is not known.</summary>
    public decimal? Retention { get; init; }

    /// <summary>The discount rate used in the calculation.</summary>
    public required decimal DiscountRate { get; init; }

    /// <summary>When the first margin comes.</summary>
    public required MarginTiming Timing { get; init; }

    /// <summary>The type name of the order model; null if no model was given or the account's orders are not known.</summary>
    public string? OrderModel { get; init; }

    /// <summary>The probability that the account still buys; null without a model.</summary>
    public double? ProbabilityAlive { get; init; }

    /// <summary>The orders of the next twelve months; null without a model.</summary>
    public double? ExpectedOrders { get; init; }

    /// <summary>The gross margin of those orders; null if the amounts or the margin are not known.</summary>
    public double? ExpectedMargin { get; init; }

    /// <summary>Reviews one account.</summary>
    /// <param name="facts">The facts about its cost, its retention and its orders.</param>
    /// <param name="revenue">The yearly revenue with the account; null if it is not known.</param>
    /// <param name="grossMarginRate">The share of the revenue that is left after the cost of the goods; null if it is not known.</param>
    /// <param name="creditDays">The agreed payment days, used if the actual ones are not known; null if neither is known.</param>
    /// <param name="asOf">The day of the review.</param>
    /// <param name="assumptions">The rates of the company and the fitted models; null for
    /// <see cref="LifetimeAssumptions.Standard"/>.</param>
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
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
