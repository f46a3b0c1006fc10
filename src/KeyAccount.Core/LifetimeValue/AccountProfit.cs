using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>What an account earns in a year after all that it causes: goods, service, and the capital in its unpaid invoices.</summary>
/// <remarks>Profit = revenue·gross margin − cost to serve − revenue·DSO/365·cost of capital. Immutable; equal when every figure is. A
/// division keeps 28 significant digits; nothing else is rounded. Provenance of the formula: <c>LibraryDefault</c>; its parts are those
/// that customer profitability analysis charges to an account.</remarks>
public sealed record AccountProfit
{
    /// <summary>The days of the year that days sales outstanding are counted in.</summary>
    public const decimal DaysPerYear = 365;

    /// <summary>The profit of an account, from figures of one year in one currency.</summary>
    /// <param name="revenue">The revenue of the year; not negative.</param>
    /// <param name="grossMarginRate">The share of the revenue that is left after the cost of the goods, as a fraction; at most 1, negative
    /// where the goods cost more than they bring.</param>
    /// <param name="costToServe">What it costs to serve the account: visits, engineers, freight, rebates; not negative.</param>
    /// <param name="daysSalesOutstanding">How many days pass between invoice and payment, on average; not negative.</param>
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
        GrossMargin = revenue * grossMarginRate;
        CapitalCost = revenue * daysSalesOutstanding * capitalRate / DaysPerYear;
        Profit = GrossMargin - costToServe - CapitalCost;
    }

    /// <summary>The revenue of the year.</summary>
    public decimal Revenue { get; }

    /// <summary>The share of the revenue that is left after the cost of the goods, as a fraction.</summary>
    public decimal GrossMarginRate { get; }

    /// <summary>What it costs to serve the account.</summary>
    public decimal CostToServe { get; }

    /// <summary>How many days pass between invoice and payment.</summary>
    public decimal DaysSalesOutstanding { get; }

    /// <summary>The cost of capital of a year, as a fraction.</summary>
    public decimal CapitalRate { get; }

    /// <summary>Revenue·gross margin rate.</summary>
    [JsonIgnore]
    public decimal GrossMargin { get; }

    /// <summary>What the capital in unpaid invoices costs: revenue·DSO/365·cost of capital.</summary>
    [JsonIgnore]
    public decimal CapitalCost { get; }

    /// <summary>Gross margin − cost to serve − cost of capital; negative where the account loses money.</summary>
    [JsonIgnore]
    public decimal Profit { get; }

    /// <summary>Whether the account costs more than it brings.</summary>
    [JsonIgnore]
    public bool LosesMoney => Profit < 0;

    /// <summary>Profit/revenue, as a fraction; null without revenue.</summary>
    [JsonIgnore]
    public decimal? ProfitRate => Revenue == 0 ? null : Profit / Revenue;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All figures by name.</returns>
    public override string ToString() => Invariant($"AccountProfit {{ Revenue = {Revenue}, GrossMarginRate = {GrossMarginRate}, ")
        + Invariant($"CostToServe = {CostToServe}, DaysSalesOutstanding = {DaysSalesOutstanding}, CapitalRate = {CapitalRate}, ")
        + Invariant($"Profit = {Profit} }}");
}
