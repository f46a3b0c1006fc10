using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The yearly profit of an account after everything it causes: goods, service, and the capital in its unpaid invoices.</summary>
/// <remarks>Profit = revenue·gross margin − cost to serve − revenue·DSO/365·cost of capital. Immutable; equal when every figure is. A
/// division keeps 28 significant digits; nothing else is rounded. Provenance of the formula: <c>LibraryDefault</c>; its parts are those
/// that customer profitability analysis charges to an account.</remarks>
public sealed record AccountProfit
{
    /// <summary>The number of days in the year that days sales outstanding are counted in.</summary>
    public const decimal DaysPerYear = 365;

    /// <summary>Calculates the profit of an account from figures of one year in one currency.</summary>
    /// <param name="revenue">The revenue of the year; not negative.</param>
    /// <param name="grossMarginRate">The share of the revenue that is left after the cost of the goods, as a fraction; at most 1, negative
    /// if the goods cost more than they earn.</param>
    /// <param name="costToServe">The cost of serving the account: visits, engineers, freight, rebates; not negative.</param>
    /// <param name="daysSalesOutstanding">The average number of days between invoice and payment; not negative.</param>
    /// <param name="capitalRate">The cost of capital of a year, as a fraction; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    /// <exception cref="OverflowException">The profit does not fit a decimal.</exception>
    public AccountProfit(
        decimal revenue, decimal grossMarginRate, decimal costToServe = 0, decimal daysSalesOutstanding = 0, decimal capitalRate = 0)
    {
        Guard.NotNegative(revenue);
        Guard.AtMost(grossMarginRate, 1);
        Guard.NotNegative(costToServe);
        Guard.NotNegative(daysSalesOutstanding);
        Guard.NotNegative(capitalRate);
        (Revenue, GrossMarginRate, CostToServe) = (revenue, grossMarginRate, costToServe);
        (DaysSalesOutstanding, CapitalRate) = (daysSalesOutstanding, capitalRate);
        (GrossMargin, CapitalCost, Profit) = DecimalOverflow.Named(
            () => (
                revenue * grossMarginRate,
                revenue * daysSalesOutstanding * capitalRate / DaysPerYear,
                (revenue * grossMarginRate) - costToServe - (revenue * daysSalesOutstanding * capitalRate / DaysPerYear)),
            "AccountProfit",
            (nameof(revenue), revenue),
            (nameof(grossMarginRate), grossMarginRate),
            (nameof(costToServe), costToServe),
            (nameof(daysSalesOutstanding), daysSalesOutstanding),
            (nameof(capitalRate), capitalRate));
    }

    /// <summary>The revenue of the year.</summary>
    public decimal Revenue { get; }

    /// <summary>The share of the revenue that is left after the cost of the goods, as a fraction.</summary>
    public decimal GrossMarginRate { get; }

    /// <summary>The cost of serving the account.</summary>
    public decimal CostToServe { get; }

    /// <summary>The average number of days between invoice and payment.</summary>
    public decimal DaysSalesOutstanding { get; }

    /// <summary>The cost of capital of a year, as a fraction.</summary>
    public decimal CapitalRate { get; }

    /// <summary>Revenue·gross margin rate.</summary>
    [JsonIgnore]
    public decimal GrossMargin { get; }

    /// <summary>The cost of the capital in unpaid invoices: revenue·DSO/365·cost of capital.</summary>
    [JsonIgnore]
    public decimal CapitalCost { get; }

    /// <summary>Gross margin − cost to serve − cost of capital; negative if the account loses money.</summary>
    [JsonIgnore]
    public decimal Profit { get; }

    /// <summary>Whether the account costs more than it earns.</summary>
    [JsonIgnore]
    public bool LosesMoney => Profit < 0;

    /// <summary>Profit/revenue, as a fraction; null without revenue.</summary>
    [JsonIgnore]
    public decimal? ProfitRate => Revenue == 0 ? null : DecimalOverflow.Named(
        () => Profit / Revenue, "AccountProfit.ProfitRate", (nameof(Profit), Profit), (nameof(Revenue), Revenue));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All figures by name.</returns>
    public override string ToString() => Invariant($"AccountProfit {{ Revenue = {Revenue}, GrossMarginRate = {GrossMarginRate}, ")
        + Invariant($"CostToServe = {CostToServe}, DaysSalesOutstanding = {DaysSalesOutstanding}, CapitalRate = {CapitalRate}, ")
        + Invariant($"Profit = {Profit} }}");
}
